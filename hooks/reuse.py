"""Under `make serve`, what did not change is not converted again.

The module outlives the hook, which MkDocs loads anew for each build. Only `serve.py` turns it on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mkdocs.structure.pages import Page


@dataclass(frozen=True)
class Converted:
    """A page's HTML with what MkDocs reads from its conversion."""

    markdown: str
    html: str
    toc: Any
    anchors: set[str] | None


enabled = False
_kept: dict[str, Converted] = {}
_same: set[str] = set()


def source(page: Page, markdown: str, title: str) -> str:
    """Return the Markdown to convert: a heading alone, where the page is as it was."""
    name = page.file.src_uri
    _same.discard(name)
    if enabled and name in _kept and _kept[name].markdown == markdown:
        _same.add(name)
        return f"# {title}"
    _kept[name] = Converted(markdown, "", None, None)
    return markdown


def result(page: Page, html: str) -> str:
    """Return a page's HTML: what was kept, where the page is as it was."""
    name = page.file.src_uri
    if name in _same:
        kept = _kept[name]
        page.toc, page.present_anchor_ids = kept.toc, kept.anchors
        return kept.html
    if enabled:
        _kept[name] = Converted(_kept[name].markdown, html, page.toc, page.present_anchor_ids)
    return html
