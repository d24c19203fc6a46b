"""The decision guide drawn as one picture: leaves stacked, straight lines, each label on its own line."""

import itertools
import textwrap
from typing import NamedTuple

from ..model.graph import Edge
from ..source.prose import Page
from .site import Site

STEP_X, STEP_WIDTH, LEAF_WIDTH = 190, 102, 240  # units of the drawing, about a pixel each
LINE, PADDING, LEAF_GAP, CHARS, LABEL_CHARS = 16, 10, 12, 10, 11
LEAF = float(LINE + PADDING)


class Node(NamedTuple):
    """A box: a step or a result. `x`, `y` is the middle of its left side."""

    id: str
    lines: list[str]
    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        """As much as its lines need."""
        return len(self.lines) * LINE + PADDING


class Branch(NamedTuple):
    """A line from a box to the next, with the words of the answer by line; points are (x, y)."""

    target: str
    label: list[str]
    points: list[tuple[float, float]]
    x: float
    y: float


class Tree(NamedTuple):
    """The whole picture with its size."""

    nodes: list[Node]
    branches: list[Branch]
    width: float
    height: float


def view(site: Site, _id: str, _page: Page) -> Tree:
    """Return the routing as a drawing. Valid only where it is a tree."""
    graph, records = site.graph, site.content.records
    leaf_x = max(len(route.edges) for route in graph.routes) * STEP_X
    leaves = itertools.count()
    nodes: dict[str, Node] = {}

    def place(id: str, level: int) -> Node:
        if id in records.outcomes:
            middle = next(leaves) * (LEAF + LEAF_GAP) + LEAF / 2
            node = Node(id, [records.outcomes[id].short], leaf_x, middle, LEAF_WIDTH)
        else:
            below = [place(edge.target, level + 1) for edge in graph.outgoing[id]]
            question = graph.question(id)
            lines = textwrap.wrap(question.short or site.wording.plain(question.ask), CHARS)
            node = Node(id, lines, level * STEP_X, (below[0].y + below[-1].y) / 2, STEP_WIDTH)
        nodes[id] = node
        return node

    place(records.guide.first, 0)
    branches = [_branch(site, edge, nodes) for edge in graph.edges if edge.step in nodes]
    return Tree(list(nodes.values()), branches, leaf_x + LEAF_WIDTH, next(leaves) * (LEAF + LEAF_GAP))


def _branch(site: Site, edge: Edge, nodes: dict[str, Node]) -> Branch:
    """Return a line: out of the box, along a column of its own, and level into the next box."""
    start, end = nodes[edge.step], nodes[edge.target]
    out = start.x + start.width
    bend = out + 8
    label = site.graph.answer(edge).short
    lines = textwrap.wrap(label, LABEL_CHARS if end.x - bend < STEP_X else len(label))
    points = [(out, start.y), (bend, start.y), (bend, end.y), (end.x, end.y)]
    return Branch(edge.target, lines, points, bend + 4, end.y - 4 - 13 * (len(lines) - 1))
