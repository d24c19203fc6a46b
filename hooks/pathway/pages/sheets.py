"""A sheet of paper for each path: a bare page that prints on at most two sides."""

from __future__ import annotations

import posixpath

from markupsafe import Markup

from ..model.graph import Path
from ..model.statements import Line
from ..source.references import scan
from ..text.drawing import Drawing
from ..text.environment import environment
from ..text.links import sheet_path
from .context import Views

STYLES = "assets/sheet.css"
MOST = 40  # with more paths than this, the questions are too many for a reader


def sheets(views: Views) -> dict[str, str]:
    """Return the sheet of every path by its file, and the pictures that the sheets show."""
    template = environment().get_template("sheet.html.j2")
    drawn = drawn_alone(views)
    pictures = {_file(id): str(drawing.svg) for id, drawing in drawn.items()}
    return pictures | {
        sheet_path(views.content, path): template.render(g=views, path=path, **_parts(views, path, drawn))
        for path in views.graph.paths
    }


def drawn_alone(views: Views) -> dict[str, Drawing]:
    """Return the drawing of each treatment that has one, as a file of its own."""
    every = {id: views.artist.draw(t, "alone", alone=True) for id, t in views.records.treatments.items()}
    return {id: drawing for id, drawing in every.items() if drawing}


def _file(treatment: str) -> str:
    return f"assets/drawings/{treatment}.svg"


def _parts(views: Views, path: Path, drawn: dict[str, Drawing]) -> dict[str, object]:
    outcome = views.records.outcomes[path.outcome]
    lines = [
        *views.reader.lines(views.guide.every_outcome).said,
        *views.reader.lines(outcome.claims).said,
    ]
    named = [*outcome.treatments, *outcome.since]
    file = sheet_path(views.content, path)
    return {
        "styles": Markup(posixpath.relpath(STYLES, posixpath.dirname(file))),
        "drawings": [
            {
                "src": Markup(posixpath.relpath(_file(id), posixpath.dirname(file))),
                "title": d.title,
                "twin": d.twin,
            }
            for id, d in drawn.items()
            if id in outcome.treatments
        ],
        "outcome": outcome,
        "lines": lines,
        "words": _words(views, lines, [str(t) for t in named]),
        "sources": list(dict.fromkeys(s.partition("#")[0] for line in lines for s in line.sources)),
    }


def _words(views: Views, lines: list[Line], treatments: list[str]) -> list[tuple[str, str, str]]:
    """Return (name, how to say it, meaning) of the treatments and terms on a sheet."""
    found = dict.fromkeys(treatments)
    found |= dict.fromkeys(ref.record for line in lines for ref in scan(line.say))
    records = [views.content.by_id[id] for id in found if views.content.kinds[id] in ("terms", "treatments")]
    return [(r.name, r.say or "", views.plain(r.meaning)) for r in records]
