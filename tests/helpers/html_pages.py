"""Read built pages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node


@cache
def tree(path: Path) -> HTMLParser:
    """Return the parsed page at a path."""
    return HTMLParser(path.read_text("utf-8"))


def pages(site: Path) -> list[Path]:
    """Return every page of the theme."""
    return sorted(p for p in site.rglob("*.html") if is_page(p))


def is_page(path: Path) -> bool:
    """Say whether a file is a page of the theme, and not the one-file guide."""
    return tree(path).css_first("article.md-content__inner") is not None and path.name != "404.html"


def text_of(node: Node) -> str:
    """Return the words of a node as a reader sees them, without meanings and citations."""
    copy = HTMLParser(f"<div>{node.html}</div>")
    for extra in copy.css(".meaning, .cite"):
        extra.decompose()
    return squeeze(copy.css_first("div").text())


def squeeze(text: str) -> str:
    """Return text with single spaces, and none before a full stop."""
    return re.sub(r"\s+([.,;:?!])", r"\1", re.sub(r"\s+", " ", text)).strip()
