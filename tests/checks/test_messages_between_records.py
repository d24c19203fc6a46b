"""Mistakes between records: ids, routing, endings, claims and passages, each as one exact line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from helpers.editing import Copy

START = 'start: {question: small-hole, answers: {"yes": mend, "no": large-where, unseen: slow-where}}'


def test_two_guides_without_mistakes_have_none(guide: Callable[[], Copy], write: Callable[..., Copy]) -> None:
    assert guide().problems() == []
    assert write().problems() == []


@pytest.mark.parametrize(
    ("old", "new", "fragment", "where", "what"),
    [
        ("slow-where: {question: at-home", "slow-where: {question: at-hom", "at-hom,", "steps > slow-where > question", "unknown id 'at-hom' in questions; did you mean 'at-home'?"),
        ('"no": pump}}\n\n', '"no": pmp}}\n\n', "pmp}}", "steps > slow-where > answers > no", "unknown id 'pmp' in steps or outcomes; did you mean 'pump'?"),
        ("treatment: sealant, group: some, because: sealant-away", "treatment: sealnt, group: some, because: sealant-away", "sealnt,", "outcomes > seal > options > item 1 > treatment", "unknown id 'sealnt' in treatments; did you mean 'sealant'?"),
        ("before: [find-the-cause]", "before: [find-cause]", "find-cause]", "treatments > patch > before > item 1", "unknown id 'find-cause' in claims or silences; did you mean 'find-the-cause'?"),
        ("because: small-holes", "because: old-tires", "old-tires}\n      - {", "outcomes > mend > options > item 1 > because", "unknown id 'old-tires' in claims"),
        ("replaces: [glue-then]", "replaces: [glue-them]", "glue-them", "claims > glue-now > replaces > item 1", "unknown id 'glue-them' in claims; did you mean 'glue-then'?"),
        ("answers: old-tires", "answers: old-tire", "old-tire}", "claims > cracks-are-old > answers", "unknown id 'old-tire' in silences; did you mean 'old-tires'?"),
        ("claim: fall-help", "claim: fall-hlp", "fall-hlp", "signs > fall > rules > item 1 > claim", "unknown id 'fall-hlp' in claims; did you mean 'fall-help'?"),
        ("steady: [hands-off]", "steady: [hand-off]", "hand-off", "unwell > steady > item 1", "unknown id 'hand-off' in claims; did you mean 'hands-off'?"),
        ("meaning_from: test-2015", "meaning_from: test-2051", "test-2051", "treatments > sealant > meaning_from > item 1", "unknown id 'test-2051'; did you mean 'test-2015'?"),
        ("meaning_from: leaflet-1998#tube", "meaning_from: leaflet-1998#tub", "leaflet-1998#tub\n", "treatments > new-tube > meaning_from > item 1", "'leaflet-1998' has no passage 'tub'; did you mean 'tube'?"),
        ("meaning_from: test-2015", "meaning_from: tire", "tire\n    what", "treatments > sealant > meaning_from > item 1", "'tire' is no source"),
        ("questions: [which-size]", "questions: [zzz]", "zzz", "treatments > new-tube > questions > item 1", "unknown id 'zzz' in asks"),
    ],
)  # fmt: skip
def test_unknown_id_with_the_nearest(
    copy: Copy, old: str, new: str, fragment: str, where: str, what: str
) -> None:
    copy.replace(old, new)
    assert f"{copy.place(fragment)}: {where}: {what}" in copy.problems()


def test_a_source_and_a_figure_that_nothing_names(copy: Copy) -> None:
    copy.replace(
        "\nfigures:\n",
        "  other-shop: {title: Advice, by: A man, year: 2020, layer: since, kind: advice}\n\nfigures:\n",
    )
    copy.replace(
        "\nterms:\n",
        "  no-news: {show: amount, value: 7, unit: days, whom: Nobody, over: null, sure: null, from: shop}\n\nterms:\n",
    )
    assert sorted(copy.problems()) == [
        f"{copy.place('{title: Advice, by')}: sources > other-shop: a source that nothing cites",
        f"{copy.place('{show: amount, value: 7')}: figures > no-news: a figure that nothing cites",
    ]


def test_signs_without_the_number_for_an_emergency(copy: Copy) -> None:
    whole = copy.read("docs/pathway.yml")
    head, _, rest = whole.partition("unwell:\n")
    copy.write("docs/pathway.yml", head + "values:\n" + rest.partition("values:\n")[2])
    place, what = "fall:\n    name", "'unwell' is missing: it names the number for an emergency"
    assert f"{copy.place(place)}: signs: {what}" in copy.problems()


def test_two_records_with_one_id(copy: Copy) -> None:
    copy.replace("  which-hole: {ask: Where", "  patch: {ask: Which?}\n  which-hole: {ask: Where")
    what = "the id 'patch' is also one of treatments: ids are shared by all records"
    assert f"{copy.place('patch: {ask')}: asks > patch: {what}" in copy.problems()


@pytest.mark.parametrize("link", ["https://example.org/sealants", "https://Example.org/Sealants/"])
def test_two_sources_with_one_page(copy: Copy, link: str) -> None:
    row = f'  other: {{title: The same, by: A magazine, year: 2016, layer: since, kind: test, link: "{link}"}}\n'
    copy.replace("  shop: {title: Advice", f"{row}  shop: {{title: Advice")
    at = f'"{link}"}}\n  shop:'
    what = "'test-2015' is the same page: one source, one record"
    assert f"{copy.place(at)}: sources > other > link: {what}" in copy.problems()


NEVER = "nobody can reach this: no answers lead to"


def test_question_and_step_that_nobody_reaches(write: Callable[..., Copy]) -> None:
    guide = write()
    guide.replace(
        "  start: {question: ring-worn",
        '  lost: {question: ring-old, answers: {"yes": change-ring, "no": change-tap}}\n  start: {question: ring-worn',
    )
    guide.replace(
        "  ring-worn:\n",
        "  ring-old: {kind: routing, ask: Is the ring old?, help: Rings wear., who: You, shows: Look at it.,"
        ' answers: {"yes": {label: "Yes, old", short: Old}, "no": {label: "No, new", short: New}}}\n  ring-worn:\n',
    )
    found = guide.problems()
    assert (
        f"{guide.place('{kind: routing, ask: Is the ring old')}: questions > ring-old: {NEVER} 'ring-old'"
        in found
    )
    assert f"{guide.place('{question: ring-old')}: steps > lost: {NEVER} 'lost'" in found


def test_outcome_that_nobody_reaches_and_one_that_two_ways_reach(copy: Copy) -> None:
    copy.replace('answers: {"yes": change, "no": seal}', 'answers: {"yes": mend, "no": seal}')
    what = "2 ways lead here: start=yes and large-where=yes"
    assert copy.problems() == [
        f"{copy.place('case: Your hole is small')}: outcomes > mend: {what}",
        f"{copy.place('case: Your hole is large, and you are at home')}: outcomes > change: {NEVER} 'change'",
    ]


def test_treatment_that_no_result_and_no_answer_names(copy: Copy) -> None:
    for _ in range(2):
        copy.replace("      - {treatment: sealant, group: some, because: sealant-away}\n", "")
    copy.replace(
        '          - {treatment: sealant, group: some, because: rain-and-sealant, if: "You have a can of [][sealant]"}\n',
        "",
    )
    at = copy.place("name: sealant")
    assert f"{at}: treatments > sealant: {NEVER} 'sealant'" in copy.problems()


def test_dead_end(copy: Copy) -> None:
    copy.replace(", unseen: slow-where}", "}")
    at = copy.place('{"yes": mend, "no": large-where}')
    what = "a dead end: the answer 'unseen' of 'small-hole' leads nowhere"
    assert f"{at}: steps > start > answers: {what}" in copy.problems()


def test_answer_that_the_question_does_not_have(copy: Copy) -> None:
    copy.replace("unseen: slow-where", "unseenn: slow-where")
    at = copy.place("slow-where}}")
    what = "'small-hole' has no answer 'unseenn'; did you mean 'unseen'?"
    assert f"{at}: steps > start > answers > unseenn: {what}" in copy.problems()


def test_each_answer_that_leads_nowhere_and_each_that_is_none(copy: Copy) -> None:
    copy.replace(
        START, 'start: {question: small-hole, answers: {"yes": mend, nope: large-where, zzz: slow-where}}'
    )
    found = [line.split(": ", 1)[1] for line in copy.problems() if "steps > start > answers" in line]
    assert sorted(found) == [
        "steps > start > answers > nope: 'small-hole' has no answer 'nope'; did you mean 'no'?",
        "steps > start > answers > zzz: 'small-hole' has no answer 'zzz'",
        "steps > start > answers: a dead end: the answer 'no' of 'small-hole' leads nowhere",
        "steps > start > answers: a dead end: the answer 'unseen' of 'small-hole' leads nowhere",
    ]


def test_a_step_of_an_unknown_question_is_told_once(copy: Copy) -> None:
    copy.replace("slow-where: {question: at-home", "slow-where: {question: at-hom")
    what = "unknown id 'at-hom' in questions; did you mean 'at-home'?"
    assert copy.problems() == [f"{copy.place('at-hom,')}: steps > slow-where > question: {what}"]


def test_answers_of_which_two_lead_to_the_same_place(copy: Copy) -> None:
    """The third leads elsewhere: the question changes something, and no word is told of it."""
    copy.replace("unseen: slow-where}", "unseen: large-where}")
    assert not [line for line in copy.problems() if "the question changes nothing" in line]


def test_cycle(copy: Copy) -> None:
    copy.replace('slow-where: {question: at-home, answers: {"yes": soak', 'slow-where: {question: at-home, answers: {"yes": start')  # fmt: skip
    found = copy.problem()
    ways = {
        f"{copy.place('{question: small-hole')}: steps > start: a cycle: start -> slow-where -> start",
        f"{copy.place('{question: at-home', after='slow-where: {')}: steps > slow-where: a cycle: slow-where -> start -> slow-where",
    }
    assert found in ways


def test_answers_that_all_lead_to_the_same_place(copy: Copy) -> None:
    copy.replace('slow-where: {question: at-home, answers: {"yes": soak', 'slow-where: {question: at-home, answers: {"yes": pump')  # fmt: skip
    at = copy.place('{"yes": pump, "no": pump}')
    what = "all answers lead to 'pump': the question changes nothing"
    assert f"{at}: steps > slow-where > answers: {what}" in copy.problems()


def test_claim_without_a_source(copy: Copy) -> None:
    copy.replace("{say: It makes a mess., from: shop, kind: harm}", "{say: It makes a mess., kind: harm}")
    at = copy.place("{say: It makes a mess., kind")
    assert copy.problems() == [f"{at}: claims > makes-a-mess: the key 'from' is missing"]


def test_passage_neither_cited_nor_left_out(copy: Copy) -> None:
    copy.replace(", left_out: Prices of that year}", "}")
    at = copy.place('{at: "Page 2, sentence 2"}')
    what = "neither cited by a claim nor left out with a reason ('left_out')"
    assert copy.problems() == [f"{at}: sources > leaflet-1998 > passages > prices: {what}"]


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        (
            "say: The wheel stays on.",
            "say: The wheel stays on while you mend it by the road.",
            "words 11 to 4",
        ),
        (
            "risks: [makes-a-mess]",
            "risks: [makes-a-mess, patch-waits, load-and-patch]",
            "items 1 to 3, words 4 to 18",
        ),
    ],
)
def test_benefits_and_harms_out_of_balance(copy: Copy, old: str, new: str, counts: str) -> None:
    copy.replace(old, new)
    line = copy.place("works: [wheel-stays]").split(":")[1]
    what = f"benefits and harms are out of balance ({counts}): even them out, or say why under 'unbalanced'"
    assert copy.problems() == [f"docs/pathway.yml:{line}:12: treatments > sealant > works: {what}"]


def test_a_reason_for_a_balance_that_holds(copy: Copy) -> None:
    copy.replace(
        "    benefit: wheel-stays", "    unbalanced: The magazine tells little.\n    benefit: wheel-stays"
    )
    what = "the points are in balance: the reason is not needed"
    at = copy.place("The magazine tells little.")
    assert copy.problems() == [f"{at}: treatments > sealant > unbalanced: {what}"]
