"""The decision guide as a graph: steps are nodes, answers are edges, outcomes are leaves."""

from __future__ import annotations

import graphlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..records.pathway import Pathway

_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so that no code spells a word
_DIGITS = "23456789"  # none that is mistaken for a letter


@dataclass(frozen=True)
class Edge:
    """One answer at one step, and the step or outcome that it leads to."""

    step: str
    answer: str
    target: str


@dataclass(frozen=True)
class Route:
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

    @property
    def slug(self) -> str:
        """The part of an address that names this path: its answers in order."""
        return "-".join(edge.answer for edge in self.edges) + "-" + self.code.lower()

    @property
    def code(self) -> str:
        """Four signs to say on the phone. They depend on the answers alone."""
        said = "/".join(f"{edge.step}={edge.answer}" for edge in self.edges)
        number = int.from_bytes(hashlib.sha256(said.encode()).digest()[:8], "big")
        number, first = divmod(number, len(_ALPHABET))
        number, second = divmod(number, len(_ALPHABET))
        number, third = divmod(number, len(_DIGITS))
        return _ALPHABET[first] + _ALPHABET[second] + _DIGITS[third] + _DIGITS[number % len(_DIGITS)]


@dataclass(frozen=True)
class Graph:
    """The routing of a guide. Valid only where `find_cycle()` is empty."""

    records: Pathway

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Return every edge, in the order of the data."""
        steps = self.records.steps.items()
        return tuple(Edge(s, a, t) for s, step in steps for a, t in step.answers.items())

    @cached_property
    def outgoing(self) -> dict[str, list[Edge]]:
        """Return the edges that leave each step."""
        return {s: [e for e in self.edges if e.step == s] for s in self.records.steps}

    def find_cycle(self) -> list[str]:
        """Return the ids of a circle of steps, first one repeated, or nothing."""
        order = {step: [e.target for e in edges] for step, edges in self.outgoing.items()}
        try:
            graphlib.TopologicalSorter(order).prepare()
        except graphlib.CycleError as error:
            return list(reversed(error.args[1]))
        return []

    @cached_property
    def reachable(self) -> set[str]:
        """Return every step and outcome that some answers lead to."""
        seen: set[str] = set()
        waiting = [str(self.records.guide.first)]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting += [e.target for e in self.outgoing.get(here, ())]
        return seen

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """Return every path from the first step to an outcome, in the order of the answers."""
        return tuple(Route(edges) for edges in self.from_step(self.records.guide.first))

    def from_step(self, step: str) -> Iterator[tuple[Edge, ...]]:
        """Yield every way from a step to an outcome."""
        for edge in self.outgoing[step]:
            if edge.target in self.records.outcomes:
                yield (edge,)
            else:
                yield from ((edge, *rest) for rest in self.from_step(edge.target))

    @cached_property
    def ordered(self) -> list[str]:
        """Return the reached steps, each after every step that leads to it."""
        order: dict[str, set[str]] = {s: set() for s in self.outgoing if s in self.reachable}
        for edge in self.edges:
            if edge.step in order and edge.target in order:
                order[edge.target].add(edge.step)
        depth = {str(self.records.guide.first): 0}
        for step in graphlib.TopologicalSorter(order).static_order():
            depth[step] = max((depth[s] + 1 for s in order[step]), default=0)
        return sorted(order, key=lambda s: depth[s])

    def changes(self, path: Route) -> list[tuple[Edge, Edge, set[str]]]:
        """Return (given answer, other answer, outcomes it leads to) for single changed answers."""
        found = []
        for edge in path.edges:
            for other in self.outgoing[edge.step]:
                if other.answer != edge.answer:
                    found.append((edge, other, self.outcomes_after(other)))
        return found

    def outcomes_after(self, edge: Edge) -> set[str]:
        """Return the outcomes that an answer can still lead to."""
        if edge.target in self.records.outcomes:
            return {edge.target}
        return {edges[-1].target for edges in self.from_step(edge.target)}
