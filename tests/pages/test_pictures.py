"""Pictures: what the file may hold, what a picture is made of, and what must exist for one to be shown."""

import pytest
from markupsafe import Markup

from pathway.text.drawing import Drawings

FILE = """
<g id="part--wheel"><circle r="50"/></g>
<symbol id="picture--patch" viewBox="0 0 120 120"><use href="#part--wheel" transform="scale(2)"/><text>Air</text></symbol>
<symbol id="picture--bike" viewBox="0 0 9 9"><use href="#picture--patch"/></symbol>
"""


def test_a_picture_holds_all_that_it_is_made_of() -> None:
    drawing = Drawings(FILE).draw("picture--patch")
    assert drawing.box == "0 0 120 120"
    assert drawing.inside == Markup('<g transform="scale(2)"><circle r="50" /></g><text>Air</text>')


def test_parts_of_parts_are_there_too() -> None:
    inside = Drawings(FILE).draw("picture--bike").inside
    assert inside == '<g><g transform="scale(2)"><circle r="50" /></g><text>Air</text></g>'


def test_symbols_stand_once_each() -> None:
    found = Drawings(FILE).symbols(["picture--patch", "picture--bike", "picture--patch"])
    assert found.count("<symbol") == 2
    assert found.startswith('<symbol id="picture--patch" viewBox="0 0 120 120"><g transform="scale(2)">')


def test_a_picture_that_does_not_exist() -> None:
    with pytest.raises(KeyError, match="picture--train"):
        Drawings(FILE).draw("picture--train")
