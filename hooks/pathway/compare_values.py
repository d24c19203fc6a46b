"""The values of a record in plain words, and which of them are not as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from pydantic import BaseModel

from .fields import PassageRef, Ref, SourceRef, Text
from .load import leaves
from .records import Figure, Guide
from .views import Views
from .words import year_of

_QUANTITY = ("show", "value", "to", "unit", "bound")  # of a figure: told together, in words


@dataclass(frozen=True)
class Change:
    """One thing, and its words before and after; `None` where it is not there."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Value:
    """One value, or one item of a list: what it is compared by, as it was typed, and in plain words."""

    key: str
    typed: str
    plain: str


Values = dict[str, list[Value]]


def values_of(views: Views, record: Any) -> Values:
    """Return the values of a record by the words of their places; a list has one for each item."""
    found: Values = {}
    if isinstance(record, Guide):  # the list of changes has no record of its own
        _collect(views, views.records.changes, ("changes",), found)
    _collect(views, record, (), found)
    return found


def _collect(views: Views, value: Any, where: tuple[str, ...], found: Values) -> None:
    """Add every value below `value` under the words of its place. An item of a list stays whole."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if not (isinstance(value, Figure) and name in _QUANTITY):
                _collect(views, getattr(value, name), (*where, field.alias or name), found)
    elif isinstance(value, dict):
        for key, inside in value.items():
            _collect(views, inside, (*where, key), found)
    else:
        for item in value if isinstance(value, list) else [value]:
            given = [(path, leaf) for path, leaf in leaves(item) if leaf not in (None, False)]
            if given:
                typed = " · ".join(str(leaf) for _, leaf in given)
                plain = " · ".join(_plain(views, leaf) for _, leaf in given)
                what = " › ".join(where).replace("_", " ")
                found.setdefault(what, []).append(Value(repr(given), typed, plain))


def _plain(views: Views, leaf: Any) -> str:
    """Return a value as readers meet it: a reference by the name of what it points at."""
    if isinstance(leaf, PassageRef | SourceRef):
        id, _, passage = leaf.partition("#")
        source = views.records.sources[id]
        place = [str(source.passages[passage].at)] if passage else []
        return ", ".join([f"{source.title} ({year_of(source)})", *place])
    if isinstance(leaf, Ref):
        return views.speaker.name(leaf) or str(leaf)
    if isinstance(leaf, Text):
        return views.plain(leaf)
    return "yes" if leaf is True else str(leaf)


def changes(what: str, was: Values, now: Values) -> Iterator[Change]:
    """Yield what differs at one place. Lists are lined up, so that an item put in moves no other."""
    old, new = was.get(what, []), now.get(what, [])
    lined_up = SequenceMatcher(None, [v.key for v in old], [v.key for v in new], autojunk=False)
    for tag, start, end, new_start, new_end in lined_up.get_opcodes():
        if tag != "equal":
            for before, after in zip_longest(old[start:end], new[new_start:new_end]):
                yield _change(what, before, after)


def _change(what: str, before: Value | None, after: Value | None) -> Change:
    if before and after and before.plain == after.plain:  # points elsewhere with the same words
        return Change(what, before.typed, after.typed)
    return Change(what, before.plain if before else None, after.plain if after else None)
