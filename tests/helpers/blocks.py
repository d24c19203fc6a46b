"""The sentences of a page, block by block, as a reader meets them: what readability measures.

Headings, labels, tables, lists of names, and the lists of sources (titles, names, addresses) are set aside.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.reading_level import Grade, grade, sentences, total
from pathway.records.content import Content
from pathway.source.references import REFERENCE, Reference
from pathway.text.wording import TextRenderer, capitalize_first, starts_sentence

_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTES = re.compile(r"\{ ?[.#:][^}\n]*\}")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ITEM = re.compile(r"^[ \t]*(?:[-*]|\d+\.)[ \t]+")
_ASIDE = re.compile(
    r"<!-- aside -->.*?<!-- /aside -->|<svg.*?</svg>|<summary.*?</summary>|<ul class=\"tree-results\">.*?</ul>",
    re.DOTALL,
)
_BORDER = re.compile(
    r"</?(?:li|p|div|section|dt|dd|figure|figcaption|ul|ol|details|nav|br|fieldset|legend|label)\b[^>]*>"
)
_EXPLAINED = ("terms", "treatments")
STAND_IN = "one"  # a short word in place of a name that the glossary explains
LONGEST = 25  # words in a sentence


@dataclass(frozen=True)
class Block:
    """One paragraph or list item: in full, and with the glossary's words set aside."""

    text: str
    plainer: str
    full_grade: Grade
    plainer_grade: Grade


@dataclass(frozen=True)
class PageGrade:
    """The grades of one page: `full` as it stands, `plainer` without the glossary's words."""

    full: Grade
    plainer: Grade


def blocks(content: Content, wording: TextRenderer, text: str) -> list[Block]:
    """Return the blocks of a page's Markdown with its references still in it."""
    found = (_block(content, wording, part) for part in _parts(text))
    return [block for block in found if block.text]


def _parts(text: str) -> Iterator[str]:
    text = _BORDER.sub("\n\n", _ASIDE.sub("", text))
    for paragraph in re.split(r"\n[ \t]*\n", text):
        part: list[str] = []
        for line in paragraph.splitlines():
            if line.lstrip().startswith(("#", "|", ":::", "<summary")):
                continue
            if _ITEM.match(line) and part:
                yield " ".join(part)
                part = []
            part.append(_ITEM.sub("", line).strip())
        yield " ".join(part)


def _block(content: Content, wording: TextRenderer, part: str) -> Block:
    bare = _LINK.sub(r"\1", part) if "](" in part else part
    bare = _TAG.sub("", bare) if "<" in bare else bare
    bare = _ATTRIBUTES.sub("", bare) if "{" in bare else bare

    def aside(match: re.Match[str]) -> str:
        known = content.kinds.get(match[2].partition("#")[0]) in _EXPLAINED
        said = STAND_IN if known else wording.words(Reference(match[1], match[2], 0, 0))
        return capitalize_first(said) if starts_sentence(match.string, match.start()) else said

    full = html.unescape(wording.plain(bare)).replace("*", "")
    plainer = full
    if "][" in bare:
        plainer = html.unescape(REFERENCE.sub(aside, _claims(content, bare))).replace("*", "")
    texts = _whole(full), _whole(re.sub(r"\s+", " ", plainer).strip())
    known = content.records.guide.syllables
    return Block(*texts, grade(texts[0], known), grade(texts[1], known))


def _claims(content: Content, text: str) -> str:
    """Return a text with each named claim written out, so that its own references are seen."""

    def said(match: re.Match[str]) -> str:
        record = content.by_id[match[2].partition("#")[0]]
        kinds = ("claims", "silences", "asks", "questions")
        if content.kinds[match[2].partition("#")[0]] not in kinds or match[1]:
            return match[0]
        return str(getattr(record, "say", "") or record.ask)

    return REFERENCE.sub(said, text)


def _whole(text: str) -> str:
    """Return the finished sentences of a block: labels without an end are no sentences."""
    return " ".join(s for s in sentences(text) if s.rstrip('"”’)').endswith((".", "?", "!")))


def page_grade(found: list[Block]) -> PageGrade:
    """Return the grades of a page from its blocks."""
    return PageGrade(total(b.full_grade for b in found), total(b.plainer_grade for b in found))
