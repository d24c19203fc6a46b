"""Good and bad points in equal detail, and no words that push."""

from __future__ import annotations

import pytest

from helpers.editing import Copy
from pathway.checks.balance import RATIO, check_balance, measure
from pathway.model.statements import Statements
from pathway.records.content import Content
from pathway.text.wording import TextRenderer


def test_good_and_bad_points_are_in_balance(content: Content) -> None:
    statements, wording = Statements(content.records), TextRenderer(content)
    for id, treatment in content.records.treatments.items():
        for good, bad in measure(statements, wording, treatment).values():
            even = max(good, bad) <= RATIO * min(good, bad)
            assert even or treatment.unbalanced, f"{id}: {good} to {bad}"


def test_no_persuasive_words(content: Content) -> None:
    assert content.records.guide.persuasive_words
    assert not [p for p in content.told(check_balance(content)) if "persuades" in p.message]


@pytest.mark.parametrize("slot", ["works", "risks"])
def test_a_side_without_points_is_refused(content: Content, slot: str) -> None:
    id, treatment = next(
        (i, t) for i, t in content.records.treatments.items() if t.works and t.risks and not t.family
    )
    bent = treatment.model_copy(update={slot: [], "unbalanced": None})
    changed = _with(content, id, bent)
    assert [
        p
        for p in changed.told(check_balance(changed))
        if f"treatments > {id}" in p.where and "balance" in p.message
    ]


def test_three_benefits_to_one_harm_are_refused(copy: Copy) -> None:
    copy.replace("works: [tube-quick]", "works: [tube-quick, wheel-stays, patch-holds]")
    what = "treatments > new-tube > works: benefits and harms are out of balance (items 3 to 1, words "
    assert [problem for problem in copy.problems() if what in problem]


def _with(content: Content, id: str, treatment: object) -> Content:
    records = content.records
    treatments = {**records.treatments, id: treatment}
    bent = records.model_copy(update={"treatments": treatments})
    data = type(content.data)(bent, content.data.source)
    return Content(data, content.pages, content.pictures)


def test_one_reason_stands_once(copy: Copy) -> None:
    copy.replace("works: [tube-quick]", "works: [tube-quick, wheel-stays]\n    unbalanced: So it is.")
    copy.replace("works: [patch-holds]", "works: [patch-holds]\n    unbalanced: So it is.")
    found = [line for line in copy.problems() if "same reason" in line]
    at = copy.place("So it is.", after="name: new tube")
    what = "the same reason as for 'patch': say what is particular to this treatment"
    assert found == [f"{at}: treatments > new-tube > unbalanced: {what}"]


def test_twice_as_many_points_are_in_balance_and_more_than_twice_the_words_are_not(copy: Copy) -> None:
    copy.replace("works: [tube-quick]", "works: [tube-quick, wheel-stays]")
    what = (
        "benefits and harms are out of balance (words 14 to 6): even them out, or say why under 'unbalanced'"
    )
    at = copy.place("[tube-quick, wheel-stays]")
    assert copy.problems() == [f"{at}: treatments > new-tube > works: {what}"]
