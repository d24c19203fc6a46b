"""What must hold for results: each reason fits its case, and no case that fits is left out."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.graph import Graph
from ..model.options import Options
from ..model.scope import inside
from ..model.statements import Statements
from ..records.content import Content
from ..records.decision import Option
from ..records.load import instances
from ..source.problems import Problem


def check_options(content: Content) -> Iterator[Problem]:
    """Yield options without a fitting reason. Only for a routing that is a tree."""
    records = content.records
    graph = Graph(records)
    cases = {route.outcome: graph.case(route) for route in graph.routes}
    supported: dict[str, set[str]] = {}
    for path, option in instances(records, Option):
        id, answer = str(path[1]), str(path[3])
        known = cases[id] if path[0] == "outcomes" else {id: answer}
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


def _left_out(
    content: Content, cases: dict[str, dict[str, str]], supported: dict[str, set[str]]
) -> Iterator[Problem]:
    for id, outcome in content.records.outcomes.items():
        listed = {str(option.treatment) for option in outcome.options}
        for claim in [c for c in supported if inside(content.records.claims[c], cases[id])]:
            for treatment in supported[claim] - listed:
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
