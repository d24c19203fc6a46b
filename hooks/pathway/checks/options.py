"""What must hold for results: each reason fits its case, and no case that fits is left out."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.graph import Graph
from ..model.options import Options
from ..model.scope import inside
from ..model.statements import Statements
from ..records.content import Content
from ..records.decision import Option
from ..source.positions import KeyPath
from ..source.problems import Problem


def check_options(content: Content) -> Iterator[Problem]:
    """Yield options without a fitting reason. Only for a routing that is a tree."""
    records = content.records
    graph = Graph(records)
    cases = {route.outcome: graph.case(route) for route in graph.routes}
    supported: dict[str, set[str]] = {}
    for path, option, known in _every(content, cases):
        supported.setdefault(str(option.because), set()).add(str(option.treatment))
        claim = records.claims[option.because]
        if not inside(claim, known):
            what = f"'{option.because}' speaks of another case: see its 'for'"
            yield content.data.problem((*path, "because"), what)
        if option.because in Statements(records).newer:
            what = f"'{option.because}' was replaced: it is no reason today"
            yield content.data.problem((*path, "because"), what)
    yield from _left_out(content, cases, supported)
    yield from _twice(content)
    yield from _idle(content, Options(records, graph))


def _every(
    content: Content, cases: dict[str, dict[str, str]]
) -> Iterator[tuple[KeyPath, Option, dict[str, str]]]:
    for id, outcome in content.records.outcomes.items():
        for index, option in enumerate(outcome.options):
            yield ("outcomes", id, "options", index), option, cases[id]
    for id, question in content.records.questions.items():
        for answer, record in question.answers.items():
            for index, option in enumerate(record.adds):
                yield ("questions", id, "answers", answer, "adds", index), option, {id: answer}


def _left_out(
    content: Content, cases: dict[str, dict[str, str]], supported: dict[str, set[str]]
) -> Iterator[Problem]:
    for claim, treatments in supported.items():
        for id, outcome in content.records.outcomes.items():
            if not inside(content.records.claims[claim], cases[id]):
                continue
            for treatment in treatments - {str(o.treatment) for o in outcome.options}:
                what = f"'{claim}' speaks of this case, too: '{treatment}' must be an option"
                yield content.data.problem(("outcomes", id, "options"), what)


def _twice(content: Content) -> Iterator[Problem]:
    for id, outcome in content.records.outcomes.items():
        seen: set[str] = set()
        for index, option in enumerate(outcome.options):
            if option.treatment in seen:
                what = f"'{option.treatment}' is an option already"
                yield content.data.problem(("outcomes", id, "options", index), what)
            seen.add(str(option.treatment))


def _idle(content: Content, options: Options) -> Iterator[Problem]:
    for id, question in options.adding.items():
        if not options.changes_something(question):
            yield content.data.problem(("questions", id), "no answer changes anything: it is not needed")
