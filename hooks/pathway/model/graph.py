"""The decision guide as a graph: steps are nodes, answers are edges, outcomes are leaves."""

import graphlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..records.decision import Answer, Question
from ..records.pathway import Pathway


class Edge(NamedTuple):
    """One answer at one step, and the step or outcome that it leads to."""

    step: str
    answer: str
    target: str


class Route(NamedTuple):
    """The answers from the first step to one outcome."""

    edges: tuple[Edge, ...]

    @property
    def outcome(self) -> str:
        """The ending of this path."""
        return self.edges[-1].target

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return the (step, answer) pairs in order."""
        return tuple((edge.step, edge.answer) for edge in self.edges)


def cycle(order: Mapping[str, Iterable[str]]) -> list[str]:
    """Return a circle of what comes before what, first one repeated, or nothing."""
    try:
        graphlib.TopologicalSorter(order).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


@dataclass(frozen=True)
class Graph:
    """The routing of a guide. Valid only where `find_cycle()` is empty."""

    records: Pathway

    def question(self, step: str) -> Question:
        """Return the question that a step asks."""
        return self.records.questions[self.records.steps[step].question]

    def answer(self, edge: Edge) -> Answer:
        """Return the answer that an edge stands for."""
        return self.question(edge.step).answers[edge.answer]

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Return every edge, in the order of the data."""
        return tuple(Edge(s, a, t) for s, step in self.records.steps.items() for a, t in step.answers.items())

    @cached_property
    def outgoing(self) -> dict[str, list[Edge]]:
        """Return the edges that leave each step."""
        return {s: [e for e in self.edges if e.step == s] for s in self.records.steps}

    def find_cycle(self) -> list[str]:
        """Return the ids of a circle of steps, first one repeated, or nothing."""
        order = {step: [e.target for e in edges] for step, edges in self.outgoing.items()}
        return cycle(order)[::-1]

    @cached_property
    def reachable(self) -> set[str]:
        """Return every step and outcome that some answers lead to."""
        found = [str(self.records.guide.first)]
        for here in found:  # which grows as it is read
            found += [e.target for e in self.outgoing.get(here, ()) if e.target not in found]
        return set(found)

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """Return every path from the first step to an outcome, in the order of the answers."""
        return tuple(Route(edges) for edges in self.from_step(self.records.guide.first))

    def case(self, route: Route) -> dict[str, str]:
        """Return the answer to each question on a route."""
        return {str(self.records.steps[step].question): answer for step, answer in route.answers}

    @cached_property
    def into(self) -> dict[str, list[Edge]]:
        """The edges that lead to each step and outcome. In a tree there is one, but for the first."""
        targets = dict.fromkeys(edge.target for edge in self.edges)
        return {target: [e for e in self.edges if e.target == target] for target in targets}

    def way_to(self, node: str) -> list[Edge]:
        """Return the edges from the first step to a step or outcome of a tree."""
        if node == self.records.guide.first:
            return []
        last = self.into[node][0]
        return [*self.way_to(last.step), last]

    def from_step(self, step: str) -> Iterator[tuple[Edge, ...]]:
        """Yield every way from a step to an outcome."""
        for edge in self.outgoing[step]:
            if edge.target in self.records.outcomes:
                yield (edge,)
            else:
                yield from ((edge, *rest) for rest in self.from_step(edge.target))

    def changes(self, route: Route) -> list[tuple[Edge, set[str]]]:
        """Return each other answer at a step of a route, and the outcomes that it can lead to."""
        others = [other for edge in route.edges for other in self.outgoing[edge.step] if other != edge]
        return [(other, self.outcomes_after(other)) for other in others]

    def outcomes_after(self, edge: Edge) -> set[str]:
        """Return the outcomes that an answer can still lead to."""
        if edge.target in self.records.outcomes:
            return {edge.target}
        return {edges[-1].target for edges in self.from_step(edge.target)}
