"""The decision guide: every question, every "I don't know yet" and every result, each a view of one page."""

from typing import NamedTuple

from markupsafe import Markup

from ..model.graph import Route
from ..model.options import Given, Placed
from ..records.decision import Group
from ..records.kinds import KINDS
from ..source.prose import Page
from ..text.dots import Dots
from . import tree
from .points import Point, short_point
from .site import Site

SHOWN = 8  # options that stand open; more are one tap away, in the same form


class Column(NamedTuple):
    """A group of options: rows that stand open, those one tap away, and copies that answers bring."""

    group: Group
    rows: list[Placed]
    more: list[Placed]
    moved: list[Placed]


class ResultView(NamedTuple):
    """The options of the result at the end of a route, and what is not used: without answers, or for some."""

    route: Route
    columns: list[Column]
    usually_not: list[Placed]
    moved_not: list[Placed]


class GuideView(NamedTuple):
    """What the page of the guide shows beside the records: `points` are the main benefits and harms."""

    steps: list[str]
    results: list[ResultView]
    points: dict[str, tuple[Point, Point]]
    figures: dict[str, Dots]
    pictures: Markup
    tree: tree.Tree


def view(site: Site, id: str, page: Page) -> GuideView:
    """Return the view of the guide."""
    points = {
        id: (short_point(site, site.today(record.benefit)), short_point(site, site.today(record.harm)))
        for id, record in site.content.records.treatments.items()
    }
    return GuideView(
        list(dict.fromkeys(edge.step for route in site.graph.routes for edge in route.edges)),
        [_result(site, route) for route in site.graph.routes],
        points,
        {drawn.id: drawn.dots for pair in points.values() for point in pair for drawn in point.pictures},
        _pictures(site),
        tree.view(site, id, page),
    )


def _pictures(site: Site) -> Markup:
    """Return the pictures that stand beside answers and results, as symbols."""
    records = site.content.records
    named = [answer.picture for q in records.questions.values() for answer in q.answers.values()]
    named += [outcome.picture for outcome in records.outcomes.values()]
    return site.drawings.symbols(f"picture--{name}" for name in named if name)


def _result(site: Site, route: Route) -> ResultView:
    placed = site.options.placed(site.content.records.outcomes[route.outcome])
    first = _column(Group.FIRST, placed, SHOWN)
    columns = [first, _column(Group.SOME, placed, SHOWN - len(first.rows))]
    return ResultView(
        route,
        [column for column in columns if column.rows or column.moved],
        [p for p in placed if p.base == Group.NOT],
        [p for p in placed if any(option.group == Group.NOT for _, option in p.moves)],
    )


def _column(group: Group, placed: list[Placed], shown: int) -> Column:
    own = [p for p in placed if p.base == group]
    moved = [p for p in placed if p.base != group and group in p.groups]
    return Column(group, own[:shown], own[shown:], moved)


def guide_styles(site: Site) -> dict[str, str]:
    """Return the style sheet that shows, for chosen answers, what they add and where they move options."""
    places = []
    for ordered in (True, False):
        for treatment, moves in site.options.moves.items():
            keys = {group: [given.key for given, option in moves if option.group == group] for group in Group}
            if not ordered:  # then what is first is one of all
                keys |= {Group.FIRST: [], Group.SOME: keys[Group.FIRST] + keys[Group.SOME]}
            places.append((treatment, "" if ordered else "-any", keys))
    answers = [Given(id, answer).key for id, q in site.options.adding.items() for answer in q.answers]
    text = site.environment.get_template("decision-guide.css.j2").render(places=places, answers=answers)
    return {f"assets/{KINDS['decision-guide'].styles[1]}": text}
