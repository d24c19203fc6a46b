"""The guide in three engines, hosted, from the unzipped folder and in the one file: `make browsers`.

Python publishes the site and says what must be found; `node/browsers.mjs` drives one engine.
What Chromium alone can show stands in `browser/`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

from commands import site
from helpers.editing import ROOT, copy_project
from helpers.editions import Host
from helpers.guide_views import PAGE
from helpers.searching import queries
from helpers.serving import served_below
from pathway.pages.site import Site
from pathway.publish.single_file import prefix
from pathway.records.content import read_folder

ENGINES = ("chromium", "firefox", "webkit")
SCRIPT = ROOT / "tests/node/browsers.mjs"
LEAST = 0.9  # of the queries must lead first to a wanted page, as in the search tests
VISIT = {
    "route": [
        *({"step": "start", "answer": "no"}, {"step": "surgery-possible", "answer": "no"}),
        *({"step": "where-in-liver", "answer": "right-plus"}, {"step": "right-plus-normal", "answer": "yes"}),
        {"step": "large-normal-where", "answer": "yes"},
    ],
    "result": "large-normal-surface",
    "unknown": {"step": "where-in-liver", "on": "left-surface"},
    "moved": {
        **{"result": "spread-outside", "option": "somatostatin-analogs", "by": "tumor-grade-g3"},
        **{"from": "somatostatin-analogs-first-own", "to": "somatostatin-analogs-some"},
    },
    "prints": ["Tumor has spread to places outside the liver", "You chose Grade 3", "Which grade?"],
    "prints_not": [
        "The tumor in the pancreas itself does not count",
        "Many tumors on both sides",
        "This would add",
    ],
}


class Cut(Host):
    """A host whose network the engine's driver can cut, and join again."""

    def do_GET(self) -> None:
        told = {"/cut": Host.down, "/up": Host.up}.get(self.path)
        if told is None:
            super().do_GET()
            return
        told()
        self.send_response(204)
        self.end_headers()


def place(path: str) -> str:
    """Return the address of a page below the site's root, as MkDocs gives it."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if Path(path).stem == "index" else f"{stem}/"


def task(project: Path, hosted: str, work: Path) -> dict[str, Any]:
    """Return what an engine must do, and what it must find."""
    made = Site(read_folder(project / "docs"))
    slug, pages = made.content.records.guide.slug, made.content.pages
    with zipfile.ZipFile(project / f"dist/{slug}.zip") as archive:
        archive.extractall(work / "Ärzte und Café")
    folder = (work / "Ärzte und Café" / slug).as_uri() + "/"
    book = [page for part in made.book()[:2] for page in part]
    asked = queries("known")
    return VISIT | {
        "places": [
            {"name": "hosted", "url": hosted, "index": True},
            {"name": "folder", "url": folder, "index": False},
        ],
        "one": (project / f"dist/{slug}.html").as_uri(),
        "leaves": len(book),
        "pages": [[place(page.path), str(made.wording.plain(page.title))] for page in pages],
        "files": {place(page.path): page.path.removesuffix(".md") + ".html" for page in pages},
        "guide": PAGE.removesuffix("index.html"),
        "keep": next(place(page.path) for page in pages if page.shows("keep")),
        "prefix": prefix([page.path for page in book].index(PAGE.removesuffix("index.html") + "index.md")),
        "queries": [{"q": query["query"], "want": query["page"]} for query in asked],
        "least": round(LEAST * len(asked)),
    }


def main(*engines: str) -> int:
    """Run the engines named, or all. Returns the number of those in which something failed."""
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        project = copy_project(work / "project")
        site.publish(project)
        (work / "www").mkdir()
        with served_below(project / "site", work / "www", handler=Cut) as hosted:
            file = work / "task.json"
            file.write_text(json.dumps(task(project, hosted, work)))
            for engine in engines or ENGINES:
                screen = ["xvfb-run", "-a"] if engine == "webkit" and shutil.which("xvfb-run") else []
                command = [*screen, "node", str(SCRIPT), engine, str(file)]
                failed += bool(subprocess.run(command, check=False).returncode)
    print(f"{failed} of {len(engines or ENGINES)} engines failed." if failed else "All held.")
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
