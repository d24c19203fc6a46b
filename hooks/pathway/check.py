"""All checks, in an order in which each may trust the ones before."""

from __future__ import annotations

from .check_graph import check_graph
from .check_pages import check_pages
from .check_records import check_records
from .check_texts import check_texts
from .content import Content
from .problems import ContentError, Problem


def check(content: Content, listed: list[str] | None = None) -> None:
    """Raise `ContentError` with every problem of the content, or return."""
    problems: list[Problem] = list(check_records(content))
    problems += check_texts(content)
    problems += check_pages(content, listed)
    if not any("unknown id" in problem.message for problem in problems):
        problems += check_graph(content)
    if problems:
        raise ContentError(problems)
