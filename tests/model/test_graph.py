"""The routing, over random guides: every path ends, every code and every other way is right."""

from __future__ import annotations

import itertools
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from pathway.model.routes import Routes

from pathway.model.graph import Edge, Graph, Route


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
    assert set(graph.ordered) == graph.reachable & set(graph.records.steps)


@given(routings())
def test_each_step_stands_after_all_that_lead_to_it(graph: Graph) -> None:
    place = {step: at for at, step in enumerate(graph.ordered)}
    assert graph.ordered[0] == "s0"
    inner = [e for e in graph.edges if e.step in place and e.target in place]
    assert all(place[e.step] < place[e.target] for e in inner)


@given(routings())
def test_still_possible_is_what_the_paths_through_a_step_end_in(graph: Graph) -> None:
    routes = Routes(graph)
    for step in graph.ordered:
        through = [p for p in graph.routes if any(e.step == step for e in p.edges)]
        assert set(routes.reachable_outcomes(step)) == {p.outcome for p in through}
        said = {(o, tuple(way)) for o, ways in routes.reachable_outcomes(step).items() for way in ways}
        rest = {(p.outcome, _said_from(routes, p, step)) for p in through}
        assert said == rest


def _said_from(routes: Routes, path: Route, step: str) -> tuple[str, ...]:
    at = [e.step for e in path.edges].index(step)
    return tuple(routes.answer(e.step, e.answer) for e in path.edges[at:])


@given(routings())
def test_a_changed_answer_leads_where_the_graph_says(graph: Graph) -> None:
    for path in graph.routes:
        changes = graph.changes(path)
        others = sum(len(graph.outgoing[e.step]) - 1 for e in path.edges)
        assert len(changes) == others
        for given_, other, outcomes in changes:
            at = path.edges.index(given_)
            start = (*path.answers[:at], (other.step, other.answer))
            meant = {p.outcome for p in graph.routes if p.answers[: at + 1] == start}
            assert outcomes == meant


@given(routings(), routings())
def test_a_code_hangs_on_the_answers_alone(one: Graph, two: Graph) -> None:
    codes = {path.answers: path.code for path in one.routes}
    for path in two.routes:
        assert codes.get(path.answers, path.code) == path.code
        assert len(path.code) == 4 and path.slug.endswith(path.code.lower())
    moved = Route((*one.routes[0].edges[:-1], Edge(*one.routes[0].answers[-1], "elsewhere")))
    assert moved.code == one.routes[0].code


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
