"""The comparison: every treatment, the same slots, side by side."""

from __future__ import annotations

from pathlib import Path

from pathway.pages.context import PageContext
from playwright.sync_api import Page

from helpers.html_pages import squeeze, tree
from pathway.records.content import Content


def test_every_treatment_fills_the_same_slots(content: Content, built: Path) -> None:
    cards = tree(built / "treatments" / "index.html").css("article.compared")
    assert [card.css_first("h2").id for card in cards] == list(content.records.treatments)
    named = [heading for slot, heading in content.records.guide.slots.items() if slot != "questions"]
    for card in cards:
        assert [squeeze(node.text()) for node in card.css(".slot > .slot-name")] == named


def test_good_and_bad_points_stand_side_by_side(content: Content, built: Path) -> None:
    slots = content.records.guide.slots
    for card in tree(built / "treatments" / "index.html").css("article.compared"):
        by_name = {squeeze(s.css_first(".slot-name").text()): s for s in card.css(".slot")}
        for side in ("good", "bad"):
            node = by_name[slots[side]]
            assert node.css("li") or node.css(".nothing, .aside"), card.css_first("h2").id
    css = (built / "assets" / "guide.css").read_text("utf-8")
    assert "grid-template-rows: subgrid" in css.split("\n.compared {")[1].split("}")[0]


def test_blanks_are_shown_as_not_said(content: Content, views, built: Path) -> None:
    cards = {
        card.css_first("h2").id: card
        for card in tree(built / "treatments/index.html").css("article.compared")
    }
    empty = {}
    for id, card in cards.items():
        slots = [s for s in card.css(".slot") if "No source here says." in squeeze(s.text())]
        empty[id] = [squeeze(s.css_first(".slot-name").text()) for s in slots]
    told = {id: list(headings) for id, headings in views.coverage.empty_slots}
    assert told and {id: headings for id, headings in empty.items() if headings} == told


def test_answers_narrow_the_comparison_to_what_the_endings_name(
    page: Page, served: str, views: PageContext
) -> None:
    page.goto(f"{served}treatments/")
    selects = page.locator("form.filter select")
    asked = views.routes.treatments_by_answer()
    assert selects.count() == len(asked)
    every = page.locator("article.compared").count()
    narrowed = 0
    for at, (_, question, answers) in enumerate(asked):
        for answer, named in answers.items():
            selects.nth(at).select_option(label=views.plain(question.answers[answer]))
            shown = {node.get_attribute("id") for node in page.locator("article.compared:visible h2").all()}
            assert set(named) <= shown
            assert all({id, *views.family_of(id)} & set(named) for id in shown)
            narrowed += len(shown) < every
        selects.nth(at).select_option(index=0)
    assert narrowed
