"""The page of a treatment: what it is, what happens, how well it works, risks, and whom it may suit."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..records.decision import Group
from ..records.evidence import Layer, Silence
from ..records.pathway import STATEMENT_SLOTS
from ..records.treatments import Treatment
from ..source.prose import Page
from ..source.references import first_of
from .picture import Shown, shown
from .points import Point, point
from .site import Site

SECTIONS = {
    "happens": ("before", "day", "nights", "after", "normal", "often"),
    "works": ("works",),
    "risks": ("risks",),
    "suiting": ("suits", "not_suits"),
}
ASIDE = ("lived", "unknown", "was")  # they stand folded, and nobody misses them
OPEN = 5  # points of a section that stand open, at least two of each slot; the others are one tap away
ASKED = 6


@dataclass(frozen=True)
class Part:
    """A slot: its first points, those one tap away, and where the family tells of it."""

    id: str
    heading: str
    points: list[Point]
    more: list[Point]


@dataclass(frozen=True)
class Section:
    """One section: slots under one heading, and the slots of which the family's page alone tells."""

    id: str
    parts: list[Part]
    at_family: list[tuple[str, Markup]]


@dataclass(frozen=True)
class Kin:
    """A treatment of the same family: its name, what it is, and the way to its page."""

    name: str
    brief: str
    href: Markup


@dataclass(frozen=True)
class TreatmentView:
    """All that the page of a treatment shows."""

    id: str
    treatment: Treatment
    meaning_from: list[str]
    other_names: list[str]
    picture: Shown | None
    what: Part
    sections: list[Section]
    asks: list[str]
    more_asks: list[str]
    lived: list[Point]
    unknown: list[Point]
    silences: list[Silence]
    was: list[Point]
    untold: list[str]
    results: list[tuple[str, list[tuple[str, Markup]]]]
    family: Kin | None
    members: list[Kin]
    compare: Markup
    unwell: Markup


def view(site: Site, id: str, page: Page) -> TreatmentView:
    """Return the view of a treatment."""
    records = site.content.records
    record = records.treatments[id]
    told = {slot: _points(site, record, slot) for slot in STATEMENT_SLOTS}
    asks = [site.wording.plain(records.asks[ask].ask) for ask in record.questions]
    sections = [_section(site, id, name, told, page) for name in SECTIONS]
    elsewhere = {heading for section in sections for heading, _ in section.at_family}
    untold = [_heading(site, slot) for slot in told if not told[slot] and slot not in ASIDE]
    silent = [s for slot in STATEMENT_SLOTS for s in site.read(_ids(record, slot)).silences]
    family = str(record.family or "")
    unwell = site.page_of_kind("unwell") if site.edition["unwell_page"] else ""
    return TreatmentView(
        id,
        record,
        first_of(map(str, record.meaning_from)),
        _other_names(record),
        shown(site, record.picture),
        _part(site, "what", told["what"], OPEN // 2),
        [section for section in sections if section.parts or section.at_family],
        asks[:ASKED],
        asks[ASKED:],
        told["lived"],
        told["unknown"],
        [records.silences[s] for s in dict.fromkeys(silent)],
        _was(site, record),
        [heading for heading in untold if heading not in elsewhere],
        _results(site, id, page),
        _kin(site, family, page) if family else None,
        [_kin(site, other, page) for other, t in records.treatments.items() if t.family == id],
        site.href(site.page_of_kind("comparison"), page.path),
        site.href(unwell, page.path) if unwell else Markup(""),
    )


def _ids(record: Treatment, slot: str) -> list[str]:
    return [str(ref) for ref in getattr(record, slot)]


def _anchor(slot: str) -> str:
    return slot.replace("_", "-")


def _heading(site: Site, slot: str) -> str:
    return str(site.content.records.guide.slots.get(slot, slot))


def _other_names(record: Treatment) -> list[str]:
    """Return the names on a letter or a box; how else people search for it is for the search."""
    label = [record.label] if record.label else []
    return [str(name) for name in dict.fromkeys([*label, *record.abbreviations, *record.brands])]


def _points(site: Site, record: Treatment, slot: str) -> list[Point]:
    """Return what a slot says today, in the order of the record."""
    return [point(site, statement) for statement in site.read(_ids(record, slot)).statements]


def _part(site: Site, slot: str, points: list[Point], open_: int) -> Part:
    """Return a slot. A single point more is not worth a fold."""
    shown = open_ if len(points) > open_ + 1 else len(points)
    return Part(_anchor(slot), _heading(site, slot), points[:shown], points[shown:])


def _section(site: Site, id: str, name: str, told: dict[str, list[Point]], page: Page) -> Section:
    slots = SECTIONS[name]
    family = str(site.content.records.treatments[id].family or "")
    parts = [_part(site, slot, told[slot], max(2, OPEN // len(slots))) for slot in slots if told[slot]]
    at_family = []
    for slot in slots if family else ():
        if site.read(_ids(site.content.records.treatments[family], slot)):
            way = Markup("{}#{}--{}").format(site.href(family, page.path), family, _anchor(slot))
            at_family.append((_heading(site, slot), way))
    return Section(name, parts, at_family)


def _was(site: Site, record: Treatment) -> list[Point]:
    """Return what the base source said: the slot of its own, and what newer claims have replaced."""
    slots = [slot for slot in STATEMENT_SLOTS if slot not in ASIDE]
    told = [s for slot in slots for s in site.read(_ids(record, slot)).statements]
    replaced = [old for statement in told for old in statement.older if _rests_on_base(site, old)]
    return [point(site, site.statements.one(id)) for id in dict.fromkeys([*_ids(record, "was"), *replaced])]


def _rests_on_base(site: Site, id: str) -> bool:
    sources = site.content.records.sources
    cited = [target.partition("#")[0] for target in site.statements.one(id).sources]
    return any(sources[source].layer == Layer.BASE for source in cited)


def _results(site: Site, id: str, page: Page) -> list[tuple[str, list[tuple[str, Markup]]]]:
    """Return the results that list a treatment, by group: short cases and the ways there."""
    found: dict[str, list[tuple[str, Markup]]] = {}
    for result, group in site.options.results_with(id).items():
        outcome = site.content.records.outcomes[result]
        name = group.value if group == Group.NOT or outcome.ordered else "any"
        found.setdefault(name, []).append((str(outcome.short), site.href(result, page.path)))
    return [(name, found[name]) for name in ("first", "any", "some", "not") if name in found]


def _kin(site: Site, id: str, page: Page) -> Kin:
    record = site.content.records.treatments[id]
    brief = site.wording.plain(record.brief or record.meaning)
    return Kin(record.row_name, brief, site.href(id, page.path))
