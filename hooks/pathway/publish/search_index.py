"""What search knows beside the words of the pages: every name that leads to a record."""

from __future__ import annotations

import re
from typing import Any

from ..records.content import PAGE_OF, Content
from ..records.kinds import KINDS
from ..text.environment import interface
from ..text.links import anchor

SOFT_HYPHEN = "\u00ad"  # where a long name may break
_TAG = re.compile(r"<[^>]*>")


def with_names(index: dict[str, Any], content: Content, urls: dict[str, str]) -> dict[str, Any]:
    """Return a search index with the names of records added to the entries that they lead to.

    `urls` holds the address of each page by its path. Entries without any text fall away.
    """
    names = names_by_place(content, urls)
    kinds = {urls[page.path]: [KINDS[view.name] for view in page.views] for page in content.pages}
    ui = interface()
    docs = []
    for doc in index["docs"]:
        page, _, place = doc["location"].partition("#")
        found = kinds.get(page, [])
        if place and (any(kind.repeats for kind in found) or not doc["text"]):
            continue
        text = re.sub(r"\s+", " ", _TAG.sub(" ", doc["text"])).strip()
        doc = {**doc, "title": doc["title"].replace(SOFT_HYPHEN, ""), "text": text}
        if doc["location"] in names:
            doc["names"] = names[doc["location"]]
        for kind in found:
            if kind.boost != 1:
                doc["boost"] = kind.boost
            if kind.help and not place:
                doc["help"] = {"text": ui[kind.help], "guess": ui["search_guess"]}
        docs.append(doc)
    return index | {"docs": docs}


def names_by_place(content: Content, urls: dict[str, str]) -> dict[str, list[str]]:
    """Return every name and misspelling of terms and treatments by the address that it leads to."""
    found: dict[str, list[str]] = {}
    for kind in ("treatments", "terms"):
        for id, record in content.sets[kind].items():
            page = content.homes.get(PAGE_OF + id)
            home = page or content.homes[id]
            if not home:
                continue
            place = urls[home] if page or kind == "treatments" else f"{urls[home]}#{anchor(id)}"
            names = dict.fromkeys(
                [record.name, *filter(None, [record.plural]), *record.other_names, *record.misspellings]
            )
            found.setdefault(place, []).extend(names)
    return found
