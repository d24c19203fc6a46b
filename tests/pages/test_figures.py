"""Quantities: one denominator where they are compared, in words and dots, and of whom."""

from __future__ import annotations

import re
from pathlib import Path

from helpers.html_pages import squeeze, tree
from pathway.pages.points import point, short_point
from pathway.pages.site import Site
from pathway.records.content import Content
from pathway.records.fields import Text
from pathway.text.wording import quantity


def test_compared_figures_share_one_denominator(content: Content) -> None:
    people = [f for f in content.records.figures.values() if f.show == "people"]
    assert people
    few = [f for f in people if float(f.to or f.value) < 1]  # told out of 1,000, in whole numbers
    assert all(re.search(r"\d in 1,000 ", quantity(figure)) for figure in few)
    assert all(re.search(r"\d in 100 ", quantity(figure)) for figure in people if figure not in few)
    assert not [f for f in content.records.figures.values() if re.search(r"\bin \d+\b|percent", f.unit)]


def test_every_figure_says_of_whom(content: Content, site: Site, built: Path) -> None:
    for id, figure in content.records.figures.items():
        page = tree(built / content.homes[id].replace(".md", "/index.html"))
        text = page.css_first(f"#{id}").text()
        assert squeeze(site.wording.plain(figure.whom)) in squeeze(text)
        assert not figure.over or "Over what time:" in text, id
        assert not figure.sure or "How sure:" in text, id


def test_marks_stand_beside_each_other_only_where_each_is_as_many_people(site: Site) -> None:
    """Six marks of a thousand beside two of a hundred would look like more; of three, none tells which it is."""
    drawn = {
        "surg-after-enzymes": ["enzymes-large", "enzymes-small"],  # of 100 both
        "left-safer-than-right": [],  # of 1,000 and of 100
        "surg-left-risk": [],  # three, of both
        "failure-by-operation": [],  # three, of 100 each
    }
    found = {id: [picture.id for picture in point(site, site.statements.one(id)).pictures] for id in drawn}
    assert found == drawn


def test_in_few_words_the_figure_that_they_name_is_drawn(site: Site) -> None:
    told = site.statements.one("surg-after-enzymes")._replace(short=Text("It was [][enzymes-small]."))
    assert [picture.id for picture in short_point(site, told).pictures] == ["enzymes-small"]
