"""References: one form, found where it stands and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway.source.references import Reference, blank, scan


def test_every_form_of_a_reference_is_found() -> None:
    text = "A [flat tire][tire], [][patch], [+][patch] and [][leaflet-1998#hole]."
    found = list(scan(text))
    assert [(r.words, r.target, r.record) for r in found] == [
        ("flat tire", "tire", "tire"),
        ("", "patch", "patch"),
        ("+", "patch", "patch"),
        ("", "leaflet-1998#hole", "leaflet-1998"),
    ]
    assert [text[r.start : r.end] for r in found] == [
        "[flat tire][tire]",
        "[][patch]",
        "[+][patch]",
        "[][leaflet-1998#hole]",
    ]


def test_neighbors_are_told_apart() -> None:
    assert [r.target for r in scan("[][a][][b]")] == ["a", "b"]


@pytest.mark.parametrize(
    "text",
    [
        "[words](page.md)",
        "[words]",
        "[words] [id]",
        "[words][]",
        "[words][an id]",
        r"\[words][id]",
        "[two\nlines][id]",
        "[[a]][b c]",
    ],
)
def test_what_is_no_reference_is_left_alone(text: str) -> None:
    assert list(scan(text)) == []
    assert blank(text) == text


def test_a_blanked_text_keeps_its_places() -> None:
    assert blank("a [b][c] d") == "a        d"


_PIECES = st.lists(
    st.sampled_from(["[", "]", "][", "[][a]", "[w][b#c]", "\\", "x", " ", "\n", "#"]), max_size=12
)


@given(_PIECES.map("".join))
def test_blanking_takes_references_away_and_nothing_else(text: str) -> None:
    bare = blank(text)
    assert len(bare) == len(text)
    spans = {at for r in scan(text) for at in range(r.start, r.end)}
    assert all(
        b == t if at not in spans else b == " " for at, (b, t) in enumerate(zip(bare, text, strict=True))
    )


@given(_PIECES.map("".join))
def test_what_is_found_can_be_written_again(text: str) -> None:
    for found in scan(text):
        assert isinstance(found, Reference)
        assert text[found.start : found.end] == f"[{found.words}][{found.target}]"
        assert (found.record and "#" not in found.record) or found.target.startswith("#")
