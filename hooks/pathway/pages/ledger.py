"""Pages for clinicians and editors: sources, the base source by line, figures, silences, changes since."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ..records.evidence import Figure, Layer, Passage, PointKind, Silence, Source
from ..records.fields import Text
from ..records.treatments import Term
from ..source.prose import Page
from ..source.references import scan
from ..text.dots import Dots, dots
from ..text.wording import capitalize_first, maker, quantity, year_of
from .site import Site
from .topics import Topic, grouped

KINDS_OF_FIGURES = (PointKind.BENEFIT.value, PointKind.HARM.value, PointKind.FACT.value)
FOLD = 14  # sources of one letter that open at once


@dataclass(frozen=True)
class SourceEntry:
    """A source of the list: its id, record and year in words, and the mark for the pages that use it."""

    id: str
    source: Source
    year: str
    used_on: Markup


@dataclass(frozen=True)
class SourceFold:
    """Some sources of one letter; `first` and `last` tell who made them where the letter has more."""

    letter: str
    first: str
    last: str
    entries: list[SourceEntry]


@dataclass(frozen=True)
class PassageEntry:
    """A passage of the base source: its anchor and place, the statements and words that rest on it.

    `newer` holds pairs of a relation and the id of a newer claim.
    """

    anchor: str
    place: str
    passage: Passage
    says: list[Text]
    words: list[Term]
    newer: list[tuple[str, str]]


@dataclass(frozen=True)
class BaseSource:
    """The base source with its passages by the part of the page in which they stand."""

    id: str
    source: Source
    year: str
    parts: list[tuple[str, list[PassageEntry]]]


@dataclass(frozen=True)
class FigureEntry:
    """A figure with its words, citations and marks; `kind` says whether it counts a benefit or a harm."""

    id: str
    figure: Figure
    words: str
    citations: list[str]
    dots: Dots | None
    kind: str


@dataclass(frozen=True)
class Since:
    """A claim of the base source, and the newer claims by their relation to it."""

    then: str
    now: list[tuple[str, list[str]]]


def sources(site: Site, _id: str, _page: Page) -> list[SourceFold]:
    """Return the sources that came after the base by first letter, sorted by who made them."""
    found = [(id, s) for id, s in site.content.records.sources.items() if s.layer == Layer.SINCE]
    found.sort(key=lambda item: (item[1].by.casefold(), item[1].title.casefold()))
    entries = [SourceEntry(id, s, year_of(s), deferred(id)) for id, s in found]
    by_letter = groupby(entries, lambda entry: entry.source.by[0].upper())
    return [fold for letter, held in by_letter for fold in _folds(letter, list(held))]


def _folds(letter: str, entries: list[SourceEntry]) -> list[SourceFold]:
    """Return folds of a letter that take no more than some screens of a phone."""
    if len(entries) <= FOLD:
        return [SourceFold(letter, "", "", entries)]
    size = math.ceil(len(entries) / math.ceil(len(entries) / FOLD))
    parts = [entries[at : at + size] for at in range(0, len(entries), size)]
    return [SourceFold(letter, maker(part[0].source), maker(part[-1].source), part) for part in parts]


def deferred(id: str) -> Markup:
    """Return the mark of the pages that point at a record: they are known when all are resolved."""
    return Markup("<!-- deferred {} -->").format(id)


def base_source(site: Site, _id: str, _page: Page) -> BaseSource:
    """Return the base source, passage by passage."""
    id = str(site.content.records.guide.base)
    source = site.content.base
    entries = [(p.at.partition(", "), f"{id}#{name}", p) for name, p in source.passages.items()]
    parts = [
        (part, [_passage(site, target, at[2] or part, p) for at, target, p in held])
        for part, held in groupby(entries, lambda entry: entry[0][0])
    ]
    return BaseSource(id, source, year_of(source), parts)


def _passage(site: Site, target: str, place: str, passage: Passage) -> PassageEntry:
    claims = site.content.records.claims
    ids = site.statements.resting_on.get(target, [])
    words = [t for t in site.content.records.terms.values() if target in t.from_]
    newer = dict.fromkeys((name, new) for id in ids for name, found in _relations(site, id) for new in found)
    says = [claims[id].say for id in ids]
    return PassageEntry(target.replace("#", "-"), capitalize_first(place), passage, says, words, list(newer))


def _relations(site: Site, id: str) -> list[tuple[str, list[str]]]:
    """Return the claims that replace, limit, add to or confirm a claim."""
    claims = site.content.records.claims
    found = []
    for relation in type(claims[id]).RELATIONS:
        newer = [other for other, claim in claims.items() if id in getattr(claim, relation)]
        if newer:
            found.append((relation, newer))
    return found


def figures(site: Site, _id: str, _page: Page) -> list[tuple[str, str, list[FigureEntry]]]:
    """Return every figure by topic and by kind, with its words and marks."""
    told: dict[str, list[str]] = {}
    for id, claim in site.content.records.claims.items():
        for reference in scan(claim.say):
            told.setdefault(reference.record, []).append(id)
    found = site.content.records.figures.items()
    topics = grouped(site, [(told.get(id, []), _figure(site, id, f, told.get(id, []))) for id, f in found])
    split = [(t, kind, [e for e in t.entries if e.kind == kind]) for t in topics for kind in KINDS_OF_FIGURES]
    return [(topic.name, kind, entries) for topic, kind, entries in split if entries]


def _figure(site: Site, id: str, figure: Figure, told: list[str]) -> FigureEntry:
    kinds = [site.content.records.claims[claim].kind.value for claim in told]
    kind = next((kind for kind in kinds if kind in KINDS_OF_FIGURES), PointKind.FACT.value)
    cited = [str(source) for source in figure.from_]
    return FigureEntry(id, figure, capitalize_first(quantity(figure)), cited, dots(figure), kind)


def not_said(site: Site, _id: str, _page: Page) -> list[tuple[bool, list[Topic[tuple[str, Silence]]]]]:
    """Return what no source says, and what only the base source (true) leaves out, by topic."""
    found = site.content.records.silences.items()
    parts = [(base, [([i], (i, s)) for i, s in found if s.base == base]) for base in (False, True)]
    return [(base, grouped(site, held)) for base, held in parts if held]


def changed_since(site: Site, _id: str, _page: Page) -> list[Topic[Since]]:
    """Return the claims of the base source that newer ones meet, with what those say, by topic."""
    ids = site.statements.resting_on.get(str(site.content.records.guide.base), [])
    return grouped(site, [([id], Since(id, found)) for id in ids if (found := _relations(site, id))])
