"""A statement as a page shows it: its words, its sources, and the marks of the people that it counts."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.statements import Statement
from ..records.evidence import PointKind
from ..records.fields import Text
from ..source.references import scan
from ..text.dots import Dots, dots
from .site import Site

SHAPES = {
    PointKind.BENEFIT: "benefit",
    PointKind.HARM: "harm",
    PointKind.BURDEN: "harm",
    PointKind.LIMIT: "harm",
}


@dataclass(frozen=True)
class Point:
    """A statement to show. `shape` is how its people are drawn; what is neither good nor bad has no marks."""

    say: Text
    shape: str
    citations: list[str]
    pictures: list[Dots]


def point(site: Site, statement: Statement, words: Text | None = None) -> Point:
    """Return a statement in its own words, or in shorter ones, with the marks of its figures."""
    shape = SHAPES.get(statement.kind, "")
    pictures = _pictures(site, f"{words} {statement.say}" if words else statement.say) if shape else []
    return Point(words or statement.say, shape, statement.citations, pictures[:1] if words else pictures)


def _pictures(site: Site, text: str) -> list[Dots]:
    """Return the marks of each figure of people in a text; all with as many marks as the first."""
    figures = site.content.records.figures
    named = dict.fromkeys(ref.target for ref in scan(text) if ref.target in figures)
    found = [marks for id in named if (marks := dots(figures[id]))]
    return [marks for marks in found if marks.total == found[0].total]
