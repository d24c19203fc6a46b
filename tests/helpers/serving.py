"""Serve a folder as a host of static files does."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, *args: object) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file. A browser that leaves the page may hang up in the middle."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def send_error(self, code: int, *args: object) -> None:  # type: ignore[override]
        """Answer as GitHub Pages does: with the site's own page for missing addresses."""
        page = Path(self.directory, self.path.strip("/").split("/")[0], "404.html")
        if code != 404 or not page.exists():
            super().send_error(code)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@contextlib.contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a folder on loopback, and give its address with a slash at its end."""
    here = functools.partial(handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), here)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextlib.contextmanager
def served_below(
    folder: Path, root: Path, name: str = "some-repo", handler: type[Quiet] = Quiet
) -> Iterator[str]:
    """Serve a folder below a path, as a project's page is on GitHub; `root` is an empty folder."""
    (root / name).symlink_to(folder, target_is_directory=True)
    with served(root, handler) as address:
        yield f"{address}{name}/"
