"""The one form in which prose and data point at a record: Markdown's own reference links.

`[some words][a-record]` gives the words, `[][a-record]` takes the
record's name, `[][source#passage]` cites a source, and `[][a-figure]` writes a quantity.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
REFERENCE = re.compile(rf"(?<!\\)\[([^\[\]\n]*)\]\[((?:{_ID}/)*{_ID}(?:#{_ID})?)\]")
MARKED = re.compile(r"\{(?!tel:)([^{}\n]+)\}")  # a quantity that is told once stands in its sentence, marked
PHONE = re.compile(r"\{tel:(\+?\d[\d ()-]+)\}")  # a number to call
LOOSE = re.compile(r"\]\[|\[\]|\[\[|\]\]")  # what is left of a reference that was cut short


class Reference(NamedTuple):
    """One reference in a text: its words ("" for the record's own), its target and its place."""

    words: str
    target: str
    start: int
    end: int

    @property
    def record(self) -> str:
        """The id of the record or source, without the passage."""
        return self.target.partition("#")[0]


def scan(text: str) -> Iterator[Reference]:
    """Yield every reference of `text` in order."""
    for match in REFERENCE.finditer(text):
        yield Reference(match[1], match[2], match.start(), match.end())


def unmark(text: str) -> str:
    """Return a text with the marks of its quantities and numbers to call taken off."""
    return PHONE.sub(r"\1", MARKED.sub(r"\1", text))


def blank(text: str, *patterns: re.Pattern[str]) -> str:
    """Return `text` with every reference, or what patterns match, as spaces, so that places stay the same."""
    for pattern in patterns or (REFERENCE,):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def first_of(sources: Iterable[str]) -> list[str]:
    """Return the first citation of each source."""
    first: dict[str, str] = {}
    for source in sources:
        first.setdefault(source.partition("#")[0], str(source))
    return list(first.values())
