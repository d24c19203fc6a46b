"""Mistakes between claims: two that say one thing, short forms, relations, silences, main points, signs."""

from __future__ import annotations

import pytest

from helpers.editing import Copy

SHORT = 'short: "It is cheap, and [][patches-hold]."'


def test_claims_that_say_mostly_the_same(copy: Copy) -> None:
    copy.replace("say: It makes a mess.,", "say: Wet brakes take longer to stop you there.,")
    what = "says mostly what 'wet-brakes' says: name that, or tell apart and say why ('alike')"
    at = copy.place("Wet brakes take longer to stop you there.")
    assert copy.problems() == [f"{at}: claims > makes-a-mess > say: {what}"]


@pytest.mark.parametrize(
    "new",
    [
        'say: "Wet brakes take longer to stop {4 m}.",',  # another number
        'say: "Wet brakes take longer to stop the [][tire].",',  # another record
        "say: Wet brakes are harder to squeeze.,",  # other words
        "say: Wet brakes take longer to stop you there., alike: Another place,",
    ],
)
def test_claims_that_differ_are_two(copy: Copy, new: str) -> None:
    copy.replace("say: It makes a mess.,", new)
    assert copy.problems() == []


def test_the_older_of_two_claims_may_say_why_they_are_alike(copy: Copy) -> None:
    copy.replace(
        "say: Wet brakes take longer to stop you.,", "say: Wet brakes take longer to stop you., alike: Here,"
    )
    copy.replace("say: It makes a mess.,", "say: Wet brakes take longer to stop you there.,")
    assert copy.problems() == []


def test_the_same_words_from_another_source_are_two_claims(copy: Copy) -> None:
    copy.replace(
        "{say: It makes a mess., from: shop", "{say: Wet brakes take longer to stop you., from: test-2015"
    )
    assert copy.problems() == []


def test_a_result_that_is_told_twice_from_one_source_is_a_figure(copy: Copy) -> None:
    copy.replace("say: It makes a mess.,", 'say: "It mars {3 in 10 rims}.",')
    copy.replace(
        'say: "Look at the air again on the next day.",', 'say: "Next day {3 in 10 rims} need more air.",'
    )
    what = "'{3 in 10 rims}' is told by 'tube-night' from the same source: make it a figure"
    at = copy.place("{3 in 10 rims}", after="makes-a-mess:")
    assert copy.problems() == [f"{at}: claims > makes-a-mess > say: {what}"]


@pytest.mark.parametrize(
    ("short", "fragment", "what"),
    [
        ('"It is so cheap that any rider at all can pay for it, and [][patches-hold]."', '"It is so', "22 words: a short form has at most 14"),
        ('"It is cheap, and up to {7} hold."', '"It is cheap', "the number 7 does not stand in the claim itself"),
        ('"It is cheap, and at least {85 to 90} in {100} hold."', '"It is cheap', "'at least 85 to 90' against 'about 85 to 90': the same bound must stand"),
        ('"It is cheap, and {85 to 90} in {100} hold."', '"It is cheap', "' 85 to 90' against 'about 85 to 90': the same bound must stand"),
    ],
)  # fmt: skip
def test_short_forms_that_say_something_else(copy: Copy, short: str, fragment: str, what: str) -> None:
    copy.replace(SHORT, f"short: {short}")
    assert copy.problems() == [
        f"{copy.place(fragment, after='short: ')}: claims > patch-holds > short: {what}"
    ]


def test_a_cycle_of_relations(copy: Copy) -> None:
    copy.replace(
        "from: leaflet-1998#glue, kind: advice}",
        "from: leaflet-1998#glue, kind: advice, confirms: [glue-cold]}",
    )
    found = copy.problem()
    assert found.endswith(
        (
            ": a cycle of relations: glue-then -> glue-cold -> glue-then",
            ": a cycle of relations: glue-cold -> glue-then -> glue-cold",
        )
    )
    assert found.startswith(
        f"docs/pathway.yml:{copy.place('  glue-then:').split(':')[1]}:"
    ) or found.startswith(f"docs/pathway.yml:{copy.place('  glue-cold:').split(':')[1]}:")


def test_a_silence_beside_the_claim_that_ends_it(copy: Copy) -> None:
    copy.replace("unknown: [in-heat]", "unknown: [in-heat, old-tires]")
    what = "'cracks-are-old' answers this silence: take it out"
    at = copy.place("old-tires]", after="in-heat, ")
    assert copy.problems() == [f"{at}: treatments > sealant > unknown > item 2: {what}"]


def test_a_silence_of_a_result_beside_the_claim_that_ends_it(copy: Copy) -> None:
    copy.replace("cautions: [find-the-cause]", "cautions: [find-the-cause, cracks-are-old]")
    at = copy.place("old-tires]", after="silences: [")
    what = "'cracks-are-old' answers this silence: take it out"
    assert copy.problems() == [f"{at}: outcomes > mend > silences > item 1: {what}"]


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("benefit: tube-quick", "benefit: tube-waste", "new-tube > benefit", ["'tube-waste' does not stand in 'works'", "'tube-waste' is of kind 'harm', not 'benefit'"]),
        ("benefit: tube-quick", "benefit: wheel-stays", "new-tube > benefit", ["'wheel-stays' does not stand in 'works'"]),
        ("harm: tube-waste", "harm: makes-a-mess\n", "new-tube > harm", ["'makes-a-mess' does not stand in 'risks'"]),
    ],
)  # fmt: skip
def test_main_points_of_another_kind_or_place(
    copy: Copy, old: str, new: str, where: str, what: list[str]
) -> None:
    copy.replace(old, new)
    at = copy.place(new.split(": ")[1], after=f"    {new}")
    assert copy.problems() == [f"{at}: treatments > {where}: {words}" for words in what]


def test_a_treatment_may_raise_the_help_and_never_lower_it(copy: Copy) -> None:
    copy.replace("{level: call, claim: hiss-sealant}", "{level: usual, claim: hiss-sealant}")
    at = copy.place("{level: usual, claim: hiss-sealant}")
    what = "what is usual belongs to 'after': here help is raised"
    assert copy.problems() == [f"{at}: signs > hiss > by > sealant > item 1: {what}"]


def test_a_sign_with_two_rules_of_one_level(copy: Copy) -> None:
    copy.replace("{level: usual, claim: hiss-usual}", "{level: call, claim: hiss-usual}")
    what = "2 rules of level 'call': readers need one"
    at = copy.place("[{level: call, claim: hiss-stop}")
    assert copy.problems() == [f"{at}: signs > hiss > rules: {what}"]


def test_a_harm_under_how_well_it_works(copy: Copy) -> None:
    copy.replace("    works: [patch-holds]\n", "    works: [patch-holds, load-and-patch]\n")
    at = copy.place("load-and-patch]", after="works: [patch-holds")
    what = "'load-and-patch' is a harm: it stands under 'risks'"
    assert f"{at}: treatments > patch > works > item 2: {what}" in copy.problems()


@pytest.mark.parametrize(("words", "told"), [(14, []), (15, ["15 words: a short form has at most 14"])])
def test_the_longest_short_form(copy: Copy, words: int, told: list[str]) -> None:
    copy.replace(SHORT, f"short: {' '.join(['so'] * words)}")
    at = copy.place("so so", after="patch-holds:")
    assert copy.problems() == [f"{at}: claims > patch-holds > short: {what}" for what in told]


def test_a_number_at_the_end_of_a_short_form_and_its_bound(copy: Copy) -> None:
    copy.replace(
        "say: It makes a mess.,",
        'say: "Mars more than {7}, at least {8}.", short: "More than {7}. At least {8}",',
    )
    assert copy.problems() == []
    copy.replace('short: "More than {7}.', 'short: "At least {7}.')
    what = "'At least 7' against 'more than 7': the same bound must stand"
    at = copy.place('"At least {7}.')
    assert copy.problems() == [f"{at}: claims > makes-a-mess > short: {what}"]


@pytest.mark.parametrize("result", ["{3° more}", "{3 °F more}", "{4 times as often}", "{an odds ratio of 3}"])
def test_results_of_every_form_are_told_once(copy: Copy, result: str) -> None:
    copy.replace("say: It makes a mess.,", f'say: "It mars {result}.",')
    copy.replace(
        'say: "Look at the air again on the next day.",', f'say: "Next day look for {result} at the wheel.",'
    )
    what = f"'{result}' is told by 'tube-night' from the same source: make it a figure"
    at = copy.place(result, after="makes-a-mess:")
    assert copy.problems() == [f"{at}: claims > makes-a-mess > say: {what}"]
