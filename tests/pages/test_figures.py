"""Quantities: one denominator where they are compared, in words and dots, and of whom."""

from __future__ import annotations

import re
from pathlib import Path

from helpers.html_pages import tree
from pathway.records.content import Content
from pathway.text.wording import quantity


def test_compared_figures_share_one_denominator(content: Content) -> None:
    people = [f for f in content.records.figures.values() if f.show == "people"]
    assert people
    assert all(re.search(r"\d in 100 ", quantity(figure)) for figure in people)
    assert not [f for f in content.records.figures.values() if re.search(r"\bin \d+\b|percent", f.unit)]


def test_every_people_figure_is_shown_in_words_and_dots(content: Content, views, built: Path) -> None:
    shown = 0
    for id, treatment in content.records.treatments.items():
        page = tree(built / "treatments" / id / "index.html")
        for figure in views.figures_of(treatment):
            node = page.css_first(f"#dots-{figure}")
            assert node is not None, (id, figure)
            record = content.records.figures[figure]
            full, empty = (
                node.css_first(f"path.{name}").attributes["d"].count("M") for name in ("full", "empty")
            )
            assert full == min(100, round(float(record.to or record.value)))
            assert full + empty == 100
            assert quantity(record).lower() in node.css_first("figcaption").text().lower()
            shown += 1
    assert shown


def test_every_figure_says_of_whom(content: Content, built: Path) -> None:
    for id, figure in content.records.figures.items():
        page = tree(built / content.homes[id].replace(".md", "/index.html"))
        text = page.css_first(f"#{id}").text()
        assert "Of whom or what:" in text and "Over what time:" in text and "How sure:" in text
        assert figure.whom
