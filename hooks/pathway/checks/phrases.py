"""What must hold of the names and phrases by which people search: each leads to one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..records.content import PAGE_OF, Content
from ..records.fields import Label
from ..source.positions import KeyPath
from ..source.problems import Problem, nearest
from ..source.prose import Page
from ..text.environment import interface

_WORD = re.compile(r"[^\W_]+")
_NAMED = ("name", "plural", "abbreviations", "synonyms", "brands", "old_names", "spellings", "misspellings")


@dataclass(frozen=True)
class Claimed:
    """A phrase, the page and perhaps the section that it leads to, and where it is written."""

    phrase: str
    page: str
    section: str
    origin: KeyPath | Page

    @property
    def place(self) -> str:
        """The place in words."""
        return f"'{self.section}' of {self.page}" if self.section else self.page

    def problem(self, content: Content, what: str) -> Problem:
        """Return what is wrong with it, at its place."""
        if isinstance(self.origin, Page):
            return self.origin.problem(0, what, "front matter")
        return content.data.problem(self.origin, what)


def check_phrases(content: Content) -> Iterator[Problem]:
    """Yield phrases that two places claim, or that say nothing, and slots that do not exist."""
    small = frozenset(interface()["search_small"].split())
    first: dict[str, Claimed] = {}
    for claimed in _claimed(content):
        key = _telling(claimed.phrase, small)
        other = first.setdefault(key, claimed)
        apart = claimed.section != other.section and claimed.section and other.section
        if not key:
            yield claimed.problem(content, f"'{claimed.phrase}' has no word to search for")
        elif claimed.page != other.page or apart:
            what = f"'{claimed.phrase}' leads to {claimed.place}, and '{other.phrase}' to {other.place}"
            yield claimed.problem(content, f"{what}: keep one")
    yield from _slots(content)


def _claimed(content: Content) -> Iterator[Claimed]:
    for kind in ("treatments", "terms"):
        for id, record in content.sets[kind].items():
            home = content.homes.get(PAGE_OF + id) or (content.homes[id] if kind == "treatments" else id)
            for field in (*_NAMED, "asked_as"):
                value = getattr(record, field) or []
                for phrase in value if isinstance(value, list) else [value]:
                    yield Claimed(str(phrase), home, "", (kind, id, field))
    for id, treatment in content.records.treatments.items():
        for slot, typed in treatment.slots_asked_as.items():
            for phrase in typed:
                origin = ("treatments", id, "slots_asked_as", slot)
                yield Claimed(str(phrase), content.homes[id], slot, origin)
    for page in content.pages:
        for place, phrases in page.asked_as.items():
            for phrase in phrases:
                yield Claimed(phrase, page.path, place, page)


def _telling(phrase: str, small: frozenset[str]) -> str:
    """Return what search tells phrases apart by: their words without case and small words."""
    words = _WORD.findall(re.sub("['’]", "", phrase).casefold())
    return " ".join([word for word in words if word not in small] or words)


def _slots(content: Content) -> Iterator[Problem]:
    guide = content.records.guide
    given: dict[KeyPath, dict[str, list[Label]]] = {("guide",): guide.slots_asked_as}
    given |= {("treatments", id): t.slots_asked_as for id, t in content.records.treatments.items()}
    for path, slots in given.items():
        for slot in slots:
            if slot not in guide.slots:
                hint = nearest(slot, guide.slots)
                yield content.data.problem((*path, "slots_asked_as", slot), f"unknown slot '{slot}'{hint}")
