"""Whether the file of pictures holds shapes alone, and every picture and sign that the data names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from ..records.content import PICTURES, Content
from ..records.load import instances
from ..records.treatments import Picture
from ..source.problems import Problem
from ..text.drawing import Drawings

SHAPES = {"symbol", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "use", "text"}


def check_drawing(content: Content) -> Iterator[Problem]:
    """Yield what may not stand in the file of pictures, whose text goes into pages, and what is missing."""
    file = f"{posixpath.dirname(content.data.source.file)}/{PICTURES}"
    drawings = Drawings(content.pictures)
    try:
        parts = drawings.parts
    except ParseError as error:
        yield Problem(file, *error.position, "pictures", f"not whole: {error}")
        return
    for part in parts.values():
        for element in part.iter():
            wrong = [n for n, v in element.items() if n.startswith("on") or ("href" in n and v[:1] != "#")]
            if element.tag not in SHAPES or wrong:
                what = f"'{element.tag}' with {wrong}" if wrong else f"'{element.tag}'"
                yield Problem(file, 1, 1, "pictures", f"{what} is not allowed: shapes and links inside alone")
    for id in [*parts, *_named(content)]:
        try:
            drawings.draw(id)
        except KeyError as error:
            yield Problem(file, 1, 1, "pictures", f"there is no {error}, which '{id}' needs")
        except RecursionError:
            yield Problem(file, 1, 1, "pictures", f"'{id}' is a part of itself")
    for sign in {sign for _, picture in instances(content.records, Picture) for sign in picture.key}:
        if sign not in content.records.guide.picture_key:
            what = f"guide > picture_key: no name for '{sign}'"
            yield Problem(content.data.source.file, 1, 1, "pictures", what)


def _named(content: Content) -> Iterator[str]:
    """Yield every picture and sign that a record names."""
    records = content.records
    small = [answer.picture for q in records.questions.values() for answer in q.answers.values()]
    small += [outcome.picture for outcome in records.outcomes.values()]
    yield from (f"picture--{name}" for name in small if name)
    for _, picture in instances(records, Picture):
        yield f"picture--{picture.symbol}"
        yield from (f"key--{sign}" for sign in picture.key)
