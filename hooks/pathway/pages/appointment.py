"""Questions to take along, by stage and by treatment, and what matters to the reader."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.decision import ClinicQuestion, Value
from ..source.prose import Page
from .site import Site

STAGES = ("first", "before", "after")


@dataclass(frozen=True)
class Appointment:
    """Questions by stage, all questions by treatment, and values."""

    stages: list[tuple[str, list[tuple[str, ClinicQuestion]]]]
    treatments: list[tuple[str, list[tuple[str, ClinicQuestion]]]]
    values: list[tuple[str, Value]]


def view(site: Site, _id: str, _page: Page) -> Appointment:
    """Return the view of the page."""
    records = site.content.records
    stages = [(stage, [(i, a) for i, a in records.asks.items() if a.stage == stage]) for stage in STAGES]
    treatments = [
        (id, [(str(ask), records.asks[ask]) for ask in t.questions]) for id, t in records.treatments.items()
    ]
    return Appointment(stages, treatments, list(records.values.items()))
