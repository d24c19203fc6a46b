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


SIDE = "Your right is on the left of the picture."
# What stands below a picture, before whose drawing it is, and what its words for who cannot see it must hold.
SAID = {
    "index": (SIDE, ["The liver lies in the upper belly, mostly on your right"]),
    "treatments/liver-surgery": (SIDE, ["the right side; the left side; the right side with a part of the left; or a small piece"]),
    "treatments/right-hepatectomy": ("", ["The whole right side is taken out", "The left side stays."]),
    "treatments/left-hepatectomy": ("", ["The whole left side is taken out", "The right side stays."]),
    "treatments/wedge-resection": ("", ["A small wedge is taken out", "The rest of the liver stays."]),
    "treatments/trisegmentectomy": ("", ["The right side and that part of the left are taken out", "The outer left part stays."]),
    "treatments/surgery-with-ablation": (
        "This is one example: the part with the most tumor is taken out, wherever it is.",
        ["The right side, with most of the tumors, is taken out. On the left side, a needle heats tumors"],
    ),
    "treatments/radiofrequency-ablation": ("Some needles do not open, and have one straight tip.", ["prongs open from its tip"]),
    "treatments/microwave-ablation": ("", ["one straight probe in the tumor"]),
    "treatments/histotripsy": ("The body is cut across here, seen from your feet.", ["seen from the feet", "No needle goes in."]),
    "treatments/chemoembolization": ("", ["chemotherapy held inside it", "the liver artery stays open"]),
    "treatments/bland-embolization": ("", ["three blocked branches at one tumor. The pancreas"]),
    "treatments/radioembolization": ("", ["Tiny beads from it lodge in the small branches"]),
    "treatments/somatostatin-analogs": ("", ["A syringe gives a shot into one buttock"]),
    "treatments/prrt": ("", ["A drip runs into the arm.", "gives off radiation there"]),
    "treatments/liver-transplant": ("", ["the old liver with tumors in it is taken out whole. On the right, a new liver"]),
    "treatments/watchful-waiting": ("", ["In the first two, the tumors are the same. In the third, they have grown"]),
}  # fmt: skip


def test_each_picture_is_told_in_words_and_says_which_side_is_yours(built: Path) -> None:
    found = {}
    for path in pages(built):
        if plate := tree(path).css_first("article figure.drawn"):
            name = path.relative_to(built).as_posix().removesuffix(".html").removesuffix("/index")
            below = (
                squeeze(plate.css_first("figcaption p").text()).partition("Drawn for this guide.")[0].strip()
            )
            found[name] = (below, plate.css_first("svg.plate").attributes["aria-label"])
    assert {name: below for name, (below, _) in found.items()} == {n: said for n, (said, _) in SAID.items()}
    lost = [(n, words) for n, (_, held) in SAID.items() for words in held if words not in found[n][1]]
    assert lost == []
