"""Where a record stands, and the way there from a page."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from markupsafe import Markup

from ..records.content import PAGE_OF, Content


def sheet_path(content: Content, slug: str) -> str:
    """Return the file of the clinic sheet with this slug, beside the page of the decision guide."""
    home = content.homes[content.records.guide.first]
    return posixpath.join(posixpath.dirname(home), "sheets", slug, "index.html")


@lru_cache(maxsize=20_000)
def _way(target: str, start: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(start) or ".")


def anchor(target: str) -> str:
    """Return the id that a record, or a passage of a source, has on its page."""
    return target.replace("#", "-")


def link(content: Content, path: str, target: str) -> Markup:
    """Return the way from the page at `path` to a record.

    It is empty where the record stands on no page, and begins with `#` on the page itself. It
    is made of checked ids and paths alone, so that templates print it as it is.
    """
    record = target.partition("#")[0]
    home = content.homes.get(record, "")
    if not home:
        return Markup("")
    if home == path:
        return Markup(f"#{anchor(target)}")
    way = _way(home, path)
    whole = record.startswith(PAGE_OF) or content.kinds[record] in ("pages", "treatments")
    return Markup(way if whole else f"{way}#{anchor(target)}")
