"""Clinic sheets: one for each path, the same words as the guide, on at most two pages of paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pathway.pages.context import PageContext
from pathway.pages.sheets import MOST
from playwright.sync_api import Browser

from conftest import PROOF
from helpers.html_pages import squeeze, tree
from pathway.records.content import Content

SAMPLE = slice(None) if PROOF else slice(None, None, 5)
HEAVIEST = 16_000  # bytes


def _files(built: Path, views: PageContext) -> list[tuple[Path, object]]:
    return [(built / "decision-guide/sheets" / path.slug / "index.html", path) for path in views.graph.routes]


def test_each_path_has_a_sheet_with_its_words(content: Content, views: PageContext, built: Path) -> None:
    records = content.records
    files = _files(built, views)
    assert 0 < len(files) <= MOST
    for file, path in files:
        text = squeeze(tree(file).css_first("body").text())
        outcome = records.outcomes[path.outcome]
        lines = [
            *views.statements.read(records.guide.every_outcome).all,
            *views.statements.read(outcome.claims).all,
        ]
        said = [line.say for line in lines] + [records.silences[s].say for s in outcome.silences]
        said += [records.asks[ask].ask for ask in outcome.asks] + [*outcome.next, outcome.name]
        for words in said:
            assert views.plain(words) in text, (file, words)
        for question, answer in views.routes.questions_and_answers(path):
            assert views.plain(question) in text and views.plain(answer) in text
        assert path.code in text and content.hash[:12] in text and records.guide.reviewed in text
        assert file.stat().st_size <= HEAVIEST, file


def test_no_sheet_is_left_over(views: PageContext, built: Path) -> None:
    there = {path.name for path in (built / "decision-guide/sheets").iterdir()}
    assert there == {path.slug for path in views.graph.routes}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_prints_on_two_pages(browser: Browser, views: PageContext, built: Path, paper: str) -> None:
    page = browser.new_page()
    for file, path in _files(built, views)[SAMPLE]:
        page.goto(file.as_uri())
        pdf = page.pdf(format=paper, prefer_css_page_size=False)
        count = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
        assert 1 <= count <= 2, (path.code, count)
    page.close()
