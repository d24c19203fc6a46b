"""The small kinds of parts: each a few facts of the guide, told where a page asks for them."""

from __future__ import annotations

import html
from dataclasses import dataclass
from itertools import groupby

from markdown.extensions.toc import slugify  # type: ignore[import-untyped]
from markupsafe import Markup

from ..model.reviews import Since, since
from ..model.scorecard import Result, Score, results, scores
from ..records.fields import Text
from ..records.guide import Guide, Scorecard
from ..records.treatments import Term
from ..source.prose import Page
from ..text.environment import interface
from .site import Site


@dataclass(frozen=True)
class Door:
    """A way in: its kind, its name, what stands behind it, and where it leads."""

    kind: str
    name: str
    what: str
    href: Markup


@dataclass(frozen=True)
class About:
    """Who made the guide, when it was reviewed, and when the next review is due."""

    guide: Guide
    next_review: str
    reviewed_by: list[str]


@dataclass(frozen=True)
class Bundle:
    """A file to take along: its name, what it is, and, where it is made, address, size and SHA-256."""

    name: str
    what: str
    href: Markup
    size: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class GlossaryEntry:
    """A term with its id and the other names that readers meet, spellings apart."""

    id: str
    term: Term
    names: list[str]


@dataclass(frozen=True)
class Glossary:
    """Terms from A to Z: by first letter, and the way to their pages."""

    letters: list[tuple[str, list[GlossaryEntry]]]


def message(site: Site, _id: str, _page: Page) -> Text:
    """Return the one main message."""
    return site.content.records.guide.message


def jumps(site: Site, _id: str, page: Page) -> list[tuple[str, str]]:
    """Return the sections of the page: the place of each, as the site makes it, and its heading."""
    heads = [line[3:] for line in page.body.splitlines() if line.startswith("## ")]
    words = [site.wording.plain(head) for head in heads]
    return [(slugify(html.unescape(head), "-"), head) for head in words]


def readers(site: Site, _id: str, _page: Page) -> Guide:
    """Return whom the guide is for, and not."""
    return site.content.records.guide


def about(site: Site, _id: str, _page: Page) -> About:
    """Return who stands behind the guide."""
    names = [f"{r.who}, {r.qualification}, {r.on}" for r in site.content.records.reviews]
    return About(site.content.records.guide, site.edition["next_review"], names)


def reviews(site: Site, _id: str, _page: Page) -> list[Since]:
    """Return the reviews by clinicians, each with what has changed since."""
    return since(site.content)


def changes(site: Site, _id: str, _page: Page) -> list[tuple[str, list[Text]]]:
    """Return the changes of the guide by day, the newest first."""
    newest = sorted(site.content.records.changes, key=lambda change: change.on, reverse=True)
    return [(day, [change.what for change in found]) for day, found in groupby(newest, lambda c: c.on)]


def bundles(site: Site, _id: str, page: Page) -> list[Bundle]:
    """Return the files to take along; without address where they are not made yet."""
    slug = site.content.records.guide.slug
    made = {file["name"]: file for file in site.bundles}
    top = Markup("../" * page.path.count("/"))
    found = []
    for ending, what in (("zip", "zip_what"), ("html", "html_what")):
        name = f"{slug}.{ending}"
        file = made.get(name, {})
        href = top + name if file else Markup("")
        found.append(Bundle(name, what, href, file.get("size", ""), file.get("sha256", "")))
    return found


def glossary(site: Site, _id: str, _page: Page) -> Glossary:
    """Return the terms by first letter."""
    terms = sorted(site.content.records.terms.items(), key=lambda item: item[1].name.casefold())
    entries = [
        GlossaryEntry(id, term, [name for name in term.other_names if name not in term.spellings])
        for id, term in terms
    ]
    return Glossary(
        [(letter, list(found)) for letter, found in groupby(entries, lambda e: e.term.name[0].upper())]
    )


def scorecard(site: Site, _id: str, _page: Page) -> list[tuple[Scorecard, list[Result], list[Score]]]:
    """Return each standard with its items and scores."""
    found = [(card, results(site.content, card)) for card in site.content.records.scorecards.values()]
    return [(card, items, scores(items)) for card, items in found]


DOORS = (
    ("guide", "decision-guide"),
    ("treatments", "comparison"),
    ("unwell", "unwell"),
    ("visit", "appointment"),
)


def doors(site: Site, _id: str, page: Page) -> list[Door]:
    """Return the ways in, in their order, of those kinds that the guide has a page for."""
    ui = interface()
    held = {view.name for p in site.content.pages for view in p.views}
    return [
        Door(name, ui[f"door_{name}"], ui[f"door_{name}_what"], site.href(site.page_of_kind(kind), page.path))
        for name, kind in DOORS
        if kind in held
    ]
