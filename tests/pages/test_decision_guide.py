"""The decision guide as it is built: its links are the tree, and each view says what belongs there."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from conftest import PROOF
from helpers.guide_views import PAGE, groups, option, said, targets, view, views
from helpers.html_pages import squeeze, tree
from pathway.pages.site import Site

QUESTIONS = {
    "start": "Has tumor spread outside the liver?",
    "surgery-possible": "Has a surgeon ruled out an operation on your liver?",
    "where-in-liver": "Where in your liver are the tumors?",
    "no-surgery-sides": "Without surgery: on how many sides of your liver is tumor?",
}


def test_links_of_questions_equal_the_tree_edge_by_edge(site: Site, built: Path) -> None:
    found = [
        (section.attributes["data-question"], link.attributes["data-answer"], link.attributes["href"])
        for section in views(built, "question")
        for link in section.css(".answers a[data-answer]")
    ]
    steps = site.content.records.steps
    order = [section.attributes["data-question"] for section in views(built, "question")]
    assert found == [(id, a, f"#{to}") for id in order for a, to in steps[id].answers.items()]
    assert sorted(order) == sorted(steps) and order[0] == "start"


def test_every_question_leads_to_its_unknown_and_back(site: Site, built: Path) -> None:
    for section in views(built, "question"):
        id = section.attributes["data-question"]
        assert targets(section, ".answers .unsure a") == [f"{id}--unsure"]
        unsure = view(built, f"{id}--unsure")
        assert unsure.attributes["data-unsure"] == id
        assert targets(unsure, ".depends a") == list(site.content.records.steps[id].answers.values())
        assert targets(unsure, ".tools a") == [id]
    assert len(views(built, "unsure")) == len(site.content.records.steps)


def test_every_result_is_a_view_once(site: Site, built: Path) -> None:
    results = [section.attributes["data-result"] for section in views(built, "result")]
    assert sorted(results) == sorted(site.content.records.outcomes)
    assert [section.css_first("h2").id for section in views(built, "result")] == results


def test_no_link_inside_the_guide_leads_out_of_a_view(built: Path) -> None:
    """What lies outside of every view would show the first question."""
    inside = {node.attributes["id"] for section in views(built) for node in section.css("[id]")}
    page = tree(built / PAGE)
    article = [(a.attributes.get("href") or "") for a in page.css("article a, .views a")]
    assert {link[1:] for link in article if link.startswith("#")} <= inside
    shells = {(a.attributes.get("href") or "") for a in page.css("a[href^='#']")} - set(article)
    assert {link[1:] for link in shells} <= inside  # the theme's own: skip link, list of headings


def test_each_view_names_whom_it_is_for(built: Path) -> None:
    for section in views(built):
        id = section.css_first("h2").id
        if id in ("start", "start--unsure", "page--end"):
            continue
        result = "data-result" in section.attributes
        assert ("Options to talk about if" if result else "This page is for:") in said(section), id
        crumbs = section.css("details.given li")
        changes = targets(section, "details.given a")
        assert crumbs and len(changes) == len(crumbs) and changes[0] == "start", id
        assert "your answers" not in said(section).lower(), id
    text = said(view(built, "where-in-liver").css_first("details.given"))
    assert "Has tumor spread outside the liver? Liver only Change" in text
    assert "Has a surgeon ruled out an operation on your liver? Surgery not ruled out Change" in text


@pytest.mark.parametrize(("id", "ask"), QUESTIONS.items())
def test_a_question_stands_first_with_its_answers(built: Path, id: str, ask: str) -> None:
    section = view(built, id)
    assert said(section.css_first("h2")) == ask
    parts = [node.tag for node in section.iter()]
    assert parts[:4] == ["p", "h2", "p", "ul"]  # progress, question, help, answers


def test_where_in_the_liver_has_these_answers_and_pictures(built: Path) -> None:
    section = view(built, "where-in-liver")
    assert [said(link) for link in section.css(".answers a")] == [
        "Mainly on your right side",
        "Mainly on your left side",
        "Much on your right side, some on your left",
        "Much on your left side, some on your right",
        "A few on both sides, and my team says that all could be taken out or heated",
        "Many on both sides",
        "?I don’t know yet",
    ]
    used = [node.attributes["href"] for node in section.css(".answers use")]
    assert used == [
        f"#picture--{n}" for n in ("right", "left", "right-plus", "left-plus", "few-both", "many-both")
    ]


# What is drawn beside an answer, on the way and in a result.
DRAWN = {
    ("outside", "Yes. There is tumor in other places, too"),
    ("inside", "No. Apart from the pancreas, tumor is only in the liver"),
    ("right", "Mainly on your right side"),
    ("left", "Mainly on your left side"),
    ("right-plus", "Much on your right side, some on your left"),
    ("left-plus", "Much on your left side, some on your right"),
    ("few-both", "A few on both sides, and my team says that all could be taken out or heated"),
    ("many-both", "Many on both sides"),
    ("one", "On one side only"),
    ("both", "On the right and on the left"),
    ("surface", "Yes, all of them"),
    ("deep", "No, at least some lie deeper"),
    ("healthy", "Yes, it is healthy"),
    ("harmed", "No, it was harmed in some way"),
}
RESULTS = {
    "spread-outside": "outside", "no-surgery-one": "one", "no-surgery-both": "both", "right-at-surface": "right",
    "right-deep": "right", "left-at-surface": "left", "left-deep": "left", "large-normal-surface": "right-plus",
    "large-normal-deep": "right-plus", "large-harmed-surface": "right-plus", "large-harmed-deep": "right-plus",
    "left-plus-at-surface": "left-plus", "left-plus-deep": "left-plus", "few-both": "few-both", "many-both": "many-both",
}  # fmt: skip


def _drawn(part) -> str:
    return part.css_first("svg.mini use").attributes["href"].removeprefix("#picture--")


def test_each_answer_and_result_has_its_own_picture_and_no_other(built: Path) -> None:
    page = tree(built / PAGE)
    answers = [link for link in page.css("a[data-answer]") if link.css_first("svg.mini")]
    assert {(_drawn(link), squeeze(link.css_first("span").text())) for link in answers} == DRAWN
    results = {
        r.attributes["data-result"]: _drawn(r.css_first(".progress")) for r in page.css("section.result")
    }
    assert results == RESULTS


def test_spread_outside_lists_these_options_in_these_places(built: Path) -> None:
    result = view(built, "spread-outside")
    assert said(result.css_first("h2")) == "Tumor has spread to places outside the liver"
    assert groups(result) == [
        ("First among medicines", ["Injections"]),
        (
            "For some people",
            [
                "PRRT (lutetium drip)",
                "Targeted tablets",
                "Chemotherapy (CAPTEM)",
                "Artery-blocking with chemo",
                "Artery-blocking without chemo",
                "Radioactive beads",
                "Waiting",
            ],
        ),
    ]
    not_now = [said(node) for node in result.css("details.usually-not li")]
    assert [words.split(".")[0] for words in not_now] == ["Surgery", "Transplant"]
    assert "Usually not for this case (2)" in said(result.css_first("details.usually-not summary"))
    first = option(result, "somatostatin-analogs-first-own")
    assert "A US guideline names them first among medicines." in first
    assert "If: Tumor lights up on receptor scan." in first
    assert "gallstones" in first.partition("Risk")[2] and "Benefit" in first.partition("Risk")[0]
    for barred in ("resection", "2002", "insulin", "Rarely"):
        assert barred not in first.partition("With “")[0]
    waiting = option(result, "watchful-waiting-some-own")
    assert "Rarely, without symptoms, says a US guideline." in waiting


def test_right_at_surface_lists_its_options_without_an_order(built: Path) -> None:
    result = view(built, "right-at-surface")
    assert said(result.css_first("h2")) == "Tumor is mainly on your right side, all at the surface"
    assert groups(result) == [
        (
            "Options to talk about",
            ["Small piece out", "Right side out", "Heat (radio waves)", "Heat (microwaves)", "Injections"],
        )
    ]
    assert "No source we read ranks these." in said(result)
    small, right = (option(result, f"{id}-some-any-own") for id in ("wedge-resection", "right-hepatectomy"))
    assert "Why: US operations: 71 in 100 people lost only part of a lobe." in small
    assert "mainly on the right" not in small and "at the surface" not in right
    assert "In 2002 used for tumor mainly on the right." in right
    assert "If: Enough healthy liver stays." in right
    assert not result.css("details.usually-not")
    left_out = " ".join(name for _, names in groups(result) for name in names)
    for barred in ("Left side out", "Most liver out", "Transplant", "Waiting"):
        assert barred not in left_out


def test_an_unknown_where_says_what_stays_and_what_each_answer_adds(built: Path) -> None:
    unsure = view(built, "where-in-liver--unsure")
    assert said(unsure.css_first("h2")) == "I don’t know yet"
    assert [said(node) for node in unsure.css("h3")] == [
        "Possible whatever the answer",
        "What each answer would add",
    ]
    assert [said(node) for node in unsure.css("ul.names li")] == [
        "Surgery",
        "Heat (radio waves)",
        "Heat (microwaves)",
        "Injections",
    ]
    depends = [said(node) for node in unsure.css("ul.depends li")]
    assert depends[0].startswith(
        "Mainly on your right side. This would add: Right side out, Small piece out."
    )
    assert depends[1].startswith("Mainly on your left side. This would add: Left side out, Small piece out.")
    assert "Left side out" not in depends[0] and "Right side out" not in depends[1]
    assert "Who may know: A liver surgeon, or the doctor who reads your scans." in said(unsure)
    assert (
        "What shows it: A CT scan (computed tomography) or an MRI scan (magnetic resonance imaging) of your liver."
        in said(unsure)
    )


def test_what_an_answer_brings_names_the_answer_in_its_own_words(site: Site, built: Path) -> None:
    """Read without styles the page is still true."""
    short = {
        f"{q}-{a}": str(answer.short)
        for q, question in site.options.adding.items()
        for a, answer in question.answers.items()
    }
    copies = 0
    for result in views(built, "result"):
        for node in result.css("[data-when]"):
            words = said(node)
            key = short[node.attributes["data-when"] or ""]
            assert f"With “{key}”" in words or words.startswith(f"You chose {key}"), words
        for copy in result.css("article.option"):
            if not (copy.attributes["data-copy"] or "").endswith("-own"):
                assert copy.css(".why") and all("data-when" in why.attributes for why in copy.css(".why"))
                copies += 1
    assert copies > 50
    for node in tree(built / PAGE).css(".chosen [data-when]"):
        assert f"With “{short[node.attributes['data-when'] or '']}”" in said(node)
    lines = tree(built / PAGE).css(".narrowing [data-when]")
    assert [node.attributes["data-when"] for node in lines] == list(short)
    for node in lines:
        assert said(node).startswith(f"You chose {short[node.attributes['data-when'] or '']}.")


def test_an_answer_may_bring_a_question_without_a_step_or_both(built: Path) -> None:
    brought = {
        node.attributes["data-when"]: said(node) for node in tree(built / PAGE).css(".chosen [data-when]")
    }
    assert brought.get("receptor-lights-up") == (
        "With “Lights up” Could I have lutetium? Before or after other medicines?"
    )
    assert brought.get("tumor-grade-g1") == "With “Grade 1” What is my Ki-67, and what follows from it?"
    assert brought.get("receptor-mixed") == (
        "With “Mixed” Ask if a biopsy of a dark tumor is needed. Some tumors stay dark: is lutetium still possible?"
    )
    assert len(brought) == 19


def test_a_moved_option_carries_both_reasons_and_a_question(built: Path) -> None:
    (line,) = (
        node
        for node in view(built, "spread-outside").css("ul.moved-not li")
        if node.attributes["data-option"] == "watchful-waiting"
    )
    words = said(line)
    assert words.startswith("Waiting. Rarely, without symptoms, says a US guideline.")
    assert "With “Grade 3”: A US guideline’s summary does not name it here." in words
    assert words.endswith("Ask: why is it usually not for me?")


def test_an_answer_that_adds_nothing_says_so(built: Path) -> None:
    lines = [said(node) for node in tree(built / PAGE).css("ul.answered li")]
    assert "You chose Stable. The list stays the same." in lines
    low = next(line for line in lines if line.startswith("You chose Low blood sugar."))
    assert "can make low blood sugar worse" in low and "adds nothing" not in low


THEN = {
    "spread-outside": "embolization-for evaluate-all none-outside",
    "no-surgery-one": "confined-to-lobe embolization-choice embolization-for embolization-relief evaluate-all",
    "no-surgery-both": "both-lobes-options combined-selected embolization-choice embolization-for embolization-relief evaluate-all heat-both-lobes",
    "right-at-surface": "confined-to-lobe evaluate-all mainly-one-side rest-must-suffice right-whole-lobe wedge-surface why-side-right why-wedge-surface",
    "right-deep": "confined-to-lobe evaluate-all mainly-one-side rest-must-suffice right-whole-lobe wedge-surface why-side-right why-wedge-deep",
    "left-at-surface": "confined-to-lobe evaluate-all left-whole-lobe mainly-one-side rest-must-suffice wedge-surface why-side-left why-wedge-surface",
    "left-deep": "confined-to-lobe evaluate-all left-whole-lobe mainly-one-side rest-must-suffice wedge-surface why-side-left why-wedge-deep",
    "large-normal-surface": "both-lobes-options combined-again combined-how combined-selected embolization-for evaluate-all heat-both-lobes large-for large-normal wedge-surface why-artery-both why-large-right why-wedge-surface",
    "large-normal-deep": "both-lobes-options combined-again combined-how combined-selected embolization-for evaluate-all heat-both-lobes large-for large-normal wedge-surface why-artery-both why-large-right why-wedge-deep",
    "large-harmed-surface": "both-lobes-options combined-again combined-how combined-selected embolization-for evaluate-all heat-both-lobes large-for large-normal wedge-surface why-artery-both why-large-harmed why-wedge-surface",
    "large-harmed-deep": "both-lobes-options combined-again combined-how combined-selected embolization-for evaluate-all heat-both-lobes large-for large-normal wedge-surface why-artery-both why-large-harmed why-wedge-deep",
    "left-plus-at-surface": "both-lobes-options combined-again combined-how combined-selected embolization-for evaluate-all heat-both-lobes left-whole-lobe mainly-one-side wedge-surface why-artery-both why-side-left why-wedge-surface",
    "left-plus-deep": "both-lobes-options combined-again combined-how combined-selected embolization-for evaluate-all heat-both-lobes left-whole-lobe mainly-one-side wedge-surface why-artery-both why-side-left why-wedge-deep",
    "few-both": "both-lobes-options combined-again combined-how combined-selected embolization-for evaluate-all heat-both-lobes why-artery-both",
    "many-both": "both-lobes-options combined-again combined-how combined-selected embolization-choice embolization-for embolization-relief evaluate-all heat-both-lobes widely-both-sides",
}  # fmt: skip


def test_each_result_rests_on_these_statements_of_2002(site: Site) -> None:
    """What was said in 2002, and what is a reason for an option and rests on that page: none is lost."""
    records = site.content.records
    base = set(site.statements.resting_on.get("usc-2002", []))
    found = {
        id: " ".join(sorted(({str(c) for c in o.then} | {str(o.because) for o in o.options}) & base))
        for id, o in records.outcomes.items()
    }
    assert found == THEN


def test_what_was_said_in_2002_stands_in_its_fold(site: Site, built: Path) -> None:
    claims = site.content.records.claims
    for result in views(built, "result"):
        outcome = site.content.records.outcomes[result.attributes["data-result"] or ""]
        fold = next(
            n for n in result.css("details") if said(n.css_first("summary")) == "What was said in 2002"
        )
        assert len(fold.css("li")) == len(outcome.then)
        for claim, line in zip(outcome.then, fold.css("li"), strict=True):
            assert said(line).startswith(squeeze(site.wording.plain(claims[claim].say)))


def test_no_template_prints_what_is_no_word(built: Path) -> None:
    body = tree(built / PAGE).css_first("article").html or ""
    text = HTMLParser(body).text()
    for loose in ("built-in", "{ }", "object at", "None", "Markup("):
        assert loose not in text, text[max(0, text.find(loose) - 60) :][:160]


def test_ids_that_the_guide_makes_cannot_be_those_of_a_record(site: Site, built: Path) -> None:
    known = set(site.content.by_id)
    made = [n.attributes["id"] or "" for n in tree(built / PAGE).css("article section [id]")]
    assert not [id for id in made if id not in known and "--" not in id and "_" not in id]
    assert len(made) == len(set(made))


def test_the_drawn_tree_links_every_node_once(site: Site, built: Path) -> None:
    drawn = view(built, "start").css_first("svg.tree")
    nodes = [node.attributes["data-node"] for node in drawn.css("a[data-node]")]
    assert sorted(nodes) == sorted(site.graph.reachable)
    assert [node.attributes["href"] for node in drawn.css("a[data-node]")] == [f"#{id}" for id in nodes]
    lines = [node.attributes["data-to"] for node in drawn.css("g.branch")]
    assert sorted(lines) == sorted(edge.target for edge in site.graph.edges)


@pytest.mark.skipif(not PROOF, reason="over every view: make proof")
def test_rows_of_all_results_are_short(built: Path) -> None:
    long = [
        (section.css_first("h2").id, said(row.css_first("h4")), len(said(row).split()))
        for section in views(built, "result")
        for row in section.css("article.option")
        if len(_unchosen(row).split()) > 60
    ]
    assert not long


def _unchosen(row) -> str:
    copy = HTMLParser(f"<div>{row.html}</div>").css_first("div")
    for extra in copy.css("[data-when], .pick"):
        extra.decompose()
    return squeeze(copy.text(separator=" "))


@pytest.mark.skipif(not PROOF, reason="over every view: make proof")
def test_every_answer_set_moves_options_only_within_their_result(site: Site, built: Path) -> None:
    for result in views(built, "result"):
        outcome = site.content.records.outcomes[result.attributes["data-result"] or ""]
        copies = {node.attributes["data-copy"] for node in result.css("[data-copy]")}
        for placed in site.options.placed(outcome):
            for group, own in itertools.product(placed.groups, (True, False)):
                mark = "" if outcome.ordered else "-any"
                name = f"{placed.treatment}-{group.value}{mark}{'-own' if own else ''}"
                assert (name in copies) == (own == (group == placed.base) or name in copies), name
