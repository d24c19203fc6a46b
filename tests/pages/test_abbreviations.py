"""Letters that stand for words: at their first use on a page for readers, the words stand beside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from helpers.html_pages import pages, squeeze

# Lists of names, of sources and of changes, and pages for clinicians: there each letter is a name to look for.
LISTS = ("base-source/", "clinicians/", "figures/", "sources/", "glossary/", "changes/", "about/")
KNOWN = {
    "US",
    "UK",
    "KB",
    "B12",
    "SIR",
    "LAR",
}  # read as words: countries, a size, a vitamin, parts of brands
# Titles, what is said aloud, and the other names below a title that is written out.
ASIDE = (
    "h1, .paper-title, .say, .names, .meaning, .sources, .words, .cite, cite, svg, script, style, [hidden]"
)
LETTERS = re.compile(r"(?<![\w-])[A-Za-z]*[A-Z][A-Z0-9]+(?=s?\b)(?!-[a-z])")


def first_uses(text: str) -> dict[str, int]:
    """Return where each abbreviation stands first in a text."""
    found: dict[str, int] = {}
    for match in LETTERS.finditer(text):
        if match[0] not in KNOWN:
            found.setdefault(match[0], match.start())
    return found


def written_out(text: str, letters: str, at: int) -> bool:
    """Say whether words stand beside the letters: 'words (AB)', 'AB (words)', 'AB scan (words)' or 'called AB'."""
    named = re.match(r"[\w, ]* are other names for ", text[at:])
    before, after = text[:at], text[at + len(letters) :]
    inside = re.search(r"[a-z]{3} ?\((?:[^()]*[ /])?$", before) and re.match(r"s?[^()]*\)", after)
    return bool(inside or re.match(r"s?(?: scan)? ?\([a-z]+ ", after) or before.endswith(" called ") or named)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a medicine (CAPTEM) helps", True),
        ("PRRT (lutetium drip)", True),
        ("an MRI scan (magnetic resonance imaging)", True),
        ("a hormone called VIP", True),
        ("the enzyme DPD", False),
        ("Ask for an MRI scan.", False),
        ("(MRI)", False),
        ("says ASCO (2023)", False),
    ],
)
def test_words_beside_letters_are_seen(text: str, told: bool) -> None:
    ((letters, at),) = first_uses(text).items()
    assert written_out(text, letters, at) is told


def test_each_abbreviation_is_written_out_where_a_page_first_uses_it(built: Path) -> None:
    bare, seen = [], set[str]()
    for page in pages(built):
        name = page.relative_to(built).as_posix().removesuffix("index.html")
        if name.startswith(LISTS):
            continue
        copy = HTMLParser(page.read_text("utf-8")).css_first("article")
        below_title = " ".join(node.text() for node in copy.css(".names"))
        for node in copy.css(ASIDE):
            node.decompose()
        text = squeeze(copy.text(separator=" ")).replace("( ", "(").replace(" )", ")")
        for letters, at in first_uses(text).items():
            seen.add(letters)
            if letters not in below_title and not written_out(text, letters, at):
                bare.append(f"{name or 'home'}: {text[max(0, at - 50) : at + 40]}")
    assert {"PRRT", "CAPTEM", "CT", "MRI", "DPD", "NEC"} <= seen
    assert bare == []
