"""Pages for clinicians and editors: sources, the base source by line, figures, silences, changes since."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..records.evidence import Figure, Layer, Passage, Silence, Source
from ..records.fields import Text
from ..source.prose import Page
from ..text.wording import capitalize_first, quantity, year_of
from .site import Site


@dataclass(frozen=True)
class SourceEntry:
    """A source of the list: its id, record and year in words, and the mark for the pages that use it."""

    id: str
    source: Source
    year: str
    used_on: Markup


@dataclass(frozen=True)
class PassageEntry:
    """A passage of the base source: the anchor, where it stands, and the statements that rest on it."""

    anchor: str
    passage: Passage
    says: list[Text]
    newer: list[Text]


@dataclass(frozen=True)
class BaseSource:
    """The base source with its passages."""

    id: str
    source: Source
    year: str
    passages: list[PassageEntry]


@dataclass(frozen=True)
class FigureEntry:
    """A figure with its words and citations."""

    id: str
    figure: Figure
    words: str
    citations: list[str]


@dataclass(frozen=True)
class Since:
    """What newer claims do to one of the base source: its words, and (relation, newer claims)."""

    then: str
    now: list[tuple[str, list[str]]]


def sources(site: Site, _id: str, _page: Page) -> list[SourceEntry]:
    """Return the sources that came after the base, sorted by who made them."""
    found = [(id, s) for id, s in site.content.records.sources.items() if s.layer == Layer.SINCE]
    found.sort(key=lambda item: (item[1].by.casefold(), item[1].title.casefold()))
    return [SourceEntry(id, s, year_of(s), deferred(id)) for id, s in found]


def deferred(id: str) -> Markup:
    """Return the mark of the pages that point at a record: they are known when all are resolved."""
    return Markup("<!-- deferred {} -->").format(id)


def base_source(site: Site, _id: str, _page: Page) -> BaseSource:
    """Return the base source, passage by passage."""
    id = str(site.content.records.guide.base)
    source = site.content.base
    passages = [_passage(site, f"{id}#{name}", passage) for name, passage in source.passages.items()]
    return BaseSource(id, source, year_of(source), passages)


def _passage(site: Site, target: str, passage: Passage) -> PassageEntry:
    claims = site.content.records.claims
    ids = site.statements.resting_on.get(target, [])
    terms = [t.meaning for t in site.content.records.terms.values() if target in t.from_]
    newer = dict.fromkeys(new for id in ids for new in _newer(site, id))
    return PassageEntry(
        target.replace("#", "-"),
        passage,
        [claims[i].say for i in ids] + terms,
        [claims[i].say for i in newer],
    )


def _newer(site: Site, id: str) -> list[str]:
    return [new for _, found in _relations(site, id) for new in found]


def _relations(site: Site, id: str) -> list[tuple[str, list[str]]]:
    """Return the claims that replace, limit, add to or confirm a claim."""
    claims = site.content.records.claims
    found = []
    for relation in type(claims[id]).RELATIONS:
        newer = [other for other, claim in claims.items() if id in getattr(claim, relation)]
        if newer:
            found.append((relation, newer))
    return found


def figures(site: Site, _id: str, _page: Page) -> list[FigureEntry]:
    """Return every figure with its words."""
    return [
        FigureEntry(id, figure, capitalize_first(quantity(figure)), [str(source) for source in figure.from_])
        for id, figure in site.content.records.figures.items()
    ]


def not_said(
    site: Site, _id: str, _page: Page
) -> tuple[list[tuple[str, Silence]], list[tuple[str, Silence]]]:
    """Return what no source says, and what only the base source leaves out."""
    found = list(site.content.records.silences.items())
    return [(i, s) for i, s in found if not s.base], [(i, s) for i, s in found if s.base]


def changed_since(site: Site, _id: str, _page: Page) -> list[Since]:
    """Return the claims of the base source that newer ones meet, with what those say."""
    base = str(site.content.records.guide.base)
    ids = site.statements.resting_on.get(base, [])
    return [Since(id, found) for id in ids if (found := _relations(site, id))]
