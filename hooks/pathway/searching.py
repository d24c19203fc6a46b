"""What search knows beside the words of the pages: every name that leads to a record."""

from __future__ import annotations

from typing import Any

from .content import PAGE_OF, Content
from .links import anchor

GLOSSARY_BOOST = 0.5  # entries are found, below the page of their subject
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
    glossary = urls.get(_page_with(content, "glossary"), "")
    helpers = {urls.get(_page_with(content, view), "-"): text for view, text in HELPERS}
    docs = []
    for doc in index["docs"]:
        if doc["location"].partition("#")[2] and not doc["text"]:
            continue
        doc = dict(doc)
        if doc["location"] in names:
            doc["names"] = names[doc["location"]]
        if doc["location"].partition("#")[0] == glossary:
            doc["boost"] = GLOSSARY_BOOST
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
            names = dict.fromkeys([record.name, record.many, *record.also, *record.misspellings])
            found.setdefault(place, []).extend(names)
    return found


def _page_with(content: Content, view: str) -> str:
    return next((p.path for p in content.pages if any(v.name == view for v in p.views)), "")
