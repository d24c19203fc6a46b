"""The pages that the settings list, in their order, and where each entry stands."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from .positions import LineCol, line_col_at


class NavEntries(dict[str, LineCol]):
    """Each page of a navigation with its place in the settings.

    An entry that ends in `/` stands for the pages of all records of that folder. `duplicates`
    holds entries that come again, `titles` the titles that the settings give, each with its place.
    """

    duplicates: tuple[tuple[str, LineCol], ...] = ()
    titles: tuple[tuple[str, LineCol], ...] = ()


def nav_entries(nav: Any, settings: str) -> NavEntries:
    """Return each page of a navigation with its place in the text of the settings."""
    found, named = NavEntries(), list(_named(nav))
    for entry in [name for name, is_title in named if not is_title]:
        if entry in found:
            found.duplicates += ((entry, _place(entry, settings, found[entry])),)
        else:
            found[entry] = _place(entry, settings)
    found.titles = tuple((title, _place(title, settings)) for title, is_title in named if is_title)
    return found


def expand(nav: Any, pages: Callable[[str], list[str]], titled: Callable[[Any], Any]) -> Any:
    """Return a navigation with `pages(folder)` in the place of each entry that ends in `/`."""
    if isinstance(nav, dict):
        return {titled(title): expand(inside, pages, titled) for title, inside in nav.items()}
    if not isinstance(nav, list):
        return nav
    expanded: list[Any] = []
    for entry in nav:
        whole = isinstance(entry, str) and entry.endswith("/")
        expanded += pages(entry) if whole else [expand(entry, pages, titled)]
    return expanded


def _named(nav: Any) -> Iterator[tuple[str, bool]]:
    """Yield every entry and every title, and whether it is a title."""
    if isinstance(nav, str):
        yield nav, False
    if isinstance(nav, dict):
        yield from ((title, True) for title in nav)
    for inside in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _named(inside)


def _place(entry: str, settings: str, after: LineCol = (0, 0)) -> LineCol:
    """Return where an entry stands in the settings, below a line."""
    for found in re.finditer(rf"(?<=[\s\"'])({re.escape(entry)})(?=[\s\"':]|$)", settings):
        place = line_col_at(settings, found.start())
        if place[0] > after[0]:
            return place
    return max(after, (1, 1))
