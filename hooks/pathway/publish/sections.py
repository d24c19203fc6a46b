"""The text of a finished page, section by section, as search knows it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
_UNREAD = {"button", "figure", "nav", "script", "style", "svg", "template"}
_BLOCKS = {"article", "dd", "div", "dt", "h4", "h5", "h6", "li", "p", "section", "td", "th"}
_LEFT_OUT = {"data-search-exclude", "hidden"}
_MARKS = {"cite", "paper"}  # the numbers of sources, and what is for print alone
_HEADINGS = {"h1": 1, "h2": 2, "summary": 2, "h3": 3}


@dataclass
class Section:
    """A heading with what stands under it. `place` is its id, empty for the head of the page."""

    place: str
    level: int
    words: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    under: str = ""

    @property
    def heading(self) -> str:
        """The words of the heading."""
        return _plain(self.words)

    @property
    def text(self) -> str:
        """What stands under the heading, up to the next one."""
        return _plain(self.parts)


Read = dict[str, tuple[str, list[Section]]]  # the address and the sections of each page by its path


def sections_of(html: str) -> list[Section]:
    """Return the sections of a page: its head, then one for each heading below it and each fold with an id.

    Pictures with their captions, marks of sources, controls, and all that is hidden or has
    `data-search-exclude` are left out; of a heading with it, the whole section.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    above = ""
    for section in reader.found:
        if section.level == 2:
            above = section.heading
        section.under = above if section.level == 3 else ""
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = [Section("", 1)]
        self._open: list[tuple[str, bool]] = []  # each open tag, and whether its text is left out
        self._heading = False
        self._skipped = False  # the section of a heading that is left out
        self._fold = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        out = self._is_out() or tag in _UNREAD or bool(_LEFT_OUT & given.keys())
        out |= given.get("aria-hidden") == "true" or bool(_MARKS & {*(given.get("class") or "").split()})
        if tag in _BLOCKS:
            self.found[-1].parts.append(" ")
        if tag == "details":
            self._fold = given.get("id") or ""
        out |= tag == "summary" and not self._fold
        if tag in ("h2", "h3"):
            self._skipped = out and not self._is_out()
        if tag in _HEADINGS and not out:
            place = self._fold if tag == "summary" else given.get("id") or ""
            if tag != "h1" and place:
                self.found.append(Section(place, _HEADINGS[tag]))
                self._skipped = False
            self._heading = tag == "h1" or bool(place)
        if tag not in VOID:
            self._open.append((tag, out))

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._heading = False
        while any(name == tag for name, _ in self._open) and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._is_out() and not self._skipped:
            section = self.found[-1]
            (section.words if self._heading else section.parts).append(data)

    def _is_out(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def _plain(parts: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(parts).replace("\u00ad", "")).strip()
