"""Whether the guide's own drawing can be drawn: for every treatment that has one, and as good XML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree import ElementTree

from jinja2 import TemplateError

from ..records.content import DRAWING, PICTURES, Content
from ..source.problems import Problem, nearest
from ..text.drawing import DrawingRenderer
from ..text.wording import TextRenderer

SHAPES = {
    "svg",
    "symbol",
    "g",
    "path",
    "circle",
    "ellipse",
    "rect",
    "line",
    "polyline",
    "clipPath",
    "use",
    "title",
}


def check_drawing(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with the template, once for each kind of mistake."""
    file = f"{posixpath.dirname(content.data.source.file)}/{DRAWING}"
    drawings = DrawingRenderer(content, TextRenderer(content))
    wrong: dict[str, Problem] = {}
    for id, treatment in content.records.treatments.items():
        try:
            drawing = drawings.draw(treatment, "checked")
            if drawing:
                ElementTree.fromstring(drawing.svg)
        except TemplateError as error:
            line, what = getattr(error, "lineno", 1), f"the template cannot be drawn: {error.message}"
            wrong.setdefault(what, Problem(file, line, 1, "drawing", what))
        except (ArithmeticError, LookupError, TypeError, ValueError, ElementTree.ParseError) as error:
            what = f"the drawing of '{id}' is not whole: {error}"
            wrong.setdefault(str(error), Problem(file, 1, 1, "drawing", what))
    yield from wrong.values()
    yield from _pictures(content)


def _pictures(content: Content) -> Iterator[Problem]:
    """Yield what may not stand in a file of pictures: it goes into pages as it is."""
    if not content.pictures:
        return
    file = f"{posixpath.dirname(content.data.source.file)}/{PICTURES}"
    try:
        root = ElementTree.fromstring(f"<svg>{content.pictures}</svg>")
    except ElementTree.ParseError as error:
        yield Problem(file, *error.position, "pictures", f"not whole: {error}")
        return
    drawn = {element.get("id", "").removeprefix("picture--") for element in root.iter("symbol")}
    for path, name in content.texts:
        if path[-1] == "picture" and name not in drawn:
            yield content.data.problem(path, f"no picture '{name}'{nearest(name, drawn)}")
    for element in root.iter():
        wrong = [n for n, v in element.items() if n.startswith("on") or ("href" in n and v[:1] != "#")]
        if element.tag not in SHAPES or wrong:
            what = f"'{element.tag}' with {wrong}" if wrong else f"'{element.tag}'"
            yield Problem(file, 1, 1, "pictures", f"{what} is not allowed: shapes and links inside alone")
