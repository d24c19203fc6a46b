"""Pages for experts and editors: sources, the base source by line, figures, silences, changes since."""

from itertools import groupby
from typing import NamedTuple

from ..records.evidence import Passage, PointKind, Silence, Source
from ..records.fields import Text
from ..records.treatments import Term
from ..source.prose import Page
from ..source.references import scan
from .site import Site
from .topics import Topic, grouped

KINDS_OF_FIGURES = (PointKind.BENEFIT.value, PointKind.HARM.value, PointKind.FACT.value)

Relations = list[tuple[str, list[str]]]


class PassageEntry(NamedTuple):
    """A passage of the base source: its id and place, the statements and words that rest on it.

    `newer` holds pairs of a relation and the id of a newer claim.
    """

    id: str
    place: str
    passage: Passage
    says: list[Text]
    words: list[Term]
    newer: list[tuple[str, str]]


def sources(site: Site, _id: str, _page: Page) -> list[tuple[str, list[tuple[str, Source]]]]:
    """Return the sources that came after the base by first letter, sorted by who made them."""
    found = list(site.content.part("sources since").items())
    found.sort(key=lambda item: (item[1].by.casefold(), item[1].title.casefold()))
    return [(letter, list(held)) for letter, held in groupby(found, lambda item: item[1].by[0].upper())]


def base_source(site: Site, _id: str, _page: Page) -> list[tuple[str, list[PassageEntry]]]:
    """Return the base source, passage by passage, by the part of the page in which they stand."""
    base = site.content.records.guide.base
    entries = [(p.at.partition(", "), f"{base}#{name}", p) for name, p in site.content.base.passages.items()]
    return [
        (part, [_passage(site, id, at[2] or part, p) for at, id, p in held])
        for part, held in groupby(entries, lambda entry: entry[0][0])
    ]


def _passage(site: Site, id: str, place: str, passage: Passage) -> PassageEntry:
    claims = site.content.records.claims
    resting = site.statements.resting_on.get(id, [])
    words = [t for t in site.content.records.terms.values() if id in t.from_]
    newer = dict.fromkeys((how, new) for old in resting for how, ids in _relations(site, old) for new in ids)
    return PassageEntry(id, place, passage, [claims[claim].say for claim in resting], words, list(newer))


def _relations(site: Site, id: str) -> Relations:
    """Return the claims that replace, limit, add to or confirm a claim."""
    return [(relation, newer[id]) for relation, newer in site.statements.met.items() if id in newer]


def figures(site: Site, _id: str, _page: Page) -> list[tuple[str, str, dict[str, list[str]]]]:
    """Return the figures by topic and by kind, each with the claims that tell it, those of its kind first."""
    claims = site.content.records.claims
    told: dict[str, list[str]] = {id: [] for id in site.content.records.figures}
    for id, claim in claims.items():
        for reference in scan(claim.say):
            told.setdefault(reference.record, []).append(id)
    kinds = {id: _kind(site, told[id]) for id in site.content.records.figures}
    told = {id: sorted(told[id], key=lambda claim: claims[claim].kind.value != kinds[id]) for id in kinds}
    topics = grouped(site, ((told[id], id) for id in kinds))
    split = ((t, k, [id for id in ids if kinds[id] == k]) for t, ids in topics for k in KINDS_OF_FIGURES)
    return [(topic, kind, {id: told[id] for id in ids}) for topic, kind, ids in split if ids]


def _kind(site: Site, claims: list[str]) -> str:
    """Return whether a figure counts a benefit or a harm, by the first of its claims that says so."""
    kinds = [site.content.records.claims[claim].kind.value for claim in claims]
    return next((kind for kind in kinds if kind in KINDS_OF_FIGURES[:2]), PointKind.FACT.value)


def not_said(site: Site, _id: str, _page: Page) -> list[tuple[bool, list[Topic[tuple[str, Silence]]]]]:
    """Return what no source says, and what only the base source (true) leaves out, by topic."""
    found = site.content.records.silences.items()
    parts = [(base, [([i], (i, s)) for i, s in found if s.base == base]) for base in (False, True)]
    return [(base, grouped(site, held)) for base, held in parts if held]


def changed_since(site: Site, _id: str, _page: Page) -> list[Topic[tuple[str, Relations]]]:
    """Return the claims of the base source that newer ones meet, with what those say, by topic."""
    ids = site.statements.resting_on.get(site.content.records.guide.base, [])
    return grouped(site, [([id], (id, newer)) for id in ids if (newer := _relations(site, id))])
