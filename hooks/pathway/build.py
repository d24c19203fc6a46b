"""The one call: a docs folder in, every generated text out. Nothing is written here."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .check import check
from .content import Content, read_folder
from .downloads import downloads
from .navigation import Listed
from .render import Rendered, render
from .sheets import sheets
from .views import Views


@dataclass(frozen=True)
class Built:
    """What a guide consists of: pages by path, files beside them by path, and the views behind both."""

    content: Content
    edition: dict[str, str]
    pages: dict[str, Rendered]
    files: dict[str, str]
    views: Views


_passed: set[tuple[str, str, tuple[str, ...]]] = set()  # what was checked: equal content is not checked again


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage: nearly all that is made here stays until the end."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def checked(docs: Path, listed: Listed | None = None) -> Content:
    """Read and check `docs`. Raises `ContentError` with every problem."""
    content = read_folder(docs)
    nav = listed or Listed()
    key = (str(docs.resolve()), content.hash, (*nav, *(entry for entry, _ in nav.again)))
    if key not in _passed or content.problems:
        check(content, listed, docs.parent)
        _passed.add(key)
    return content


@_uncollected()
def build(docs: Path, listed: Listed | None = None, taken: tuple[dict[str, str], ...] = ()) -> Built:
    """Read, check and render `docs`. Raises `ContentError` with every problem.

    `listed` holds the pages that the navigation names, where there is one. `taken` describes
    the files to take along (name, size, sha256) that will stand beside the pages.
    """
    content = checked(docs, listed)
    views = Views(content, tuple(listed or ()), taken)
    files = downloads(content) | sheets(views)
    return Built(content, views.edition, render(views), files, views)
