"""The pages that the settings list, in their order, and where each entry stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any


class Listed(dict[str, tuple[int, int]]):
    """Each page of a navigation with its (line, column) in the settings; `again` holds doubled entries."""

    again: tuple[tuple[str, tuple[int, int]], ...] = ()


def listed(nav: Any, settings: str) -> Listed:
    """Return each page of a navigation with its place in the text of the settings."""
    found, again = Listed(), []
    for entry in _entries(nav):
        if entry in found:
            again.append((entry, _place(entry, settings, found[entry])))
        else:
            found[entry] = _place(entry, settings)
    found.again = tuple(again)
    return found


def _entries(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    inside = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    for entry in inside:
        yield from _entries(entry)


def _place(entry: str, settings: str, after: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """Return where an entry stands in the settings, below a line."""
    for found in re.finditer(rf"(?<=\s){re.escape(entry)}(?=\s|$)", settings):
        at = found.start()
        line = settings.count("\n", 0, at) + 1
        if line > after[0]:
            return line, at - settings.rfind("\n", 0, at)
    return max(after, (1, 1))
