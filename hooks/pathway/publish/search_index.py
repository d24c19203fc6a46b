"""What search knows beside the words of the pages: every name that leads to a record."""

from __future__ import annotations

import re
from typing import Any

from ..records.content import PAGE_OF, REPEATS, Content
from ..text.links import anchor

# Pages that hold a little of everything rank below the page of a subject itself.
BOOSTS = {"decision-guide": 0.4, "glossary": 0.4, "questions-to-ask": 0.8, "doors": 0.5, "about": 0.8}
_TAG = re.compile(r"<[^>]*>")
HELPERS = (
    ("glossary", "Nothing was found. Look the word up among all names."),
    ("decision-guide", "Or start with the questions."),
)
GUESS = "The nearest words known here:"


def enrich(index: dict[str, Any], content: Content, urls: dict[str, str]) -> dict[str, Any]:
    """Return a search index with the names of records added to the entries that they lead to.

    `urls` holds the address of each page by its path. Entries without any text fall away.
    """
    names = names_by_place(content, urls)
    boosts = {urls.get(_page_with(content, view)): boost for view, boost in BOOSTS.items()}
    lists = {urls.get(_page_with(content, view)) for view in REPEATS}
    helpers = {urls.get(_page_with(content, view), "-"): text for view, text in HELPERS}
    docs = []
    for doc in index["docs"]:
        page, _, place = doc["location"].partition("#")
        if place and (page in lists or not doc["text"]):
            continue
        doc = {**doc, "text": re.sub(r"\s+", " ", _TAG.sub(" ", doc["text"])).strip()}
        if doc["location"] in names:
            doc["names"] = names[doc["location"]]
        if page in boosts:
            doc["boost"] = boosts[page]
        if doc["location"] in helpers:
            doc["help"] = {"text": helpers[doc["location"]], "guess": GUESS}
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
                [record.name, *filter(None, [record.plural]), *record.also, *record.misspellings]
            )
            found.setdefault(place, []).extend(names)
    return found


def _page_with(content: Content, view: str) -> str:
    return next((p.path for p in content.pages if any(v.name == view for v in p.views)), "")
