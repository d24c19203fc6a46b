"""Editions of a published guide that tell of each file which one it belongs to, and a host that can fail."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from playwright.sync_api import Page, expect

from helpers.serving import Quiet
from pathway.publish.phone import for_phones
from pathway.records.content import Content

# What stands in the page, in each style that came and in each script that ran: all of them name one edition.
TOLD = """() => {
  const rules = [...document.styleSheets].flatMap((sheet) => { try { return [...sheet.cssRules]; } catch { return []; } });
  const named = rules.map((rule) => rule.selectorText || "").filter((selector) => selector.startsWith(".edition-"));
  return [document.querySelector(".edition code").textContent, ...named.map((name) => name.slice(9)), ...(window.ran || [])];
}"""


def edition(site: Path, target: Path, content: Content, number: int, withdrawn: tuple[str, ...] = ()) -> str:
    """Write an edition of a published site: other words, and every file names it. Returns its hash."""
    shutil.copytree(
        site, target, ignore=shutil.ignore_patterns("lunr", "workers", "*.map", "*.zip", "tire-guide.html")
    )
    mark, hash = f"?{json.loads((site / 'edition.json').read_text())['edition']}", f"{number:064x}"[::-1]
    for path in [p for p in target.rglob("*") if p.suffix in (".html", ".css", ".js", ".json")]:
        text = path.read_text("utf-8").replace(mark, "")
        text = text.replace(content.hash, hash).replace(content.hash[:12], hash[:12])
        text = text.replace("Sealant", f"Sealant {number}")
        if path.suffix == ".css":
            text += f"\n.edition-{hash[:12]} {{ color: red; }}\n"
        elif path.suffix == ".js":
            text += f"\n;(window.ran = window.ran || []).push('{hash[:12]}');\n"
        path.write_text(text, "utf-8")
    guide = content.records.guide.model_copy(update={"withdrawn": [*withdrawn]})
    told: Any = SimpleNamespace(hash=hash, records=SimpleNamespace(guide=guide))
    for_phones(told, target)
    return hash[:12]


class Host(Quiet):
    """A host that is up, silent, or fails from some request on."""

    asked = 0
    fails_after: float = float("inf")  # so many requests are answered; the next is cut in its middle
    waits: float = 0  # seconds before each answer
    says = 0  # a status in the place of each answer
    holds = 0  # seconds for which a browser may keep an answer
    lock = threading.Lock()

    @classmethod
    def up(cls) -> None:
        cls.asked, cls.fails_after, cls.waits, cls.says, cls.holds = 0, float("inf"), 0, 0, 0

    @classmethod
    def down(cls, after: int = 0) -> None:
        cls.asked, cls.fails_after = 0, after

    def end_headers(self) -> None:
        if Host.holds:
            self.send_header("Cache-Control", f"max-age={Host.holds}")
        super().end_headers()

    def do_GET(self) -> None:
        del self.headers["If-Modified-Since"]  # editions of one second have the same date
        with Host.lock:
            Host.asked += 1
            late = Host.asked - Host.fails_after
        time.sleep(Host.waits)
        if late == 1 and Host.fails_after:  # half of an answer
            path = Path(self.translate_path(self.path.partition("?")[0]))
            path = path / "index.html" if path.is_dir() else path
            data = path.read_bytes() if path.is_file() else b""
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            with contextlib.suppress(ConnectionError):
                self.wfile.write(data[: len(data) // 2])
        if late > 0:
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
        elif Host.says:
            self.send_error(Host.says)
        else:
            super().do_GET()


def keep(page: Page, address: str) -> None:
    """Ask for the guide to be kept, and wait until it is."""
    page.goto(f"{address}offline/")
    button = page.get_by_role("button", name="Keep this guide on your phone")
    expect(button).to_be_visible()
    button.click()
    expect(page.locator(".on-phone [role=status]")).to_contain_text("It is stored.", use_inner_text=True)


def update(page: Page) -> None:
    """Let the browser look for a new worker now, and wait until that is done, well or not. None waits for long."""
    state = page.evaluate("""async () => {
      const found = await navigator.serviceWorker.getRegistration();
      /* The first look may be one that the browser itself began while the host was down, and find nothing. */
      for (let look = 0; look < 2; look++) {
        await found.update().catch(() => 0);
        const fresh = found.installing;
        let waited = 0;
        while (fresh && !["activated", "redundant"].includes(fresh.state) && waited < 250) {
          await new Promise((go) => setTimeout(go, 20));
          waited += fresh.state === "installed";
        }
        if (fresh) return fresh.state;
      }
      return null;
    }""")
    assert state != "installed", "a new edition answers once it is stored, also where an old page is open"


def publish(root: Path, folder: Path, name: str = "some-repo") -> None:
    """Put an edition on the host at once."""
    (root / "fresh").symlink_to(folder, target_is_directory=True)
    (root / "fresh").replace(root / name)
