"""The guide as data: everything resolved as JSON, and a table row for each path."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from ..model.graph import Graph
from ..model.routes import Routes
from ..records.content import Content
from ..records.fields import Text, Words
from ..records.pathway import SETS
from ..text.wording import TextRenderer

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def downloads(content: Content) -> dict[str, str]:
    """Return the files to download by name."""
    return {"pathway.json": as_json(content), "paths.csv": as_csv(content)}


def stamp(content: Content) -> dict[str, str]:
    """Return what names this edition: its hash and its date."""
    return {"content_hash": content.hash, "reviewed": content.records.guide.reviewed}


def as_json(content: Content) -> str:
    """Return all records with every reference written out, and all paths."""
    wording = TextRenderer(content)
    records = content.records.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for path, words in content.texts:
        if isinstance(words, Text):
            _put(records, path, wording.plain(words))
    found = {name: records.get(name, {}) for name in ("guide", *SETS, "changes")}
    return json.dumps(stamp(content) | found | {"paths": _paths(content)}, ensure_ascii=False)


def _put(tree: Any, path: tuple[str | int, ...], value: str) -> None:
    for part in path[:-1]:
        tree = tree[part]
    tree[path[-1]] = value


def _paths(content: Content) -> list[dict[str, Any]]:
    return [
        {
            "code": path.code,
            "answers": [{"step": step, "answer": answer} for step, answer in path.answers],
            "outcome": path.outcome,
        }
        for path in Graph(content.records).routes
    ]


def as_csv(content: Content) -> str:
    """Return a row for each path. No cell can be taken for a formula by a spreadsheet."""
    wording, graph = TextRenderer(content), Graph(content.records)
    routes, records = Routes(graph), content.records
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["code", "answers", "outcome", "ending", "treatments", "since", *stamp(content)])
    for path in graph.routes:
        outcome = records.outcomes[path.outcome]
        said = [f"{wording.plain(q)} {wording.plain(a)}" for q, a in routes.questions_and_answers(path)]
        named = [_names(content, group) for group in (outcome.treatments, outcome.since)]
        row = [path.code, " > ".join(said), path.outcome, wording.plain(outcome.name), *named]
        writer.writerow([_safe(cell) for cell in [*row, *stamp(content).values()]])
    return out.getvalue()


def _names(content: Content, ids: list[Any]) -> str:
    return "; ".join(content.records.treatments[id].name for id in ids)


def _safe(cell: str | Words) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else str(cell)
