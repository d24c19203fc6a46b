"""The pages that the settings list, in their order, and where each entry stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from .positions import LineCol


class NavEntries(dict[str, LineCol]):
    """Each page of a navigation with its place in the settings.

    An entry that ends in `/` stands for the pages of all records of that folder. `duplicates`
    holds entries that come again, `titles` the titles that the settings give, each with its place.
    """

    duplicates: tuple[tuple[str, LineCol], ...] = ()
    titles: tuple[tuple[str, LineCol], ...] = ()


def nav_entries(nav: Any, settings: str) -> NavEntries:
    """Return each page of a navigation with its place in the text of the settings."""
    found, duplicates = NavEntries(), []
    for entry in _entries(nav):
        if entry in found:
            duplicates.append((entry, _place(entry, settings, found[entry])))
        else:
            found[entry] = _place(entry, settings)
    found.duplicates = tuple(duplicates)
    found.titles = tuple((title, _place(title, settings)) for title in _titles(nav))
    return found


def expand(nav: Any, pages: Callable[[str], list[str]]) -> Any:
    """Return a navigation with `pages(folder)` in the place of each entry that ends in `/`."""
    if isinstance(nav, dict):
        return {title: expand(inside, pages) for title, inside in nav.items()}
    if not isinstance(nav, list):
        return nav
    expanded: list[Any] = []
    for entry in nav:
        whole = isinstance(entry, str) and entry.endswith("/")
        expanded += pages(entry) if whole else [expand(entry, pages)]
    return expanded


def _entries(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    inside = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    for entry in inside:
        yield from _entries(entry)


def _titles(nav: Any) -> Iterator[str]:
    if isinstance(nav, dict):
        yield from nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _titles(entry)


def _place(entry: str, settings: str, after: LineCol = (0, 0)) -> LineCol:
    """Return where an entry stands in the settings, below a line."""
    for found in re.finditer(rf"(?<=[\s\"'])({re.escape(entry)})(?=[\s\"':]|$)", settings):
        at = found.start()
        line = settings.count("\n", 0, at) + 1
        if line > after[0]:
            return line, at - settings.rfind("\n", 0, at)
    return max(after, (1, 1))
