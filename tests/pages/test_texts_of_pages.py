"""What stands on the built pages: a heading, a description, an edition, every claim, no loose ends."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from helpers.html_pages import pages, squeeze, text_of, tree
from pathway.pages.site import Site
from pathway.publish.downloads import downloads
from pathway.records.content import Content

LOOSE = (
    "][",
    "[]",
    "{{",
    "}}",
    "{%",
    ":::",
    "{ .",
    "{ #",
    "{ data-",
    "<!--",
    "Undefined",
    "&#",
    "&amp;",
    "&lt;",
)
TWICE = re.compile(r"\.\.(?!\.)|[,;:?!][.,;]|,,| [,.;:!?](?=\s|$)|\(\s|\s\)")


@pytest.fixture(params=["built", "built_flat"])
def folder(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def test_every_page_has_a_heading_a_description_and_an_edition(
    content: Content, site: Site, folder: Path
) -> None:
    seen = {}
    for path in pages(folder):
        page = tree(path)
        heading = squeeze(page.css_first("article h1").text()).replace("\u00ad", "")
        description = page.css_first("meta[name=description]").attributes["content"]
        footer = squeeze(page.css_first(".edition").text())
        title = squeeze(page.css_first("title").text())
        home = path == folder / "index.html"
        guide = content.records.guide.title
        assert heading and title == (guide if home else f"{heading} - {guide}"), path
        assert site.edition["reviewed_on"] in footer and site.edition["next_review_on"] in footer, path
        assert page.css_first(".edition code").attributes["title"].endswith(content.hash), path
        assert page.css_first("html").attributes["lang"], path
        seen[description] = seen.get(description, 0) + 1
    meant = {site.wording.plain(page.front["description"]) for page in content.pages}
    assert {html.unescape(words) for words in seen} == meant
    moved = [site.wording.plain(page.front["description"]) for page in content.pages if page.moved]
    assert [words for words, times in seen.items() if times > 1 and html.unescape(words) not in moved] == []


def test_nothing_unresolved_is_visible(folder: Path) -> None:
    for path in sorted(folder.rglob("*.html")):
        page = HTMLParser(path.read_text("utf-8"))
        for unread in page.css("script, style, template"):
            unread.decompose()
        heads = [n.attributes.get("content") or "" for n in page.css("meta:not([http-equiv])")]
        said = " ".join([page.css_first("body").text(separator=" "), *heads, *_attributes(page)])
        for mark in LOOSE:
            assert mark not in said, (path, mark, said[max(0, said.find(mark) - 60) :][:120])
        assert not re.search(r"\bNone\b(?! (?:of|is|are|in|for)\b)|\bnan\b|\bMarkup\(|<pathway\.", said), path


def test_no_sentence_ends_twice_or_after_a_space(folder: Path) -> None:
    for path in sorted(folder.rglob("*.html")):
        page = HTMLParser(path.read_text("utf-8"))
        for unread in page.css("script, style, template, .meaning"):
            unread.decompose()
        for said in (page.css_first("body").text(), *_attributes(page)):
            wrong = TWICE.search(said)
            assert not wrong, (path, said[max(0, wrong.start() - 60) : wrong.end() + 20])


def _attributes(page: HTMLParser) -> list[str]:
    names = ("title", "alt", "aria-label", "placeholder", "value")
    return [n.attributes.get(name) or "" for name in names for n in page.css(f"[{name}]")]


def test_downloads_carry_the_hash_of_the_footer(content: Content, site: Site, built: Path) -> None:
    text = (built / "pathway.json").read_text("utf-8")
    data = json.loads(text)
    assert data["content_hash"] == content.hash
    assert data["reviewed"] == content.records.guide.reviewed
    assert not re.search(r"\[[^\[\]\n]*\]\[[^\[\]\s]+\]", text)
    told = {(p["outcome"], tuple((a["step"], a["answer"]) for a in p["answers"])) for p in data["paths"]}
    assert told == {(p.outcome, p.answers) for p in site.graph.routes}


def test_the_table_to_download_has_a_row_for_each_path(content: Content, site: Site, built: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((built / "paths.csv").read_text("utf-8"), newline="")))
    assert [row["outcome"] for row in rows] == [p.outcome for p in site.graph.routes]
    assert {row["content_hash"] for row in rows} == {content.hash}
    for row in rows:
        outcome = content.records.outcomes[row["outcome"]]
        for group in ("first", "some", "not"):
            group_of = [o for o in outcome.options if o.group.value == group]
            named = [content.records.treatments[o.treatment].name for o in group_of]
            if outcome.ordered or group == "not":
                assert row[group] == "; ".join(named)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row.values())


def test_downloads_of_the_small_guide_leave_out_no_set_of_records(tiny: Content) -> None:
    data = json.loads(downloads(Site(tiny))["pathway.json"])
    filled = {kind for kind, records in tiny.sets.items() if records}
    assert {"guide", "changes", *filled} <= set(data)
    assert all(set(data[kind]) == set(tiny.sets[kind]) for kind in filled)


def test_every_claim_is_told_on_some_page(content: Content, site: Site, built: Path) -> None:
    told = " ".join(text_of(tree(page).css_first("article")) for page in pages(built))
    lost = [
        id
        for id, claim in content.records.claims.items()
        if not any(site.wording.plain(words) in told for words in (claim.say, claim.short) if words)
    ]
    assert not lost
