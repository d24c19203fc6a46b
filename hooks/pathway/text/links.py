"""Where a record stands, and the way there from a page."""

import posixpath
from functools import lru_cache

from markupsafe import Markup

from ..records.content import PAGE_OF, Content
from ..records.kinds import KINDS


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
    # Where a page is made for one record alone, links lead to its top.
    whole = ["pages", *(kind.about for kind in KINDS.values() if kind.folder)]
    top = record.startswith(PAGE_OF) or content.kinds[record] in whole
    return Markup(way if top else f"{way}#{anchor(target)}")
