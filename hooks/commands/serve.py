"""Show the site live: `make serve`. A mistake is one message, and the last good pages stay."""

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from commands.site import ROOT, Refused, build_to, log_to_stderr
from pathway.publish.trouble import told

HOST, PORT = "127.0.0.1", 8000


class _Server(LiveReloadServer):
    """Lets the script of MkDocs run that loads a page anew: what is published allows none inside of pages."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        content = content.replace(b"script-src ", b"script-src 'unsafe-inline' ", 1)
        return bytes(super()._inject_js_into_html(content, epoch))  # type: ignore[no-untyped-call]


class Unchanged:
    """Keeps what pages are converted to, half of a build, while their text and the list of pages stay."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[Any, ...]] = {}

    @event_priority(-100)  # when the text is complete
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave nothing to convert of a page that is kept."""
        self.given = markdown, list(files.src_uris), config.markdown_extensions, config.mdx_configs
        if self.kept.get(page.file.src_uri, ("",))[0] == self.given:
            return ""
        self.kept.pop(page.file.src_uri, None)
        return markdown

    @event_priority(100)  # before others read it
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the page, or give what is kept of it."""
        made = self.given, html, page.toc, page.present_anchor_ids, page.links_to_anchors
        _, html, page.toc, page.present_anchor_ids, links = self.kept.setdefault(page.file.src_uri, made)
        page.links_to_anchors = {files.src_uris[file.src_uri]: said for file, said in (links or {}).items()}
        return html


_unchanged = Unchanged()


def refresh(shown: Path, root: Path = ROOT) -> bool:
    """Build `root` anew and replace what is shown. Says whether that could be done."""
    fresh = shown.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    began = time.monotonic()
    try:
        build_to(fresh, root, plugin=_unchanged)
    except (Refused, OSError) as error:
        _unchanged.kept.clear()  # what was wrong in a page is told until it is mended
        what = told(error) if isinstance(error, OSError) else error
        print(f"{what}\nThe last good pages stay up.", file=sys.stderr, flush=True)
        return False
    last = shown.with_name("last")
    if shown.exists():
        shown.rename(last)
    fresh.rename(shown)
    shutil.rmtree(last, ignore_errors=True)
    print(f"Built in {time.monotonic() - began:.1f} s.", flush=True)
    return True


def serve(port: int = PORT) -> None:
    """Serve until interrupted."""
    log_to_stderr()
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        shown = Path(folder, "shown")
        if not refresh(shown):
            shown.mkdir()

        def rebuild() -> None:
            refresh(shown)

        server = _Server(rebuild, HOST, port, str(shown), polling_interval=0.1)
        for part in ("docs", "hooks/pathway/templates", "hooks/theme", "mkdocs.yml"):  # Python is read once
            server.watch(str(ROOT / part))
        print(f"http://{HOST}:{port}/", flush=True)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            return
        finally:
            server.shutdown()
