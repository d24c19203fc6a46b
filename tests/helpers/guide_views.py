"""The views of the built decision guide, and what stands where in each."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborNode as Node

from helpers.html_pages import squeeze, tree

PAGE = "decision-guide/index.html"


def views(site: Path, kind: str = "") -> list[Node]:
    """Return the views of the guide in their order; of a kind alone: question, unsure, result."""
    return tree(site / PAGE).css(f"section.view{'.' + kind if kind else ''}")


def view(site: Path, id: str) -> Node:
    """Return the view whose heading has an id."""
    return next(node for node in views(site) if node.css_first("h2").id == id)


def said(node: Node) -> str:
    """Return the words of a node in one line."""
    return squeeze(node.text())


def targets(node: Node, selector: str) -> list[str]:
    """Return the ids that links lead to."""
    return [(link.attributes.get("href") or "").removeprefix("#") for link in node.css(selector)]


def groups(result: Node, moved: bool = False) -> list[tuple[str, list[str]]]:
    """Return (heading, names of options) of each group: those that stand unmoved, or the copies."""
    return [
        (
            said(group.css_first("h3")),
            [
                said(option.css_first("h4"))
                for option in group.css("article.option")
                if (option.attributes["data-copy"] or "").endswith("-own") != moved
            ],
        )
        for group in result.css("section.group")
    ]


def option(result: Node, copy: str) -> str:
    """Return the words of one copy of an option."""
    return said(next(node for node in result.css("[data-copy]") if node.attributes["data-copy"] == copy))
