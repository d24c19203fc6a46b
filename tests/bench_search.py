"""How well and how fast search answers: `make bench-search`, for every set in tests/data/search.

Asks our engine, the theme's own and Pagefind, each in Chromium. Then every name of the index is
misspelled at random, and the content is made 25 times as large.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

from playwright.sync_api import Page, sync_playwright

from commands import site
from helpers.browser import launch
from helpers.editing import ROOT, copy_project
from helpers.searching import SETS, ask_engine, keep_worker, misspelled, queries, read_index
from helpers.serving import served

TIMES = 25
_PAGEFIND = """async ([root, queries]) => {
  const engine = await import(root + "pagefind/pagefind.js"), found = [];
  for (const query of queries) {
    const asked = performance.now(), {results} = await engine.search(query);
    const data = await Promise.all(results.slice(0, 10).map(result => result.data()));
    found.push({waited: performance.now() - asked, items: data.map(page =>
      page.sub_results.concat({url: page.url}).map(part => part.url.replace(/^[/]/, "")).slice(0, 1))});
  }
  return {first: 0, found};
}"""


def figures(asked: list[dict[str, Any]], answers: dict[str, Any]) -> str:
    """Return one line of figures for the answers to a set."""
    ranks, sections = [], []
    for query, answer in zip(asked, answers["found"], strict=True):
        found = [item[0].partition("#") for item in answer["items"]]
        ranks.append(next((n for n, (page, *_) in enumerate(found, 1) if page in query["page"]), 0))
        if query["section"]:
            sections.append(ranks[-1] == 1 and found[0][2] in query["section"])
    waited = sorted(answer["waited"] for answer in answers["found"])
    of_sections = f"{sum(sections) / len(sections):6.1%}" if sections else "     -"
    return (
        f"success@1 {sum(r == 1 for r in ranks) / len(asked):6.1%}"
        f"  @3 {sum(0 < r < 4 for r in ranks) / len(asked):6.1%}  section first {of_sections}"
        f"  MRR {sum(1 / r for r in ranks if r) / len(asked):.3f}"
        f"  empty {sum(not answer['items'] for answer in answers['found'])}  {waits(waited)}"
    )


def waits(waited: list[float]) -> str:
    """Return the median and the 95th percentile of waiting times."""
    late = sorted(waited)[int(0.95 * (len(waited) - 1))]
    return f"wait {statistics.median(waited):.0f} ms, 95th percentile {late:.0f} ms"


def larger(index: dict[str, Any], times: int) -> dict[str, Any]:
    """Return an index of so many times the content; each copy brings words of its own."""
    docs = [
        {**doc, "location": f"{n}/{doc['location']}", "text": _own_words(doc["text"], n)}
        for n in range(times)
        for doc in index["docs"]
    ]
    return {**index, "docs": docs}


def _own_words(text: str, copy: int) -> str:
    return " ".join(f"{word}{copy}" if len(word) % 7 == copy % 7 else word for word in text.split())


def keys(asked: list[dict[str, Any]]) -> list[str]:
    """Return what stands in the box after each key of each query."""
    return [q["query"][:end] for q in asked for end in range(1, len(q["query"]) + 1)]


def main(*names: str) -> int:
    """Print the figures of all engines."""
    sets = {name: queries(name) for name in names or sorted(path.stem for path in SETS.glob("*.yml"))}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = Path(folder) / "site"
        site.build_to(built, copy_project(Path(folder) / "project"))
        pagefind = [str(ROOT / "tests/node/node_modules/.bin/pagefind"), "--site", str(built)]
        subprocess.run(pagefind, check=True, capture_output=True)
        index = read_index(built)
        browser = launch(playwright)
        page = browser.new_context(bypass_csp=True).new_page()
        keep_worker(page)
        with served(built) as root:
            page.goto(root)
            for name, asked in sets.items():
                _compare(page, root, index, name, asked)
            _misspell(page, index)
            some = keys(next(iter(sets.values())))[:300]
            for times in (1, TIMES):
                answers = ask_engine(page, larger(index, times), some)
                waited = [answer["waited"] for answer in answers["found"]]
                print(
                    f"each key, {times} times the content: {waits(waited)}; first {answers['first']:.0f} ms"
                )
        browser.close()
    return 0


def _compare(page: Page, root: str, index: dict[str, Any], name: str, asked: list[dict[str, Any]]) -> None:
    texts = [query["query"] for query in asked]
    there = {doc["location"].partition("#")[0] for doc in index["docs"]}
    print(f"{name}: {len(asked)} queries, {sum(not there & set(q['page']) for q in asked)} without a page")
    answers = ask_engine(page, index, texts)
    print(f"  ours      {figures(asked, answers)}")
    for query, answer in zip(asked, answers["found"], strict=True):
        first = answer["items"][0][0] if answer["items"] else "nothing"
        wrong = first.partition("#")[0] not in query["page"]
        if wrong or (query["section"] and first.partition("#")[2] not in query["section"]):
            print(f"            {'page' if wrong else 'section'}: '{query['query']}' leads to {first}")
    print(f"  the theme {figures(asked, ask_engine(page, index, texts, own=False))}")
    print(f"  Pagefind  {figures(asked, page.evaluate(_PAGEFIND, [root, texts]))}")


def _misspell(page: Page, index: dict[str, Any]) -> None:
    chance = random.Random(7)
    names = [
        (name, doc["location"].partition("#")[0]) for doc in index["docs"] for name in doc.get("names", ())
    ]
    asked = [{"query": misspelled(name, chance), "page": [place], "section": []} for name, place in names]
    answers = ask_engine(page, index, [query["query"] for query in asked])
    print(f"{len(asked)} names, each misspelled\n  ours      {figures(asked, answers)}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
