"""A guide on another subject, from its own files alone: drawn, searched, walked and taken along."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from conftest import ROOT
from helpers.html_pages import squeeze, tree
from helpers.medicine import words_of_medicine
from helpers.searching import ask, open_box
from helpers.serving import served_below
from pathway.model.graph import Graph
from pathway.records.content import Content
from pathway.records.kinds import KINDS
from pathway.text.environment import catalog

SHOWN = "section.view:visible"
CODE = [
    *(ROOT / "hooks").rglob("*.py"),
    *(ROOT / "hooks").rglob("*.j2"),
    *(ROOT / "hooks/theme").rglob("*.html"),
]


FOREIGN = re.compile(r"\b(?:liver|tumou?rs?|doctors?|clinics?|clinicians?|medicines?|2002)\b", re.IGNORECASE)


def test_it_has_its_own_pictures(tiny: Content, second: Path) -> None:
    for id, treatment in tiny.records.treatments.items():
        svg = tree(second / f"treatments/{id}/index.html").css_first("article figure svg")
        assert (svg is not None) == bool(treatment.picture)
    patch = tree(second / "treatments/patch/index.html").css_first("article figure")
    assert "A patch covers the spot with the hole." in (patch.html or "")
    assert len(patch.css("svg .covered")) >= 1 and not patch.css("svg .changed")


def test_no_word_of_the_first_guide_shows_in_it(second: Path) -> None:
    """In no page, no attribute that is read out, no download, and not in the search index."""
    looked = 0
    for path in sorted(
        [
            *second.rglob("*.html"),
            *second.glob("*.json"),
            *second.glob("*.csv"),
            *second.rglob("search_index.json"),
            second.parent / "dist/tire-guide.html",
        ]
    ):
        said = path.read_text("utf-8")
        if path.suffix == ".html":
            page = HTMLParser(said)
            for unread in page.css("script, style"):
                unread.decompose()
            read = ("title", "aria-label", "content", "href", "alt", "placeholder")
            said = " ".join(
                [
                    page.css_first("html").text(separator=" "),
                    *(n.attributes.get(a) or "" for a in read for n in page.css(f"[{a}]")),
                ]
            )
        found = FOREIGN.search(said)
        assert not found, (path, said[max(0, found.start() - 60) : found.end() + 60])
        looked += 1
    assert looked > 15


def test_the_catalog_of_the_interface_knows_no_subject() -> None:
    wrong = {
        name: words for name, words in catalog().items() if FOREIGN.search(words) or words_of_medicine(words)
    }
    assert not wrong


def test_every_kind_of_record_and_part_stands_in_it(tiny: Content) -> None:
    """What the small guide leaves out, no test of it can see."""
    assert not [name for name, found in tiny.sets.items() if not found]
    asked = {view.name for page in tiny.pages for view in page.views}
    assert set(KINDS) - asked <= {"jumps", "reviews"}
    assert {q.kind for q in tiny.records.questions.values()} == {"routing", "adding"}
    assert {o.group.value for r in tiny.records.outcomes.values() for o in r.options} == {
        "first",
        "some",
        "not",
    }
    assert {o.ordered for o in tiny.records.outcomes.values()} == {True, False}


def test_search_finds_its_names(page: Page, second: Path, tmp_path: Path) -> None:
    wanted = {
        "tyre": "",
        "sealent": "treatments/sealant/",
        "iner tube": "treatments/new-tube/",
        "glue": "treatments/patch/",
    }
    with served_below(second, tmp_path) as root:
        open_box(page, root)
        assert {query: ask(page, query)[0].removeprefix(root).partition("#")[0] for query in wanted} == wanted


def test_the_unzipped_guide_walks_every_path(page: Page, tiny: Content, second: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(second.parent / "dist/tire-guide.zip") as archive:
        archive.extractall(tmp_path)
    start = (tmp_path / "tire-guide/decision-guide/index.html").as_uri()
    for path in Graph(tiny.records).routes:
        page.goto("about:blank")
        page.goto(start)
        heading = page.locator(SHOWN).locator("h2")
        for step, answer in path.answers:
            expect(heading).to_have_id(step)
            page.locator(SHOWN).locator(f"a[data-answer={answer}]").click()
        expect(heading).to_have_id(path.outcome)


def test_rain_moves_the_patch_to_usually_not_and_brings_the_sealant(page: Page, second: Path) -> None:
    page.goto((second / "decision-guide/index.html").as_uri() + "#mend")
    view = page.locator(SHOWN)
    expect(view.locator("section[data-group=first] article h4:visible")).to_have_text(["Put on a piece"])
    expect(view.locator("section[data-group=some] article h4:visible")).to_have_text(["New tube"])
    page.locator("details.adding > summary").click()
    page.locator("label.chip", has_text=re.compile("^Rain$")).click()
    expect(view.locator("ul.moved-not li:visible")).to_have_text(
        re.compile(
            "Put on a piece. Small holes can be mended..*With “Rain”: Glue does not hold on wet rubber..*Ask:"
        )
    )
    expect(view.locator("section[data-group=some] article h4:visible")).to_have_text(["New tube", "Sealant"])
    page.locator("label.chip", has_text=re.compile("^Heavy load$")).click()
    expect(view.locator("section[data-group=first] article h4:visible")).to_have_text(["New tube"])
    expect(view.locator("section[data-group=some] article h4:visible")).to_have_text(["Sealant"])


def test_whom_to_tell_of_a_mistake_stands_in_every_footer(second: Path, built: Path) -> None:
    told = "Tell us of a mistake: The club at the old mill"
    for path in second.rglob("index.html"):
        assert told in squeeze(tree(path).css_first(".edition").text()), path
    assert "Tell us of a mistake" not in tree(built / "index.html").css_first(".edition").text()


def test_the_one_file_holds_every_page(tiny: Content, second: Path) -> None:
    whole = tree(second.parent / "dist/tire-guide.html")
    assert len(whole.css("section.leaf")) == len(tiny.pages)


def test_the_code_knows_no_subject(content: Content) -> None:
    """No word of the real guide's names, places or ids stands in code or templates."""
    records = content.records
    own = {*records.treatments, *records.outcomes, "liver", "tumor", "hepatectomy", "islet"}
    words = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, own))})(?![\w-])")
    for path in CODE:
        text = re.sub(
            r"_EXCEPTIONS = {.*?}", "", path.read_text("utf-8"), flags=re.DOTALL
        )  # how English is spoken
        found = set(words.findall(text.lower()))
        assert not found, (path, found)
