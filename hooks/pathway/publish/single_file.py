"""The whole guide in one HTML file: every page a section, every inner link a fragment."""

import posixpath
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from ..pages.site import Site
from .html import elements

# Of no use in one long page, and heavy: its own policy sends no referrer.
_DROPPED = frozenset(("title", "data-search-exclude", "aria-describedby", "focusable", "rel"))
_SKIPPED = "[class=meaning], [class='aside used-on']"  # what the same file holds at another place
ELSEWHERE = "not-in-this-file"  # where links lead whose pages the file leaves out


class Section(NamedTuple):
    """One built page: its `file` in the site, id and title, its whole HTML, and if it is for who checks."""

    file: str
    id: str
    title: str
    text: str
    appendix: bool


# The id of each page's section by file, and what stands before its other ids.
Known = dict[str, tuple[str, str]]


def prefix(place: int) -> str:
    """Return what stands before the other ids of the page at a place: short, for it stands often."""
    return f"p{place}-"


def article(section: Section, known: Known) -> str:
    """Return the inner HTML of a page's article, with the ids and links of the one file."""
    inside = LexborHTMLParser(section.text).css_first("article.md-content__inner")
    if not inside:
        return ""
    for skipped in inside.css(_SKIPPED):
        skipped.decompose()
    for node in elements(inside):
        for name, value in node.attributes.items():
            if name in _DROPPED:
                del node.attrs[name]
            elif value or name == "href":
                node.attrs[name] = _attribute(section, known, node.tag, name, value or "")
    return (inside.inner_html or "").strip()


def _attribute(section: Section, known: Known, tag: str | None, name: str, value: str) -> str:
    """Return the value of an attribute in the one file."""
    own = known[section.file][1]
    if name in ("id", "for", "aria-labelledby"):
        return " ".join(own + part for part in value.split())
    if name == "href":
        return f"#{own}{value[1:]}" if tag == "use" else _link(section, known, value)
    if name in ("fill", "clip-path") and value.startswith("url(#"):
        return f"url(#{own}{value[5:]}"
    return own + value if name == "name" and tag == "input" else value


def _link(section: Section, known: Known, target: str) -> str:
    """Return where a link leads in the one file."""
    file, _, fragment = target.partition("#")
    if ":" in file:
        return target
    own = section.file
    page = posixpath.normpath(posixpath.join(posixpath.dirname(own), file)) if file else own
    if page not in known:
        return f"#{ELSEWHERE}"
    if fragment.startswith("~"):
        return f"#{fragment}"
    id, before = known[page]
    return f"#{before}{fragment}" if fragment else f"#{id}"


def single_file(sections: list[Section], site: Site, left_out: list[str], styles: str, scripts: str) -> str:
    """Return the one file, with `styles` and `scripts` inside. It names the pages that are `left_out`."""
    known = {section.file: (section.id, prefix(place)) for place, section in enumerate(sections)}
    parts = [(section, article(section, known)) for section in sections]
    told = {"edition": site.edition, "title": site.content.records.guide.title, "elsewhere": ELSEWHERE}
    template = site.environment.get_template("single-file.html.j2")
    return template.render(parts=parts, left_out=left_out, styles=styles, scripts=scripts, **told)
