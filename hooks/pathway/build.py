"""The one call: a docs folder in, every generated text out. Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .check import check
from .content import Content, read_folder
from .downloads import downloads
from .render import Rendered, render
from .sheets import sheets
from .views import Views


@dataclass(frozen=True)
class Built:
    """What a guide consists of: pages by path, and files beside them by path."""

    content: Content
    pages: dict[str, Rendered]
    files: dict[str, str]


def build(docs: Path, listed: list[str] | None = None) -> Built:
    """Read, check and render `docs`. Raises `ContentError` with every problem.

    `listed` holds the pages that the navigation names, where there is one.
    """
    content = read_folder(docs)
    check(content, listed, docs.parent)
    files = downloads(content) | sheets(Views(content))
    return Built(content, render(content), files)
