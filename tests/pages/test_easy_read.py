"""The page in easy words: short forms alone, on two printed pages, at grade 4."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpers.blocks import blocks, page_grade
from helpers.html_pages import tree
from pathway.pages.render import assemble
from pathway.pages.site import Site

PAGE = "easy-read/index.html"
HEADS = ["What it is", "Options", "Ambulance now", "Call now", "Questions to ask"]


def test_it_is_read_at_grade_4(site: Site) -> None:
    page = next(page for page in site.content.pages if page.shows("easy-read"))
    grade = page_grade(blocks(site.content, site.wording, assemble(site, page)))
    assert grade.full.words > 300
    assert grade.full.flesch_kincaid <= 4


def test_its_parts_stand_in_order(built: Path) -> None:
    article = tree(built / PAGE).css_first("article")
    assert [head.text() for head in article.css("h2")] == HEADS
    assert len(article.css("ol > li")) == 5


def test_it_names_each_option_in_one_line(built: Path, site: Site) -> None:
    rows = [row.text() for row in tree(built / PAGE).css("#options ~ ul")[0].css("li")]
    treatments = [t for t in site.content.records.treatments.values() if not t.family]
    assert [row.partition(".")[0] for row in rows] == [t.row_name for t in treatments]
    assert max(len(row.split()) for row in rows) <= 14


def test_it_says_of_every_sign_when_to_call(built: Path, site: Site) -> None:
    page = tree(built / PAGE)
    soon = "Even slight fever on chemotherapy or everolimus. After PRRT or a transplant, too."
    for level, place, first in (("ambulance", "#ambulance ~ ul", []), ("call", "#call ~ ul", [soon])):
        said = [row.text().strip() for row in page.css(place)[0].css("li")]
        rules = [
            (f"{s.name}. " if first else "", r)
            for s in site.content.records.signs.values()
            for r in s.rules
            if r.level == level
        ]
        shorts = [f"{name}{site.wording.plain(site.statements.one(r.claim).short)}" for name, r in rules]
        assert said == [*first, *shorts]


def test_it_tells_nothing_of_survival(built: Path) -> None:
    text = tree(built / PAGE).css_first("article").text().lower()
    assert not re.findall(r"surviv|alive|died|death|how long you|years to live", text)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_on_two_pages(browser: Browser, served: str, paper: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}easy-read/")
    pdf = page.pdf(format=paper)
    page.close()
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) <= 2


def test_home_and_the_navigation_lead_to_it(built: Path) -> None:
    home = tree(built / "index.html")
    assert [a.text() for a in home.css("article a") if a.attributes["href"] == "easy-read/"] == ["Easy read"]
    assert [
        a.text().strip() for a in home.css("nav.md-nav--primary a") if a.attributes["href"] == "easy-read/"
    ]
