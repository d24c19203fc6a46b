"""What search knows: the sections of the pages, and the names and phrases that lead to them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import Any

from ..records.content import PAGE_OF, Content
from ..records.kinds import KINDS
from ..records.pathway import STATEMENT_SLOTS
from ..records.treatments import Names
from ..source.problems import ContentError, Problem, nearest
from ..source.prose import Page
from ..text.environment import interface, with_full_stop
from ..text.links import anchor
from ..text.names import NameFinder
from ..text.wording import TextRenderer
from .sections import Read, Section

SHORT = 20  # letters of a sentence that is written out each time
IN_HEADING = 100  # a heading that names a record counts more than any number of sentences that do


@dataclass(eq=False)
class Entry:
    """One section that can be found, with the names and the phrases that lead to it."""

    page: Page
    url: str
    section: Section
    text: str
    names: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    @property
    def location(self) -> str:
        """The address of the section."""
        return f"{self.url}#{self.section.place}" if self.section.place else self.url

    def as_json(self) -> dict[str, Any]:
        """Return what the search in the browser reads of it."""
        said = {"location": self.location, "title": self.section.heading, "text": self.text}
        more = {"under": self.section.under, "names": self.names, "words": self.words, "asked": self.asked}
        return said | more


def search_index(content: Content, pages: Read, config: dict[str, Any]) -> dict[str, Any]:
    """Return the index, column by column, from the address and the sections of each page by its path.

    `config` is what the theme's own index says of itself. Raises `ContentError` where phrases
    lead to a section that is not there.
    """
    found = (_entries(content, content.by_path[path], *page) for path, page in pages.items())
    entries = list(chain.from_iterable(found))
    _asked_of_pages(content, entries)
    kept = _named(content, entries)
    _asked_of_records(content, kept)
    heads = [e for e in kept if any(KINDS[view.name].help for view in e.page.views) and not e.section.place]
    ui = interface(content.records.guide)
    said = {
        "help": sorted([e.location, e.section.heading] for e in heads),
        **{key: ui[f"search_{key}"] for key in ("guess", "nothing", "unknown", "small")},
        "soft": f"{ui['search_soft']} {ui['search_soft_too']}".rstrip(),
        "same": _same(content),
        "slots": {_in_ids(slot): typed for slot, typed in content.records.guide.slots_asked_as.items()},
    }
    read = [entry.as_json() for entry in kept]
    docs = {key: [each[key] for each in read] for key in read[0]}
    docs["text"], said["often"] = _shared(docs["text"])
    return {"docs": docs, "config": config | said}  # in this order it compresses best


def _same(content: Content) -> dict[str, str]:
    """Return the words that records spell in another way than in their names, each with that of the name."""
    names = [record for kind in ("terms", "treatments") for record in content.sets[kind].values()]
    spelled = [(s.lower().split(), str(r.name).lower().split()) for r in names for s in r.spellings]
    pairs = chain.from_iterable(zip(*both, strict=True) for both in spelled if len(both[0]) == len(both[1]))
    return {word: same for word, same in pairs if word != same and word[0] == same[0]}


def _shared(texts: list[str]) -> tuple[list[str], list[str]]:
    """Return texts with a tab and a number for each sentence that stands twice, and these sentences."""
    parts = [re.split(r"(?<=[.?!]) ", text) for text in texts]
    counted = Counter(chain.from_iterable(parts))
    often = [sentence for sentence, times in counted.items() if times > 1 and len(sentence) > SHORT]
    numbers = {sentence: f"\t{number}" for number, sentence in enumerate(often)}
    return [" ".join(numbers.get(sentence, sentence) for sentence in part) for part in parts], often


def _entries(content: Content, page: Page, url: str, sections: list[Section]) -> Iterator[Entry]:
    """Yield what can be found of a page: of one whose parts stand in full elsewhere, its title.

    Where a page shows one view at a time, each is found by its question or case. A page that only
    says where its text has moved to is not found.
    """
    kinds = [KINDS[view.name] for view in page.views]
    elsewhere = any(kind.repeats or kind.found_elsewhere for kind in kinds)
    views = any(kind.views for kind in kinds)
    if "moved" in page.front:
        return
    plain = TextRenderer(content).plain
    about = plain(page.front["description"])
    for section in sections:
        if not section.place:
            yield Entry(page, url, section, about if elsewhere or views else section.text or about)
        elif views:
            if section.place in content.by_id:
                yield Entry(page, url, section, plain(_asked_there(content, section.place)))
        elif section.heading and section.text and not elsewhere:
            yield Entry(page, url, section, section.text)


def _asked_there(content: Content, id: str) -> str:
    """Return the help and the answers of a question of the guide. A result is known by its case."""
    step = content.records.steps.get(id)
    if not step:
        return ""
    question = content.records.questions[step.question]
    labels = [answer.label for answer in question.answers.values()]
    return " ".join(map(with_full_stop, [question.help, *labels]))


def _named(content: Content, entries: list[Entry]) -> list[Entry]:
    """Give each name its entry, and return the entries without words that the glossary need not lead to.

    A name leads to the section that is asked by it; else to its own page, there to the section that
    uses it most; where it has no page, to the section of any page that uses it most; and to the
    glossary where none does.
    """
    glossary = {e.section.place: e for e in entries if e.page.shows("glossary") and e.section.place}
    explained = {*glossary.values()}
    others = [e for e in entries if e not in explained]
    of_page = {path: list(own) for path, own in groupby(others, key=lambda e: e.page.path)}
    asked = {phrase.casefold(): e for e in reversed(others) for phrase in e.asked}
    uses = _uses(content, others)
    kept = list(others)
    for id, record in content.sets["treatments"].items():
        for head in of_page.get(content.homes[id], ())[:1]:
            head.names += _names_of(record)
    taken = {name.casefold() for e in others for name in e.names}
    for id, term in content.records.terms.items():
        same = dict.fromkeys(map(str.casefold, _names_of(term)))
        names = [name for name in _names_of(term) if name.casefold() not in taken]
        if home := content.homes.get(PAGE_OF + id):
            there = of_page.get(home, [])
            known = [e for e in there if same.keys() & {*map(str.casefold, e.asked + e.names)}]
            known = known or sorted(there, key=uses[id].__getitem__, reverse=True)
        else:
            known = [asked[name] for name in same if name in asked] or [e for e, _ in uses[id].most_common(1)]
        if known:
            (known[0].names if home else known[0].words).extend(names)
        elif anchor(id) in glossary:
            glossary[anchor(id)].names += names
            kept.append(glossary[anchor(id)])
    return kept


def _uses(content: Content, entries: list[Entry]) -> dict[str, Counter[Entry]]:
    """Return how often each record's names are used by each entry."""
    finder = NameFinder(content)
    found: dict[str, Counter[Entry]] = defaultdict(Counter)
    for entry in entries:
        for text, counts in ((entry.text, 1), (entry.section.heading, IN_HEADING)):
            for _, id, _ in finder.find(text):
                found[id][entry] += counts
    return found


def _names_of(record: Names) -> list[str]:
    names = [record.name, *filter(None, [record.plural]), *record.other_names, *record.misspellings]
    return list(dict.fromkeys(map(str, names)))


def _asked_of_pages(content: Content, entries: list[Entry]) -> None:
    """Give each phrase of a page its entry."""
    by_place = {(entry.page.path, entry.section.place): entry for entry in entries}
    wrong = []
    for page in content.pages:
        for place, phrases in page.asked_as.items():
            if (page.path, place) in by_place:
                by_place[page.path, place].asked += phrases
                continue
            known = [there for path, there in by_place if path == page.path]
            what = f"'asked_as' names a section '{place}' that is not there{nearest(place, known)}"
            wrong.append(Problem(page.file, page.line_of(f"{place}:"), 1, "front matter", what))
    if wrong:
        raise ContentError(wrong)


def _asked_of_records(content: Content, entries: list[Entry]) -> None:
    """Give each phrase of a record the entry of its name, or of its slot."""
    by_place = {(entry.page.path, entry.section.place): entry for entry in entries}
    by_name = {name: entry for entry in reversed(entries) for name in entry.names + entry.words}
    for kind in ("treatments", "terms"):
        for record in content.sets[kind].values():
            if named := by_name.get(str(record.name)):
                named.asked += map(str, record.asked_as)
    for id, treatment in content.records.treatments.items():
        for slot in STATEMENT_SLOTS:
            path = content.homes[id]
            entry = by_place.get((path, f"{anchor(id)}--{_in_ids(slot)}")) or by_place[path, ""]
            entry.asked += map(str, treatment.slots_asked_as.get(slot, ()))


def _in_ids(slot: str) -> str:
    """Return a slot as it stands in the ids of sections."""
    return slot.replace("_", "-")
