"""The end of a page: the words that it explains, and the sources of its statements by number."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..text.resolve import Resolver
from ..text.wording import source_name, year_of
from .site import Site


@dataclass(frozen=True)
class Word:
    """A word that the page explains: `id` on the page, its name, how to say it, and what it means."""

    id: str
    name: str
    say: str
    meaning: str


@dataclass(frozen=True)
class NumberedSource:
    """A source of the page: its number, `id` on the page, who made it, title, year and the full entry."""

    number: int
    id: str
    name: str
    title: str
    year: str
    link: str
    entry: Markup


@dataclass(frozen=True)
class PageEnd:
    """Words and sources; `in_view` where the page shows one view at a time."""

    words: list[Word]
    sources: list[NumberedSource]
    in_view: bool


def page_end(site: Site, resolver: Resolver, in_view: bool) -> PageEnd:
    """Return the end of a page whose references are resolved."""
    records = site.content.records
    words = []
    for id in sorted(resolver.explained, key=lambda id: records.terms[id].name.casefold()):
        term = records.terms[id]
        meaning = site.wording.plain(term.meaning)
        words.append(Word(f"word--{id}", term.name, str(term.say or ""), meaning))
    sources = []
    for id, number in resolver.numbers.items():
        source = records.sources[id]
        entry = site.href(id, resolver.path)
        sources.append(
            NumberedSource(
                number,
                f"s--{number}",
                source_name(source),
                str(source.title),
                year_of(source) if source.year else "",
                source.link or "",
                entry,
            )
        )
    return PageEnd(words, sources, in_view)
