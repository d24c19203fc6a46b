"""What a change does for readers: two builds in, all that differs out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .blocks import PageGrade
from .build import Built
from .compare_records import RecordChange, figures, records
from .compare_routes import PathChange, paths, sheets
from .compare_values import Change
from .records import Scorecard
from .scorecard import Score
from .views import Views


@dataclass(frozen=True)
class PageChange:
    """A page that reads otherwise: `new`, `gone`, `edited`, or `follows` from another change."""

    path: str
    title: str
    state: str
    before: PageGrade | None
    after: PageGrade | None


@dataclass(frozen=True)
class ScoreChange:
    """A group of a standard with its score before and after; `None` where it is not there."""

    standard: str
    group: str
    before: tuple[Scorecard, Score] | None
    after: tuple[Scorecard, Score] | None


@dataclass(frozen=True)
class Difference:
    """All that differs. `counts` are the paths before and after, `sheets` the codes of clinic sheets.

    `scores` holds every score, also where it stayed.
    """

    counts: tuple[int, int]
    paths: tuple[PathChange, ...]
    figures: tuple[Change, ...]
    records: tuple[RecordChange, ...]
    pages: tuple[PageChange, ...]
    sheets: tuple[str, ...]
    scores: tuple[ScoreChange, ...]

    @property
    def nothing(self) -> bool:
        """Say whether all is as it was."""
        return not (self.paths or self.figures or self.records or self.pages or self.sheets)


def compare(before: Built, after: Built) -> Difference:
    """Return what differs between two builds."""
    old, new = before.views, after.views
    return Difference(
        (len(old.graph.paths), len(new.graph.paths)),
        tuple(paths(old, new)),
        tuple(figures(old, new)),
        tuple(records(old, new)),
        tuple(_pages(before, after)),
        tuple(sheets(before, after)),
        tuple(_scores(old, new)),
    )


def _pages(before: Built, after: Built) -> Iterator[PageChange]:
    old = {page.path: page for page in before.content.pages}
    new = {page.path: page for page in after.content.pages}
    for path in {**new, **old}:
        was, now = before.pages.get(path), after.pages.get(path)
        if was == now:
            continue
        state = "edited" if was and now and old[path].text != new[path].text else "follows"
        yield PageChange(
            path,
            (now or before.pages[path]).title,
            "new" if not was else "gone" if not now else state,
            before.views.grades[old[path].id] if was else None,
            after.views.grades[new[path].id] if now else None,
        )


def _scores(before: Views, after: Views) -> Iterator[ScoreChange]:
    old, new = _by_group(before), _by_group(after)
    for key in {**new, **old}:
        was, now = old.get(key), new.get(key)
        name = (now or old[key])[0].name
        yield ScoreChange(name, key[1], was, now)


def _by_group(views: Views) -> dict[tuple[str, str], tuple[Scorecard, Score]]:
    cards = zip(views.records.scorecards, views.cards(), strict=True)
    return {(id, score.group): (card, score) for id, (card, _, scores) in cards for score in scores}
