"""How hard a text is to read: Flesch-Kincaid grade and SMOG, as their authors defined them.

Kincaid et al. 1975: 0.39 words/sentence + 11.8 syllables/word - 15.59.
McLaughlin 1969: 1.0430 sqrt(30 polysyllables/sentences) + 3.1291.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

_SENTENCE = re.compile(r"(?<=[.?!])[\"”’)]*\s+(?=[\"“(]?[A-Z0-9])")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’.,-]*[A-Za-z0-9]|[A-Za-z0-9]")
_VOWELS = re.compile(r"[aeiouy]+")
_NOT_SILENT = re.compile(r"(?:[^aeiouy]le|[aeiouy]e|[cs]hes|[sxz]es|ges|ces)$")
_HIATUS = re.compile(  # two vowels that stand beside each other and are said apart
    r"[aou]ing|(?<![ct])ial|ia(?!l|n$|ns$)|(?<![cgqstxl])io|(?<![gq])ua(?!r)|eo(?!us|ple)"
    r"|(?<![gqs])ue[nl]|iu|(?<=c)rea(?=t[eio])|roen"
)
_EXCEPTIONS = {
    "people": 2, "being": 2, "does": 1, "doesn't": 2, "area": 3, "idea": 3, "every": 2,
    "several": 3, "different": 3, "science": 2, "science's": 2, "quiet": 2, "great": 1, "really": 2,
    "create": 2, "created": 3, "break": 1, "sometimes": 2, "therefore": 2,
    "tables": 2, "ideas": 3, "areas": 3,
}  # fmt: skip


class Grade(NamedTuple):
    """What was counted, and the two grades that follow (US school years)."""

    sentences: int
    words: int
    syllables: int
    polysyllables: int

    @property
    def flesch_kincaid(self) -> float:
        """The Flesch-Kincaid grade; 0 for nothing."""
        if not self.words:
            return 0.0
        per_sentence, per_word = self.words / self.sentences, self.syllables / self.words
        return 0.39 * per_sentence + 11.8 * per_word - 15.59

    @property
    def smog(self) -> float:
        """The SMOG grade; 0 for nothing. Made for thirty sentences: less sure for fewer."""
        return 1.0430 * math.sqrt(self.polysyllables * 30 / self.sentences) + 3.1291 if self.words else 0.0


NOTHING = Grade(0, 0, 0, 0)


def total(grades: Iterable[Grade]) -> Grade:
    """Return the grade of all texts together."""
    return Grade(*map(sum, zip(NOTHING, *grades, strict=True)))


def sentences(text: str) -> list[str]:
    """Return the sentences of a plain text."""
    return [part.strip() for part in _SENTENCE.split(text) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words of a text; words with a hyphen count as one."""
    return _WORD.findall(text)


def syllables(word: str, known: Mapping[str, int] = MappingProxyType({})) -> int:
    """Return the number of syllables of an English word by its spelling; of a number, its digits.

    `known` holds the words of a subject that are said otherwise than they are spelled.
    """
    word = word.lower().replace("’", "'").strip("'.,-")
    if "-" in word:
        return sum(syllables(part, known) for part in word.split("-") if part)
    return known.get(word) or _EXCEPTIONS.get(word) or _by_spelling(word)


@lru_cache(maxsize=20_000)
def _by_spelling(word: str) -> int:
    digits = sum(c.isdigit() for c in word)
    letters = re.sub(r"[^a-z]", "", word.removesuffix("'s"))
    if not letters:
        return max(1, digits)
    count = len(_VOWELS.findall(letters)) + len(_HIATUS.findall(letters))
    if re.search(r"[^aeiouy]es?$|[^aeioutd]ed$", letters) and not _NOT_SILENT.search(letters):
        count -= 1
    if letters.endswith("sm"):
        count += 1
    return max(1, count) + digits


def grade(text: str, known: Mapping[str, int] = MappingProxyType({})) -> Grade:
    """Return the grade of a plain text. `known`: see `syllables`."""
    found = words(text)
    counts = [syllables(word, known) for word in found]
    long = sum(count >= 3 for count in counts)
    return Grade(max(1, len(sentences(text))), len(found), sum(counts), long) if found else NOTHING
