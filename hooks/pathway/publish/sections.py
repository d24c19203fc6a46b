"""The text of a finished page, section by section, as search knows it."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCKS = {"article", "dd", "div", "dt", "h4", "h5", "h6", "li", "p", "section", "td", "th"}
_HEADINGS = {"h1": 1, "h2": 2, "summary": 2, "h3": 3}
# No text of the page; the numbers of sources, and what is for print alone.
_LEFT_OUT = (
    "button, figure, nav, script, style, svg, template, [data-search-exclude], [hidden],"
    "[aria-hidden=true], .cite, .paper, details:not([id]) > summary"
)


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
    page = LexborHTMLParser(f"<!doctype html>{html}")
    found = [Section("", 1)]
    if page.root:
        _read(page.root, found, {node.mem_id for node in page.css(_LEFT_OUT)})
    above = ""
    for section in found:
        if section.level == 2:
            above = section.heading
        section.under = above if section.level == 3 else ""
    return [section for section in found if section.level]


def _read(node: LexborNode, found: list[Section], left_out: set[int], heading: bool = False) -> None:
    """Add what stands in a node to the last section found, and each section that begins in it."""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag in _BLOCKS:
            found[-1].parts.append(" ")
        if child.mem_id in left_out:
            if tag in ("h2", "h3"):
                found.append(Section("", 0))  # what stands under it goes with it
        elif child.is_text_node:
            (found[-1].words if heading else found[-1].parts).append(child.text_content or "")
        elif tag in _HEADINGS:
            place = ((tag == "summary" and child.parent) or child).attributes.get("id")
            if tag != "h1" and place:
                found.append(Section(place, _HEADINGS[tag]))
            _read(child, found, left_out, tag == "h1" or bool(place))
        else:
            _read(child, found, left_out, heading)


def _plain(parts: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(parts).replace("\u00ad", "")).strip()
