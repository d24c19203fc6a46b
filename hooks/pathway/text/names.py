"""Find the names of terms and treatments in a text, in time that does not grow with their number."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..records.content import Content

_WORD = re.compile(r"(?<![\w-])\w+")
_GOES_ON = re.compile(r"[\w-]")
_FIRST = re.compile(r"\w+")
_SHORT = 6  # letters; a shorter name with capitals inside counts in its own case only


class Name(NamedTuple):
    """One name of a record; an `exact` one counts in its own case only, without a plural."""

    words: str
    id: str
    exact: bool

    def end(self, text: str, at: int) -> int:
        """Return where the name ends in a text that holds it at a place, in any case of letters; else 0."""
        end = at + len(self.words)
        if self.exact and text[at:end] != self.words:
            return 0
        plural = not self.exact and text[end : end + 1] in ("s", "S")
        return next((e for e in ((end + 1,) if plural else ()) + (end,) if not _GOES_ON.match(text, e)), 0)


class NameFinder:
    """All names, and how long those are that begin with a word. One without a word cannot be found."""

    def __init__(self, content: Content) -> None:
        self._lengths: dict[str, set[int]] = {}
        self._by_words: dict[str, list[Name]] = {}
        for kind in ("terms", "treatments"):
            for id, record in content.sets[kind].items():
                for words in map(str, dict.fromkeys([record.name, record.plural_form, *record.other_names])):
                    exact = words.isupper() or (not words[1:].islower() and len(words) < _SHORT)
                    self._add(Name(words, str(id), exact))

    def _add(self, name: Name) -> None:
        first = _FIRST.match(name.words)
        if not first:
            return
        keys = {first[0].lower()}
        if first[0] == name.words and not name.exact:
            keys.add(f"{first[0].lower()}s")  # the plural of a single word is another first word
        for key in keys:
            self._lengths.setdefault(key, set()).add(len(name.words))
        self._by_words.setdefault(name.words.lower(), []).append(name)

    def find(self, text: str) -> Iterator[tuple[str, str, int]]:
        """Yield (words, id, place) of each name in a text, the longest where several begin."""
        done = 0
        for match in _WORD.finditer(text):
            at = match.start()
            if at < done:
                continue
            lengths = sorted(self._lengths.get(match[0].lower(), ()), reverse=True)
            for name in (n for long in lengths for n in self._by_words.get(text[at : at + long].lower(), ())):
                if end := name.end(text, at):
                    yield text[at:end], name.id, at
                    done = end
                    break
