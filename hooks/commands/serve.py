"""Show the site live: `make serve`. A mistake is one message, and the last good pages stay."""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from commands.site import ROOT, Refused, build_to, log_to_stderr
from pathway.publish.trouble import told

HOST, PORT = "127.0.0.1", 8000


class _Server(LiveReloadServer):
    """Lets the script of MkDocs run that loads a page anew: what is published allows none inside of pages."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        content = content.replace(b"script-src ", b"script-src 'unsafe-inline' ", 1)
        return bytes(super()._inject_js_into_html(content, epoch))  # type: ignore[no-untyped-call]


def refresh(shown: Path, root: Path = ROOT) -> bool:
    """Build `root` anew and replace what is shown. Says whether that could be done."""
    fresh = shown.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    began = time.monotonic()
    try:
        build_to(fresh, root)
    except (Refused, OSError) as error:
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
