"""Lighthouse on some pages, on a desktop and on a slow phone: `make lighthouse`. Needs Node and Chromium.

The site is served compressed and below a path, as GitHub Pages does it.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

from commands import site
from helpers import serving
from helpers.browser import find
from helpers.editing import ROOT, copy_project

COMMAND = ROOT / "tests/node/node_modules/.bin/lighthouse"
PAGES = ("", "decision-guide/", "treatments/right-hepatectomy/")
FORMS = {"desktop": ["--preset=desktop"], "phone": []}
KINDS = ("performance", "accessibility", "best-practices", "seo")
LEAST = {"desktop": (100, 100, 100, 100), "phone": (98, 100, 100, 100)}
TIMES = 5  # of which the median counts: the first paint differs from run to run
FLAGS = "--headless=new --no-sandbox --disable-background-networking"


class Compressed(serving.Quiet):
    """Sends text compressed."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in (".html", ".css", ".js", ".svg", ".json") or not path.exists():
            return super().send_head()
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        for name, value in (
            ("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8"),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(data))),
            ("Cache-Control", "max-age=600"),
        ):
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(data)


def scores(address: str, form: str) -> tuple[list[int], list[str]]:
    """Return the four scores of a page, and the audits that do not pass."""
    command = [str(COMMAND), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}", *FORMS[form]]
    env = {**os.environ, "CHROME_PATH": find() or ""}
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=env).stdout)
    weighed = [ref["id"] for kind in KINDS for ref in said["categories"][kind]["auditRefs"] if ref["weight"]]
    low = [
        id
        for id in weighed
        if (said["audits"][id]["score"] or 0) < 0.9 and said["audits"][id]["score"] is not None
    ]
    return [round(100 * said["categories"][kind]["score"]) for kind in KINDS], low


def main() -> int:
    """Print the scores. Returns how many are below what is asked."""
    below = 0
    with tempfile.TemporaryDirectory() as name:
        project = copy_project(Path(name) / "project")
        site.publish(project, "https://example.org/some-repo/")
        (Path(name) / "www").mkdir()
        with serving.served_below(project / "site", Path(name) / "www", handler=Compressed) as root:
            print(f"{'':32} {'  '.join(KINDS)}")
            for form in FORMS:
                for page in PAGES:
                    runs = [scores(root + page, form) for _ in range(TIMES)]
                    found = [
                        statistics.median_low(score) for score in zip(*(one for one, _ in runs), strict=True)
                    ]
                    low = dict.fromkeys(id for _, ids in runs for id in ids)
                    below += sum(score < least for score, least in zip(found, LEAST[form], strict=True))
                    print(f"{form:8} /{page:30} {found}  {' '.join(low)}", flush=True)
    return below


if __name__ == "__main__":
    sys.exit(bool(main()))
