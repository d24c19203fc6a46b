"""From a page with references to a page with links: Markdown in, Markdown out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from markupsafe import Markup

from ..records.content import PAGE_OF, Content
from ..records.evidence import Figure, Layer, Source
from ..records.treatments import Term
from ..source.references import REFERENCE, Reference, first_of
from .environment import environment, escape, escape_text
from .links import link
from .wording import TextRenderer, capitalize_first, starts_sentence, year_of

_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)


@dataclass
class Resolver:
    """Resolves the references of one page, and remembers what the page points at."""

    content: Content
    path: str
    wording: TextRenderer
    explained: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    _ways: dict[str, Markup] = field(default_factory=dict)

    def resolve(self, text: str) -> str:
        """Return Markdown with every reference written out. Headings get words without links."""
        parts, last = [], 0
        for match in REFERENCE.finditer(text):
            parts.append(text[last : match.start()])
            reference = Reference(match[1], match[2], *match.span())
            parts.append(self._write(reference, text))
            last = match.end()
        return "".join([*parts, text[last:]])

    def _write(self, reference: Reference, text: str) -> str:
        line = text.rfind("\n", 0, reference.start) + 1
        plain = text[line] == "#" and bool(_HEADING.match(text, line))
        record = self.content.by_id[reference.record]
        self.used.add(reference.record)
        if isinstance(record, Source):
            return "" if plain else self._cite(reference.target, record)
        if self.content.kinds[reference.record] == "claims":
            return self._claim(record, plain)
        words = self.wording.words(reference)
        said = escape(capitalize_first(words) if starts_sentence(text, reference.start) else words)
        if plain:
            return said
        if isinstance(record, Figure):
            return _said("figure", said, self.link(reference.record))
        if isinstance(record, Term):
            return self._term(reference.record, record, said)
        target = self.link(reference.record)
        return said if not target or target.startswith("#") else _said("link", said, target)

    def _claim(self, record: Any, plain: bool) -> str:
        if plain:
            return escape(self.wording.plain(record.say))
        chips = " ".join(f"[][{source}]" for source in first_of(record.from_))
        return self.resolve(f"{escape_text(record.say)} {chips}")

    def _term(self, id: str, term: Term, said: str) -> str:
        if id in self.explained:
            return said
        self.explained.add(id)
        meaning = self.wording.plain(term.meaning)
        target = self.link(PAGE_OF + id) or self.link(id)
        if not target or target.startswith("#"):
            return said
        return _said("term", said, self.link(id), id, meaning)

    def _cite(self, target: str, source: Source) -> str:
        self.cited.add(target)
        since = "" if source.layer == Layer.BASE else f"since {year_of(self.content.base)}: "
        return _said("cite", source.layer.value, since + year_of(source), self.link(target))

    def link(self, target: str) -> Markup:
        """Return the way from this page to a record."""
        if target not in self._ways:
            self._ways[target] = link(self.content, self.path, target)
        return self._ways[target]


@lru_cache(maxsize=20_000, typed=True)  # what is escaped already equals what is not
def _said(macro: str, *words: str) -> str:
    """Return what a macro makes of words. Most references stand on a page more than once."""
    return str(getattr(_macros(), macro)(*words))


@cache
def _macros() -> Any:
    return environment().get_template("refs.md.j2").module
