"""Mistakes in results: reasons that speak of others, cases left out, ways that meet, answers alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.editing import Copy
from pathway.model.scope import inside
from pathway.records.evidence import Claim

SOME = "- {treatment: new-tube, group: some, because: tube-mends-all, if: You have one at hand}"


def test_a_reason_that_speaks_of_another_case(copy: Copy) -> None:
    copy.replace(SOME, "- {treatment: new-tube, group: some, because: tube-needs-home}")
    what = "'tube-needs-home' speaks of another case: see its 'for'"
    at = copy.place("tube-needs-home}", after="case: Your hole is small")
    assert f"{at}: outcomes > mend > options > item 2 > because: {what}" in copy.problems()


def test_a_reason_of_an_answer_that_speaks_of_another_answer(copy: Copy) -> None:
    copy.replace("group: first, because: load-and-tube", "group: first, because: rain-and-sealant")
    what = "'rain-and-sealant' speaks of another case: see its 'for'"
    at = copy.place("rain-and-sealant", after="short: Heavy load")
    assert copy.problems() == [f"{at}: questions > load > answers > heavy > adds > item 1 > because: {what}"]


def test_a_reason_that_was_replaced(copy: Copy) -> None:
    copy.replace("replaces: [glue-then]}", "replaces: [glue-then, small-holes]}")
    what = "'small-holes' was replaced: it is no reason today"
    at = copy.place("small-holes}", after="case: Your hole is small")
    assert copy.problems() == [f"{at}: outcomes > mend > options > item 1 > because: {what}"]


def test_an_order_that_nobody_gives(copy: Copy) -> None:
    copy.replace("    order_from: [club-order]\n", "")
    at = copy.place("true", after="case: Your hole is small")
    what = "who orders the options? Name the claims in 'order_from'"
    assert copy.problems() == [f"{at}: outcomes > mend > ordered: {what}"]


def test_a_case_that_a_reason_speaks_of_and_that_leaves_it_out(copy: Copy) -> None:
    copy.replace(f"      {SOME}\n", "")
    what = "'tube-mends-all' speaks of this case, too: 'new-tube' must be an option"
    line = copy.place("- {treatment: patch, group: first").split(":")[1]
    assert copy.problems() == [f"docs/pathway.yml:{line}:7: outcomes > mend > options: {what}"]


def test_a_reason_of_two_options_is_missed_for_each(copy: Copy) -> None:
    copy.replace("group: some, because: sealant-away", "group: some, because: tube-mends-all")
    whole = copy.read("docs/pathway.yml")
    copy.replace(f"      {SOME}\n", "")
    line = copy.place("- {treatment: patch, group: first").split(":")[1]
    place = f"docs/pathway.yml:{line}:7: outcomes > mend > options"
    missed = {
        f"{place}: 'tube-mends-all' speaks of this case, too: '{id}' must be an option"
        for id in ("new-tube", "sealant")
    }
    assert missed <= {*copy.problems()}
    copy.write("docs/pathway.yml", whole)
    assert not [line for line in copy.problems() if "'new-tube' must be an option" in line]


def test_a_treatment_that_is_an_option_twice(copy: Copy) -> None:
    copy.replace(SOME, f"{SOME}\n      - {{treatment: patch, group: some, because: small-holes}}")
    at = copy.place("{treatment: patch, group: some, because: small")
    assert copy.problems() == [f"{at}: outcomes > mend > options > item 3: 'patch' is an option already"]


def test_an_adding_question_of_which_no_answer_changes_anything(copy: Copy) -> None:
    copy.replace("    kind: adding\n    ask: Do you carry a load?", "    kind: adding\n    ask: Do you sing?")
    text = copy.read("docs/pathway.yml")
    begin = text.index("        adds:\n          - {treatment: new-tube, group: first")
    copy.write("docs/pathway.yml", text[:begin] + text[text.index("steps:\n", begin) :])
    at = copy.place("kind: adding\n    ask: Do you sing?")
    assert copy.problems() == [f"{at}: questions > load: no answer changes anything: it is not needed"]


@pytest.mark.parametrize("only", ["cautions: [wet-brakes]", "asks: [which-hole]", "next: [Go slowly.]"])
def test_an_adding_question_may_bring_a_caution_a_question_or_a_step_alone(copy: Copy, only: str) -> None:
    text = copy.read("docs/pathway.yml")
    begin = text.index("        adds:\n          - {treatment: new-tube, group: first")
    end = text.index("steps:\n", begin)
    copy.write("docs/pathway.yml", f"{text[:begin]}        {only}\n{text[end:]}")
    assert copy.problems() == []


def test_a_step_that_asks_an_adding_question(copy: Copy) -> None:
    copy.replace(
        'large-where: {question: at-home, answers: {"yes": change, "no": seal}}',
        "large-where: {question: load, answers: {light: change, heavy: seal}}",
    )
    what = "'load' is an adding question: results ask it, steps do not"
    assert f"{copy.place('load, answers')}: steps > large-where > question: {what}" in copy.problems()


def test_two_answers_with_the_same_words(copy: Copy) -> None:
    copy.replace('label: "No, nothing heavy"', 'label: "yes, MUCH"')
    what = "the same words as the answer 'light'"
    at = copy.place('label: "Yes, much"')
    assert copy.problems() == [f"{at}: questions > load > answers > heavy: {what}"]


def test_more_results_than_one_tree_can_show(copy: Copy) -> None:
    text = copy.read("docs/pathway.yml")
    begin, end = text.index("  pump:\n    case"), text.index("\nchanges:")
    one = text[begin:end]
    more = "".join(one.replace("  pump:", f"  pump-{n}:") for n in range(20))
    copy.write("docs/pathway.yml", text[:end] + more + text[end:])
    what = "25 results: at most 20 can be seen as one tree"
    assert (
        f"{copy.place('  mend:', after='outcomes:').rpartition(':')[0]}:3: outcomes: {what}"
        in copy.problems()
    )


ANSWERS = st.dictionaries(st.sampled_from("pqr"), st.sampled_from("xyz"), max_size=3)
SETS = st.lists(
    st.dictionaries(st.sampled_from("pqr"), st.lists(st.sampled_from("xyz")), max_size=3), max_size=3
)


@pytest.mark.parametrize(
    ("sets", "known", "answer"),
    [
        ([], {}, True),
        ([{"p": ["x", "y"]}], {"p": "y", "q": "x"}, True),
        ([{"p": ["x"], "q": ["x"]}], {"p": "x"}, False),
        ([{"p": ["x"], "q": ["x"]}, {"r": ["z"]}], {"r": "z"}, True),
    ],
)
def test_a_claim_speaks_of_a_case_that_fits_one_of_its_sets(sets: list, known: dict, answer: bool) -> None:
    claim = Claim.model_validate({"say": "x", "from": "y", "kind": "fact", "for": sets})
    assert inside(claim, known) is answer


@given(SETS, ANSWERS)
def test_one_more_set_never_shuts_a_case_out(sets: list, known: dict) -> None:
    def claim(sets: list) -> Claim:
        return Claim.model_validate({"say": "x", "from": "y", "kind": "fact", "for": sets})

    if sets and inside(claim(sets), known):
        assert inside(claim([*sets, {"p": ["x"]}]), known)


def test_a_reason_for_a_treatment_in_one_result_and_against_it_in_another(copy: Copy) -> None:
    after = "case: You see no hole, and you are on the way"
    _, line, _ = copy.place("- {treatment: new-tube, group: not", after=after).split(":")
    lines = copy.read("docs/pathway.yml").split("\n")
    lines[int(line) - 1] = lines[int(line) - 1].replace("group: not", "group: some")
    copy.write("docs/pathway.yml", "\n".join(lines))
    at = copy.place("some, because: tube-needs-home", after=after)
    what = "'tube-needs-home' speaks against a treatment in another place: it cannot speak for one here"
    assert copy.problems() == [f"{at}: outcomes > pump > options > item 2 > group: {what}"]


def test_a_reason_against_a_treatment_in_one_result_and_for_it_in_an_earlier_one(copy: Copy) -> None:
    after = "case: You see no hole, and you are on the way"
    text = copy.read("docs/pathway.yml")
    begin = text.index("- {treatment: sealant, group: some", text.index(after))
    copy.write("docs/pathway.yml", text[:begin] + text[begin:].replace("group: some", "group: not", 1))
    at = copy.place("not, because: sealant-away", after=after)
    what = "'sealant-away' speaks for a treatment in another place: it cannot speak against one here"
    assert copy.problems() == [f"{at}: outcomes > pump > options > item 1 > group: {what}"]


@pytest.mark.parametrize(("more", "told"), [(15, False), (16, True)])
def test_the_most_results_that_one_tree_can_show(copy: Copy, more: int, told: bool) -> None:
    text = copy.read("docs/pathway.yml")
    begin, end = text.index("  pump:\n    case"), text.index("\nchanges:")
    new = "".join(text[begin:end].replace("  pump:", f"  pump-{n}:") for n in range(more))
    copy.write("docs/pathway.yml", text[:end] + new + text[end:])
    found = [line.split(": ", 1)[1] for line in copy.problems() if "can be seen as one tree" in line]
    assert found == ["outcomes: 21 results: at most 20 can be seen as one tree"] * told
