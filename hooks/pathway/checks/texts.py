"""What no text may hold: references that lead nowhere, quantities by hand, and names by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records.content import Content
from ..records.evidence import Figure
from ..records.fields import Label, Text
from ..records.treatments import Names
from ..source.problems import Problem
from ..source.prose import Page
from ..source.references import LOOSE, MARKED, Reference, blank, scan
from ..text.names import NameFinder
from ..text.wording import PLURAL

_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?"
    "|thousands?|half|halves|(?:a|one|per) third|thirds|(?:a|one|first|last) quarter|quarters|dozens?|percent"
    "|per cent|twice|thrice|double|doubled"
)
_DIGITS = r"(?<![\w.-])\d[\d.,/–-]*[a-z]*(?:-[a-z]+)*"  # with what hangs on them: 20mg, 5-year
_QUANTITY = re.compile(rf"\b(?:{_WORDS})\b|[%¼½¾⅓⅔⅛²³]|{_DIGITS}", re.IGNORECASE)
_ORDINAL_OR_YEAR = re.compile(r"(?:19|20)\d\d[.,]?(?:[–-](?:19|20)\d\d)?s?[.,]?|\d+(?:st|nd|rd|th)")
_LIST_NUMBER = re.compile(r"^[ \t]*\d+\.[ \t]", re.MULTILINE)
_VIEW = re.compile(r"^:::.*$", re.MULTILINE)
_ENTITY = re.compile(r"https?://\S+|\]\([^)]*\)")


def check_references(content: Content) -> Iterator[Problem]:
    """Yield references that lead nowhere, and those in names and titles, where none may stand.

    Pages are made of references that passed here, and of no others.
    """
    for path, words in content.texts:
        if isinstance(words, Text):
            for ref in scan(words):
                wrong = content.unknown(ref)
                if wrong:
                    yield content.data.problem(path, wrong, words[ref.start : ref.end])
        elif isinstance(words, Label) and LOOSE.search(words):
            what = "a name or title holds no reference: write its words alone, without brackets"
            yield content.data.problem(path, what, LOOSE.findall(words)[0])
    for page in content.pages:
        for ref in page.references:
            wrong = content.unknown(ref)
            if wrong:
                yield page.problem(ref.start, wrong)
        for ref in scan(page.front.get("description", "")):
            wrong = content.unknown(ref)
            if wrong:
                yield Problem(page.file, 1, 1, "description", wrong)


def check_texts(content: Content) -> Iterator[Problem]:
    """Yield what is wrong in the texts of the data file and in the prose."""
    names = NameFinder(content)
    for path, words in content.texts:
        if isinstance(words, Text):
            for what, fragment, _ in _faults(content, names, words):
                yield content.data.problem(path, what, fragment)
    for page in content.pages:
        for what, _, at in _faults(content, names, _VIEW.sub(lambda m: " " * len(m[0]), page.body)):
            yield page.problem(at, what)
        for what, fragment, _ in _faults(content, names, page.front.get("description", "")):
            line = page.text.count("\n", 0, max(0, page.text.find(fragment))) + 1
            yield Problem(page.file, line, 1, "description", what)
        yield from _uncited(content, page)


def _faults(content: Content, names: NameFinder, text: str) -> Iterator[tuple[str, str, int]]:
    """Yield (message, fragment, place) for each fault of one text."""
    for ref in scan(text):
        fragment = text[ref.start : ref.end]
        if ref.record not in content.by_id:
            continue  # told by `check_references`
        wrong = _misused(content, ref.words, ref.target)
        if wrong:
            yield wrong, fragment, ref.start
        elif ref.words and not _is_name(content, ref):
            yield from ((w, fragment, ref.start) for w in _quantities(ref.words))
    bare = _ENTITY.sub(lambda m: " " * len(m[0]), blank(text))
    bare = _LIST_NUMBER.sub(lambda m: " " * len(m[0]), bare)
    bare = MARKED.sub(lambda m: " " * len(m[0]), bare)
    for match in LOOSE.finditer(bare):
        yield "a reference that is not whole: write [words][id] or [][id]", match[0], match.start()
    for match in _QUANTITY.finditer(bare):
        if not _ORDINAL_OR_YEAR.fullmatch(match[0].rstrip(".,")):
            yield _by_hand(match[0]), match[0], match.start()
    for words, id, at in names.find(bare):
        what = f"'{words}' is the name of a record: write [][{id}] or [other words][{id}]"
        yield what, words, at


def _is_name(content: Content, ref: Reference) -> bool:
    record = content.by_id[ref.record]
    known = [record.name, record.plural_form, *record.other_names] if isinstance(record, Names) else []
    return ref.words.casefold() in [name.casefold() for name in known]


def _quantities(words: str) -> Iterator[str]:
    for match in _QUANTITY.finditer(words):
        if not _ORDINAL_OR_YEAR.fullmatch(match[0].rstrip(".,")):
            yield _by_hand(match[0])


def _by_hand(words: str) -> str:
    what = "mark it, {like this}, or make it a figure, [][id of the figure]"
    return f"the quantity '{words.strip()}' is written by hand: {what}"


def _misused(content: Content, words: str, target: str) -> str | None:
    record = content.by_id[target.partition("#")[0]]
    if isinstance(record, Figure) and words:
        return f"the figure '{target}' writes its own words: leave '[{words}]' empty"
    if words == PLURAL and not isinstance(record, Names):
        return f"'{target}' has no plural"
    if content.kinds[target.partition("#")[0]] in ("alerts",):
        return f"'{target}' cannot stand in a text"
    return None


def _uncited(content: Content, page: Page) -> Iterator[Problem]:
    """Yield prose blocks that state something without naming a source."""
    if page.front.get("own_words"):
        return
    at = 0
    for block in re.split(r"(\n[ \t]*\n)", page.body):
        start, at = at, at + len(block)
        if not block.strip() or block.lstrip().startswith(("#", ":::")):
            continue
        kinds = {content.kinds.get(ref.record) for ref in scan(block)}
        if not kinds & {"sources", "claims", "silences", "figures", "pages"}:
            what = "states something without a source: cite one, [][source#passage], or a claim"
            yield page.problem(start + len(block) - len(block.lstrip()), what)
