"""The guide in three engines, hosted and from the folder and the one file: `make browsers`.

Python publishes the site and says what must be found; `node/browsers.mjs` drives one engine.
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

from pathway.pages.context import PageContext

from commands import site
from helpers.editing import ROOT, copy_project
from helpers.searching import queries
from helpers.serving import served_below
from pathway.publish.single_file import prefix
from pathway.records.content import read_folder

ENGINES = ("chromium", "firefox", "webkit")
SCRIPT = ROOT / "tests/node/browsers.mjs"
LEAST = 0.9  # of the queries must lead first to a wanted page, as in the search tests


def place(path: str) -> str:
    """Return the address of a page below the site's root, as MkDocs gives it."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if Path(path).stem == "index" else f"{stem}/"


def task(project: Path, hosted: str, work: Path) -> dict[str, Any]:
    """Return what an engine must do, and what it must find."""
    content = read_folder(project / "docs")
    views = PageContext(content)
    slug = content.records.guide.slug
    with zipfile.ZipFile(project / f"dist/{slug}.zip") as archive:
        archive.extractall(work / "Ärzte und Café")
    folder = (work / "Ärzte und Café" / slug).as_uri() + "/"
    asked = queries("known")
    home = content.homes[content.records.guide.first]
    return {
        "places": [
            {"name": "hosted", "url": hosted, "index": True, "within": hosted},
            {"name": "folder", "url": folder, "index": False, "within": folder},
        ],
        "one": (project / f"dist/{slug}.html").as_uri(),
        "pages": [[place(page.path), str(views.plain(page.title))] for page in content.pages],
        "files": {place(page.path): page.path.removesuffix(".md") + ".html" for page in content.pages},
        "guide": place(home),
        "prefix": f"{prefix(home.removesuffix('.md') + '.html')}--",
        "paths": [
            {"answers": [{"step": s, "answer": a} for s, a in path.answers], "outcome": path.outcome}
            for path in views.graph.routes
        ],
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
        with served_below(project / "site", work / "www") as hosted:
            file = work / "task.json"
            file.write_text(json.dumps(task(project, hosted, work)))
            for engine in engines or ENGINES:
                screen = ["xvfb-run", "-a"] if engine == "webkit" and shutil.which("xvfb-run") else []
                failed += bool(
                    subprocess.run([*screen, "node", str(SCRIPT), engine, str(file)], check=False).returncode
                )
    print(f"{failed} of {len(engines or ENGINES)} engines failed." if failed else "All held.")
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
