"""Hosted below a path: policy, storage, addresses, the page for missing ones, and structured data."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from commands.site import build_to
from conftest import PROOF
from helpers.editing import copy_tiny
from helpers.html_pages import pages, squeeze, tree
from pathway.pages.site import Site
from pathway.records.content import Content

ADDRESS = "https://example.org/some-repo/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
OPENED = 1 if PROOF else 4  # of so many pages one is opened in the browser


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide built for a known address."""
    folder = tmp_path_factory.mktemp("addressed")
    build_to(folder / "site", copy_tiny(folder / "guide"), site_url=ADDRESS)
    return folder / "site"


def test_every_page_runs_under_its_policy(browser: Browser, served: str, built: Path) -> None:
    context = browser.new_context()
    page, said = context.new_page(), []
    page.on("console", lambda m: said.append(f"{m.text} {m.location}") if m.type == "error" else None)
    page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
    for number, path in enumerate(sorted(built.rglob("*.html"))):
        policy = tree(path).css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
        assert policy == POLICY or path.name == "islet-liver-guide.html"  # it has its own
        assert tree(path).css_first("meta[name=referrer]").attributes["content"] == "no-referrer"
        if path.name == "404.html" or number % OPENED:
            continue  # the page for a missing address has its files below the address that the site is built for
        page.goto(served + path.relative_to(built).as_posix().removesuffix("index.html"))
    assert not said
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]
    about = squeeze(tree(built / "about/index.html").css_first("article").text())
    assert (
        "This site sends nothing. It has no cookies and no counters. It stores nothing, unless you ask"
        in about
    )
    assert "Then your browser stores the files of the guide, and none of your answers." in about
    context.close()


def test_no_browser_asks_its_host_for_an_icon(built: Path, project: Path) -> None:
    for path in (*built.rglob("*.html"), *(project / "dist").glob("*.html")):
        assert tree(path).css_first("link[rel=icon]"), path


def test_no_script_stands_on_a_page_that_has_no_use_for_it(built: Path) -> None:
    for path in pages(built):
        text, page = path.read_text("utf-8"), tree(path)
        for used, sign in (
            (".views", "decision-guide.js"),
            (".compared", "compare.js"),
            (".tabbed-set", "__tabbed_"),
        ):
            assert bool(page.css(used)) == (sign in text), (path, sign)


def test_no_handlers_stand_in_the_pages(built: Path) -> None:
    for path in built.rglob("*.html"):
        for node in tree(path).css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], path


def test_only_the_page_for_missing_addresses_is_absolute(built: Path) -> None:
    for path in pages(built):
        links = tree(path).css("[href], [src]")
        values = [node.attributes.get("href") or node.attributes.get("src") or "" for node in links]
        assert not [value for value in values if value.startswith("/")], path


def test_missing_address_below_the_path_is_helped(page: Page, addressed: Path) -> None:
    missing = tree(addressed / "404.html")
    links = [a.attributes["href"] for a in missing.css("article a")]
    assert links and all(link.startswith("/some-repo/") for link in links)
    for link in links:
        assert (addressed / link.removeprefix("/some-repo/") / "index.html").is_file()
    for style in missing.css("link[rel=stylesheet]"):
        assert (addressed / style.attributes["href"].removeprefix("/some-repo/")).is_file()


def test_addresses_are_those_that_the_site_is_built_for(addressed: Path) -> None:
    sitemap = (addressed / "sitemap.xml").read_text("utf-8")
    for path in pages(addressed):
        page = tree(path)
        place = path.relative_to(addressed).as_posix().removesuffix("index.html")
        canonical = page.css_first("link[rel=canonical]").attributes["href"]
        assert canonical == ADDRESS + place
        assert f"<loc>{canonical}</loc>" in sitemap
        assert page.css_first("meta[property='og:url']").attributes["content"] == canonical


def test_every_page_is_described_in_a_sentence(built: Path) -> None:
    for path in pages(built):
        description = tree(path).css_first("meta[name=description]").attributes["content"]
        assert 20 <= len(description) < 220
        assert tree(path).css_first("meta[property='og:description']").attributes["content"] == description


def test_structured_data_tells_review_audience_and_citations(content: Content, built: Path) -> None:
    guide = content.records.guide
    cited = 0
    for path in pages(built):
        scripts = tree(path).css("script[type='application/ld+json']")
        assert len(scripts) == 1, path
        data = json.loads(scripts[0].text())
        assert (data["@context"], data["@type"]) == ("https://schema.org", "MedicalWebPage")
        assert data["lastReviewed"] == guide.reviewed
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["lastReviewed"])
        assert [a["audienceType"] for a in data["audience"]] == [
            Site(content).wording.plain(r) for r in guide.readers
        ]
        titles = {source.title for source in content.records.sources.values()}
        assert {c["name"] for c in data["citation"]} <= titles
        cited += len(data["citation"])
    assert cited > 50
