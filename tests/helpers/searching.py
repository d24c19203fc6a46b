"""Type into the theme's search box, and ask the engine behind it."""

from __future__ import annotations

import json
import random
import re
import string
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, expect

BOX = "input[name=query]"
ITEM = ".md-search-result__item"
SETS = Path(__file__).resolve().parent.parent / "data/search"
_DRAWN = f"""() => [...document.querySelectorAll("{ITEM}")].map(item => item.querySelector("a").href)"""
_ENGINE = """([index, queries, own]) => new Promise(done => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const worker = new (own ? Worker : RealWorker)(new URL(config.search, location)), found = [];
  let asked = performance.now(), first;
  worker.addEventListener("message", ({data}) => {
    const waited = performance.now() - asked;
    if (data.type === 1) first = waited; else if (data.type !== 3) return;
    else found.push({waited, items: data.data.items.map(item => item.map(d => d.location))});
    if (found.length === queries.length) return done({first, found});
    asked = performance.now();
    worker.postMessage({type: 2, data: queries[found.length]});
  });
  worker.postMessage({type: 0, data: {config: index.config, docs: index.docs, options: {}}});
})"""

_STANDS = """async () => {
  for (let waited = 0; !window.SearchAnswers && waited < 600; waited++) await new Promise((go) => setTimeout(go, 50));
  return !!window.SearchAnswers;
}"""


def queries(name: str) -> list[dict[str, Any]]:
    """Return the queries of a set, each with lists of wanted pages and sections."""
    rows = yaml.safe_load((SETS / f"{name}.yml").read_text("utf-8"))
    return [
        {"query": row["query"], **{key: _many(row.get(key)) for key in ("page", "section")}} for row in rows
    ]


def _many(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else [] if value is None else [str(value)]


# An engine that breaks says nothing at all.
_IN_TIME = "(given) => Promise.race([({})(given), new Promise((late) => setTimeout(late, 60_000))])"


def full_texts(index: dict[str, Any]) -> list[str]:
    """Return the texts of an index with the sentences that stand twice put back, as the browser does."""
    often = index["config"]["often"]
    return [re.sub(r"\t(\d+)", lambda m: often[int(m[1])], text) for text in index["docs"]["text"]]


def read_index(site: Path) -> dict[str, Any]:
    """Return the search index of a hosted site, with an entry for each section."""
    index = dict(json.loads((site / "search/search_index.json").read_text("utf-8")))
    index["docs"]["text"] = full_texts(index)
    rows = zip(*index["docs"].values(), strict=True)
    return {**index, "docs": [dict(zip(index["docs"], row, strict=True)) for row in rows]}


def ask_engine(page: Page, index: dict[str, Any], asked: list[str], own: bool = True) -> dict[str, Any]:
    """Ask the engine of an open page, ours or the theme's, without its box.

    Returns the milliseconds until it stood, and for each query those of the answer, with the
    addresses of each found page, best first. For the theme's, `keep_worker` comes first.
    """
    docs = index["docs"]
    columns = {key: [doc.get(key, "") for doc in docs] for key in docs[0]} if own else docs
    found = page.evaluate(_IN_TIME.format(_ENGINE), [{**index, "docs": columns}, asked, own])
    assert found, "the engine did not answer in a minute"
    return dict(found)


def keep_worker(page: Page) -> None:
    """Keep the browser's own workers for pages that are opened later."""
    page.add_init_script("window.RealWorker = window.Worker")


def open_box(page: Page, start: str) -> None:
    """Open a page and turn to its search box, until the engine stands."""
    page.goto(start)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.click(BOX)
    expect_engine(page)


def expect_engine(page: Page) -> None:
    """Expect that the engine of search is loaded, or is soon."""
    assert page.evaluate(_STANDS), "the engine of search is not loaded"


def ask(page: Page, query: str) -> list[str]:
    """Put a query into the box as a paste or dictation does, without a key, and return what is linked first."""
    page.fill(BOX, "")
    expect(page.locator(ITEM)).to_have_count(0)
    page.fill(BOX, query)
    expect(page.locator(ITEM).first).to_be_visible(timeout=10_000)
    return list(page.evaluate(_DRAWN))


def misspelled(name: str, chance: random.Random) -> str:
    """Return a name with a letter left out, doubled, swapped or wrong in one of its long words."""
    words = name.split()
    long = [i for i, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not long:
        return name
    which = chance.choice(long)
    word = words[which]
    at = chance.randrange(1, len(word) - 1)
    made = [
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :],
    ]
    words[which] = chance.choice(made)
    return " ".join(words)
