"""The decision guide: every question, every "I don't know yet" and every result, each a view of one page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..model.graph import Edge
from ..model.options import CAREFUL, Given, Placed
from ..model.statements import Statement
from ..records.decision import Group, Option, Outcome, Question
from ..records.fields import Text
from ..records.kinds import KINDS
from ..source.prose import Page
from ..source.references import scan
from ..text.dots import Dots, dots
from ..text.environment import environment
from .site import Site
from .tree import Tree, tree

SHOWN = 8  # options that stand open; more are one tap away, in the same form


@dataclass(frozen=True)
class Crumb:
    """An answer on the way to a view: the question and the answer in few words, and the way to change it."""

    question: str
    answer: str
    step: str


@dataclass(frozen=True)
class AnswerLink:
    """An answer of a question: its words, where it leads, its picture, and what it would add."""

    id: str
    label: str
    target: str
    picture: str
    adds: list[str]


@dataclass(frozen=True)
class QuestionView:
    """One question in plain words: `more` is the largest number of questions after it."""

    id: str
    ask: str
    help: str
    who: str
    shows: str
    number: int
    more: int
    crumbs: list[Crumb]
    answers: list[AnswerLink]
    always: list[str]

    @property
    def pictured(self) -> bool:
        """Say whether the body decides: then all answers have pictures."""
        return all(answer.picture for answer in self.answers)


@dataclass(frozen=True)
class Point:
    """A main benefit or harm: its short words, and the figure that is drawn beside it."""

    words: str
    figure: str
    citations: list[str]


@dataclass(frozen=True)
class Reason:
    """Why an option is here: `when` and `said` name the answer that says so, both empty without one."""

    when: str
    said: str
    words: str
    only_if: str
    citations: list[str]


@dataclass(frozen=True)
class Row:
    """A treatment in one place of a result. `base` is empty, or names the group where it stands unmoved."""

    treatment: str
    name: str
    href: Markup
    brief: str
    base: str
    reasons: list[Reason]
    benefit: Point
    harm: Point


@dataclass(frozen=True)
class Column:
    """A group of options: rows that stand open, those one tap away, and copies that answers bring."""

    group: Group
    rows: list[Row]
    more: list[Row]
    moved: list[Row]


@dataclass(frozen=True)
class AnswerShown:
    """What an answer to an adding question shows beside its options."""

    key: str
    said: str
    changes: bool
    cautions: list[str]
    next: list[str]
    asks: list[tuple[str, str]]


@dataclass(frozen=True)
class ResultView:
    """One result, in plain words but for the statements in its folds."""

    id: str
    outcome: Outcome
    case: str
    crumbs: list[Crumb]
    columns: list[Column]
    usually_not: list[Row]
    moved_not: list[Row]
    adding: list[tuple[str, str, Question]]
    answers: list[AnswerShown]
    cautions: list[Statement]
    next: list[str]
    asks: list[tuple[str, str]]
    silences: list[tuple[str, str]]
    order: list[Statement]
    then: list[Statement]
    changes: list[tuple[str, str, list[str]]]


@dataclass(frozen=True)
class GuideView:
    """All that the page of the guide shows."""

    questions: list[QuestionView]
    results: list[ResultView]
    answers: list[AnswerShown]
    figures: dict[str, Dots]
    pictures: Markup
    tree: Tree
    adding: list[tuple[str, str, Question]]
    outcomes: dict[str, Outcome]
    names: dict[str, str]
    emergency: object
    warnings: list[str]
    compare: Markup
    reviewed: str
    edition: str
    title: str


def view(site: Site, _id: str, page: Page) -> GuideView:
    """Return the view of the guide."""
    records = site.content.records
    results = [_result(site, id, page) for id in (route.outcome for route in site.graph.routes)]
    unwell = records.unwell
    return GuideView(
        [_question(site, step) for step in _steps(site)],
        results,
        [_given(site, Given(q, a)) for q, r in site.options.adding.items() for a in r.answers],
        _figures(site),
        _pictures(site),
        tree(site),
        _adding(site),
        records.outcomes,
        {id: t.row_name for id, t in records.treatments.items()},
        unwell.emergency if unwell else None,
        [site.plain_statement(id) for id in (unwell.sheet if unwell else ())],
        site.href(site.page_of_kind("comparison"), page.path),
        site.edition["reviewed"],
        site.edition["short_hash"],
        str(records.guide.title),
    )


def _adding(site: Site) -> list[tuple[str, str, Question]]:
    """Return (id, words, question) of the questions that results ask."""
    return [(id, site.wording.plain(q.ask), q) for id, q in site.options.adding.items()]


def _pictures(site: Site) -> Markup:
    """Return the pictures that stand beside answers and results, as symbols."""
    records = site.content.records
    named = [answer.picture for q in records.questions.values() for answer in q.answers.values()]
    named += [outcome.picture for outcome in records.outcomes.values()]
    return site.drawings.symbols(f"picture--{name}" for name in named if name)


def _steps(site: Site) -> list[str]:
    """Return the steps in the order in which routes first come to them."""
    return list(dict.fromkeys(edge.step for route in site.graph.routes for edge in route.edges))


def _crumbs(site: Site, node: str) -> list[Crumb]:
    questions, steps = site.content.records.questions, site.content.records.steps
    found = []
    for edge in site.graph.way_to(node):
        question = questions[steps[edge.step].question]
        ask = site.wording.plain(question.ask)
        found.append(Crumb(ask, str(question.answers[edge.answer].short), edge.step))
    return found


def _question(site: Site, step: str) -> QuestionView:
    records = site.content.records
    question = records.questions[records.steps[step].question]
    crumbs = _crumbs(site, step)
    more = max(len(edges) for edges in site.graph.from_step(step)) - 1
    plain = site.wording.plain
    texts = (plain(question.ask), plain(question.help), plain(question.who), plain(question.shows))
    answers = [
        AnswerLink(
            edge.answer,
            plain(question.answers[edge.answer].label),
            edge.target,
            str(question.answers[edge.answer].picture or ""),
            _names(site, site.options.added(edge)),
        )
        for edge in site.graph.outgoing[step]
    ]
    always = _names(site, site.options.always(step))
    return QuestionView(step, *texts, len(crumbs) + 1, more, crumbs, answers, always)


def _names(site: Site, treatments: list[str]) -> list[str]:
    return [site.content.records.treatments[id].row_name for id in treatments]


def _result(site: Site, id: str, page: Page) -> ResultView:
    records = site.content.records
    outcome = records.outcomes[id]
    plain = site.wording.plain
    placed = site.options.placed(outcome)
    first = _column(site, Group.FIRST, placed, page, SHOWN)
    columns = [first, _column(site, Group.SOME, placed, page, SHOWN - len(first.rows))]
    not_rows = [_row(site, p, Group.NOT, page) for p in placed if Group.NOT in p.groups]
    adding = [(q, r) for q, r in site.options.adding.items() if site.options.changes_something(r)]
    route = next(route for route in site.graph.routes if route.outcome == id)
    return ResultView(
        id,
        outcome,
        plain(outcome.case),
        _crumbs(site, id),
        [column for column in columns if column.rows or column.moved],
        [row for row in not_rows if row.base],
        [row for row in not_rows if any(reason.when for reason in row.reasons)],
        [(q, plain(r.ask), r) for q, r in adding],
        [_given(site, Given(q, a)) for q, r in adding for a in r.answers],
        list(site.read([*map(str, outcome.cautions)]).statements),
        [plain(text) for text in outcome.next],
        [(str(ask), plain(records.asks[ask].ask)) for ask in outcome.asks],
        [(plain(records.silences[s].say), plain(records.silences[s].whom)) for s in outcome.silences],
        list(site.read([*map(str, outcome.order_from)]).statements),
        [site.statements.one(str(c)) for c in outcome.then],
        [_change(site, other, results) for _, other, results in site.graph.changes(route)],
    )


def _change(site: Site, other: Edge, results: set[str]) -> tuple[str, str, list[str]]:
    records = site.content.records
    question = records.questions[records.steps[other.step].question]
    label = site.wording.plain(question.answers[other.answer].label)
    cases = [str(o.short) for id, o in records.outcomes.items() if id in results]
    return label, other.target, cases


def _given(site: Site, given: Given) -> AnswerShown:
    answer = site.content.records.questions[given.question].answers[given.answer]
    asks = site.content.records.asks
    return AnswerShown(
        given.key,
        str(answer.short),
        bool(answer.adds or answer.cautions),
        [site.plain_statement(c) for c in answer.cautions],
        [site.wording.plain(text) for text in answer.next],
        [(str(ask), site.wording.plain(asks[ask].ask)) for ask in answer.asks],
    )


def _column(site: Site, group: Group, placed: list[Placed], page: Page, shown: int) -> Column:
    own = [_row(site, p, group, page) for p in placed if p.base == group]
    moved = [_row(site, p, group, page) for p in placed if p.base != group and group in p.groups]
    return Column(group, own[:shown], own[shown:], moved)


def _row(site: Site, placed: Placed, group: Group, page: Page) -> Row:
    """Return a treatment as it stands in a group: without answers, and for each answer that puts it there."""
    record = site.content.records.treatments[placed.treatment]
    reasons = []
    if placed.reason and (placed.base == group or group == Group.NOT):
        reasons.append(_reason(site, placed.reason))
    for given, option in placed.moves:
        if option.group == group:
            answer = site.content.records.questions[given.question].answers[given.answer]
            reasons.append(_reason(site, option, given.key, str(answer.short)))
    return Row(
        placed.treatment,
        record.row_name,
        site.href(placed.treatment, page.path),
        site.wording.plain(record.brief or record.meaning),
        group.value if placed.base == group else "",
        reasons,
        _point(site, str(record.benefit)),
        _point(site, str(record.harm)),
    )


def _reason(site: Site, option: Option, when: str = "", said: str = "") -> Reason:
    only_if = site.wording.plain(option.if_) if option.if_ else ""
    statement = site.statements.one(str(option.because))
    return Reason(when, said, site.wording.plain(statement.short), only_if, statement.citations)


def _point(site: Site, id: str) -> Point:
    statement = site.today(id)
    return Point(site.wording.plain(statement.short), _drawn(site, statement), statement.citations)


def _drawn(site: Site, statement: Statement) -> str:
    """Return the id of the figure that is drawn for a statement: the first that counts people."""
    figures = site.content.records.figures
    text = f"{statement.short} {statement.say}"
    return next((r.target for r in scan(text) if r.target in figures and dots(figures[r.target])), "")


def _figures(site: Site) -> dict[str, Dots]:
    """Return the marks of every figure that a row draws."""
    found = {}
    for record in site.content.records.treatments.values():
        for claim in (record.benefit, record.harm):
            id = _drawn(site, site.today(str(claim)))
            marks = dots(site.content.records.figures[id]) if id else None
            if marks:
                found[id] = marks
    return found


@dataclass(frozen=True)
class Rule:
    """Where a copy of an option stands: which answers put it there, and which outweigh them."""

    treatment: str
    group: str
    here: list[str]
    outweighed: list[str]
    elsewhere: list[str]


def guide_styles(site: Site) -> dict[str, str]:
    """Return the style sheet that shows, for chosen answers, what they add and where they move options."""
    moves: dict[str, dict[Group, list[str]]] = {}
    for id, question in site.options.adding.items():
        for answer, record in question.answers.items():
            for option in record.adds:
                place = moves.setdefault(str(option.treatment), {group: [] for group in Group})
                place[option.group].append(Given(id, answer).key)
    rules = []
    for ordered in (True, False):
        for treatment, place in moves.items():
            rules += [_rule(treatment, group, place, ordered) for group in Group]
    keys = [Given(id, answer).key for id, q in site.options.adding.items() for answer in q.answers]
    text = environment().get_template("decision-guide.css.j2").render(rules=rules, keys=keys)
    return {f"assets/{KINDS['decision-guide'].made_style}": text}


def _rule(treatment: str, group: Group, place: dict[Group, list[str]], ordered: bool) -> Rule:
    """Return the rule of one copy. Without an order, what is first is one of all."""
    if not ordered:
        place = {
            Group.FIRST: [],
            Group.SOME: place[Group.FIRST] + place[Group.SOME],
            Group.NOT: place[Group.NOT],
        }
    careful = [key for other in Group if CAREFUL[other] > CAREFUL[group] for key in place[other]]
    less = [key for other in Group if CAREFUL[other] < CAREFUL[group] for key in place[other]]
    return Rule(treatment, f"{group.value}{'' if ordered else '-any'}", place[group], careful, less)


@dataclass(frozen=True)
class RouteRow:
    """A row of the table of all routes: answers, case, options by group with their reasons."""

    id: str
    answers: list[str]
    case: Text
    options: list[tuple[str, list[tuple[str, str, str]]]]


@dataclass(frozen=True)
class RouteTable:
    """All routes with options to initial, and what the adding questions do."""

    rows: list[RouteRow]
    adding: list[tuple[str, str, Question]]
    names: dict[str, str]
    tree: Tree


def table(site: Site, _id: str, _page: Page) -> RouteTable:
    """Return the table of all routes, for clinicians."""
    records = site.content.records
    rows = []
    for route in site.graph.routes:
        outcome = records.outcomes[route.outcome]
        options = []
        for group in Group:
            found = [
                (records.treatments[o.treatment].row_name, str(o.because), site.wording.plain(o.if_ or ""))
                for o in outcome.options
                if o.group == group
            ]
            if found:
                options.append((group.value, found))
        answers = [crumb.answer for crumb in _crumbs(site, route.outcome)]
        rows.append(RouteRow(route.outcome, answers, outcome.case, options))
    names = {id: t.row_name for id, t in records.treatments.items()}
    return RouteTable(rows, _adding(site), names, tree(site))
