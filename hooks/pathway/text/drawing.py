"""The picture of a treatment: the guide's own SVG template, told what happens to which place."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..records.content import Content
from ..records.treatments import Treatment
from .environment import compiled
from .wording import TextRenderer, capitalize_first, join_words


@dataclass(frozen=True)
class Drawing:
    """One drawing: the SVG, its title, what it shows in words, and the legend."""

    svg: Markup
    title: str
    text_alternative: str
    legend: list[tuple[str, str]]


@dataclass(frozen=True)
class DrawingRenderer:
    """Draws treatments. A guide without a template has no drawings, only their words."""

    content: Content
    wording: TextRenderer

    def draw(self, treatment: Treatment, uid: str, alone: bool = False) -> Drawing | None:
        """Return the drawing of a treatment, or nothing where its record names no place.

        `uid` is unique on a page; `alone` asks for a file of its own, black on white.
        """
        if not treatment.drawing or not self.content.drawing:
            return None
        records = self.content.records
        done = {str(place): str(part.action) for part in treatment.drawing for place in part.places}
        title = f"{capitalize_first(treatment.name)}: {records.guide.drawing_title}"
        text_alternative = self.text_alternative(treatment)
        template = compiled(self.content.drawing)
        svg = template.render(done=done, uid=uid, title=title, description=text_alternative, alone=alone)
        legend = [(str(part.action), records.actions[part.action].name) for part in treatment.drawing]
        lines = "".join(line.strip() + " " for line in svg.splitlines() if line.strip())
        return Drawing(Markup(lines.strip()), title, text_alternative, list(dict.fromkeys(legend)))

    def text_alternative(self, treatment: Treatment) -> str:
        """Return in words what a drawing shows."""
        records = self.content.records
        parts = []
        for part in treatment.drawing:
            places = join_words([records.places[place].name for place in part.places])
            parts.append(f"{records.actions[part.action].words} {places}")
        notes = filter(None, (treatment.drawing_note, records.guide.drawing_note))
        return " ".join([f"{capitalize_first(treatment.name)} {join_words(parts)}.", *notes])
