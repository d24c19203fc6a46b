"""How records sound in running text: names, quantities and sentences, without any markup."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, partial

from ..records.content import Content
from ..records.decision import Step
from ..records.evidence import Figure, Source
from ..records.treatments import Names
from ..source.references import REFERENCE, Reference, scan, unmark

PLURAL = "+"  # the words of a reference that ask for the plural of the name
_OPENS = re.compile(
    r"(?:\A|[.?!][\"')\]”’]*\s+|>\s*|^[ \t]*(?:[-*>#]+|\d+\.)[ \t]+|\n[ \t]*\n)[^\w>,;]*\Z", re.M
)
_LOOK_BACK = 200


@dataclass(frozen=True)
class TextRenderer:
    """Turns references into words. Every method returns plain text.

    Records never change, so that what was said once is kept.
    """

    content: Content

    @cached_property
    def plain(self) -> Callable[[str], str]:
        """Return a text with every reference replaced by its words; citations fall away."""
        return cache(self._plain)

    def _plain(self, text: str) -> str:
        written = write_out(text, partial(self.said, text))
        return unmark(re.sub(r"\s+", " ", written).strip())

    def said(self, text: str, reference: Reference) -> str:
        """Return what a reference says at its place: with a capital where it begins a sentence."""
        words = self.words(reference)
        return capitalize_first(words) if starts_sentence(text, reference.start) else words

    def words(self, reference: Reference) -> str:
        """Return what a reference says: its own words, or the name of its record."""
        record = self.content.by_id[reference.record]
        if reference.words == PLURAL and isinstance(record, Names):
            return str(record.plural_form)
        return reference.words or self.name(reference.target)

    def name(self, target: str) -> str:
        """Return the name of a record: for a claim its sentence, for a figure its quantity."""
        record = self.content.by_id[target.partition("#")[0]]
        if isinstance(record, Source):
            return ""
        if isinstance(record, Figure):
            return quantity(record)
        if isinstance(record, Names):
            return str(record.name)
        if isinstance(record, Step):
            return self.name(record.question)
        known = (getattr(record, part, "") for part in ("name", "title", "case", "say", "ask"))
        return self.plain(next(filter(None, known), ""))


_SHAPES = {"people": " in 100 ", "share": "% ", "amount": " "}


def quantity(figure: Figure) -> str:
    """Return a figure in words, such as `fewer than 2 in 100 people`."""
    bound = "" if figure.bound == "exactly" else f"{figure.bound} "
    numbers, shape = [figure.value, *filter(None, [figure.to])], _SHAPES[figure.show]
    if figure.show == "people" and float(numbers[-1]) < 1:  # whole numbers are easier to see
        numbers, shape = [f"{round(float(n) * 10, 2):g}" for n in numbers], " in 1,000 "
    return f"{bound}{' to '.join(numbers)}{shape}{figure.unit}"


def write_out(text: str, write: Callable[[Reference], str]) -> str:
    """Return a text with each reference written out. Where nothing is written, no spaces stay before it."""
    parts, last = [], 0
    for reference in scan(text):
        written = write(reference)
        before = text[last : reference.start]
        parts += [before if written else before.rstrip(" "), written]
        last = reference.end
    return "".join([*parts, text[last:]])


def starts_sentence(text: str, at: int) -> bool:
    """Say whether a sentence begins at a place of a text."""
    if text[at - 1 : at] == " " and text[at - 2 : at - 1].isalnum():
        return False  # the most common case, without the search
    return bool(_OPENS.search(REFERENCE.sub("", text[max(0, at - _LOOK_BACK) : at])))


def capitalize_first(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]


def maker(source: Source) -> str:
    """Return who made a source, in few words: `Taner`."""
    first = re.split(r"[,(;]", str(source.by))[0].strip()
    return str(source.short or re.sub(r"\A([\w’'-]+) [A-Z]{1,3}\Z", r"\1", first))  # no initials after a name


def source_name(source: Source) -> str:
    """Return who made a source, and its year, once: `Taner 2013`."""
    first, year = maker(source), str(source.year or "")
    return first if first.endswith(year) else f"{first} {year}"


def year_of(source: Source) -> str:
    """Return the year of a source, or `undated`."""
    return str(source.year) if source.year else "undated"


def join_words(words: list[str], last: str = "and") -> str:
    """Return `a, b and c`."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
