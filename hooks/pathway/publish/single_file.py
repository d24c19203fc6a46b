"""The whole guide in one HTML file: every page a section, every inner link a fragment."""

import html
import posixpath
from html.parser import HTMLParser
from typing import NamedTuple

from ..pages.site import Site
from .sections import VOID

# Of no use in one long page, and heavy: its own policy sends no referrer.
_DROPPED = frozenset(("title", "data-search-exclude", "aria-describedby", "focusable", "rel"))
_SKIPPED = ("meaning", "aside used-on")  # what the same file holds at another place
ELSEWHERE = "not-in-this-file"  # where links lead whose pages the file leaves out


class Section(NamedTuple):
    """One built page: its `file` in the site, id and title, its whole HTML, and if it is for who checks."""

    file: str
    id: str
    title: str
    text: str
    appendix: bool


def prefix(place: int) -> str:
    """Return what stands before the other ids of the page at a place: short, for it stands often."""
    return f"p{place}-"


class _Article(HTMLParser):
    """Takes the article out of a page and makes its ids and links those of the single file."""

    def __init__(self, section: Section, known: dict[str, tuple[str, str]]) -> None:
        super().__init__(convert_charrefs=True)
        self.section, self.known, self.own = section, known, known[section.file][1]
        self.out: list[str] = []
        self.depth = self.skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipped or (self.depth and dict(attrs).get("class") in _SKIPPED):
            self.skipped += tag not in VOID
        elif self.depth:
            self._open(tag, attrs)
            self.depth += tag not in VOID
        elif tag == "article" and "md-content__inner" in (dict(attrs).get("class") or ""):
            self.depth = 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth:
            self._open(tag, attrs, "/")

    def _open(self, tag: str, attrs: list[tuple[str, str | None]], end: str = "") -> None:
        fresh = [self._attribute(tag, name, value) for name, value in attrs if name not in _DROPPED]
        self.out.append(f"<{' '.join([tag, *fresh])}{end}>")

    def _attribute(self, tag: str, name: str, value: str | None) -> str:
        if value is None:
            return name
        own = self.own
        if name in ("id", "for", "aria-labelledby"):
            value = " ".join(own + part for part in value.split())
        elif name == "href" and tag == "use":
            value = f"#{own}{value[1:]}"
        elif name == "href":
            value = self._link(value)
        elif name in ("fill", "clip-path") and value.startswith("url(#"):
            value = f"url(#{own}{value[5:]}"
        elif name == "name" and tag == "input":
            value = own + value
        return f'{name}="{html.escape(value)}"'

    def _link(self, target: str) -> str:
        file, _, fragment = target.partition("#")
        if ":" in file:
            return target
        own = self.section.file
        page = posixpath.normpath(posixpath.join(posixpath.dirname(own), file)) if file else own
        if page not in self.known:
            return f"#{ELSEWHERE}"
        if fragment.startswith("~"):
            return f"#{fragment}"
        id, before = self.known[page]
        return f"#{before}{fragment}" if fragment else f"#{id}"

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif self.depth:
            self.depth -= 1
            if self.depth:
                self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.depth and not self.skipped:
            self.out.append(html.escape(data, quote=False))


def article(section: Section, known: dict[str, tuple[str, str]]) -> str:
    """Return the inner HTML of a page's article, with the ids and links of the one file.

    `known` holds the id of each page's section by file, and what stands before its other ids.
    """
    parser = _Article(section, known)
    parser.feed(section.text)
    parser.close()
    return "".join(parser.out).strip()


def single_file(sections: list[Section], site: Site, left_out: list[str], styles: str, scripts: str) -> str:
    """Return the one file, with `styles` and `scripts` inside. It names the pages that are `left_out`."""
    known = {section.file: (section.id, prefix(place)) for place, section in enumerate(sections)}
    parts = [(section, article(section, known)) for section in sections]
    told = {"edition": site.edition, "title": site.content.records.guide.title, "elsewhere": ELSEWHERE}
    template = site.environment.get_template("single-file.html.j2")
    return template.render(parts=parts, left_out=left_out, styles=styles, scripts=scripts, **told)
