"""The one call: a docs folder in, every generated text out. Nothing is written here."""

from pathlib import Path
from typing import NamedTuple

from .checks.run import check
from .pages.comparison import pick_styles
from .pages.guide import guide_styles
from .pages.render import Rendered, render
from .pages.site import Site
from .publish.downloads import downloads
from .publish.sections import Read
from .records.content import Content, read_folder
from .source.navigation import NavEntries


class Built(NamedTuple):
    """What a guide consists of: the site, its pages by path, and files beside them by path.

    `read` holds the address and the sections of each page by its path, once it is finished.
    """

    site: Site
    pages: dict[str, Rendered]
    files: dict[str, str]
    read: Read


def load_checked(docs: Path, listed: NavEntries | None = None) -> Content:
    """Read and check `docs`. Raises `ContentError` with every problem."""
    content = read_folder(docs)
    check(content, listed)
    return content


def build(docs: Path, listed: NavEntries | None = None, taken: tuple[dict[str, str], ...] = ()) -> Built:
    """Read, check and render `docs`. Raises `ContentError` with every problem.

    `listed` holds the pages that the navigation names, where there is one. `taken` describes
    the files to take along (name, size, sha256) that will stand beside the pages.
    """
    content = load_checked(docs, listed)
    order = content.expand(list(listed or ()))
    site = Site(content, tuple(order), taken)
    files = downloads(site) | guide_styles(site) | pick_styles(site)
    return Built(site, render(site), files, {})
