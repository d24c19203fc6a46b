"""The built site in both forms: every link resolves, and nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from helpers.crawl import Site
from helpers.html_pages import is_page, pages, squeeze, text_of, tree
from pathway.records.content import Content

_LOADED = (
    "script, img, link, iframe, source, object, embed, video, audio, track, input, use, image, base, form"
)
_LOADING = ("src", "srcset", "href", "xlink:href", "data", "poster", "action")
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//|\s*(?:https?|ftp|wss?|javascript):", re.IGNORECASE)
_CSS = re.compile(r"@import\s+(?:url\()?\s*[\"']?([^\"');]+)|url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)


@pytest.fixture(params=["built", "built_flat", "second", "started", "moving"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["built", "built_flat"])
def real(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def _links(page: Path) -> Iterator[str]:
    for node in tree(page).css("[href], [src]"):
        for name in ("href", "src"):
            value = node.attributes.get(name)
            if value is not None and not value.startswith(("https://", "data:")):
                yield value


def _ids(page: Path) -> list[str]:
    return [node.attributes["id"] for node in tree(page).css("[id]")]


def test_every_link_and_fragment_resolves(site: Path) -> None:
    walked = Site(site)
    assert len(list(walked.links())) > len(walked.pages) > 0
    assert walked.broken() == []


def test_the_number_at_a_sentence_is_that_of_its_source(real: Path) -> None:
    """Also where a page has more than one list of sources: each goes on where the one before ended."""
    lists = 0
    for page in pages(real):
        shown = {}
        for found in tree(page).css("ol.sources"):
            first = int(found.attributes.get("start") or 1)
            items = [li for li in found.iter() if li.tag == "li"]
            shown |= {li.attributes["id"]: str(first + place) for place, li in enumerate(items)}
            lists += 1
        for link in tree(page).css("a.cite"):
            said = link.attributes["data-number"]
            assert said == shown[link.attributes["href"][1:]], (page, link.html)
    assert lists > len(pages(real)) / 2


def test_no_link_of_the_flat_site_leads_to_a_folder(built_flat: Path) -> None:
    for page in sorted(built_flat.rglob("*.html")):
        for link in _links(page):
            path = urlsplit(link).path
            folder = page.name != "404.html" and bool(path) and (page.parent / unquote(path)).is_dir()
            assert not folder, f"{page}: {link} opens a list of files"


def test_ids_stand_once(site: Path) -> None:
    assert Site(site).doubled() == []


def test_what_names_another_element_names_one_that_is_there(site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        known = set(_ids(page))
        for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for node in tree(page).css(f"[{name}]"):
                assert set(node.attributes[name].split()) <= known, (page, name, node.attributes[name])


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    looked = 0
    for page in sorted(site.rglob("*.html")):
        for node in tree(page).css(_LOADED):
            if node.tag == "link" and node.attributes.get("rel") == "canonical":
                continue
            for name in _LOADING:
                assert not _OUTSIDE.match(node.attributes.get(name) or ""), (page, node.tag, name)
                looked += 1
        inline = [node.text() for node in tree(page).css("style")]
        inline += [node.attributes["style"] or "" for node in tree(page).css("[style]")]
        assert not _outside_of(" ".join(inline)), page
    assert looked
    for sheet in site.rglob("*.css"):
        assert not _outside_of(sheet.read_text("utf-8")), sheet


def _outside_of(style: str) -> list[str]:
    found = [one or other for one, other in _CSS.findall(style)]
    return [target for target in found if _OUTSIDE.match(target)]


@pytest.mark.parametrize(
    "style",
    [
        "@import 'https://example.org/a.css'",
        "a { b: url(//example.org/a.png) }",
        '@import url( "HTTP://a/b" )',
    ],
)
def test_a_style_that_loads_would_be_seen(style: str) -> None:
    assert _outside_of(style)


def test_links_to_sources_are_plain_links(real: Path, content: Content) -> None:
    known = {source.link for source in content.records.sources.values() if source.link}
    outside = set()
    for page in pages(real):
        for node in tree(page).css("article a"):
            target = node.attributes.get("href") or ""
            if _OUTSIDE.match(target):
                assert node.attributes.get("target") is None, (page, target)
                outside.add(target)
    assert known <= outside


def test_every_page_of_the_content_is_built(content: Content, built: Path) -> None:
    names = {p.relative_to(built).as_posix() for p in built.rglob("*.html") if is_page(p)}
    stems = [page.path.removesuffix(".md") for page in content.pages]
    assert names == {f"{s}.html" if s.endswith("index") else f"{s}/index.html" for s in stems}


def test_both_forms_say_the_same(content: Content, built: Path, built_flat: Path) -> None:
    taken = [p.path for p in content.pages if any(view.name == "bundles" for view in p.views)]
    for page in content.pages:
        if page.path in taken:
            continue  # names the files to take along, which only the hosted site holds
        flat = built_flat / page.path.replace(".md", ".html")
        name = page.path.removesuffix(".md")
        hosted = built / (f"{name}.html" if name.endswith("index") else f"{name}/index.html")
        articles = [tree(file).css_first("article") for file in (flat, hosted)]
        assert not articles[0].css(".share"), page.path  # an address to send is the hosted site's alone
        for shared in articles[1].css(".share"):
            shared.decompose()
        said = [text_of(article) for article in articles]
        assert said[0] == said[1], page.path
        heads = [squeeze(tree(file).css_first("title").text()) for file in (flat, hosted)]
        assert heads[0] == heads[1], page.path
