"""What the stylesheets name is there: a value that nobody gives is dropped by the browser without a word."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from helpers.editing import ROOT

SHEETS = [
    *sorted(chain(ROOT.glob("docs/assets/*.css"), ROOT.glob("hooks/pathway/templates/*.css.j2"))),
    ROOT / "booklet/paper.css",
]
_GIVEN = re.compile(r"(?<![\w(-])(--[\w-]+)\s*:")
_TAKEN = re.compile(r"var\(\s*(--[\w-]+)")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_value_that_a_style_takes_is_given_by_a_style(sheet) -> None:
    given = {name for path in SHEETS for name in _GIVEN.findall(path.read_text("utf-8"))}
    assert sorted({*_TAKEN.findall(sheet.read_text("utf-8"))} - given) == []


def test_every_value_of_our_own_is_taken() -> None:
    words = "".join(path.read_text("utf-8") for path in SHEETS)
    assert (
        sorted(
            {name for name in _GIVEN.findall(words) if not name.startswith("--md-")}
            - {*_TAKEN.findall(words)}
        )
        == []
    )
