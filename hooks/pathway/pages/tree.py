"""The decision guide drawn as one picture: leaves stacked, straight lines, each label on its own line."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from ..records.decision import Group
from .site import Site

STEP_X, STEP_WIDTH, LEAF_WIDTH = 190, 102, 240  # units of the drawing, about a pixel each
LINE, LEAF_GAP, CHARS, LABEL_CHARS = 16, 12, 10, 11


@dataclass(frozen=True)
class Node:
    """A box: a step or a result. `x`, `y` is the middle of its left side."""

    id: str
    lines: list[str]
    x: float
    y: float
    width: float
    height: float
    leaf: bool


@dataclass(frozen=True)
class Branch:
    """A line from a box to the next, with the words of the answer by line; points are (x, y)."""

    step: str
    target: str
    label: list[str]
    points: list[tuple[float, float]]
    x: float
    y: float


@dataclass(frozen=True)
class Outline:
    """The tree as a folding list: a step with its answers, each leading to another or to a result."""

    id: str
    words: str
    options: list[str]
    answers: list[tuple[str, Outline]]


@dataclass(frozen=True)
class Tree:
    """The whole picture with its size, and the same as an outline."""

    nodes: list[Node]
    branches: list[Branch]
    width: float
    height: float
    outline: Outline
    results: list[Outline]


def tree(site: Site) -> Tree:
    """Return the routing as a drawing. Valid only where it is a tree."""
    graph, records = site.graph, site.content.records
    depth = max(len(route.edges) for route in graph.routes)
    leaf_x = depth * STEP_X
    nodes: dict[str, Node] = {}
    top = 0.0

    def place(id: str, level: int) -> Node:
        nonlocal top
        if id in records.outcomes:
            node = _leaf(site, id, leaf_x, top)
            top += node.height + LEAF_GAP
        else:
            below = [place(edge.target, level + 1) for edge in graph.outgoing[id]]
            question = records.questions[records.steps[id].question]
            lines = textwrap.wrap(str(question.short or site.wording.plain(question.ask)), CHARS)
            middle = (below[0].y + below[-1].y) / 2
            height = len(lines) * LINE + 10
            node = Node(id, lines, level * STEP_X, middle, STEP_WIDTH, height, False)
        nodes[id] = node
        return node

    first = str(records.guide.first)
    place(first, 0)
    branches = [_branch(site, edge.step, edge.answer, nodes) for edge in graph.edges if edge.step in nodes]
    results = [_outline(site, route.outcome) for route in graph.routes]
    outline = _outline(site, first)
    return Tree(list(nodes.values()), branches, leaf_x + LEAF_WIDTH, top, outline, results)


def _leaf(site: Site, id: str, x: float, top: float) -> Node:
    height = LINE + 10
    short = str(site.content.records.outcomes[id].short)
    return Node(id, [short], x, top + height / 2, LEAF_WIDTH, height, True)


def _options(site: Site, id: str) -> list[str]:
    records = site.content.records
    return [
        records.treatments[option.treatment].row_name
        for option in records.outcomes[id].options
        if option.group != Group.NOT
    ]


def _branch(site: Site, step: str, answer: str, nodes: dict[str, Node]) -> Branch:
    """Return a line: out of the box, along a column of its own, and level into the next box."""
    records = site.content.records
    start = nodes[step]
    edge = next(e for e in site.graph.outgoing[step] if e.answer == answer)
    end = nodes[edge.target]
    bend = start.x + start.width + 8
    points = [(start.x + start.width, start.y), (bend, start.y), (bend, end.y), (end.x, end.y)]
    label = str(records.questions[records.steps[step].question].answers[answer].short)
    lines = textwrap.wrap(label, LABEL_CHARS if end.x - bend < STEP_X else len(label))
    return Branch(step, edge.target, lines, points, bend + 4, end.y - 4 - 13 * (len(lines) - 1))


def _outline(site: Site, id: str) -> Outline:
    records = site.content.records
    if id in records.outcomes:
        return Outline(id, str(records.outcomes[id].short), _options(site, id), [])
    question = records.questions[records.steps[id].question]
    below = [
        (str(question.answers[edge.answer].short), _outline(site, edge.target))
        for edge in site.graph.outgoing[id]
    ]
    return Outline(id, site.wording.plain(question.ask), [], below)
