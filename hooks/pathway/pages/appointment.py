"""Questions to take along, by stage and by treatment, and what matters to the reader."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.decision import ClinicQuestion
from ..source.prose import Page
from .site import Site

STAGES = ("first", "before", "after")
LEVELS = ("much", "some", "little")


@dataclass(frozen=True)
class Asked:
    """A question to tick. `place` is empty where it stands on the page already."""

    ask: ClinicQuestion
    place: str


@dataclass(frozen=True)
class Appointment:
    """Questions by stage, further ones by treatment, and values, each with the same levels."""

    stages: list[tuple[str, list[Asked]]]
    treatments: list[tuple[str, str, list[Asked]]]
    values: list[tuple[str, str]]
    levels: tuple[str, ...]
    title: str


def view(site: Site, _id: str, _page: Page) -> Appointment:
    """Return the view of the page. What stands in the general list is not asked again by treatment."""
    records = site.content.records
    stages = [(s, [Asked(a, id) for id, a in records.asks.items() if a.stage == s]) for s in STAGES]
    seen: set[str] = set()
    treatments = []
    for id, treatment in records.treatments.items():
        own = [str(ask) for ask in treatment.questions if not records.asks[ask].stage]
        asked = [Asked(records.asks[ask], "" if ask in seen else ask) for ask in own]
        seen.update(own)
        if asked:
            treatments.append((id, treatment.row_name, asked))
    values = [(id, site.wording.plain(value.say)) for id, value in records.values.items()]
    return Appointment(stages, treatments, values, LEVELS, str(records.guide.title))
