"""From a page with references to a page with links: Markdown in, Markdown out."""

import re
from dataclasses import dataclass, field
from functools import lru_cache, partial

from markupsafe import Markup

from ..records.content import Content
from ..records.evidence import Claim, Figure, Silence, Source
from ..records.treatments import Names, Term
from ..source.references import Reference, first_of
from .environment import catalog, environment, escape, escape_text
from .links import link
from .wording import TextRenderer, capitalize_first, source_name, write_out

_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)


@dataclass
class Resolver:
    """Resolves the references of one page, and remembers what the page points at.

    Words are explained and sources numbered at the end of the page, in the order of their first
    use. A `quiet` page has neither links for words nor marks for sources in its running text; one
    with `plain_words` explains none; one that never `ends` so names its sources and leads to the list of all.
    """

    content: Content
    path: str
    wording: TextRenderer
    quiet: bool = False
    ends: bool = True
    plain_words: bool = False
    explained: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    cited: dict[str, None] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def resolve(self, text: str) -> str:
        """Return Markdown with every reference written out. Headings get words without links."""
        return write_out(text, partial(self._write, text))

    def _write(self, text: str, reference: Reference) -> str:
        line = text.rfind("\n", 0, reference.start) + 1
        plain = text[line] == "#" and bool(_HEADING.match(text, line))
        record = self.content.by_id[reference.record]
        self.used.add(reference.record)
        if isinstance(record, Source):
            return "" if plain else self._cite(reference.target, record)
        if isinstance(record, Claim):
            return self._claim(record, plain)
        said = escape(self.wording.said(text, reference))
        if plain and isinstance(record, Names) and record.breaks and not reference.words:
            return Markup("&shy;").join(map(escape, capitalize_first(record.breaks).split("|")))
        if plain or isinstance(record, Figure | Silence):
            return said
        if isinstance(record, Term):
            return self._term(reference.record, said)
        target = link(self.content, self.path, reference.record)
        return said if not target or target.startswith("#") else _said("link", said, target)

    def _claim(self, record: Claim, plain: bool) -> str:
        if plain:
            return escape(self.wording.plain(record.say))
        marks = " ".join(f"[][{source}]" for source in first_of(record.from_))
        return self.resolve(f"{escape_text(record.say)} {marks}")

    def _term(self, id: str, said: Markup) -> str:
        """Link the first use of a word to its meaning at the end of the page."""
        own = self.content.homes.get(id) == self.path
        if self.quiet or self.plain_words or not self.ends or own or id in self.explained:
            return said
        self.explained.add(id)
        return _said("term", said, id)

    def _cite(self, target: str, source: Source) -> str:
        self.cited[target] = None
        id = target.partition("#")[0]
        number = self.numbers.setdefault(id, len(self.numbers) + 1)
        if self.quiet:
            return ""
        if not self.ends:
            return _said("link", escape(source_name(source)), link(self.content, self.path, target))
        word = self.content.records.guide.interface.get("source", catalog()["source"])
        return _said("cite", str(number), source_name(source), word)


@lru_cache(maxsize=20_000, typed=True)  # what is escaped already equals what is not
def _said(macro: str, *words: str) -> str:
    """Return what a macro makes of words. Most references stand on a page more than once."""
    return str(getattr(environment().get_template("refs.md.j2").module, macro)(*words))
