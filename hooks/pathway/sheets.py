"""A sheet of paper for each path: a bare page that prints on at most two sides."""

from __future__ import annotations

from .graph import Path
from .lines import Line
from .links import sheet_path
from .references import scan
from .templates import environment
from .views import Views

MOST = 40  # with more paths than this, the questions are too many for a reader


def sheets(views: Views) -> dict[str, str]:
    """Return the sheet of every path by its file."""
    template = environment().get_template("sheet.html.j2")
    return {
        sheet_path(views.content, path): template.render(g=views, path=path, **_parts(views, path))
        for path in views.graph.paths
    }


def _parts(views: Views, path: Path) -> dict[str, object]:
    outcome = views.records.outcomes[path.outcome]
    lines = [
        *views.reader.lines(views.guide.every_outcome).said,
        *views.reader.lines(outcome.claims).said,
    ]
    named = [*outcome.treatments, *outcome.since]
    return {
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
