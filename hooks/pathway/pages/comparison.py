"""The comparison of treatments, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..source.prose import Page
from .site import Site


@dataclass(frozen=True)
class Compared:
    """A treatment of the table: its name, the way to its page, and its cells."""

    id: str
    name: str
    href: Markup
    cells: list[list[str]]


@dataclass(frozen=True)
class Comparison:
    """The rows of the table, and the treatments beside each other."""

    headings: list[str]
    treatments: list[Compared]


ROWS = ("day", "nights", "normal", "often", "benefit", "harm", "not_suits")


def view(site: Site, _id: str, page: Page) -> Comparison:
    """Return the comparison of all treatments."""
    records = site.content.records
    headings = [str(records.guide.slots.get(row, row)) for row in ROWS]
    found = []
    for id, record in records.treatments.items():
        cells = []
        for row in ROWS:
            refs = getattr(record, row)
            ids = [str(refs)] if isinstance(refs, str) else [str(ref) for ref in refs]
            told = site.read(ids).statements[:1]
            cells.append([site.wording.plain(s.short) for s in told])
        found.append(Compared(id, record.row_name, site.href(id, page.path), cells))
    return Comparison(headings, found)
