"""Whether the guide's own drawing can be drawn: for every treatment that has one, and as good XML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree import ElementTree

from jinja2 import TemplateError

from ..records.content import DRAWING, Content
from ..source.problems import Problem
from ..text.drawing import DrawingRenderer
from ..text.wording import TextRenderer


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
