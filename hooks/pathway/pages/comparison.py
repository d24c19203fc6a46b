"""The comparison: a short table of all treatments, and the picked ones beside each other, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..records.kinds import KINDS
from ..records.treatments import Treatment
from ..source.prose import Page
from ..text.environment import environment
from .points import Point, short_point
from .site import Site

ROWS = ("day", "nights", "normal", "often", "benefit", "harm", "not_suits")
ALWAYS = ("benefit", "harm")  # what the short table of all shows, too


@dataclass(frozen=True)
class Cell:
    """What a treatment says in a row; `whose` names its family where only that tells. May hold nothing."""

    row: str
    words: str
    point: Point | None
    whose: str


@dataclass(frozen=True)
class Compared:
    """A treatment: its name, what it is, the way to its page, and its cells."""

    id: str
    name: str
    brief: str
    href: Markup
    cells: list[Cell]


@dataclass(frozen=True)
class Comparison:
    """The rows with their headings, those of the short table, and the treatments."""

    rows: list[tuple[str, str]]
    always: tuple[str, ...]
    treatments: list[Compared]


def view(site: Site, _id: str, page: Page) -> Comparison:
    """Return the comparison of all treatments."""
    records = site.content.records
    rows = [(row, str(records.guide.slots.get(row, ""))) for row in ROWS]
    found = []
    for id, record in records.treatments.items():
        brief = site.wording.plain(record.brief or record.meaning)
        cells = [_cell(site, record, row) for row in ROWS]
        found.append(Compared(id, record.row_name, brief, site.href(id, page.path), cells))
    return Comparison(rows, ALWAYS, found)


def _cell(site: Site, record: Treatment, row: str) -> Cell:
    """Return the first statement of a row, or that of the family where the treatment has none."""
    treatments = site.content.records.treatments
    for of in (record, *([treatments[record.family]] if record.family else [])):
        refs = getattr(of, row)
        told = site.read([refs] if row in ALWAYS else list(refs)).statements
        if told:
            shown = short_point(site, told[0])
            return Cell(row, site.wording.plain(shown.say), shown, "" if of is record else of.row_name)
    return Cell(row, "", None, "")


def pick_styles(site: Site) -> dict[str, str]:
    """Return the style sheet that shows the picked treatments, so that picking needs no script."""
    text = (
        environment().get_template("compare-picks.css.j2").render(ids=list(site.content.records.treatments))
    )
    return {f"assets/{KINDS['comparison'].made_style}": text}
