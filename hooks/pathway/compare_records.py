"""What a change does to the figures, and to the other records."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .compare_values import Change, changes, values_of
from .records import SETS
from .views import Views
from .words import quantity

_LONGEST = 70  # signs of a name in a heading: some records are named by a whole sentence


@dataclass(frozen=True)
class RecordChange:
    """One record: its kind, id and name, `new`, `gone` or `changed`, and what differs in it.

    The guide itself has the id "".
    """

    kind: str
    id: str
    name: str
    state: str
    values: tuple[Change, ...]


def figures(before: Views, after: Views) -> Iterator[Change]:
    """Yield each figure whose quantity in words is not as it was."""
    old, new = before.records.figures, after.records.figures
    for id in _either(old, new):
        was = quantity(old[id]) if id in old else None
        now = quantity(new[id]) if id in new else None
        if was != now:
            views, record = (after, new[id]) if id in new else (before, old[id])
            yield Change(views.plain(record.whom), was, now)


def records(before: Views, after: Views) -> Iterator[RecordChange]:
    """Yield each record whose own values are not as they were, in the order of the data.

    A text that only repeats another record, such as a figure, is no change of its own.
    """
    old, new = _records(before), _records(after)
    for at in _either(old, new):
        was = values_of(before, old[at]) if at in old else {}
        now = values_of(after, new[at]) if at in new else {}
        found = tuple(c for what in _either(was, now) for c in changes(what, was, now))
        if found:
            state = "new" if at not in old else "gone" if at not in new else "changed"
            views, record = (after, new[at]) if at in new else (before, old[at])
            yield RecordChange(type(record).__name__, at[1], _name(views, at[1], record), state, found)


def _either(old: dict[Any, Any], new: dict[Any, Any]) -> list[Any]:
    return list({**new, **old})


def _records(views: Views) -> dict[tuple[str, str], Any]:
    sets = {(kind, id): record for kind in SETS for id, record in views.content.sets[kind].items()}
    return {("guide", ""): views.guide} | sets


def _name(views: Views, id: str, record: Any) -> str:
    name = str(getattr(record, "title", "")) or views.speaker.name(id)
    return textwrap.shorten(name, _LONGEST, placeholder=" …")
