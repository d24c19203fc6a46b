"""Whatever a text of the data holds, readers see it as it was typed, and nothing runs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from conftest import ROOT
from helpers.html_pages import squeeze
from pathway.source.references import scan, unmark
from pathway.text.environment import environment, escape, escape_text

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "{{ g.content }} {% for x in y %} {# note #}",
    "{ .class #id onclick=alert(1) }",
    "`code` ``more``",
    "**bold** _slanted_ *this* ~~that~~ ^up^",
    "[words](javascript:alert(1)) ![x](y) <https://example.org>",
    "[a]: https://example.org",
    "# no heading",
    "1. no list",
    "12) no list",
    "- no list",
    "+ no list",
    "= no heading",
    ": no definition",
    "::: glossary",
    "a | b | c",
    "&lt;b&gt; &amp; &#60;",
    "back\\slash \\* \\[",
    "$x$ and *[HTML]: no abbreviation",
    "<!-- aside --> no comment <!-- /aside -->",
    "]] ][ [[ ]( )[",
    "---",
    "***",
    "C:\\new",
    "5 < 6 > 4 & 3",
]
_SPACE = re.compile(r"\s+")


@pytest.fixture(scope="module")
def convert():
    """A real conversion with the settings of the project."""
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[], strict=False)
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})


def _shown(convert: Markdown, markdown: str) -> HTMLParser:
    return HTMLParser(f"<main>{convert.reset().convert(markdown)}</main>")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("frame", ["{}", "- {}", "Before {} after", "## {}", "| x |\n|---|\n| {} |", "*{}*"])
def test_hostile_text_is_shown_as_it_is(convert: Markdown, text: str, frame: str) -> None:
    tame = _shown(convert, frame.format("stand-in"))
    page = _shown(convert, frame.format(escape(text)))
    assert _outline(page) == _outline(tame)
    meant = tame.css_first("main").text().replace("stand-in", text)
    assert squeeze(page.css_first("main").text()) == squeeze(meant)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_inside_an_attribute(text: str) -> None:
    node = HTMLParser(f'<p title="{escape(text)}">x</p>').css_first("p")
    assert node.attributes == {"title": text}


@pytest.mark.parametrize("text", HOSTILE)
def test_templates_escape_whatever_they_print(convert: Markdown, text: str) -> None:
    page = _shown(convert, environment().from_string("Before {{ text }}").render(text=text))
    assert _outline(page) == [("p", ())]
    assert squeeze(page.css_first("p").text()) == squeeze(f"Before {text}")


def test_marks_that_turn_the_direction_of_writing_fall_away() -> None:
    marks = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert escape(f"a{marks}b") == "ab"


def test_references_survive_and_their_words_are_escaped() -> None:
    text = escape_text("<b> [flat <i> tire][tire] [+][patch] [][leaflet-1998#hole]")
    assert [(r.words, r.target) for r in scan(text)] == [
        ("flat &#60;i&#62; tire", "tire"),
        ("+", "patch"),
        ("", "leaflet-1998#hole"),
    ]
    assert text.startswith("&#60;b&#62; [")


def test_references_in_what_is_no_text_are_shown_as_they_are() -> None:
    assert not list(scan(escape("<b> [flat tire][tire] [][leaflet-1998#hole]")))


def test_an_undefined_name_in_a_template_is_an_error() -> None:
    with pytest.raises(Exception, match="'nobody' is undefined"):
        environment().from_string("{{ nobody }}").render()


@given(st.text(st.sampled_from("<>&\"'`*_{}[]()~^|\\$#:-+=.1a !/%\n\u202e"), max_size=30))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    if any(scan(text)):
        text = text.replace("][", "] [")
    page = _shown(
        Markdown(extensions=["attr_list", "md_in_html", "sane_lists", "tables"]), f"x{escape(text)}x"
    )
    meant = _SPACE.sub(" ", text.replace("\u202e", ""))
    assert _outline(page) == [("p", ())]
    assert _SPACE.sub(" ", page.css_first("p").text()) == f"x{meant}x"


def _outline(page: HTMLParser) -> list[tuple[str, tuple[str, ...]]]:
    """Return every element with the names of its attributes, without the ids of headings."""
    nodes = page.css("main *")
    return [(n.tag, tuple(sorted({*n.attributes} - {"id"}))) for n in nodes]


def test_a_number_to_call_is_a_link_and_nothing_else_is(convert: Markdown) -> None:
    said = "UK: {tel:0808 808 00 00}. US: {tel:+1-800-227-2345}, in {4 to 8 weeks}. {tel:nobody} {tel:1](x)}"
    shown = _shown(convert, escape_text(said))
    links = [(node.text(), node.attributes["href"]) for node in shown.css("a")]
    assert links == [("0808 808 00 00", "tel:08088080000"), ("+1-800-227-2345", "tel:+18002272345")]
    assert squeeze(shown.text()) == (
        "UK: 0808 808 00 00. US: +1-800-227-2345, in 4 to 8 weeks. {tel:nobody} {tel:1](x)}"
    )
    assert unmark("at {tel:1300 287 363}, {2} days") == "at 1300 287 363, 2 days"
