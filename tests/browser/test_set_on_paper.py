"""How paper is set: what may not be torn, where a new sheet begins, what keeps its color, and room to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

# By page: a place, a property, and what it must be there on paper.
SET = {
    "feeling-unwell/": {
        (".sign:not(:has(.first-aid))", "break-inside", "avoid"),
        (".sign:has(.first-aid)", "break-inside", "auto"),  # longer than what is left of a column
        (".sign h2", "break-after", "avoid"),
        (".sign .rules > li", "break-inside", "avoid"),
        (".first-aid li", "break-inside", "avoid"),
        (".with-treatments .folds > details", "break-inside", "avoid"),
        (".signs", "break-after", "page"),
        (".urgent", "print-color-adjust", "exact"),
        (".by-phone", "print-color-adjust", "exact"),
        (".level.ambulance", "print-color-adjust", "exact"),
        (".fields span", "border-bottom-style", "solid"),
    },
    "decision-guide/#spread-outside": {
        (".view:has(:target) .option", "break-inside", "avoid"),
        (".view:has(:target) h3", "break-after", "avoid"),
        (".warns", "break-inside", "avoid"),
        (".warns", "border-top-style", "solid"),
        (".chosen > div", "break-inside", "avoid"),
        (".lines i", "display", "block"),
        (".lines i", "height", "26.4531px"),
        (".lines i", "border-bottom-style", "solid"),
        (".tree", "break-inside", "avoid"),
    },
    "my-appointment/": {
        (".to-ask h2", "break-after", "avoid"),
        (".asks li", "break-inside", "avoid"),
        (".values fieldset", "break-inside", "avoid"),
        (".fields span", "border-bottom-style", "solid"),
        (".lines i", "display", "block"),
        (".lines i", "height", "26.6562px"),
    },
    "treatments/liver-surgery/": {
        (".treatment h2", "break-after", "avoid"),
        (".treatment h3", "break-after", "avoid"),
        (".points > li", "break-inside", "avoid"),
    },
    "treatments/#pick=prrt+liver-surgery": {
        (".compared", "break-inside", "avoid"),
        (".beside", "overflow-x", "visible"),
    },
    "easy-read/": {(".easy h2", "break-after", "avoid"), (".easy li", "break-inside", "avoid")},
    "figures/": {
        (".fold > summary", "break-after", "avoid"),
        (".figure", "break-inside", "avoid"),
    },
    "not-said/": {(".entry", "break-inside", "avoid")},
    "clinicians/since-2002/": {(".pair", "break-inside", "avoid"), (".pair details", "break-inside", "auto")},
}
_STYLE = """([place, property]) => {
    const values = [...document.querySelectorAll(place)].map(one => getComputedStyle(one).getPropertyValue(property));
    return [...new Set(values)].join(" and ");
}"""


@pytest.mark.parametrize("address", SET)
def test_what_belongs_together_stays_together_on_paper(page: Page, served: str, address: str) -> None:
    page.goto(served + address)
    page.emulate_media(media="print")
    wanted = sorted(SET[address])
    found = [(place, property, page.evaluate(_STYLE, [place, property])) for place, property, _ in wanted]
    assert found == wanted


def _sheets(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each sheet, in points."""
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(float(width), float(height)) for width, height in boxes]


def test_what_is_compared_is_printed_on_a_broad_sheet_and_a_treatment_on_a_high_one(
    page: Page, served: str
) -> None:
    for address, broad in (
        ("treatments/#pick=prrt+liver-surgery", True),
        ("treatments/liver-surgery/", False),
        ("feeling-unwell/", False),
        ("my-appointment/", False),
    ):
        page.goto(served + address)
        sheets = _sheets(page.pdf(prefer_css_page_size=True))
        assert sheets, address
        assert {width > height for width, height in sheets} == {broad}, address


# Room around the words of a sheet, by its name; the last rule for sheets without a name counts. The theme's is 25 mm.
_MARGINS = """() => {
    const found = {};
    const walk = rules => [...rules].forEach(rule => {
        if (rule.type === CSSRule.PAGE_RULE) found[rule.selectorText] = rule.style.margin;
        else if (rule.cssRules) walk(rule.cssRules);
    });
    [...document.styleSheets].forEach(sheet => walk(sheet.cssRules));
    return found;
}"""


def test_the_sheets_of_each_kind_have_their_own_margins(page: Page, served: str) -> None:
    page.emulate_media(media="print")
    for address, name, margins in (
        ("feeling-unwell/", "unwell", {"": "25mm", "unwell": "0.7cm 1cm"}),
        ("my-appointment/", "appointment", {"": "25mm", "appointment": "1.5cm"}),
        ("treatments/", "beside", {"": "25mm", "beside": "12mm"}),
        ("decision-guide/", "auto", {"": "14mm"}),
    ):
        page.goto(served + address)
        assert page.evaluate("getComputedStyle(document.body).page") == name, address
        assert page.evaluate(_MARGINS) == margins, address


def test_the_one_file_has_blue_links_and_tables_with_lines(page: Page, second: Path) -> None:
    (file,) = (second.parent / "dist").glob("*.html")
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto(file.as_uri())
    assert page.evaluate(_STYLE, ["#contents a", "color"]) == "rgb(18, 69, 122)"
    assert page.evaluate(_STYLE, [".leaf", "border-top-color"]) == "rgb(18, 69, 122)"
    assert page.evaluate(_STYLE, ["table:not(.adding-table) :is(td, th)", "border-top-style"]) == "solid"
    page.emulate_media(media="print")
    assert page.evaluate(_STYLE, [".leaf", "break-before"]) == "page"
