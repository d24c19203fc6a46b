"""The guide as data: everything resolved as JSON, and a table row for each route."""

import csv
import io
import json
from functools import reduce
from operator import getitem
from typing import Any

from ..pages.site import Site
from ..records.content import Content
from ..records.decision import Group
from ..records.fields import Text
from ..records.pathway import Pathway

_FORMULA = tuple("=+-@＝＋－＠\t\r\n;")


def downloads(site: Site) -> dict[str, str]:
    """Return the files to download by name."""
    return {"pathway.json": as_json(site), "paths.csv": as_csv(site)}


def stamp(content: Content) -> dict[str, str]:
    """Return what names this edition: its hash and its date."""
    return {"content_hash": content.hash, "reviewed": content.records.guide.reviewed}


def as_json(site: Site) -> str:
    """Return all records with every reference written out, and all routes."""
    content = site.content
    records: Any = content.records.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for path, words in content.texts:
        if isinstance(words, Text):
            reduce(getitem, path[:-1], records)[path[-1]] = site.wording.plain(words)
    found = {name: records.get(name, {}) for name in Pathway.model_fields}
    routes = [
        {"answers": [{"step": s, "answer": a} for s, a in route.answers], "outcome": route.outcome}
        for route in site.graph.routes
    ]
    return json.dumps(stamp(content) | found | {"paths": routes}, ensure_ascii=False)


def as_csv(site: Site) -> str:
    """Return a row for each route. No cell can be taken for a formula by a spreadsheet."""
    records = site.content.records
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["outcome", "answers", "case", *(group.value for group in Group), *stamp(site.content)])
    for route in site.graph.routes:
        outcome = records.outcomes[route.outcome]
        arranged = site.options.arrange(outcome, {})
        named = ["; ".join(records.treatments[t].name for t in arranged[group]) for group in Group]
        row = [route.outcome, site.answers(route), site.wording.plain(outcome.case), *named]
        row += stamp(site.content).values()
        writer.writerow(f"'{cell}" if cell.startswith(_FORMULA) else str(cell) for cell in row)
    return out.getvalue()
