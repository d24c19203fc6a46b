"""What our styles leave out of a page, with every fold open: on a phone, on a wide screen, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from conftest import LONG
from helpers.looking import LEFT_OUT

# By page: the parts that are left out on a phone, on a wide screen, and on paper. Nothing else may be.
HIDDEN = {
    "": ("", "", "page-end"),
    "feeling-unwell/": ("paper", "paper", "jumps page-end rules-from summary"),
    "easy-read/": ("", "", ""),
    "my-appointment/": ("paper", "paper", "jumps lead noprint page-end paper print small"),
    "treatments/": ("cell headings of", "cell headings of", "cell headings of picks"),
    "treatments/#pick=prrt+liver-surgery": ("compared row", "compared of row", "compared of picks row"),
    "treatments/targeted-drugs/": ("", "on-page", "folds on-page page-end tools"),
    "treatments/liver-surgery/": ("", "on-page", "folds on-page page-end tools"),
    "after-treatment/": ("", "", "jumps page-end"),
    "living-with-it/": ("", "", "jumps page-end"),
    "understand/who-can-have-surgery/": ("", "", "page-end"),
    "decision-guide/#start": (
        "div paper share thead tree-wide view",
        "div paper share tree-outline view",
        "answers div help share tree-outline view",
    ),
    "decision-guide/#spread-outside": (
        "div li option paper view why",
        "div li option paper view why",
        "a adding div folds li option share summary tools view what why",
    ),
    "figures/": ("", "", ""),
    "clinicians/": ("thead tree-wide", "", ""),
}
SAMPLE = (
    "",
    "feeling-unwell/",
    "treatments/",
    "treatments/targeted-drugs/",
    "decision-guide/#spread-outside",
)


@pytest.mark.parametrize("address", [pytest.param(a, marks=() if a in SAMPLE else LONG) for a in HIDDEN])
def test_these_parts_are_left_out_and_no_others(page: Page, served: str, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + address)
    phone = page.evaluate(LEFT_OUT)
    page.set_viewport_size({"width": 1280, "height": 844})
    wide = page.evaluate(LEFT_OUT)
    page.emulate_media(media="print")
    paper = page.evaluate(LEFT_OUT)
    assert (" ".join(phone), " ".join(wide), " ".join(paper)) == HIDDEN[address]
