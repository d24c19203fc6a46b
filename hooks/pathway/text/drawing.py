"""The pictures of a guide: symbols of its file of pictures, each made whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring, tostring

from markupsafe import Markup


class Drawing(NamedTuple):
    """What stands inside a picture, and the box that it fills."""

    box: str
    inside: Markup


@dataclass(frozen=True)
class Drawings:
    """The pictures by id. What one takes from another stands in it: no picture points outside itself."""

    text: str

    @cached_property
    def parts(self) -> dict[str, Element]:
        """Every picture, and every part that pictures share. Raises `ParseError`."""
        return {part.get("id", ""): part for part in fromstring(f"<svg>{self.text}</svg>")}

    def draw(self, id: str) -> Drawing:
        """Return a picture. Raises `KeyError` where it, or a part of it, does not exist."""
        inside = "".join(tostring(part, "unicode") for part in self._whole(self.parts[id]))
        return Drawing(self.parts[id].get("viewBox", ""), Markup(inside.strip()))  # checked: shapes alone

    def symbols(self, ids: Iterable[str]) -> Markup:
        """Return pictures as symbols, for a page that shows them more than once."""
        found = [(id, self.draw(id)) for id in dict.fromkeys(ids)]
        symbol = Markup('<symbol id="{}" viewBox="{}">{}</symbol>')
        return Markup("").join(symbol.format(id, drawing.box, drawing.inside) for id, drawing in found)

    def _whole(self, part: Element) -> Iterator[Element]:
        for child in part:
            used = child.get("href", "") if child.tag == "use" else ""
            made = Element("g" if used else child.tag, {k: v for k, v in child.items() if k != "href"})
            made.text = child.text
            made.extend(list(self._whole(self.parts[used[1:]] if used else child)))
            yield made
