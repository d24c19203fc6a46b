"""Type into the theme's search box, and read what it draws."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag

import yaml
from playwright.sync_api import Page

BOX = "input[name=query]"
_DRAWN = """() => [...document.querySelectorAll(".md-search-result__item")].map(
  item => item.querySelector("a").href)"""


@dataclass(frozen=True)
class Answer:
    """The addresses of the found pages, best first, below the site's root; and the waiting time."""

    pages: list[str]
    seconds: float


def queries(path: Path) -> list[dict[str, object]]:
    """Return the queries of a file: each with `q` and the pages wanted first."""
    return list(yaml.safe_load(path.read_text("utf-8")))


def open_box(page: Page, start: str) -> None:
    """Open a page and turn to its search box, until the index is there."""
    page.goto(start)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.click(BOX)
    page.wait_for_selector(".md-search-result__meta:text-matches('Type to start|No matching|matching')")


def ask(page: Page, root: str, query: str) -> Answer:
    """Ask a query and wait for its results.

    The box asks when a key is let go: all but the last letter are put in, the last one is typed,
    so that no answer to a part of the query can stand for the answer to the whole.
    """
    page.fill(BOX, "")
    page.keyboard.press("Backspace")
    page.wait_for_selector(".md-search-result__item", state="detached")
    page.fill(BOX, query[:-1])
    began = time.perf_counter()
    page.keyboard.type(query[-1])
    page.wait_for_selector(".md-search-result__item", timeout=5000)
    seconds = time.perf_counter() - began
    found = [urldefrag(link)[0] for link in page.evaluate(_DRAWN)]
    return Answer([place(link.removeprefix(root)) for link in found], seconds)


def place(address: str) -> str:
    """Return an address as it is hosted: `a/b.html` from a folder is `a/b/`."""
    address = address.partition("?")[0].removesuffix("index.html")
    return f"{address.removesuffix('.html')}/" if address.endswith(".html") else address
