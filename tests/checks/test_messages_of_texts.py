"""Mistakes in texts: quantities, names, references and persuasion, in the data and in the prose."""

from __future__ import annotations

import pytest

from helpers.editing import Copy

RULE = "The rider has one rule."  # stands in the prose of the start page
MESS = "It makes a mess."  # stands in the data
WHERE = "claims > makes-a-mess > say"
QUANTITIES = [
    "45",
    "45%",
    "4.5",
    "1,000",
    "1250",
    "7400",
    "3–5",
    "half",
    "Two",
    "a quarter",
    "twice",
    "percent",
    "dozens",
    "ninety",
]
ALLOWED = [
    "in 1998",
    "in 2019, and later",
    "from 1998–2015",
    "for the 2nd time",
    "first of all",
    "one by one",
    "in NETTER-2",
]


def _by_hand(said: str) -> str:
    what = "mark it, {like this}, or make it a figure, [][id of the figure]"
    return f"the quantity '{said}' is written by hand: {what}"


@pytest.mark.parametrize("said", QUANTITIES)
def test_quantity_by_hand_in_data(copy: Copy, said: str) -> None:
    copy.replace(f"{{say: {MESS}", f'{{say: "It mars {said} rims."')
    found = copy.problems()
    sign = [f"{copy.place('%')}: {WHERE}: {_by_hand('%')}"] if said == "45%" else []
    assert found == [f"{copy.place(f'{said} rims')}: {WHERE}: {_by_hand(said.rstrip('%'))}", *sign]


def test_quantity_by_hand_that_begins_a_text_and_the_number_of_an_item(copy: Copy) -> None:
    copy.replace(f"{{say: {MESS}", '{say: "30 in {100} rims break."')
    copy.replace(RULE, "14 rules are his.\n\n1. The rider rests.\n2. The rider rides.", "docs/index.md")
    in_data, in_prose = copy.place("30 in {100} rims"), copy.place("14 rules", "docs/index.md")
    assert copy.problems() == [
        f"{in_prose}: prose: {_by_hand('14')}",
        f"{in_data}: {WHERE}: {_by_hand('30')}",
    ]


@pytest.mark.parametrize("said", QUANTITIES)
def test_quantity_by_hand_in_prose(copy: Copy, said: str) -> None:
    copy.replace(RULE, f"The rider has {said} rules.", "docs/index.md")
    found = copy.problems()
    sign = [f"{copy.place('%', 'docs/index.md')}: prose: {_by_hand('%')}"] if said == "45%" else []
    place = copy.place(f"{said} rules", "docs/index.md")
    assert found == [f"{place}: prose: {_by_hand(said.rstrip('%'))}", *sign]


def test_each_number_of_a_phrase_is_told(copy: Copy) -> None:
    copy.replace(MESS, "It mars two in a hundred rims.")
    assert copy.problems() == [
        f"{copy.place('two in')}: {WHERE}: {_by_hand('two')}",
        f"{copy.place('hundred')}: {WHERE}: {_by_hand('hundred')}",
    ]


@pytest.mark.parametrize("said", ALLOWED)
def test_years_ordinals_and_names_are_no_quantities(copy: Copy, said: str) -> None:
    copy.replace(f"{{say: {MESS}", f'{{say: "It makes a mess {said}."')
    copy.replace(RULE, f"The rider has a rule {said}.", "docs/index.md")
    assert copy.problems() == []


@pytest.mark.parametrize("said", ["{45}", "{about 4.5 grams}", "{2 in 10}", "{half}"])
def test_a_quantity_that_is_marked_is_no_mistake(copy: Copy, said: str) -> None:
    copy.replace(f"{{say: {MESS}", f'{{say: "It mars {said} rims."')
    assert copy.problems() == []


def test_quantity_in_the_words_of_a_reference(copy: Copy) -> None:
    copy.replace(RULE, "The rider has [two patches][patch].", "docs/index.md")
    at = copy.place("[two patches][patch]", "docs/index.md")
    assert copy.problems() == [f"{at}: prose: {_by_hand('two')}"]


def test_quantity_and_name_in_a_description(copy: Copy) -> None:
    copy.replace("description: A small guide to a flat [][tire].", "description: All 7 kinds of patch.", "docs/index.md")  # fmt: skip
    name = "'patch' is the name of a record: write [][patch] or [other words][patch]"
    assert copy.problems() == [
        f"docs/index.md:2:1: description: {name}",
        f"docs/index.md:2:1: description: {_by_hand('7')}",
    ]


@pytest.mark.parametrize(
    ("said", "id"),
    [("patch", "patch"), ("Patches", "patch"), ("tyre", "tire"), ("inner tubes", "inner-tube"), ("IT", "inner-tube"), ("New Tube", "new-tube")],
)  # fmt: skip
def test_name_of_a_record_typed_by_hand(copy: Copy, said: str, id: str) -> None:
    copy.replace(MESS, f"It mars any {said} near it.")
    copy.replace(RULE, f"The rider has any {said} near.", "docs/index.md")
    what = f"'{said}' is the name of a record: write [][{id}] or [other words][{id}]"
    assert copy.problems() == [
        f"{copy.place(f'{said} near', 'docs/index.md')}: prose: {what}",
        f"{copy.place(f'{said} near')}: {WHERE}: {what}",
    ]


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [
        ("McRim", "McRim", True),  # a short name with capitals inside counts in its own case only
        ("McRim", "mcrim", False),
        ("McRims", "mcrims", True),
        ("McRims", "MCRIMS", True),
        ("Mcrim", "mcrim", True),
        ("MCRIMS", "mcrims", False),  # capitals alone are an abbreviation, however long
    ],
)
def test_in_which_case_a_name_is_seen(copy: Copy, name: str, said: str, told: bool) -> None:
    copy.replace("misspellings: [iner tube]", f"synonyms: [{name}]")
    copy.replace(MESS, f"It mars any {said} near it.")
    what = f"'{said}' is the name of a record: write [][inner-tube] or [other words][inner-tube]"
    assert copy.problems() == [f"{copy.place(f'{said} near')}: {WHERE}: {what}"] * told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("two rings", False),
        ("Two Rings", False),
        ("two tubes", False),
        ("two ringses", False),
        ("two ring", True),
        ("three rings", True),
    ],
)
def test_a_quantity_in_a_name_is_none_and_beside_a_name_is_one(copy: Copy, words: str, told: bool) -> None:
    ring = "{name: two rings, plural: two ringses, synonyms: [two tubes], meaning: They hold the air.}"
    copy.replace("  inner-tube: {name", f"  rings: {ring}\n  inner-tube: {{name")
    said = f"[{words}][rings]"
    copy.replace(f"{{say: {MESS}", f'{{say: "It mars {said}."')
    found = [f"{copy.place(said)}: {WHERE}: {_by_hand(words.split()[0])}"]
    assert copy.problems() == found * told


def test_a_word_that_only_holds_a_name_is_no_name(copy: Copy) -> None:
    copy.replace(MESS, "It is tireless and patch-like to retire.")
    assert copy.problems() == []


def test_figure_with_words_of_its_own(copy: Copy) -> None:
    copy.replace("for [][drying-time]", "for [a while][drying-time]")
    at = copy.place("[a while]")
    what = "the figure 'drying-time' writes its own words: leave '[a while]' empty"
    assert copy.problems() == [f"{at}: claims > glue-then > say: {what}"]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("[][inner-tub]", "unknown id 'inner-tub'; did you mean 'inner-tube'?"),
        ("[words][zzz]", "unknown id 'zzz'"),
        ("[][leaflet-1998#hol]", "'leaflet-1998' has no passage 'hol'; did you mean 'hole'?"),
        ("[][leaflet-1998#zzz]", "'leaflet-1998' has no passage 'zzz'"),
        ("[][tire#zzz]", "'tire' has no passage 'zzz'"),
        ("[+][which-hole]", "'which-hole' has no plural"),
        ("[+][shop]", "'shop' has no plural"),
    ],
)
def test_reference_that_leads_nowhere(copy: Copy, said: str, what: str) -> None:
    copy.replace(f"{{say: {MESS}", f'{{say: "It makes {said} dirty."')
    copy.replace(RULE, f"The rider has {said} here.", "docs/index.md")
    assert copy.problems() == [
        f"{copy.place(said, 'docs/index.md')}: prose: {what}",
        f"{copy.place(said)}: {WHERE}: {what}",
    ]


@pytest.mark.parametrize("said", ["[][patch-[][tire]]", "[tire][", "[][]"])
def test_reference_that_is_not_whole(copy: Copy, said: str) -> None:
    copy.replace(RULE, f"The rider has {said} here.", "docs/index.md")
    found = copy.problems()
    line = copy.place(said, "docs/index.md").rpartition(":")[0]
    assert any(p.startswith(f"{line}:") and "a reference that is not whole" in p for p in found)


def test_persuasion_in_data_and_prose(copy: Copy) -> None:
    copy.replace(MESS, "It is the best mess.")
    copy.replace(RULE, "The rider has a Miracle.", "docs/index.md")
    assert copy.problems() == [
        f"{copy.place('Miracle', 'docs/index.md')}: prose: 'Miracle' persuades: say what was seen instead",
        f"{copy.place('best mess')}: {WHERE}: 'best' persuades: say what was seen instead",
    ]


def test_what_a_page_takes_from_its_record_is_told_once_where_it_was_written(copy: Copy) -> None:
    copy.replace("meaning: A piece of rubber that is glued", 'meaning: "[][nowhere] that is glued')
    copy.replace("over the hole.\n    brief: A glued", 'over the hole."\n    brief: A glued')
    said = copy.problem()
    assert said.startswith(f"{copy.place('[][nowhere]')}: treatments > patch > meaning: unknown id 'nowhere'")


@pytest.mark.parametrize("said", ['"the best mess"', "“the best mess”"])
def test_what_a_source_said_may_be_quoted_and_what_stands_beside_it_is_told(copy: Copy, said: str) -> None:
    copy.replace(f"{{say: {MESS}", f"{{say: 'It is {said}.'")
    assert copy.problems() == []
    copy.replace(f"It is {said}.", f"It is {said}, a miracle.")
    assert copy.problems() == [
        f"{copy.place('miracle.')}: {WHERE}: 'miracle' persuades: say what was seen instead"
    ]


@pytest.mark.parametrize("said", ["seventeen", "per cent", "⅛", "²"])
def test_quantities_of_rare_forms(copy: Copy, said: str) -> None:
    copy.replace(MESS, f"It mars any {said} rims.")
    assert copy.problems() == [f"{copy.place(f'{said} rims')}: {WHERE}: {_by_hand(said)}"]


def test_a_reference_that_leads_nowhere_in_a_description(copy: Copy) -> None:
    copy.replace("guide to a flat [][tire].", "guide to a flat [][tir].", "docs/index.md")
    what = "unknown id 'tir'; did you mean 'tire'?"
    assert copy.problems() == [f"docs/index.md:1:1: description: {what}"]


def test_the_line_of_a_mistake_in_a_description_further_down(copy: Copy) -> None:
    copy.replace(
        "description: A small guide", "own_words: Leads into it\ndescription: All 7 kinds", "docs/index.md"
    )
    copy.replace("own_words: Leads into the page\n", "", "docs/index.md")
    assert copy.problems() == [f"docs/index.md:3:1: description: {_by_hand('7')}"]
