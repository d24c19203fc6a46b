"""Whether the file of pictures holds shapes alone, and every picture and sign that the data names."""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from ..records.content import PICTURES, Content
from ..records.treatments import Picture
from ..source.problems import Found, Problem, nearest
from ..text.drawing import Drawings

SHAPES = {"symbol", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "use", "text"}


def check_drawing(content: Content) -> Iterator[Found]:
    """Yield what may not stand in the file of pictures, whose text goes into pages, and what is missing."""
    file = f"{posixpath.dirname(content.data.source.file)}/{PICTURES}"
    drawings = Drawings(content.pictures)
    try:
        parts = drawings.parts
    except ParseError as error:
        yield Problem(file, *error.position, "pictures", f"not whole: {error}")
        return
    for id, part in parts.items():
        wrong = list(_foreign(part)) or list(_undrawn(drawings, id))
        yield from (Problem(file, 1, 1, "pictures", what) for what in wrong)
    yield from _named(content, drawings)


def _foreign(part: Element) -> Iterator[str]:
    """Yield what may not stand in a picture."""
    for one in part.iter():
        wrong = [n for n, v in one.items() if n.startswith("on") or ("href" in n and n + v[:1] != "href#")]
        if one.tag not in SHAPES or wrong:
            what = f"'{one.tag}' with {wrong}" if wrong else f"'{one.tag}'"
            yield f"{what} is not allowed: bare symbols (without <svg>), shapes and links inside alone"


def _undrawn(drawings: Drawings, id: str) -> Iterator[str]:
    """Yield why a symbol cannot be drawn."""
    try:
        drawings.draw(id)
    except KeyError as error:
        yield f"there is no {error}, which '{id}' needs"
    except RecursionError:
        yield f"'{id}' is a part of itself"


def _named(content: Content, drawings: Drawings) -> Iterator[Found]:
    """Yield every picture and sign that a record names, and that is not drawn or has no name."""
    named = [(path, f"picture--{name}") for path, name in content.texts if path[-1] == "picture"]
    for path, picture in content.instances(Picture):
        named.append(((*path, "symbol"), f"picture--{picture.symbol}"))
        for index, sign in enumerate(picture.key):
            named.append(((*path, "key", index), f"key--{sign}"))
            if sign not in content.records.guide.picture_key:
                yield (*path, "key", index), f"no name for '{sign}' in guide > picture_key"
    for path, id in named:
        if id not in drawings.parts:
            yield path, f"no symbol '{id}'{nearest(id, drawings.parts)}"
