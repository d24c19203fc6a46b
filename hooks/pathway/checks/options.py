"""What must hold for results: each reason fits its case, and no case that fits is left out."""

from collections.abc import Iterator

from ..model.graph import Graph
from ..model.options import Options
from ..model.scope import inside
from ..model.statements import Statements
from ..records.content import Content
from ..records.decision import Group, Option
from ..source.problems import Found, repeated

_SIDES = (
    "'{}' speaks against a treatment in another place: it cannot speak for one here",
    "'{}' speaks for a treatment in another place: it cannot speak against one here",
)


def check_options(content: Content) -> Iterator[Found]:
    """Yield options without a fitting reason. Only for a routing that is a tree."""
    records = content.records
    graph = Graph(records)
    cases = {route.outcome: graph.case(route) for route in graph.routes}
    replaced = Statements(records).met["replaces"]
    supported: dict[str, set[str]] = {}
    against: dict[str, bool] = {}
    for path, option in content.instances(Option):
        id, answer = str(path[1]), str(path[3])
        known = cases[id] if path[0] == "outcomes" else {id: answer}
        supported.setdefault(str(option.because), set()).add(str(option.treatment))
        no = option.group is Group.NOT
        if against.setdefault(str(option.because), no) is not no:
            yield (*path, "group"), _SIDES[no].format(option.because)
        claim = records.claims[option.because]
        if not inside(claim, known):
            yield (*path, "because"), f"'{option.because}' speaks of another case: see its 'for'"
        if option.because in replaced:
            yield (*path, "because"), f"'{option.because}' was replaced: it is no reason today"
    yield from _left_out(content, cases, supported)
    yield from _twice(content)
    yield from _idle(content, Options(records, graph))


def _left_out(
    content: Content, cases: dict[str, dict[str, str]], supported: dict[str, set[str]]
) -> Iterator[Found]:
    for id, outcome in content.records.outcomes.items():
        listed = {str(option.treatment) for option in outcome.options}
        for claim in [c for c in supported if inside(content.records.claims[c], cases[id])]:
            for treatment in supported[claim] - listed:
                what = f"'{claim}' speaks of this case, too: '{treatment}' must be an option"
                yield ("outcomes", id, "options"), what


def _twice(content: Content) -> Iterator[Found]:
    for id, outcome in content.records.outcomes.items():
        if outcome.ordered and not outcome.order_from:
            yield ("outcomes", id, "ordered"), "who orders the options? Name the claims in 'order_from'"
        named = [str(option.treatment) for option in outcome.options]
        for _, index in repeated((treatment, index) for index, treatment in enumerate(named)):
            yield ("outcomes", id, "options", index), f"'{named[index]}' is an option already"


def _idle(content: Content, options: Options) -> Iterator[Found]:
    for id, question in options.adding.items():
        if not any(a.adds or a.cautions or a.next or a.asks for a in question.answers.values()):
            yield ("questions", id), "no answer changes anything: it is not needed"
