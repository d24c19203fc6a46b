"""What no text may hold: references that lead nowhere, quantities by hand, and names by hand."""

import re
from collections.abc import Iterator
from typing import Any

from ..records.content import Content
from ..records.evidence import Figure
from ..records.fields import Label, Text
from ..records.treatments import Names
from ..source.problems import Found, Problem
from ..source.prose import Page
from ..source.references import LOOSE, MARKED, PHONE, REFERENCE, Reference, blank, scan
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


def check_references(content: Content) -> Iterator[Found]:
    """Yield references that lead nowhere, and those in names and titles, where none may stand.

    Pages are made of references that passed here, and of no others.
    """
    for path, words in content.texts:
        if isinstance(words, Text):
            for ref in scan(words):
                if wrong := content.unknown(ref):
                    yield path, wrong, words[ref.start : ref.end]
        elif isinstance(words, Label) and LOOSE.search(words):
            what = "a name or title holds no reference: write its words alone, without brackets"
            yield path, what, LOOSE.findall(words)[0]
    for page in content.pages:
        for ref in page.references:
            if wrong := content.unknown(ref):
                yield page.problem(ref.start, wrong)
        for ref in scan(_description(page)):
            if wrong := content.unknown(ref):
                yield Problem(page.file, 1, 1, "description", wrong)


def check_texts(content: Content) -> Iterator[Found]:
    """Yield what is wrong in the texts of the data file and in the prose."""
    names = NameFinder(content)
    for path, words in content.texts:
        if isinstance(words, Text):
            for what, fragment, _ in _faults(content, names, words):
                yield path, what, fragment
    for page in content.pages:
        for what, _, at in _faults(content, names, blank(page.body, _VIEW)):
            yield page.problem(at, what)
        for what, fragment, _ in _faults(content, names, _description(page)):
            yield Problem(page.file, page.line_of(fragment), 1, "description", what)
        yield from _uncited(content, page)


def _description(page: Page) -> str:
    """Return what was written in a page's own head; a page made from a record has its words there."""
    return page.front.get("description", "") if page.text else ""


def _faults(content: Content, names: NameFinder, text: str) -> Iterator[tuple[str, str, int]]:
    """Yield (message, fragment, place) for each fault of one text."""
    for ref in scan(text):
        fragment = text[ref.start : ref.end]
        if ref.record not in content.by_id:
            continue  # told by `check_references`
        if wrong := _misused(content.by_id[ref.record], ref):
            yield wrong, fragment, ref.start
        elif ref.words and not _is_name(content, ref):
            yield from ((what, fragment, ref.start) for what, _, _ in _quantities(ref.words))
    bare = blank(text, REFERENCE, _ENTITY, _LIST_NUMBER, MARKED, PHONE)
    for match in LOOSE.finditer(bare):
        yield "a reference that is not whole: write [words][id] or [][id]", match[0], match.start()
    yield from _quantities(bare)
    for words, id, at in names.find(bare):
        what = f"'{words}' is the name of a record: write [][{id}] or [other words][{id}]"
        yield what, words, at


def _is_name(content: Content, ref: Reference) -> bool:
    record = content.by_id[ref.record]
    known = [record.name, record.plural_form, *record.other_names] if isinstance(record, Names) else []
    return ref.words.casefold() in [name.casefold() for name in known]


def _quantities(text: str) -> Iterator[tuple[str, str, int]]:
    for match in _QUANTITY.finditer(text):
        if not _ORDINAL_OR_YEAR.fullmatch(match[0].rstrip(".,")):
            mend = "mark it, {like this}, or make it a figure, [][id of the figure]"
            what = f"the quantity '{match[0].strip()}' is written by hand: {mend}"
            yield what, match[0], match.start()


def _misused(record: Any, ref: Reference) -> str | None:
    if isinstance(record, Figure) and ref.words:
        return f"the figure '{ref.target}' writes its own words: leave '[{ref.words}]' empty"
    if ref.words == PLURAL and not isinstance(record, Names):
        return f"'{ref.target}' has no plural"
    return None


def _uncited(content: Content, page: Page) -> Iterator[Found]:
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
