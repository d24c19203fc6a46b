"""A sheet of paper for each path: a bare page that prints on at most two sides."""

from __future__ import annotations

import posixpath

from markupsafe import Markup

from ..model.graph import Route
from ..model.statements import Statement
from ..source.references import scan
from ..text.drawing import Drawing
from ..text.environment import environment
from ..text.links import sheet_path
from .context import PageContext

STYLES = "assets/sheet.css"
MOST = 40  # with more paths than this, the questions are too many for a reader


def sheets(views: PageContext) -> dict[str, str]:
    """Return the sheet of every path by its file, and the pictures that the sheets show."""
    template = environment().get_template("sheet.html.j2")
    drawn = drawn_alone(views)
    pictures = {_file(id): str(drawing.svg) for id, drawing in drawn.items()}
    return pictures | {
        sheet_path(views.content, path.slug): template.render(
            g=views, path=path, **_parts(views, path, drawn)
        )
        for path in views.graph.routes
    }


def drawn_alone(views: PageContext) -> dict[str, Drawing]:
    """Return the drawing of each treatment that has one, as a file of its own."""
    every = {id: views.drawings.draw(t, "alone", alone=True) for id, t in views.records.treatments.items()}
    return {id: drawing for id, drawing in every.items() if drawing}


def _file(treatment: str) -> str:
    return f"assets/drawings/{treatment}.svg"


def _parts(views: PageContext, path: Route, drawn: dict[str, Drawing]) -> dict[str, object]:
    outcome = views.records.outcomes[path.outcome]
    lines = [
        *views.statements.read(views.guide.every_outcome).all,
        *views.statements.read(outcome.claims).all,
    ]
    named = [*outcome.treatments, *outcome.since]
    file = sheet_path(views.content, path.slug)
    return {
        "styles": Markup(posixpath.relpath(STYLES, posixpath.dirname(file))),
        "drawings": [
            {
                "src": Markup(posixpath.relpath(_file(id), posixpath.dirname(file))),
                "title": d.title,
                "text_alternative": d.text_alternative,
            }
            for id, d in drawn.items()
            if id in outcome.treatments
        ],
        "outcome": outcome,
        "lines": lines,
        "words": _words(views, lines, [str(t) for t in named]),
        "sources": list(dict.fromkeys(s.partition("#")[0] for line in lines for s in line.sources)),
    }


def _words(views: PageContext, lines: list[Statement], treatments: list[str]) -> list[tuple[str, str, str]]:
    """Return (name, how to say it, meaning) of the treatments and terms on a sheet."""
    found = dict.fromkeys(treatments)
    found |= dict.fromkeys(ref.record for line in lines for ref in scan(line.say))
    records = [views.content.by_id[id] for id in found if views.content.kinds[id] in ("terms", "treatments")]
    return [(r.name, r.say or "", views.plain(r.meaning)) for r in records]
