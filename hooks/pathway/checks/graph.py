"""What must hold for the decision guide: every path ends, every ending says something."""

from collections.abc import Iterator

from ..model.graph import Graph
from ..records.content import Content
from ..source.problems import Found, repeated

MOST = 20  # results


def check_graph(content: Content) -> Iterator[Found]:
    """Yield what is wrong with the routing. Only for data whose ids are all known."""
    graph = Graph(content.records)
    if cycle := graph.find_cycle():
        yield ("steps", cycle[0]), f"a cycle: {' -> '.join(cycle)}"
        return
    yield from _asked_twice(content, graph)
    yield from _reached(content, graph)
    yield from _choices(content, graph)
    yield from _tree(content, graph)
    yield from _same_words(content)


def _asked_twice(content: Content, graph: Graph) -> Iterator[Found]:
    """A question that a route asks again could be answered otherwise the second time."""
    steps = content.records.steps
    told: dict[str, str] = {}
    for route in graph.routes:
        way = " -> ".join(f"{step}={answer}" for step, answer in route.answers)
        for first, step in repeated((steps[step].question, step) for step, _ in route.answers):
            what = f"'{steps[step].question}' was asked at '{first}' already, on the route {way}"
            told.setdefault(step, what)
    yield from ((("steps", step, "question"), what) for step, what in told.items())


def _reached(content: Content, graph: Graph) -> Iterator[Found]:
    records = content.records
    asked: set[str] = {records.steps[s].question for s in records.steps if s in graph.reachable}
    offered = {str(ref) for path, ref in content.refs if path[0] in ("outcomes", "questions")}
    offered |= {str(t.family) for id, t in records.treatments.items() if t.family and id in offered}
    offered |= {id for id, t in records.treatments.items() if t.family in offered}
    asked |= {id for id, question in records.questions.items() if question.kind == "adding"}
    groups = (("steps", graph.reachable), ("outcomes", graph.reachable), ("questions", asked))
    for kind, reached in (*groups, ("treatments", offered)):
        for id in content.sets[kind]:
            if id not in reached:
                yield (kind, id), f"nobody can reach this: no answers lead to '{id}'"


def _choices(content: Content, graph: Graph) -> Iterator[Found]:
    for id, edges in graph.outgoing.items():
        if len({edge.target for edge in edges}) == 1:
            what = f"all answers lead to '{edges[0].target}': the question changes nothing"
            yield ("steps", id, "answers"), what


def _tree(content: Content, graph: Graph) -> Iterator[Found]:
    """Each step and result is reached by one way: its page can say whom it is for."""
    for node, edges in graph.into.items():
        if len(edges) > 1:
            kind = "steps" if node in content.records.steps else "outcomes"
            ways = " and ".join(f"{edge.step}={edge.answer}" for edge in edges)
            yield (kind, node), f"{len(edges)} ways lead here: {ways}"
    for id, step in content.records.steps.items():
        if content.records.questions[step.question].kind != "routing":
            what = f"'{step.question}' is an adding question: results ask it, steps do not"
            yield ("steps", id, "question"), what
    if len(content.records.outcomes) > MOST:
        what = f"{len(content.records.outcomes)} results: at most {MOST} can be seen as one tree"
        yield ("outcomes",), what


def _same_words(content: Content) -> Iterator[Found]:
    for id, question in content.records.questions.items():
        said = ((record.label.casefold(), answer) for answer, record in question.answers.items())
        for other, answer in repeated(said):
            yield ("questions", id, "answers", answer), f"the same words as the answer '{other}'"
