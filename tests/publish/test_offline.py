"""Taken along: the zip and the one file work from any folder with the network cut."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import PROOF
from helpers.html_pages import tree
from pathway.records.content import Content

SAMPLE = slice(None) if PROOF else slice(None, None, 6)
NAME = "islet-liver-guide"
# The pages in the order in which the one file and the booklet tell them.
BOOK = [
    "feeling-unwell",
    "home",
    "easy-read",
    "understand-islet-cell-tumors",
    "understand-liver-metastasis",
    "understand-hormone-symptoms",
    "understand-who-can-have-surgery",
    "decision-guide",
    "treatments",
    "treatments-liver-surgery",
    "treatments-right-hepatectomy",
    "treatments-left-hepatectomy",
    "treatments-wedge-resection",
    "treatments-trisegmentectomy",
    "treatments-surgery-with-ablation",
    "treatments-radiofrequency-ablation",
    "treatments-microwave-ablation",
    "treatments-histotripsy",
    "treatments-chemoembolization",
    "treatments-bland-embolization",
    "treatments-radioembolization",
    "treatments-somatostatin-analogs",
    "treatments-prrt",
    "treatments-targeted-drugs",
    "treatments-chemotherapy",
    "treatments-liver-transplant",
    "treatments-watchful-waiting",
    "after-treatment",
    "living-with-it",
    "my-appointment",
    "glossary",
    "offline",
]
APPENDIX = ["about", "clinicians", "sources", "not-said", "changes"]
LEFT_OUT = {"base-source", "clinicians/since-2002", "clinicians/standards", "figures"}


@pytest.fixture
def cut(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page without a network, and every address that it asks for."""
    context = browser.new_context(offline=True)
    page, asked = context.new_page(), []
    page.on("console", lambda message: asked.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(f"error: {error}"))
    yield page, asked
    context.close()


@pytest.fixture(scope="module")
def folder(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unzipped folder, below a name with spaces and accents."""
    place = tmp_path_factory.mktemp("Ärzte und Café")
    with zipfile.ZipFile(project / f"dist/{NAME}.zip") as archive:
        archive.extractall(place)
    assert [path.name for path in place.iterdir()] == [NAME]
    return place / NAME


def test_sizes_and_checksums(project: Path) -> None:
    for end, most in (("zip", 1_000_000), ("html", 2_000_000)):
        file = project / f"dist/{NAME}.{end}"
        assert file.stat().st_size <= most
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        assert (project / f"dist/{NAME}.{end}.sha256").read_text() == f"{digest}  {NAME}.{end}\n"
        assert (project / "site" / file.name).read_bytes() == file.read_bytes()
        offline = tree(project / "site/offline/index.html")
        assert digest in offline.css_first("article").text()
        assert f"{NAME}.{end}" in tree(project / "site/index.html").css_first(".edition").text()


def test_every_page_of_the_folder_stays_in_the_folder(
    cut: tuple[Page, list[str]], folder: Path, content: Content
) -> None:
    page, asked = cut
    files = sorted(folder.rglob("*.html"))
    assert len(files) == len(content.pages)
    for file in files[SAMPLE]:
        page.goto(file.as_uri())
        assert page.locator("h1").count() >= 1
    assert asked and not [url for url in asked if not url.startswith("file:")]


def test_the_folder_says_what_it_is(folder: Path, content: Content) -> None:
    text = (folder / "README.txt").read_text("utf-8")
    assert "index.html" in text and content.hash in text and content.records.guide.reviewed in text
    offline = tree(folder / "offline.html").css_first("article")
    assert f"{NAME}.zip" in offline.text()
    assert not [a for a in offline.css("a") if a.attributes["href"].endswith((".zip", "guide.html"))]


def test_the_one_file_holds_every_page_and_asks_for_nothing(
    cut: tuple[Page, list[str]], project: Path, content: Content, tmp_path: Path
) -> None:
    page, asked = cut
    copy = tmp_path / "größer als.html"
    copy.write_bytes((project / f"dist/{NAME}.html").read_bytes())
    page.goto(copy.as_uri())
    assert asked == [page.url]
    whole = tree(copy)
    assert [leaf.id for leaf in whole.css("section.leaf")] == BOOK + APPENDIX
    ids = {node.id for node in whole.css("[id]")}
    assert len(ids) == len(whole.css("[id]"))
    broken = {a.attributes["href"] for a in whole.css("a[href]")}
    broken = {h for h in broken if h.startswith("#") and h[1:] not in ids}
    assert not broken
    assert not re.search(r"<(?:img|link|script|iframe)[^>]+(?:src|href)=(?!\"data:)", copy.read_text("utf-8"))
    page.locator("nav#contents a", has_text="Glossary").click()
    expect(page).to_have_url(re.compile("#glossary$"))
    expect(page.locator("section.leaf#glossary")).to_be_visible()


def test_the_guide_works_in_the_one_file(cut: tuple[Page, list[str]], project: Path) -> None:
    page, _ = cut
    page.goto((project / f"dist/{NAME}.html").as_uri())
    prefix = _prefix(page)
    page.goto(f"{page.url.partition('#')[0]}#{prefix}start")
    heading = page.locator(".views section.view:visible > h2")
    expect(heading).to_have_id(f"{prefix}start")
    page.locator(".views section.view:visible .answers a").first.click()
    expect(heading).not_to_have_id(f"{prefix}start")
    expect(heading).to_have_count(1)


def _prefix(page: Page) -> str:
    """Return what ids of the guide begin with in the one file."""
    return str(page.locator("section.question h2").first.get_attribute("id")).removesuffix("start")


def test_without_scripts_the_folder_is_complete(browser: Browser, folder: Path, content: Content) -> None:
    """Search aside, all is there to read: every question, unknown and result, one at a time."""
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    start = (folder / "decision-guide/index.html").as_uri()
    for id in (*content.records.steps, *content.records.outcomes):
        page.goto(f"{start}#{id}")
        expect(page.locator("section.view:visible > h2")).to_have_id(id)
    context.close()


def test_without_scripts_the_one_file_is_complete(browser: Browser, project: Path, content: Content) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto((project / f"dist/{NAME}.html").as_uri())
    assert page.locator("section.leaf:visible").count() == len(BOOK + APPENDIX)
    prefix = _prefix(page)
    for id in (*content.records.steps, *content.records.outcomes):
        assert page.locator(f"[id='{prefix}{id}']").count() == 1, id
    links = page.locator("section.question .answers a[data-answer]")
    hrefs = links.evaluate_all("links => links.map(a => a.getAttribute('href').slice(1))")
    assert len(hrefs) == sum(len(step.answers) for step in content.records.steps.values())
    for href in set(hrefs):
        assert page.locator(f"[id='{href}']").count() == 1, href
    context.close()


def test_the_one_file_leaves_out_only_lists_for_checking(project: Path, content: Content) -> None:
    left = {
        page.id
        for page in content.pages
        if not page.moved and page.id.replace("/", "-") not in BOOK + APPENDIX
    }
    assert left == LEFT_OUT
    told = tree(project / f"dist/{NAME}.html").css_first("#contents #not-in-this-file").text()
    assert [title for title in ("Every statement", "Numbers") if title in told] == []
    assert told.count(";") == len(LEFT_OUT) - 1


def test_the_one_file_keeps_telephone_numbers(project: Path) -> None:
    calls = tree(project / f"dist/{NAME}.html").css("a.tel")
    assert calls and {call.attributes["href"] for call in calls} == {"tel:911"}


def test_the_one_file_prints_whole_or_the_view_that_is_shown(browser: Browser, project: Path) -> None:
    page = browser.new_page()
    page.goto((project / f"dist/{NAME}.html").as_uri())
    assert page.locator("section.view > h2:visible").count() == 1  # the first question
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("section.leaf:visible").count() == len(BOOK + APPENDIX)
    assert page.locator("section.view > h2:visible").count() > 20
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    prefix = _prefix(page)
    page.goto(f"{page.url}#{prefix}many-both")
    for event in ("beforeprint", "afterprint"):
        page.evaluate(f"dispatchEvent(new Event('{event}'))")
        assert [leaf.get_attribute("id") for leaf in page.locator("section.leaf:visible").all()] == [
            "decision-guide"
        ]
        assert page.locator("h2:visible").evaluate_all("all => all.map(h => h.id)") == [f"{prefix}many-both"]
    page.close()
