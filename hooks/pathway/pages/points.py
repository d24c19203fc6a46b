"""A statement as a page shows it: its words, its sources, and the marks of the people that it counts."""

from typing import NamedTuple

from ..model.statements import Statement
from ..records.evidence import PointKind
from ..records.fields import Text
from ..source.references import scan
from ..text.dots import Dots, dots
from ..text.wording import quantity
from .site import Site

SHAPES = {PointKind.BENEFIT: "benefit"} | dict.fromkeys(
    (PointKind.HARM, PointKind.BURDEN, PointKind.LIMIT), "harm"
)
DRAWN = 2  # figures of a statement


class Picture(NamedTuple):
    """The marks of a figure by its id, and its number as the statement says it."""

    id: str
    label: str
    dots: Dots


class Point(NamedTuple):
    """A statement to show. `shape` is how its people are drawn; what is neither good nor bad has no marks."""

    say: Text
    shape: str
    citations: list[str]
    pictures: list[Picture]


def point(site: Site, statement: Statement) -> Point:
    """Return a statement with the marks of one or two figures; of more, nobody could tell which is which."""
    pictures = _pictures(site, statement.say) if statement.kind in SHAPES else []
    one_size = len({picture.dots.total for picture in pictures}) == 1
    drawn = pictures if one_size and len(pictures) <= DRAWN else []
    return Point(statement.say, SHAPES.get(statement.kind, ""), statement.citations, drawn)


def short_point(site: Site, statement: Statement) -> Point:
    """Return a statement in few words, with the marks of its first figure."""
    shape = SHAPES.get(statement.kind, "")
    drawn = _pictures(site, f"{statement.short} {statement.say}")[:1] if shape else []
    return Point(statement.short, shape, statement.citations, drawn)


def _pictures(site: Site, text: str) -> list[Picture]:
    """Return the marks of every figure of people in a text, in its order."""
    figures = site.content.records.figures
    named = [(id, figures[id]) for id in dict.fromkeys(r.target for r in scan(text)) if id in figures]
    return [
        Picture(id, quantity(figure).removesuffix(figure.unit).strip(), marks)
        for id, figure in named
        if (marks := dots(figure))
    ]
