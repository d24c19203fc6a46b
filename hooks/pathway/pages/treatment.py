"""The page of a treatment: what it is, what happens, how well it works, risks, and whom it may suit."""

from typing import NamedTuple

from ..model.statements import Told
from ..records.decision import Group
from ..records.evidence import Silence
from ..records.pathway import STATEMENT_SLOTS
from ..records.treatments import Treatment
from ..source.prose import Page
from .points import Point, point
from .site import Site

SECTIONS = {
    "happens": ("before", "day", "nights", "after", "normal", "often"),
    "works": ("works",),
    "risks": ("risks",),
    "suiting": ("suits", "not_suits"),
}
ASIDE = ("lived", "unknown", "was")  # they stand folded, and nobody misses them


class TreatmentView(NamedTuple):
    """What the page of a treatment shows beside its record. A slot that holds nothing is not in `told`.

    `sections` name their slots; those `at_family` are told on the family's page, too, `untold` nowhere.
    `was` is what the base source said, `results` lists results by group.
    """

    id: str
    treatment: Treatment
    told: dict[str, list[Point]]
    sections: dict[str, tuple[str, ...]]
    at_family: list[str]
    untold: list[str]
    silences: list[Silence]
    was: list[Point]
    results: dict[str, list[str]]


def view(site: Site, id: str, _page: Page) -> TreatmentView:
    """Return the view of a treatment."""
    records = site.content.records
    record = records.treatments[id]
    read = _read(site, record)
    told = {slot: [point(site, s) for s in found.statements] for slot, found in read.items() if found}
    family = _read(site, records.treatments[record.family]) if record.family else {}
    at_family = [slot for slots in SECTIONS.values() for slot in slots if family.get(slot)]
    named = {*told, *at_family, "what"}  # its meaning stands at the top
    silent = dict.fromkeys(silence for found in read.values() for silence in found.silences)
    return TreatmentView(
        id,
        record,
        told,
        {name: slots for name, slots in SECTIONS.items() if named.intersection(slots)},
        at_family,
        [slot for slot in STATEMENT_SLOTS if slot not in named and slot not in ASIDE],
        [records.silences[silence] for silence in silent],
        _was(site, record, read),
        _results(site, id),
    )


def _read(site: Site, record: Treatment) -> dict[str, Told]:
    return {slot: site.statements.read(getattr(record, slot)) for slot in STATEMENT_SLOTS}


def _was(site: Site, record: Treatment, read: dict[str, Told]) -> list[Point]:
    """Return what the base source said: the slot of its own, and what newer claims have replaced."""
    told = [statement for slot in read if slot not in ASIDE for statement in read[slot].statements]
    based = site.statements.resting_on.get(site.content.records.guide.base, [])
    replaced = [old for statement in told for old in statement.older if old in based]
    said = dict.fromkeys([*map(str, record.was), *replaced])
    return [point(site, site.statements.one(id)) for id in said]


def _results(site: Site, id: str) -> dict[str, list[str]]:
    """Return the results that list a treatment, by group; those without an order have one group."""
    found: dict[str, list[str]] = {}
    for result, group in site.options.results_with(id).items():
        ordered = group == Group.NOT or site.content.records.outcomes[result].ordered
        found.setdefault(group.value if ordered else "any", []).append(result)
    return found
