"""The drawn tree: each answer stands at the line of the result or the question that it leads to."""

from __future__ import annotations

from pathway.pages import tree
from pathway.pages.site import Site
from pathway.source.prose import Page

LABELS = {
    "spread-outside": "Spread outside",
    "surgery-possible": "Liver only",
    "no-surgery-sides": "Surgery ruled out",
    "where-in-liver": "Surgery not ruled out",
    "no-surgery-one": "One side",
    "no-surgery-both": "Both sides",
    "right-at-surface": "At the surface",
    "right-deep": "Deep",
    "few-both": "A few, both sides",
    "many-both": "Many, both sides",
    "large-normal-where": "Healthy liver",
    "large-harmed-where": "Harmed liver",
    "large-harmed-surface": "At the surface",
    "large-harmed-deep": "Deep",
}


def test_each_answer_stands_at_the_line_that_it_leads_to(site: Site) -> None:
    drawn = tree.view(site, "", Page("", "", "", "", 1))
    said = {branch.target: " ".join(branch.label) for branch in drawn.branches}
    assert {target: said[target] for target in LABELS} == LABELS
    ends = {branch.target: branch.points[-1] for branch in drawn.branches}
    boxes = {node.id: (node.x, node.y) for node in drawn.nodes}
    assert ends == {id: place for id, place in boxes.items() if id != "start"}
