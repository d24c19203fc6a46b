"""The page of a treatment: what it is, what happens, how well it works, risks, and whom it may suit."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.statements import Told
from ..records.evidence import Silence
from ..records.pathway import STATEMENT_SLOTS
from ..records.treatments import Treatment
from ..source.prose import Page
from .picture import Shown, shown
from .site import Site


@dataclass(frozen=True)
class SlotView:
    """One slot: its id, heading, statements, and silences."""

    id: str
    heading: str
    told: Told
    silences: list[Silence]


@dataclass(frozen=True)
class TreatmentView:
    """All that the page of a treatment shows."""

    id: str
    treatment: Treatment
    picture: Shown | None
    slots: list[SlotView]
    untold: list[str]
    asks: list[str]
    results: list[str]
    family: list[str]
    members: list[str]


def view(site: Site, id: str, _page: Page) -> TreatmentView:
    """Return the view of a treatment."""
    records = site.content.records
    record = records.treatments[id]
    slots = []
    untold = []
    for name in STATEMENT_SLOTS:
        heading = str(records.guide.slots.get(name, name))
        told = site.read([str(ref) for ref in getattr(record, name)])
        if told or told.silences:
            slots.append(SlotView(name, heading, told, [records.silences[s] for s in told.silences]))
        else:
            untold.append(heading)
    members = [other for other, t in records.treatments.items() if t.family == id]
    return TreatmentView(
        id,
        record,
        shown(site, record.picture),
        slots,
        untold,
        [str(records.asks[ask].ask) for ask in record.questions],
        list(site.options.results_with(id)),
        [str(record.family)] if record.family else [],
        members,
    )
