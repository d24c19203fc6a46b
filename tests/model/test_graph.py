"""The routing, over random guides: every path ends, and every other way is right."""

from __future__ import annotations

import itertools
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from pathway.model.graph import Graph


def _graph(targets: dict[str, list[str]], first: str = "s0") -> Graph:
    """Return a graph of steps whose answers a0, a1 ... lead to the given targets."""
    steps, questions = {}, {}
    for step, goals in targets.items():
        answers = {f"a{at}": goal for at, goal in enumerate(goals)}
        steps[step] = SimpleNamespace(question=f"q-{step}", answers=answers)
        words = {answer: f"{step} {answer}" for answer in answers}
        questions[f"q-{step}"] = SimpleNamespace(ask=f"{step}?", answers=words)
    ends = {goal: None for goals in targets.values() for goal in goals if goal not in targets}
    guide = SimpleNamespace(first=first)
    return Graph(SimpleNamespace(guide=guide, steps=steps, questions=questions, outcomes=ends))  # type: ignore[arg-type]


@st.composite
def routings(draw: st.DrawFn) -> Graph:
    """Draw a routing without circles, its steps in any order, some of them never reached."""
    size = draw(st.integers(1, 6))
    targets = {}
    for at in range(size):
        later = [f"s{n}" for n in range(at + 1, size)] + ["o0", "o1", "o2", "o3"]
        targets[f"s{at}"] = draw(st.lists(st.sampled_from(later), min_size=2, max_size=3))
    order = draw(st.permutations(list(targets)))
    return _graph({step: targets[step] for step in order})


def _walk(graph: Graph, answers: tuple[tuple[str, str], ...]) -> str:
    """Follow answers from the first step, by the data alone."""
    here = str(graph.records.guide.first)
    for step, answer in answers:
        assert step == here
        here = graph.records.steps[here].answers[answer]
    return here


@given(routings())
def test_every_path_ends_in_an_outcome(graph: Graph) -> None:
    assert graph.find_cycle() == []
    assert graph.routes
    for path in graph.routes:
        assert _walk(graph, path.answers) == path.outcome
        assert path.outcome in graph.records.outcomes


@given(routings())
def test_no_two_paths_are_the_same_and_none_is_left_out(graph: Graph) -> None:
    assert len({path.answers for path in graph.routes}) == len(graph.routes)

    def ways(step: str) -> int:
        goals = graph.records.steps[step].answers.values()
        return sum(ways(goal) if goal in graph.records.steps else 1 for goal in goals)

    assert len(graph.routes) == ways("s0")


@given(routings())
def test_what_is_reached_is_what_lies_on_some_path(graph: Graph) -> None:
    on_paths = {place for path in graph.routes for e in path.edges for place in (e.step, e.target)}
    assert graph.reachable == on_paths


@given(routings())
def test_a_changed_answer_leads_where_the_graph_says(graph: Graph) -> None:
    for path in graph.routes:
        changes = graph.changes(path)
        others = sum(len(graph.outgoing[e.step]) - 1 for e in path.edges)
        assert len(changes) == others
        for other, outcomes in changes:
            at = [edge.step for edge in path.edges].index(other.step)
            assert other != path.edges[at]
            start = (*path.answers[:at], (other.step, other.answer))
            meant = {p.outcome for p in graph.routes if p.answers[: at + 1] == start}
            assert outcomes == meant


@given(routings())
def test_the_edges_into_a_node_are_those_that_lead_there(graph: Graph) -> None:
    for node, edges in graph.into.items():
        assert edges == [edge for edge in graph.edges if edge.target == node]
    assert sum(map(len, graph.into.values())) == len(graph.edges)


@given(st.integers(2, 3), st.integers(1, 4))
def test_in_a_tree_the_way_to_a_result_is_its_route(width: int, depth: int) -> None:
    targets = {}
    waiting = [("s0", depth)]
    for step, left in waiting:
        below = [f"{step}-{n}" for n in range(width)]
        targets[step] = below
        waiting += [(id, left - 1) for id in below[:-1] if left > 1]
    graph = _graph(targets)
    for route in graph.routes:
        assert tuple(graph.way_to(route.outcome)) == route.edges
        assert graph.case(route) == {f"q-{e.step}": e.answer for e in route.edges}


@given(st.integers(1, 5), st.integers(0, 4), st.data())
def test_every_circle_is_found(size: int, extra: int, data: st.DataObject) -> None:
    steps = [f"s{n}" for n in range(size + extra)]
    targets = {step: [*steps[at + 1 : at + 2], "o0"] for at, step in enumerate(steps)}
    back = data.draw(st.sampled_from(steps[:size]))
    targets[steps[size - 1]].append(back)
    way = _graph(targets).find_cycle()
    assert way[0] == way[-1]
    assert set(way) == set(steps[steps.index(back) : size])
    assert all(b in targets[a] for a, b in itertools.pairwise(way))
