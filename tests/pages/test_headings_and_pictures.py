"""What holds for every page: headings, short chunks, pictures with names, and one message at the start."""

from __future__ import annotations

import itertools
from pathlib import Path

from helpers.html_pages import pages, squeeze, tree
from pathway.records.content import Content
from readability import measure

LONGEST_CHUNK = 80  # words in one paragraph or list item


def test_every_page_has_headings_and_short_chunks(content: Content, built: Path) -> None:
    for path in pages(built):
        page = tree(path)
        assert len(page.css("article h1")) >= 1, path
        levels = [int(node.tag[1]) for node in page.css("article h1, article h2, article h3, article h4")]
        jumps = [b for a, b in itertools.pairwise(levels) if b > a + 1]
        assert not jumps, path
    for path, blocks in measure(content).items():
        long = [b.text for b in blocks if len(b.text.split()) > LONGEST_CHUNK]
        assert not long, path


def test_home_leads_with_one_message(content: Content, views, built: Path) -> None:
    article = tree(built / "index.html").css_first("article")
    parts = [node for node in article.iter() if node.tag not in ("-text", "_comment")]
    assert parts[0].tag == "h1"
    assert "message" in (parts[1].attributes.get("class") or "")
    assert squeeze(parts[1].text()) == views.plain(content.records.guide.message)
    assert len(article.css(".doors a")) == 3
    assert len(article.css(".message")) == 1


def test_every_picture_has_a_title_and_caption(content: Content, built: Path) -> None:
    pictures = 0
    for path in pages(built):
        for svg in tree(path).css("article svg"):
            named = svg.attributes.get("aria-label") or squeeze(svg.css_first("title").text())
            assert named and svg.attributes["role"] == "img", path
            figure = svg.parent
            while figure.tag != "figure":
                figure = figure.parent
            assert squeeze(figure.css_first("figcaption").text()), path
            pictures += 1
    assert pictures


def test_every_record_with_a_drawing_shows_what_it_says(content: Content, views, built: Path) -> None:
    for id, treatment in content.records.treatments.items():
        figure = tree(built / "treatments" / id / "index.html").css_first("figure.drawn")
        assert (figure is not None) == bool(treatment.drawing)
        for part in treatment.drawing:
            words = content.records.actions[part.action].words
            places = [content.records.places[place].name for place in part.places]
            caption = figure.css_first("figcaption").text()
            assert words in caption and all(place in caption for place in places)
