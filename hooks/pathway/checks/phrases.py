"""What must hold of the names and phrases by which people search: each leads to one place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..records.content import PAGE_OF, Content
from ..source.positions import KeyPath
from ..source.problems import Found
from ..source.prose import Page
from ..text.environment import interface

_WORD = re.compile(r"[^\W_]+")
_NAMED = ("name", "plural", "abbreviations", "synonyms", "brands", "old_names", "spellings", "misspellings")


class Claimed(NamedTuple):
    """A phrase, the page and perhaps the section that it leads to, and where it is written."""

    phrase: str
    page: str
    section: str
    origin: KeyPath | Page

    @property
    def place(self) -> str:
        """The place in words."""
        return f"'{self.section}' of {self.page}" if self.section else self.page

    def found(self, what: str) -> Found:
        """Return what is wrong with it, at its place."""
        if isinstance(self.origin, Page):
            return self.origin.problem(0, what, "front matter")
        return self.origin, what


def check_names(content: Content) -> Iterator[Found]:
    """Yield names that two records have, or that one has and another goes by as well."""
    for kinds in (("terms", "treatments"), ("signs",)):
        records = {(kind, id): record for kind in kinds for id, record in content.sets[kind].items()}
        own = {record.name.casefold(): path for path, record in reversed(records.items())}
        for path, record in records.items():
            for field in _NAMED:
                for name in _each(getattr(record, field, None)):
                    other = own.get(name.casefold(), path)
                    if other != path:
                        yield (*path, field), f"'{name}' is the name of '{other[1]}': keep one", name


def _each(value: list[str] | str | None) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def check_phrases(content: Content) -> Iterator[Found]:
    """Yield phrases that two places claim, or that say nothing.

    A term without a page claims no place: a page may be asked by its names.
    """
    small = frozenset(interface(content.records.guide)["search_small"].split())
    first: dict[str, Claimed] = {}
    for claimed in _claimed(content):
        key = _telling(claimed.phrase, small)
        other = first.setdefault(key, claimed) if claimed.page else claimed
        apart = claimed.section != other.section and claimed.section and other.section
        if not key:
            yield claimed.found(f"'{claimed.phrase}' has no word to search for")
        elif claimed.page != other.page or apart:
            what = f"'{claimed.phrase}' leads to {claimed.place}, and '{other.phrase}' to {other.place}"
            yield claimed.found(f"{what}: keep one")


def _claimed(content: Content) -> Iterator[Claimed]:
    for kind in ("treatments", "terms"):
        for id, record in content.sets[kind].items():
            home = content.homes.get(PAGE_OF + id) or (content.homes[id] if kind == "treatments" else "")
            for field in (*_NAMED, "asked_as"):
                for phrase in _each(getattr(record, field)):
                    yield Claimed(str(phrase), home, "", (kind, id, field))
    for id, treatment in content.records.treatments.items():
        for slot, typed in treatment.slots_asked_as.items():
            origin = ("treatments", id, "slots_asked_as", slot)
            yield from (Claimed(str(phrase), content.homes[id], slot, origin) for phrase in typed)
    for page in content.pages:
        for place, phrases in page.asked_as.items():
            yield from (Claimed(phrase, page.path, place, page) for phrase in phrases)


def _telling(phrase: str, small: frozenset[str]) -> str:
    """Return what search tells phrases apart by: their words without case and small words."""
    words = _WORD.findall(re.sub("['’]", "", phrase).casefold())
    return " ".join([word for word in words if word not in small] or words)
