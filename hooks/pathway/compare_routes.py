"""What a change does to the ways through the questions, and to the sheets of paper for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .build import Built
from .graph import Path
from .links import sheet_path
from .views import Views


@dataclass(frozen=True)
class PathChange:
    """A path: its (question, answer) words, and its ending with its code before and after."""

    said: tuple[tuple[str, str], ...]
    before: str | None
    after: str | None


def paths(before: Views, after: Views) -> Iterator[PathChange]:
    """Yield each path that ends elsewhere, has another code, is new or is gone."""
    old = {path.answers: path for path in before.graph.paths}
    new = {path.answers: path for path in after.graph.paths}
    left: dict[tuple[tuple[str, str], ...], list[Path]] = {}
    for answers, path in old.items():
        if answers not in new:
            left.setdefault(_said(before, path), []).append(path)
    for answers, path in new.items():
        said = _said(after, path)
        same = left.get(said)  # a path whose ids changed, and no word of it
        was = old.get(answers) or (same.pop(0) if same else None)
        if not was or (was.code, was.outcome) != (path.code, path.outcome):
            ends, ended = _ending(after, path), _ending(before, was) if was else None
            same_name = ", another ending of the same name" if ends == ended else ""
            yield PathChange(said, ended, ends + same_name)
    for said, gone in left.items():
        yield from (PathChange(said, _ending(before, path), None) for path in gone)


def _said(views: Views, path: Path) -> tuple[tuple[str, str], ...]:
    return tuple((views.plain(ask), views.plain(answer)) for ask, answer in views.routes.said(path))


def _ending(views: Views, path: Path) -> str:
    return f"{views.speaker.name(path.outcome)} ({path.code})"


def sheets(before: Built, after: Built) -> Iterator[str]:
    """Yield the codes of the sheets that differ; those of new and gone paths are told with the paths."""
    old = {path.code: _sheet(before, path) for path in before.views.graph.paths}
    for path in after.views.graph.paths:
        if path.code in old and old[path.code] != _sheet(after, path):
            yield path.code


def _sheet(built: Built, path: Path) -> list[str]:
    """Return a sheet and its pictures, without the edition: that follows from any change at all."""
    sheet = built.files[sheet_path(built.content, path)]
    shown = [file for name, file in built.files.items() if name.endswith(".svg") and name in sheet]
    return [sheet.replace(built.edition["short_hash"], ""), *shown]
