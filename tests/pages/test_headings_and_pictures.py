"""What holds for every page: headings, short chunks, pictures with names, and one message at the start."""

from __future__ import annotations

import itertools
from pathlib import Path

from helpers.html_pages import pages, squeeze, tree
from pathway.records.content import Content
from readability import measure

LONGEST_CHUNK = 80  # words in one paragraph or list item; of reasons with an answer one is shown at a time


def test_every_page_has_headings_and_short_chunks(content: Content, built: Path) -> None:
    for path in pages(built):
        page = tree(path)
        assert len(page.css("article h1")) >= 1, path
        levels = [int(node.tag[1]) for node in page.css("article h1, article h2, article h3, article h4")]
        jumps = [b for a, b in itertools.pairwise(levels) if b > a + 1]
        assert not jumps, path
    for path, blocks in measure(content).items():
        long = [b.text for b in blocks if len(b.text.split()) > LONGEST_CHUNK and "With “" not in b.text]
        assert not long, path


def test_every_picture_has_a_title_and_caption(content: Content, built: Path) -> None:
    pictures = 0
    for path in pages(built):
        for svg in tree(path).css("article figure svg:not([aria-hidden])"):
            named = svg.attributes.get("aria-label") or squeeze(svg.css_first("title").text())
            assert named and svg.attributes["role"] == "img", path
            figure = svg.parent
            while figure.tag != "figure":
                figure = figure.parent
            assert squeeze(figure.css_first("figcaption").text()), path
            pictures += 1
    assert pictures


# The signs below the picture of chemoembolization: the shape that is drawn, and its words.
SIGNS = [
    ("tu", "Tumor"),
    ("plug", "Block"),
    ("med", "Chemotherapy"),
    ("ao a9", "Liver artery"),
    ("tube", "Thin tube"),
    ("lv", "Liver"),
    ("pn", "Pancreas"),
]


def test_each_sign_of_a_key_is_drawn_beside_its_words(built: Path) -> None:
    key = tree(built / "treatments/chemoembolization/index.html").css("figure ul.key > li")
    shapes = [li.css_first("svg [class]").attributes["class"] for li in key]
    assert [*zip(shapes, (squeeze(li.text()) for li in key), strict=True)] == SIGNS
