"""Mistakes between records: ids, routing, endings, claims and passages, each as one exact line."""

from __future__ import annotations

import pytest

from helpers.editing import Copy

START = 'start: {question: small-hole, answers: {"yes": mend, "no": large-where, unseen: slow-where}}'


@pytest.mark.parametrize(
    ("old", "new", "fragment", "where", "what"),
    [
        ("slow-where: {question: at-home", "slow-where: {question: at-hom", "at-hom,", "steps > slow-where > question", "unknown id 'at-hom' in questions; did you mean 'at-home'?"),
        ('"no": seal}}\n\n', '"no": sel}}\n\n', "sel}}", "steps > slow-where > answers > no", "unknown id 'sel' in steps or outcomes; did you mean 'seal'?"),
        ("since: [sealant]", "since: [sealnt]", "sealnt]", "outcomes > seal > since > item 1", "unknown id 'sealnt' in treatments; did you mean 'sealant'?"),
        ("- claim: find-the-cause", "- claim: find-cause", "find-cause", "guide > every_outcome > item 1 > claim", "unknown id 'find-cause' in claims; did you mean 'find-the-cause'?"),
        ("meaning_from: test-2015", "meaning_from: test-2051", "test-2051", "treatments > sealant > meaning_from > item 1", "unknown id 'test-2051'; did you mean 'test-2015'?"),
        ("meaning_from: leaflet-1998#tube", "meaning_from: leaflet-1998#tub", "leaflet-1998#tub\n", "treatments > new-tube > meaning_from > item 1", "'leaflet-1998' has no passage 'tub'; did you mean 'tube'?"),
        ("meaning_from: test-2015", "meaning_from: tire", "tire\n    drawing", "treatments > sealant > meaning_from > item 1", "'tire' is no source"),
        ("questions: [which-size]", "questions: [zzz]", "zzz", "treatments > new-tube > questions > item 1", "unknown id 'zzz' in asks"),
    ],
)  # fmt: skip
def test_unknown_id_with_the_nearest(
    copy: Copy, old: str, new: str, fragment: str, where: str, what: str
) -> None:
    copy.replace(old, new)
    assert f"{copy.place(fragment)}: {where}: {what}" in copy.problems()


def test_two_records_with_one_id(copy: Copy) -> None:
    copy.replace("  which-hole: {ask: Where", "  patch: {ask: Which?}\n  which-hole: {ask: Where")
    what = "the id 'patch' is also one of treatments: ids are shared by all records"
    assert f"{copy.place('patch: {ask')}: asks > patch: {what}" in copy.problems()


def test_question_and_step_that_nobody_reaches(copy: Copy) -> None:
    copy.replace(START, START.replace("large-where", "change").replace("slow-where", "seal"))
    never = "nobody can reach this: no answers lead to"
    assert copy.problems() == [
        f"{copy.place('ask: Are you at home')}: questions > at-home: {never} 'at-home'",
        f"{copy.place('{question: at-home')}: steps > large-where: {never} 'large-where'",
        f"{copy.place('{question: at-home', after='slow-where: {')}: steps > slow-where: {never} 'slow-where'",
    ]


def test_outcome_and_treatment_that_nobody_reaches(copy: Copy) -> None:
    copy.replace('answers: {"yes": change, "no": seal}', 'answers: {"yes": mend, "no": seal}')
    never = "nobody can reach this: no answers lead to"
    assert copy.problems() == [
        f"{copy.place('name: new tube')}: treatments > new-tube: {never} 'new-tube'",
        f"{copy.place('name: Change the tube')}: outcomes > change: {never} 'change'",
    ]


def test_treatment_that_no_outcome_names(copy: Copy) -> None:
    copy.replace("    since: [sealant]\n", "")
    at = copy.place("name: sealant")
    what = "nobody can reach this: no answers lead to 'sealant'"
    assert copy.problems() == [f"{at}: treatments > sealant: {what}"]


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


def test_cycle(copy: Copy) -> None:
    copy.replace('slow-where: {question: at-home, answers: {"yes": mend', 'slow-where: {question: at-home, answers: {"yes": start')  # fmt: skip
    (found,) = copy.problems()
    ways = {
        f"{copy.place('{question: small-hole')}: steps > start: a cycle: start -> slow-where -> start",
        f"{copy.place('{question: at-home', after='slow-where: {')}: steps > slow-where: a cycle: slow-where -> start -> slow-where",
    }
    assert found in ways


def test_answers_that_all_lead_to_the_same_place(copy: Copy) -> None:
    copy.replace('slow-where: {question: at-home, answers: {"yes": mend', 'slow-where: {question: at-home, answers: {"yes": seal')  # fmt: skip
    at = copy.place('{"yes": seal, "no": seal}')
    what = "all answers lead to 'seal': the question changes nothing"
    assert copy.problems() == [f"{at}: steps > slow-where > answers: {what}"]


def test_outcome_with_neither_claims_nor_silences(copy: Copy) -> None:
    copy.replace("    silences: [old-tires]\n    since", "    since")
    at = copy.place("name: Seal it and ride on")
    assert copy.problems() == [f"{at}: outcomes > seal: neither claims nor silences"]


def test_treatment_in_both_layers_of_an_outcome(copy: Copy) -> None:
    copy.replace("    treatments: [new-tube]\n", "    treatments: [new-tube]\n    since: [new-tube]\n")
    what = "'new-tube' stands in 'treatments' and in 'since'"
    assert copy.problems() == [
        f"{copy.place('[new-tube]', after='since:')}: outcomes > change > since: {what}"
    ]


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ("{say: It makes a mess.}", "a claim without a source: name it under 'from'"),
        ("{from: shop}", "give exactly one of 'say', 'claim' and 'silence'"),
        ("{say: It makes a mess., from: shop, silence: old-tires}", "give exactly one of 'say', 'claim' and 'silence'"),
        ("{claim: find-the-cause, from: shop}", "'from' belongs to 'say' only"),
    ],
)  # fmt: skip
def test_claim_without_a_source_and_other_half_claims(copy: Copy, new: str, what: str) -> None:
    copy.replace("{say: It makes a mess., from: shop}", new)
    at = copy.place(new)
    assert f"{at}: treatments > sealant > bad > item 1: {what}" in copy.problems()


def test_passage_neither_cited_nor_left_out(copy: Copy) -> None:
    copy.replace(", left_out: Prices of that year}", "}")
    at = copy.place('{at: "Page 2, sentence 2"}')
    what = "neither cited by a claim nor left out with a reason ('left_out')"
    assert copy.problems() == [f"{at}: sources > leaflet-1998 > passages > prices: {what}"]


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("{say: The wheel stays on., from: test-2015}", "items 0 to 1, words 0 to 4"),
        ("{say: It makes a mess., from: shop}", "items 1 to 0, words 4 to 0"),
    ],
)
def test_good_and_bad_points_out_of_balance(copy: Copy, line: str, counts: str) -> None:
    copy.replace(f"[{line}]", "[]")
    good = copy.place("good: [", after="far from home").split(":")[1]
    what = f"good and bad points are out of balance ({counts}): even them out, or say why under 'unbalanced'"
    assert copy.problems() == [f"docs/pathway.yml:{good}:11: treatments > sealant > good: {what}"]
