"""The picture of a treatment: the guide's own SVG template, told what happens to which place."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..records.content import Content
from ..records.pathway import Treatment
from .environment import compiled
from .wording import Speaker, capital, listed


@dataclass(frozen=True)
class Drawing:
    """One drawing: the SVG, its title, what it shows in words, and the legend."""

    svg: Markup
    title: str
    twin: str
    legend: list[tuple[str, str]]


@dataclass(frozen=True)
class Artist:
    """Draws treatments. A guide without a template has no drawings, only their words."""

    content: Content
    speaker: Speaker

    def draw(self, treatment: Treatment, uid: str, alone: bool = False) -> Drawing | None:
        """Return the drawing of a treatment, or nothing where its record names no place.

        `uid` is unique on a page; `alone` asks for a file of its own, black on white.
        """
        if not treatment.drawing or not self.content.drawing:
            return None
        records = self.content.records
        done = {str(place): str(part.action) for part in treatment.drawing for place in part.places}
        title = f"{capital(treatment.name)}: {records.guide.drawing_title}"
        twin = self.twin(treatment)
        template = compiled(self.content.drawing)
        svg = template.render(done=done, uid=uid, title=title, description=twin, alone=alone)
        legend = [(str(part.action), records.actions[part.action].name) for part in treatment.drawing]
        lines = "".join(line.strip() + " " for line in svg.splitlines() if line.strip())
        return Drawing(Markup(lines.strip()), title, twin, list(dict.fromkeys(legend)))

    def twin(self, treatment: Treatment) -> str:
        """Return in words what a drawing shows."""
        records = self.content.records
        parts = [
            f"{records.actions[part.action].words} {listed([records.places[p].name for p in part.places])}"
            for part in treatment.drawing
        ]
        notes = filter(None, (treatment.drawing_note, records.guide.drawing_note))
        return " ".join([f"{capital(treatment.name)} {listed(parts)}.", *notes])
