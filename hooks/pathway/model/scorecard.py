"""How a guide stands against published standards: computed from its fields."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from ..records.content import Content
from ..records.guide import Criterion, Scorecard
from ..source.problems import Found

MET, NOT_MET, PEOPLE, NOT_APPLICABLE = "met", "not met", "needs people", "does not apply"


class Result(NamedTuple):
    """One item with its status."""

    id: str
    criterion: Criterion
    status: str


def results(content: Content, card: Scorecard) -> list[Result]:
    """Return every item of a standard with its status."""
    return [Result(id, item, status(content, item)) for id, item in card.criteria.items()]


def status(content: Content, item: Criterion) -> str:
    """Return the status of an item: met only where every field that it names holds something."""
    if item.not_applicable:
        return NOT_APPLICABLE
    if item.people:
        return PEOPLE
    if item.not_met:
        return NOT_MET
    filled = all(all(_values(content.records, path.split("."))) for path in item.fields)
    return MET if filled and item.fields else NOT_MET


def by_group(found: list[Result]) -> dict[str, list[Result]]:
    """Return the items of each group, in the order in which the groups come."""
    groups = dict.fromkeys(result.criterion.group or "" for result in found)
    return {group: [r for r in found if (r.criterion.group or "") == group] for group in groups}


def _values(record: Any, path: list[str]) -> list[Any]:
    """Return what stands at a path. Raises `KeyError` where a key does not exist."""
    if not path:
        return [record]
    key, *rest = path
    held = dict(record) if isinstance(record, BaseModel) else record
    if key != "*" and not (isinstance(held, dict) and key in held):
        raise KeyError(key)
    inside = [held[key]] if key != "*" else held.values() if isinstance(held, dict) else held
    return [value for one in inside for value in _values(one, rest)]


def check_scorecards(content: Content) -> Iterator[Found]:
    """Yield every pointer of a scorecard that leads to no field."""
    for card_id, card in content.records.scorecards.items():
        for id, item in card.criteria.items():
            where: tuple[str | int, ...] = ("scorecards", card_id, "criteria", id)
            decided = [item.people, bool(item.not_applicable), bool(item.not_met), bool(item.fields)]
            if sum(decided) != 1:
                yield where, "give exactly one of 'people', 'not_applicable', 'not_met' and 'fields'"
            for index, path in enumerate(item.fields):
                try:
                    _values(content.records, path.split("."))
                except KeyError as error:
                    yield (*where, "fields", index), f"'{path}' leads to no field: there is no {error}"
