"""How well and how fast search answers: `make bench-search`, with QUERIES=file.yml for another list.

Types each query into the real search box, for our engine and for the stock theme's beside it.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

from playwright.sync_api import Error, Page, sync_playwright

from commands import site
from helpers.browser import launch
from helpers.editing import ROOT, copy_project
from helpers.searching import Answer, ask, open_box, queries
from helpers.serving import served


def measure(page: Page, root: str, start: str, asked: list[dict[str, object]]) -> str:
    """Return one line of figures for one setup."""
    open_box(page, start)
    answers = [(_ask(page, root, str(query["q"])), query["want"]) for query in asked]
    ranks = [next((n for n, p in enumerate(a.pages, 1) if p in want), 0) for a, want in answers]
    waited = sorted(a.seconds * 1000 for a, _ in answers if a.pages)
    count = len(asked)
    late = waited[min(len(waited) - 1, int(0.95 * len(waited)))] if waited else 0
    return (
        f"success@1 {sum(r == 1 for r in ranks) / count:5.1%}  success@3 {sum(0 < r < 4 for r in ranks) / count:5.1%}"
        f"  MRR {sum(1 / r for r in ranks if r) / count:.3f}  empty {sum(not a.pages for a, _ in answers)}"
        f"  wait {statistics.median(waited) if waited else 0:.0f} ms, 95th percentile {late:.0f} ms"
    )


def _ask(page: Page, root: str, query: str) -> Answer:
    try:
        return ask(page, root, query)
    except Error:
        return Answer([], 0.0)


def main(file: str = "") -> int:
    """Print the figures of ours and the stock engine, hosted, and of ours from a folder."""
    asked = queries(Path(file) if file else ROOT / "tests/data/search-queries.yml")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = copy_project(Path(folder) / "project")
        site.build_to(Path(folder) / "ours", project)
        site.build_to(Path(folder) / "flat", project, offline=True)
        settings = project / "mkdocs.yml"
        kept = [line for line in settings.read_text("utf-8").splitlines(True) if "iframe-worker" not in line]
        settings.write_text("".join(line.replace("polyfills:", "polyfills: []") for line in kept), "utf-8")
        site.build_to(Path(folder) / "stock", project)
        browser = launch(playwright)
        print(f"{len(asked)} queries")
        for name in ("ours", "stock"):
            with served(Path(folder) / name) as root:
                context = browser.new_context(bypass_csp=True)
                print(f"{name:6} hosted  {measure(context.new_page(), root, root, asked)}")
        flat = Path(folder) / "flat"
        page = browser.new_context(offline=True).new_page()
        print(f"ours   folder  {measure(page, f'{flat.as_uri()}/', (flat / 'index.html').as_uri(), asked)}")
        print("stock  folder  no search: its worker needs a script from another host")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
