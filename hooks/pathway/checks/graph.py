"""What must hold for the decision guide: every path ends, every ending says something."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.graph import Graph
from ..records.content import Content
from ..source.problems import Problem


def check_graph(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with the routing. Only for data whose ids are all known."""
    graph = Graph(content.records)
    cycle = graph.find_cycle()
    if cycle:
        way = " -> ".join(cycle)
        yield content.data.problem(("steps", cycle[0]), f"a cycle: {way}")
        return
    yield from _asked_twice(content, graph)
    yield from _reached(content, graph)
    yield from _choices(content, graph)
    yield from _endings(content)


def _asked_twice(content: Content, graph: Graph) -> Iterator[Problem]:
    """A question that a route asks again could be answered otherwise the second time."""
    steps = content.records.steps
    told: set[str] = set()
    for route in graph.routes:
        asked: dict[str, str] = {}
        for step, _ in route.answers:
            question = str(steps[step].question)
            if question in asked and step not in told:
                told.add(step)
                way = " -> ".join(f"{s}={a}" for s, a in route.answers)
                what = f"'{question}' was asked at '{asked[question]}' already, on the route {way}"
                yield content.data.problem(("steps", step, "question"), what)
            asked.setdefault(question, step)


def _reached(content: Content, graph: Graph) -> Iterator[Problem]:
    records = content.records
    asked = {records.steps[s].question for s in records.steps if s in graph.reachable}
    offered: set[str] = set()
    for id, outcome in records.outcomes.items():
        if id in graph.reachable:
            offered |= {*outcome.treatments, *outcome.since}
    offered |= {t.family for id, t in records.treatments.items() if t.family and id in offered}
    groups = (("steps", graph.reachable), ("outcomes", graph.reachable), ("questions", asked))
    for kind, reached in (*groups, ("treatments", offered)):
        for id in content.sets[kind]:
            if id not in reached:
                what = f"nobody can reach this: no answers lead to '{id}'"
                yield content.data.problem((kind, id), what)


def _choices(content: Content, graph: Graph) -> Iterator[Problem]:
    for id, edges in graph.outgoing.items():
        targets = {edge.target for edge in edges}
        if edges and len(targets) == 1:
            what = f"all answers lead to '{edges[0].target}': the question changes nothing"
            yield content.data.problem(("steps", id, "answers"), what)


def _endings(content: Content) -> Iterator[Problem]:
    for id, outcome in content.records.outcomes.items():
        if not outcome.claims and not outcome.silences:
            yield content.data.problem(("outcomes", id), "neither claims nor silences")
        for treatment in set(outcome.treatments) & set(outcome.since):
            what = f"'{treatment}' stands in 'treatments' and in 'since'"
            yield content.data.problem(("outcomes", id, "since"), what)
