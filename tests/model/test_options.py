"""The options of results: one place for each, for every set of answers, in the model and in the styles."""

from __future__ import annotations

import dataclasses
import itertools
import re
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from pathway.model.graph import Graph
from pathway.model.options import Given, Options, Placed
from pathway.pages.guide import _column, guide_styles
from pathway.pages.site import Site
from pathway.records.content import Content
from pathway.records.decision import Group

CAREFUL = ["first", "some", "not"]  # from the least to the most careful


def _answer_sets(site: Site) -> list[dict[str, str]]:
    questions = site.options.adding
    choices = [[None, *question.answers] for question in questions.values()]
    return [
        {q: a for q, a in zip(questions, chosen, strict=True) if a} for chosen in itertools.product(*choices)
    ]


def _expected(site: Site, outcome, answers: dict[str, str]) -> dict[str, str]:
    """The rule of the guide, written out anew: an answer replaces, of two the more careful counts."""
    flat = (lambda group: group) if outcome.ordered else (lambda group: "some" if group == "first" else group)
    place = {str(o.treatment): flat(o.group.value) for o in outcome.options}
    moved: dict[str, list[str]] = {}
    for question, answer in answers.items():
        for option in site.content.records.questions[question].answers[answer].adds:
            moved.setdefault(str(option.treatment), []).append(flat(option.group.value))
    return place | {t: max(groups, key=CAREFUL.index) for t, groups in moved.items()}


def test_every_option_stands_in_one_place_for_every_set_of_answers(site: Site) -> None:
    sets = _answer_sets(site)
    assert len(sets) > 500
    for outcome in site.content.records.outcomes.values():
        for answers in sets:
            arranged = site.options.arrange(outcome, answers)
            places = [(t, group.value) for group, found in arranged.items() for t in found]
            assert len(places) == len({t for t, _ in places})
            assert dict(places) == _expected(site, outcome, answers)


_RULE = re.compile(
    r"^\.views:has\([^)]*\):has\(\[type=radio\]:checked\)(.*?) \[data-copy=\"([^\"]+)\"\] \{ display: ([^;]+); \}$",
    re.MULTILINE,
)
_VALUE = re.compile(r'value="([^"]+)"')


def _shown(rules: list[tuple[str, str, str]], copies: set[str], chosen: set[str]) -> set[str]:
    """Return the copies that the generated styles show for chosen answers, by reading their selectors."""
    shown = {copy for copy in copies if copy.endswith("-own")}
    for selector, copy, display in rules:
        wanted, _, barred = selector.partition(":not(")
        holds = bool(chosen & set(_VALUE.findall(wanted))) and not chosen & set(_VALUE.findall(barred))
        if holds and copy in copies:
            (shown.add if display == "var(--shown, revert)" else shown.discard)(copy)
    return shown


def test_the_styles_show_each_option_in_the_place_of_the_model(site: Site) -> None:
    (text,) = guide_styles(site).values()
    rules = _RULE.findall(text)
    assert len(rules) > 40
    for outcome in site.content.records.outcomes.values():
        any_ = "" if outcome.ordered else "-any"
        copies = set()
        for placed in site.options.placed(outcome):
            for group in placed.groups:
                if group == placed.base:
                    copies.add(f"{placed.treatment}-{group.value}{any_}-own")
                if group != placed.base or (group == Group.NOT and placed.moves):
                    copies.add(f"{placed.treatment}-{group.value}{any_}")
        for answers in _answer_sets(site)[::7]:
            chosen = {Given(q, a).key for q, a in answers.items()}
            shown = _shown(rules, copies, chosen)
            places = [re.fullmatch(r"(.+)-(first|some|not)(?:-any)?(?:-own)?", c).groups() for c in shown]
            assert sorted(places) == sorted(_expected(site, outcome, answers).items()), (
                outcome.short,
                answers,
            )


_SHAPES = st.recursive(
    st.lists(st.sampled_from("abcdef"), min_size=0, max_size=4, unique=True),
    lambda inside: st.lists(inside, min_size=2, max_size=3).map(tuple),
    max_leaves=8,
)


def _records(shape) -> SimpleNamespace:
    """A random tree as records: tuples are steps, lists the options of a result."""
    steps, outcomes, count = {}, {}, itertools.count()

    def make(node) -> str:
        id = f"n{next(count)}"
        if isinstance(node, tuple):
            steps[id] = SimpleNamespace(question=f"q-{id}", answers={})
            for number, inside in enumerate(node):
                steps[id].answers[f"a{number}"] = make(inside)
        else:
            options = [
                SimpleNamespace(treatment=t, group=Group.NOT if t in "ef" else Group.SOME) for t in node
            ]
            outcomes[id] = SimpleNamespace(options=options)
        return id

    first = make(shape)
    guide = SimpleNamespace(first=first)
    treatments = {t: SimpleNamespace(family="a" if t == "b" else None) for t in "abcdef"}
    return SimpleNamespace(steps=steps, outcomes=outcomes, guide=guide, treatments=treatments, questions={})


def _results_below(records: SimpleNamespace, node: str) -> list[set[str]]:
    if node in records.outcomes:
        return [{o.treatment for o in records.outcomes[node].options if o.group != Group.NOT}]
    below = records.steps[node].answers.values()
    return [found for target in below for found in _results_below(records, target)]


@given(_SHAPES.filter(lambda shape: isinstance(shape, tuple)))
def test_what_stays_possible_equals_brute_force_on_random_trees(shape) -> None:
    records = _records(shape)
    options = Options(records, Graph(records))
    for step in records.steps:
        common = set.intersection(
            *(found | {"a"} if "b" in found else found for found in _results_below(records, step))
        )
        assert set(options.always(step)) == common
        for edge in options.graph.outgoing[step]:
            below = set.union(*_results_below(records, edge.target))
            assert set(options.added(edge)) == below - common


def _placed(tiny: Content, outcome: str, **answers: str) -> dict[str, list[str]]:
    arranged = Site(tiny).options.arrange(tiny.records.outcomes[outcome], answers)
    return {group.value: named for group, named in arranged.items()}


def test_the_more_careful_answer_decides(tiny: Content) -> None:
    assert _placed(tiny, "mend") == {"first": ["patch"], "some": ["new-tube"], "not": []}
    loaded = {"first": ["new-tube"], "some": ["patch"], "not": []}
    assert _placed(tiny, "mend", load="heavy") == loaded
    rain = {"first": [], "some": ["new-tube", "sealant"], "not": ["patch"]}
    assert _placed(tiny, "mend", weather="rain") == rain
    both = {"first": ["new-tube"], "some": ["sealant"], "not": ["patch"]}
    assert _placed(tiny, "mend", weather="rain", load="heavy") == both
    assert _placed(tiny, "pump", load="light", weather="dry") == {
        "first": [],
        "some": ["sealant"],
        "not": ["new-tube"],
    }


def test_a_ninth_option_is_one_tap_away_and_none_is_lost() -> None:
    placed = [Placed(name, Group.SOME, None, ()) for name in "abcdefghij"]
    column = _column(Group.SOME, placed, 8)
    assert "".join(p.treatment for p in column.rows) == "abcdefgh"
    assert "".join(p.treatment for p in column.more) == "ij"


def test_what_is_usually_not_used_and_an_answer_says_so_too_stands_once(tiny: Content) -> None:
    weather = tiny.records.questions["weather"]
    rain = weather.answers["rain"]
    moved = rain.adds[0].model_copy(
        update={"treatment": "new-tube"}
    )  # to usually not, where it stands already
    answers = {**weather.answers, "rain": rain.model_copy(update={"adds": [*rain.adds, moved]})}
    questions = {**tiny.records.questions, "weather": weather.model_copy(update={"answers": answers})}
    records = tiny.records.model_copy(update={"questions": questions})
    content = dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, records=records))
    (text,) = guide_styles(Site(content)).values()
    copies = {"new-tube-not-any-own", "new-tube-not-any", "new-tube-some-any"}
    assert _shown(_RULE.findall(text), copies, set()) == {"new-tube-not-any-own"}
    assert _shown(_RULE.findall(text), copies, {"weather-rain"}) == {"new-tube-not-any"}
    assert _shown(_RULE.findall(text), copies, {"load-heavy"}) == {"new-tube-some-any"}
