"""The pages that the settings list, in their order, and where each entry stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Listed = dict[str, tuple[int, int]]


def listed(nav: Any, settings: str) -> Listed:
    """Return each page of a navigation with its (line, column) in the text of the settings."""
    return {entry: _place(entry, settings) for entry in _entries(nav)}


def _entries(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    inside = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    for entry in inside:
        yield from _entries(entry)


def _place(entry: str, settings: str) -> tuple[int, int]:
    found = re.search(rf"(?<=\s){re.escape(entry)}(?=\s|$)", settings)
    at = found.start() if found else 0
    return settings.count("\n", 0, at) + 1, at - settings.rfind("\n", 0, at)
