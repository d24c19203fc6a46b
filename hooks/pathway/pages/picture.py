"""A picture with its words: what it shows, and the signs of its key."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.fields import Label
from ..records.treatments import Picture
from ..source.prose import Page
from ..text.drawing import Drawing
from .site import Site


@dataclass(frozen=True)
class Shown:
    """A picture, its text alternative, what stands below it, its key, and what it was compared with."""

    drawing: Drawing
    shows: Label
    note: Label | None
    key: list[tuple[Drawing, Label]]
    sources: list[str]


def shown(site: Site, picture: Picture | None) -> Shown | None:
    """Return how a picture is shown, or nothing where there is none."""
    if not picture:
        return None
    names = site.content.records.guide.picture_key
    key = [(site.drawings.draw(f"key--{sign}"), names[sign]) for sign in picture.key]
    drawing = site.drawings.draw(f"picture--{picture.symbol}")
    return Shown(drawing, picture.shows, picture.note, key, [str(source) for source in picture.sources])


def front(site: Site, _id: str, _page: Page) -> Shown | None:
    """Return the picture of the front page."""
    return shown(site, site.content.records.guide.picture)
