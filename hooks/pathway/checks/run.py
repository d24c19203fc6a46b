"""All checks, in an order in which each may trust the ones before."""

from __future__ import annotations

from pathlib import Path

from ..model.scorecard import check_scorecards
from ..records.content import Content
from ..source.navigation import Listed
from ..source.problems import ContentError, Problem
from .balance import check_balance
from .drawing import check_drawing
from .graph import check_graph
from .pages import check_pages
from .records import check_records, check_targets
from .texts import check_texts
from .values import check_values


def check(content: Content, listed: Listed | None, root: Path) -> None:
    """Raise `ContentError` with every problem of the content, or return.

    `listed` is what the navigation names, where there is one; `root` holds the tests that
    scorecards point at.
    """
    lost = list(check_targets(content))
    problems: list[Problem] = [*content.problems, *lost, *check_records(content), *check_values(content)]
    problems += check_texts(content)
    problems += check_pages(content, listed)
    if not lost and not any("unknown id" in problem.message for problem in problems):
        problems += check_graph(content)
        problems += check_balance(content)
        problems += check_drawing(content)
    problems += check_scorecards(content, root)
    if problems:
        raise ContentError(problems)
