"""A guide on another subject, from its own files alone: drawn, searched, walked and taken along."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import ROOT
from helpers.html_pages import tree
from helpers.searching import ask, open_box
from helpers.serving import served_below
from pathway.model.graph import Graph
from pathway.records.content import Content

SHOWN = "section.step:not([hidden]), section.outcome:not([hidden])"
CODE = [
    *(ROOT / "hooks").rglob("*.py"),
    *(ROOT / "hooks").rglob("*.j2"),
    *(ROOT / "hooks/theme").rglob("*.html"),
]


def test_it_has_its_own_drawing(tiny: Content, second: Path) -> None:
    for id, treatment in tiny.records.treatments.items():
        svg = tree(second / f"treatments/{id}/index.html").css_first("figure.drawn svg")
        assert (svg is not None) == bool(treatment.drawing)
        for part in treatment.drawing:
            assert svg.attributes["viewBox"] == "0 0 120 120"
            assert len(svg.css(f".{part.action}")) == len(part.places)
    assert "covers the spot with the hole" in (second / "assets/drawings/patch.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("tyre", ""),
        ("sealent", "treatments/sealant/"),
        ("iner tube", "treatments/new-tube/"),
        ("glue", "treatments/patch/"),
    ],
)
def test_search_finds_its_names(page: Page, second: Path, tmp_path: Path, query: str, wanted: str) -> None:
    with served_below(second, tmp_path) as root:
        open_box(page, root)
        assert ask(page, query)[0].removeprefix(root).partition("#")[0] == wanted


def test_the_unzipped_guide_walks_every_path(page: Page, tiny: Content, second: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(second.parent / "dist/tire-guide.zip") as archive:
        archive.extractall(tmp_path)
    start = (tmp_path / "tire-guide/decision-guide/index.html").as_uri()
    for path in Graph(tiny.records).routes:
        page.goto(f"{start}#~")
        heading = page.locator(SHOWN).locator("h2").first
        for step, answer in path.answers:
            expect(heading).to_have_id(step)
            page.locator(SHOWN).locator(f"a[data-answer={answer}]").click()
        expect(heading).to_have_id(path.outcome)


def test_the_one_file_holds_every_page(tiny: Content, second: Path) -> None:
    whole = tree(second.parent / "dist/tire-guide.html")
    assert len(whole.css("section.leaf")) == len(tiny.pages)
    assert "liver" not in whole.css_first("body").text().lower()


def test_the_code_knows_no_subject(content: Content) -> None:
    """No word of the real guide's names, places or ids stands in code or templates."""
    records = content.records
    own = {*records.treatments, *records.places, *records.outcomes, "liver", "tumor", "hepatectomy", "islet"}
    words = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, own))})(?![\w-])")
    for path in CODE:
        text = re.sub(
            r"_EXCEPTIONS = {.*?}", "", path.read_text("utf-8"), flags=re.DOTALL
        )  # how English is spoken
        found = set(words.findall(text.lower()))
        assert not found, (path, found)
