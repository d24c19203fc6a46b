"""The built site: every link and fragment resolves, nothing is loaded from elsewhere."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from html_pages import is_page, pages, text_of, tree
from pathway.content import Content
from pathway.views import Views

_LOADED = ("script[src]", "img[src]", "link[href]", "iframe[src]", "source[src]", "object[data]")
_CSS_URL = re.compile(r"@import|url\(\s*[\"']?(?!data:|#)([^)\"']+)")


@pytest.fixture(params=["built", "built_flat"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def _target(page: Path, site: Path, link: str) -> tuple[Path, str]:
    parts = urlsplit(link)
    assert not parts.path.startswith("/"), f"{page}: {link} is absolute"
    file = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
    return (file / "index.html" if file.is_dir() else file), unquote(parts.fragment)


def test_every_link_and_fragment_resolves(site: Path) -> None:
    broken, seen = [], 0
    for page in sorted(site.rglob("*.html")):
        if page.name in ("404.html", "islet-liver-guide.html"):
            continue
        for link in tree(page).css("a[href], link[href], script[src], img[src]"):
            value = link.attributes.get("href") or link.attributes.get("src")
            if value.startswith(("https://", "http://", "data:")):
                continue
            file, fragment = _target(page, site, value)
            seen += 1
            if not file.is_file() or (
                fragment
                and not fragment.startswith("~")
                and tree(file).css_first(f'[id="{fragment}"]') is None
            ):
                broken.append((page, value))
    assert seen > 1000
    assert not broken


def test_ids_stand_once(site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        ids = [node.id for node in tree(page).css("[id]")]
        assert len(ids) == len(set(ids)), (page, {i for i in ids if ids.count(i) > 1})


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for page in site.rglob("*.html"):
        for node in tree(page).css(", ".join(_LOADED)):
            if node.attributes.get("rel") in ("canonical",):
                continue
            for name in ("src", "href", "data"):
                assert not re.match(r"(https?:)?//", node.attributes.get(name) or ""), page
        for style in tree(page).css("style"):
            assert not _CSS_URL.search(style.text()), page
    for sheet in site.rglob("*.css"):
        for match in _CSS_URL.finditer(sheet.read_text("utf-8")):
            assert not re.match(r"(https?:)?//", match[1] or ""), sheet


def test_nothing_unresolved_is_visible(site: Path) -> None:
    for page in pages(site):
        text = tree(page).css_first("article").text()
        for mark in ("][", "{{", "}}", "{%", "None", ":::", "{ ."):
            assert mark not in text, (page, mark)


def test_both_forms_say_the_same(built: Path, built_flat: Path) -> None:
    for page in pages(built_flat):
        name = page.relative_to(built_flat).as_posix().removesuffix(".html")
        if name == "offline":
            continue  # names the files to take along, which only the hosted site holds
        other = built / (name if name.endswith("index") else f"{name}/index")
        assert text_of(tree(page).css_first("article")) == text_of(
            tree(other.with_suffix(".html")).css_first("article")
        )


def test_every_page_of_the_content_is_built(content: Content, built: Path) -> None:
    names = {p.relative_to(built).as_posix() for p in built.rglob("*.html") if is_page(p)}
    stems = [page.path.removesuffix(".md") for page in content.pages]
    assert names == {f"{s}.html" if s.endswith("index") else f"{s}/index.html" for s in stems}


def test_downloads_carry_the_hash_of_the_footer(content: Content, views: Views, built: Path) -> None:
    data = json.loads((built / "pathway.json").read_text("utf-8"))
    assert data["content_hash"] == content.hash
    assert len(data["paths"]) == len(views.graph.paths)
    assert "][" not in json.dumps({k: v for k, v in data.items() if k not in ("sources",)})
    rows = list(csv.DictReader(io.StringIO((built / "paths.csv").read_text("utf-8"))))
    assert [row["code"] for row in rows] == [path.code for path in views.graph.paths]
    assert {row["content_hash"] for row in rows} == {content.hash}


def test_every_claim_is_told_on_some_page(content: Content, views: Views, built: Path) -> None:
    told = " ".join(text_of(tree(page).css_first("article")) for page in pages(built))
    lost = [id for id, claim in content.records.claims.items() if views.plain(claim.say) not in told]
    assert not lost
