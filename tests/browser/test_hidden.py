"""What our styles leave out of a page, with every fold open: on a phone, on a wide screen, and on paper."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from conftest import LONG
from helpers.looking import LEFT_OUT

# By page: the parts that are left out on a phone, on a wide screen, and on paper. Nothing else may be.
HIDDEN = {
    "": ("", "", "page-end"),
    "feeling-unwell/": ("paper", "paper", "jumps page-end rules-from summary"),
    "easy-read/": ("paper", "paper", ""),
    "my-appointment/": ("paper", "paper", "jumps lead noprint page-end paper print small"),
    "treatments/": ("cell headings of", "cell headings of", "cell headings of picks"),
    "treatments/#pick=prrt+liver-surgery": ("compared row", "compared of row", "compared of picks row"),
    "treatments/targeted-drugs/": ("", "on-page", "folds on-page page-end tools"),
    "treatments/liver-surgery/": ("", "on-page", "folds on-page page-end tools"),
    "after-treatment/": ("", "", "jumps page-end"),
    "living-with-it/": ("", "", "jumps page-end"),
    "understand/who-can-have-surgery/": ("", "", "page-end"),
    "decision-guide/#start": (
        "chosen narrowing paper share thead tree-wide view",
        "chosen narrowing paper share tree-outline view",
        "answers chosen help narrowing share tree-outline view",
    ),
    "decision-guide/#spread-outside": (
        "div li option paper view why",
        "div li option paper view why",
        "a adding div folds li option share summary tools view what why",
    ),
    "figures/": ("", "", ""),
    "clinicians/": ("thead tree-wide", "", ""),
}
SAMPLE = (
    "",
    "feeling-unwell/",
    "treatments/",
    "treatments/#pick=prrt+liver-surgery",
    "treatments/targeted-drugs/",
    "decision-guide/#start",
    "decision-guide/#spread-outside",
)


@pytest.mark.parametrize("address", [pytest.param(a, marks=() if a in SAMPLE else LONG) for a in HIDDEN])
def test_these_parts_are_left_out_and_no_others(page: Page, served: str, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + address)
    phone = page.evaluate(LEFT_OUT)
    page.set_viewport_size({"width": 1280, "height": 844})
    wide = page.evaluate(LEFT_OUT)
    page.emulate_media(media="print")
    paper = page.evaluate(LEFT_OUT)
    assert (" ".join(phone), " ".join(wide), " ".join(paper)) == HIDDEN[address]


@pytest.mark.parametrize(("width", "media"), [(390, "screen"), (1280, "screen"), (1280, "print")])
def test_the_short_table_shows_name_form_benefit_and_risk_of_each_treatment(
    page: Page, served: str, width: int, media: Literal["screen", "print"]
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(media=media)
    page.goto(f"{served}treatments/")
    for number in range(18):
        seen = page.locator(".compared").nth(number).locator(".cell").filter(visible=True)
        said = [text.strip() for text in seen.all_text_contents()]
        assert len(said) == 4 and seen.nth(1).get_attribute("class") == "cell brief", number
        assert "Main benefit" in said[2] and "Main risk" in said[3], number
    assert page.locator(".compared").count() == 18


def test_marks_of_benefits_are_round_and_those_of_risks_are_square(page: Page, served: str) -> None:
    """Who does not tell the colors apart, or prints in gray, tells them by their form, as the key says."""
    page.goto(f"{served}treatments/liver-surgery/")
    for kind, cap in (("benefit", "round"), ("harm", "square")):
        marks = page.locator(f".{kind} .dots").evaluate_all(
            "all => [...new Set(all.map(one => getComputedStyle(one).strokeLinecap))]"
        )
        assert marks == [cap], kind


def test_every_mark_among_the_figures_is_drawn_and_so_are_those_of_the_key(page: Page, served: str) -> None:
    """A mark is a dash of no length: without a form of its end, nothing of it is seen."""
    page.goto(f"{served}figures/")
    for where, least, forms in (
        (".figure.benefit", 5, {"round"}), (".figure.harm", 5, {"square"}), (".figure.fact", 5, {"round"}), (".key", 2, {"round"}),
    ):  # fmt: skip
        marks = page.locator(f"article {where} .dots").evaluate_all(
            "all => all.map(one => getComputedStyle(one).strokeLinecap)"
        )
        assert len(marks) >= least and {*marks} == forms, where


@pytest.mark.parametrize(
    "address", ["figures/", "treatments/liver-surgery/", "treatments/", "decision-guide/#spread-outside"]
)
def test_people_are_drawn_in_a_color_of_their_own_wherever_they_are_counted(
    page: Page, served: str, address: str
) -> None:
    """A mark that is drawn in no color leaves those who were counted unseen."""
    page.goto(served + address)
    drawn = page.locator("article svg.dots").evaluate_all(
        "all => all.map(svg => [svg, ...svg.querySelectorAll('path, line, use')].map(one => getComputedStyle(one).stroke))"
    )
    assert len(drawn) > 5
    assert [colors for colors in drawn if "none" in colors] == []


@pytest.mark.parametrize("width", [320, 390, 700, 961, 1100, 1219, 1221, 1500])
def test_menu_and_search_are_in_reach_at_each_width(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served}about/")
    for name, open_itself in (
        ("search", ".md-search__input"),
        ("drawer", ".md-sidebar--primary .md-nav__link"),
    ):
        button = page.locator(f"label.md-header__button[for=__{name}]")
        there = page.locator(open_itself).first
        if button.is_visible():
            button.click()
        expect(there).to_be_visible()
        expect(there).to_be_in_viewport()
        if button.is_visible():
            page.keyboard.press("Escape")
            page.evaluate(
                "document.querySelectorAll('[data-md-toggle]').forEach(toggle => { toggle.checked = false; })"
            )


# Of what is compared on a wide screen: left edges of each column's cells, and how far cells of a row differ.
_GRID = """() => {
    const columns = [...document.querySelectorAll(".headings, .compared")].map(c => [...c.querySelectorAll(".cell")]
        .map(cell => cell.getBoundingClientRect()).filter(box => box.width));
    return [columns.map(c => new Set(c.map(box => Math.round(box.left))).size).filter(Boolean),
            columns.filter(c => c.length).map(c => c.map(box => Math.round(box.top)).join(" "))];
}"""


def test_what_is_compared_stands_in_one_column_and_in_the_row_of_its_heading(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto(f"{served}treatments/#pick=prrt+liver-surgery")
    columns, rows = page.evaluate(_GRID)
    assert columns == [1, 1, 1]
    assert len(set(rows)) == 1
    assert len(set(rows[0].split())) == 9
