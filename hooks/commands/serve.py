"""Show the site live: `make serve`. A mistake is one message, and the last good pages stay."""

import shutil
import signal
import sys
import tempfile
import time
import traceback
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
    """Keeps what pages are converted to, half of a build, while their text and the list of files stay."""

    def __init__(self, last: dict[Any, tuple[Any, ...]]) -> None:
        self.last, self.kept = last, dict[Any, tuple[Any, ...]]()

    @event_priority(-100)  # when the text is complete
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave nothing to convert of a page that the last build has kept."""
        settings = str((config.markdown_extensions, config.mdx_configs, config.validation))
        self.key = page.file.src_uri, markdown, tuple(files.src_uris), settings
        return "" if self.key in self.last else markdown

    @event_priority(100)  # before others read it
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the page, or give what is kept of it."""
        made = html, page.toc, page.present_anchor_ids, page.links_to_anchors
        html, page.toc, page.present_anchor_ids, links = self.kept[self.key] = self.last.get(self.key, made)
        page.links_to_anchors = {files.src_uris[file.src_uri]: said for file, said in (links or {}).items()}
        return html


# Of the last build in which all was well, so that what is wrong is told until it is mended.
_kept: dict[Any, tuple[Any, ...]] = {}


def refresh(shown: Path, root: Path = ROOT) -> bool:
    """Build `root` anew and replace what is shown. Says whether that could be done."""
    fresh = shown.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    began = time.monotonic()
    pages = Unchanged(_kept)
    try:
        build_to(fresh, root, plugin=pages)
        last = shown.with_name("last")
        if shown.exists():
            shown.rename(last)
        fresh.rename(shown)
    except Exception as error:
        ours = "" if isinstance(error, Refused) else traceback.format_exc().strip()  # it must go on
        what = told(error) if isinstance(error, OSError) else ours or error
        print(f"{what}\nThe last good pages stay up.", file=sys.stderr, flush=True)
        return False
    _kept.clear()
    _kept.update(pages.kept)
    shutil.rmtree(last, ignore_errors=True)
    print(f"Built in {time.monotonic() - began:.1f} s.", flush=True)
    return True


def serve(port: int = PORT) -> None:
    """Serve until interrupted."""
    log_to_stderr()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # its folder goes, too
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
