"""Each kind of mistake gets one exact line: where it is, what is wrong, what was meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import copy_project
from editing import Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A fresh copy without mistakes."""
    fresh = Copy(copy_project(tmp_path / "project"))
    assert fresh.problems() == []
    return fresh


def test_yaml_that_does_not_parse(copy: Copy) -> None:
    copy.replace("guide:\n", 'guide:\n  broken: "no end\n')
    assert copy.problems()[0].startswith("docs/pathway.yml:")
    assert ": YAML: " in copy.problems()[0]


def test_unknown_key(copy: Copy) -> None:
    copy.replace("    meaning: Tumor that comes back", "    meanin: Tumor that comes back")
    at = copy.place("meanin:")
    parent = copy.place("name: recurrence")
    assert copy.problems() == [
        f"{parent}: terms > recurrence: the key 'meaning' is missing",
        f"{at}: terms > recurrence: unknown key 'meanin'; did you mean 'meaning'?",
    ]


def test_duplicate_key(copy: Copy) -> None:
    copy.replace("    name: recurrence\n", "    name: recurrence\n    name: again\n")
    line = copy.place("name: recurrence").split(":")[1]
    at = copy.place("name: again")
    assert copy.problems() == [f"{at}: terms > recurrence: duplicate key 'name', first given in line {line}"]


def test_wrong_type(copy: Copy) -> None:
    copy.replace("    name: recurrence\n", "    name: [recurrence]\n")
    at = copy.place("[recurrence]")
    problem = f"{at}: terms > recurrence > name: input should be a valid string, not a list"
    assert copy.problems() == [problem]


def test_missing_slot(copy: Copy) -> None:
    copy.replace(
        "    may_suit:\n      - say: People whose tumors lie at the surface",
        "    may_sit:\n      - say: People",
    )
    found = copy.problems()
    parent = copy.place("name: wedge resection")
    assert f"{parent}: treatments > wedge-resection: the key 'may_suit' is missing" in found
    at = copy.place("may_sit:")
    assert f"{at}: treatments > wedge-resection: unknown key 'may_sit'; did you mean 'may_suit'?" in found


def test_unknown_id_in_data(copy: Copy) -> None:
    copy.replace("{question: possible, answers", "{question: posible, answers")
    at = copy.place("posible")
    where = "steps > surgery-possible > question"
    problem = f"{at}: {where}: unknown id 'posible' in questions; did you mean 'possible'?"
    assert problem in copy.problems()


def test_unknown_id_in_a_text(copy: Copy) -> None:
    copy.replace("whole right [][lobe] of the liver.", "whole right [][loob] of the liver.")
    at = copy.place("[][loob]")
    problem = f"{at}: claims > right-whole-lobe > say: unknown id 'loob'; did you mean 'lobe'?"
    assert problem in copy.problems()


def test_unknown_id_in_prose(copy: Copy) -> None:
    copy.replace("[][evaluate-all]", "[][evaluate-al]", file="docs/index.md")
    at = copy.place("[][evaluate-al]", "docs/index.md")
    assert f"{at}: prose: unknown id 'evaluate-al'; did you mean 'evaluate-all'?" in copy.problems()


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("    unit: of the liver\n    whom: What a", "    unit: of the liver\n    x: *y\n    whom: What a", "*y", "alias '*y': write the value out"),
        ("    name: recurrence\n", "    name: &r recurrence\n", "&r", "anchor '&r': give the record an id"),
        ("    name: recurrence\n", "    name: !!str recurrence\n", "!!str", "tag 'tag:yaml.org,2002:str': only plain values are read"),
    ],
)  # fmt: skip
def test_anchors_aliases_and_tags(copy: Copy, old: str, new: str, where: str, what: str) -> None:
    copy.replace(old, new)
    assert f"{copy.place(where)}: YAML: {what}" in copy.problems()


def test_outcome_nobody_can_reach(copy: Copy) -> None:
    copy.replace('{"yes": right-at-surface, "no": right-deep}', '{"yes": right-at-surface, "no": left-deep}')
    at = copy.place("name: Tumor is mainly on the right side, not all")
    problem = f"{at}: outcomes > right-deep: nobody can reach this: no answers lead to 'right-deep'"
    assert problem in copy.problems()


def test_question_and_step_nobody_can_reach(copy: Copy) -> None:
    copy.replace("right-and-left-part: right-plus-normal", "right-and-left-part: right-surface")
    found = "\n".join(copy.problems())
    assert "questions > normal: nobody can reach this: no answers lead to 'normal'" in found
    assert "steps > right-plus-normal: nobody can reach this" in found


def test_treatment_nobody_can_reach(copy: Copy) -> None:
    text = copy.read("docs/pathway.yml").replace(
        "treatments: [left-hepatectomy", "treatments: [right-hepatectomy"
    )
    copy.write("docs/pathway.yml", text)
    found = "\n".join(copy.problems())
    assert "treatments > left-hepatectomy: nobody can reach this" in found


def test_dead_end(copy: Copy) -> None:
    copy.replace('{"yes": spread-outside, "no": surgery-possible}', '{"no": surgery-possible}')
    at = copy.place('{"no": surgery-possible}')
    problem = (
        f"{at}: steps > outside-liver > answers: a dead end: the answer 'yes' of 'outside' leads nowhere"
    )
    assert problem in copy.problems()


def test_circle(copy: Copy) -> None:
    copy.replace('{"yes": wide-combined, "no": wide-hormones}', '{"yes": wide-combined, "no": start}')
    circle = [p for p in copy.problems() if ": a circle: " in p]
    assert len(circle) == 1
    way = circle[0].split(": a circle: ")[1].split(" -> ")
    assert way[0] == way[-1] and {"start", "wide-selected", "where-in-liver"} <= set(way)


def test_answers_that_all_lead_to_the_same_place(copy: Copy) -> None:
    copy.replace('{"yes": right-at-surface, "no": right-deep}', '{"yes": right-deep, "no": right-deep}')
    at = copy.place('{"yes": right-deep')
    what = "all answers lead to 'right-deep': the question changes nothing"
    assert f"{at}: steps > right-surface > answers: {what}" in copy.problems()


def test_outcome_with_neither_claims_nor_silences(copy: Copy) -> None:
    text = copy.read("docs/pathway.yml")
    start = text.index("name: Tumor is on the left side and in part of the right, not all")
    end = text.index("    next:", start)
    kept = [
        line
        for line in text[start:end].splitlines(True)
        if line.startswith(("name:", "    treat", "    since"))
    ]
    copy.write("docs/pathway.yml", text[:start] + "".join(kept) + text[end:])
    at = copy.place("name: Tumor is on the left side and in part of the right, not all")
    assert f"{at}: outcomes > left-plus-deep: neither claims nor silences" in copy.problems()


def test_claim_without_source(copy: Copy) -> None:
    copy.replace(
        "      - say: It spares liver tissue.\n        from: usc-2002#wedge-2\n",
        "      - say: It spares liver tissue.\n",
    )
    at = copy.place("say: It spares liver tissue.")
    where = "treatments > wedge-resection > good > item 1"
    assert f"{at}: {where}: a claim without a source: name it under 'from'" in copy.problems()


def test_passage_neither_cited_nor_left_out(copy: Copy) -> None:
    copy.replace("      rh-1: {", '      extra-1: {at: "A sentence"}\n      rh-1: {')
    at = copy.place('{at: "A sentence"}')
    what = "neither cited by a claim nor left out with a reason ('left_out')"
    assert f"{at}: sources > usc-2002 > passages > extra-1: {what}" in copy.problems()


@pytest.mark.parametrize("said", ["45", "45%", "half", "Two", "a quarter", "two in a hundred", "twice"])
def test_quantity_by_hand_in_data(copy: Copy, said: str) -> None:
    copy.replace("It spares liver tissue.", f"It spares liver tissue in {said} of them.")
    found = [p for p in copy.problems() if "is written by hand" in p]
    place = copy.place(
        said.split()[-1] if said == "two in a hundred" else said, after="spares liver tissue in"
    )
    assert any(p.startswith(place) for p in found) or said == "two in a hundred"
    assert found and all("make it a figure, [][id of the figure]" in p for p in found)


@pytest.mark.parametrize(
    "said", ["in 2019", "for the 2nd time", "as the first of both", "by one team", "in NETTER-2"]
)
def test_years_ordinals_and_names_are_no_quantities(copy: Copy, said: str) -> None:
    copy.replace("It spares liver tissue.", f"It spares liver tissue {said}.")
    assert copy.problems() == []


def test_quantity_by_hand_in_prose(copy: Copy) -> None:
    copy.replace(
        "Each statement carries its year.", "Each of 7 statements carries its year.", file="docs/index.md"
    )
    at = copy.place("7 statements", "docs/index.md")
    what = "the quantity '7' is written by hand: make it a figure, [][id of the figure]"
    assert copy.problems() == [f"{at}: prose: {what}"]


def test_name_typed_in_data(copy: Copy) -> None:
    copy.replace("- say: It spares liver tissue.", "- say: A Wedge resection spares liver tissue.")
    at = copy.place("Wedge resection spares")
    where = "treatments > wedge-resection > good > item 1 > say"
    what = "'Wedge resection' is the name of a record: write [][wedge-resection] or [other words][wedge-resection]"
    assert copy.problems() == [f"{at}: {where}: {what}"]


def test_name_typed_in_prose(copy: Copy) -> None:
    copy.replace("Each statement carries its year.", "Each RFA carries its year.", file="docs/index.md")
    at = copy.place("RFA", "docs/index.md")
    what = "'RFA' is the name of a record: write [][radiofrequency-ablation] or [other words][radiofrequency-ablation]"
    assert copy.problems() == [f"{at}: prose: {what}"]


def test_figure_with_words_of_its_own(copy: Copy) -> None:
    copy.replace(
        "[][spread-to-liver]", "[many people][spread-to-liver]", file="docs/understand/islet-cell-tumors.md"
    )
    at = copy.place("[many people]", "docs/understand/islet-cell-tumors.md")
    what = "the figure 'spread-to-liver' writes its own words: leave '[many people]' empty"
    assert f"{at}: prose: {what}" in copy.problems()


def test_link_by_hand_to_a_generated_place(copy: Copy) -> None:
    copy.replace("Follow the year", "Follow [it](glossary.md#lobe), the year", file="docs/index.md")
    at = copy.place("](glossary.md#lobe)", "docs/index.md")
    what = "'glossary.md#lobe' is a link by hand to a place in a page: use a reference, [words][id]"
    assert copy.problems() == [f"{at}: prose: {what}"]


def test_raw_html(copy: Copy) -> None:
    copy.replace("Follow the year", "Follow <b>the year</b>", file="docs/index.md")
    at = copy.place("<b>", "docs/index.md")
    assert f"{at}: prose: raw HTML: pages are Markdown, generated parts come from views" in copy.problems()


def test_page_without_heading_or_description(copy: Copy) -> None:
    copy.write("docs/paths.md", "---\nown_words: none\n---\n\n::: paths\n")
    assert copy.problems() == [
        "docs/paths.md:1:1: prose: no 'description' in the front matter: one sentence on the page",
        "docs/paths.md:4:1: prose: the page has no '# ' heading",
    ]


def test_unknown_view(copy: Copy) -> None:
    copy.replace("::: paths", "::: path", file="docs/paths.md")
    at = copy.place("::: path", "docs/paths.md")
    assert f"{at}: view: unknown view 'path'; did you mean 'paths'?" in copy.problems()


def test_prose_without_a_source(copy: Copy) -> None:
    page = "docs/understand/who-can-have-surgery.md"
    copy.replace("## What must stay\n", "## What must stay\n\nAll of it must stay.\n", file=page)
    at = copy.place("All of it must stay.", page)
    what = "states something without a source: cite one, [][source#passage], or a claim"
    assert copy.problems() == [f"{at}: prose: {what}"]


def test_nav_entry_without_a_page(copy: Copy) -> None:
    copy.replace("  - paths.md\n", "  - path.md\n", file="mkdocs.yml")
    at = copy.place("path.md", "mkdocs.yml")
    assert copy.problems() == [
        "docs/paths.md:1:1: page: the page stands nowhere in the navigation: list 'paths.md' in mkdocs.yml",
        f"{at}: nav: there is no page 'path.md' in docs; did you mean 'paths.md'?",
    ]


def test_treatment_without_a_page(copy: Copy) -> None:
    (copy.root / "docs/treatments/wedge-resection.md").unlink()
    copy.replace("      - treatments/wedge-resection.md\n", "", file="mkdocs.yml")
    at = copy.place("name: wedge resection")
    what = "shown on no page: one page must hold the line '::: treatment wedge-resection'"
    assert f"{at}: treatments > wedge-resection: {what}" in copy.problems()


def test_several_problems_are_told_at_once_in_order(copy: Copy) -> None:
    copy.replace("It spares liver tissue.", "It spares 45 parts.")
    copy.replace("[][evaluate-all]", "[][evaluate-al]", file="docs/index.md")
    copy.replace("whole right [][lobe] of the liver.", "whole right [][loob] of the liver.")
    found = copy.problems()
    assert len(found) == 3
    places = [(p.split(":")[0], int(p.split(":")[1])) for p in found]
    assert places == sorted(places)


def _bomb(copy: Copy) -> None:
    copy.write("docs/pathway.yml", "a: " + "[" * 5000)


def _large(copy: Copy) -> None:
    copy.write("docs/pathway.yml", "#" * 3_000_000)


def _bytes(copy: Copy) -> None:
    (copy.root / "docs/pathway.yml").write_bytes(b"guide: \xff\xfe")


def _link_out(copy: Copy) -> None:
    (copy.root / "docs/out.md").symlink_to("/etc/hostname")


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (_bomb, "nested deeper than"),
        (_large, "larger than"),
        (_bytes, "not UTF-8"),
        (_link_out, "leads out of"),
    ],
)
def test_hostile_files_are_refused(copy: Copy, damage: Callable[[Copy], None], what: str) -> None:
    damage(copy)
    assert any(what in problem for problem in copy.problems())
