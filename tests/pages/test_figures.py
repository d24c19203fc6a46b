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


def test_every_figure_says_of_whom(content: Content, built: Path) -> None:
    for id, figure in content.records.figures.items():
        page = tree(built / content.homes[id].replace(".md", "/index.html"))
        text = page.css_first(f"#{id}").text()
        assert "Of whom or what:" in text and "Over what time:" in text and "How sure:" in text
        assert figure.whom
