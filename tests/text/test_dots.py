"""Marks for people: never another number than the words, at both ends of a range."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers.html_pages import tree
from pathway.records.content import Content
from pathway.text.dots import Dots, dots


def drawn(value: str, to: str | None = None, bound: str = "exactly") -> tuple[int, int, int] | None:
    """Return full and ringed marks, and of how many, for a figure that counts people."""
    found = dots(SimpleNamespace(show="people", value=value, to=to, bound=bound))  # type: ignore[arg-type]
    return found and (found.full, found.ringed, found.total)


@pytest.mark.parametrize(
    ("value", "to", "bound", "marks"),
    [
        ("0", None, "exactly", (0, 0, 1000)),
        ("0.01", None, "exactly", (1, 0, 1000)),
        ("0.1", None, "exactly", (1, 0, 1000)),
        ("0.4", None, "about", (4, 0, 1000)),
        ("0.15", "0.23", "about", (2, 1, 1000)),
        ("0.1", "0.6", "about", (1, 5, 1000)),
        ("0.5", "1.2", "exactly", (1, 1, 100)),
        ("1", None, "exactly", (1, 0, 100)),
        ("2.5", None, "exactly", (3, 0, 100)),
        ("3.5", None, "exactly", (4, 0, 100)),
        ("20", "80", "exactly", (20, 60, 100)),
        ("6.1", "6.2", "exactly", (6, 1, 100)),
        ("99.6", None, "exactly", (99, 0, 100)),
        ("50", "99.9", "exactly", (50, 49, 100)),
        ("100", None, "exactly", (100, 0, 100)),
        ("50", None, "up to", (0, 50, 100)),
        ("2", None, "fewer than", (0, 2, 100)),
    ],
)
def test_marks_say_the_number(value: str, to: str | None, bound: str, marks: tuple[int, int, int]) -> None:
    assert drawn(value, to, bound) == marks


def test_a_path_has_a_mark_for_each() -> None:
    drawn = Dots(3, 12, 100)
    assert drawn.path("full") == "M5 5h20.01"
    assert drawn.path("ringed") == "M35 5h60.01M5 15h40.01"
    dashes = {kind: re.findall(r"h(\d*)\.01", drawn.path(kind)) for kind in ("full", "ringed", "empty")}
    count = {kind: sum(int(length or 0) // 10 + 1 for length in rows) for kind, rows in dashes.items()}
    assert count == {"full": 3, "ringed": 12, "empty": 85}
    assert Dots(0, 0, 1000).path("full") == ""


def test_shares_and_amounts_have_no_marks() -> None:
    for show in ("share", "amount"):
        figure = SimpleNamespace(show=show, value="50", to=None, bound="about")
        assert dots(figure) is None  # type: ignore[arg-type]


def test_every_drawn_figure_has_the_marks_of_both_its_ends(content: Content, built: Path) -> None:
    page, wrong, seen = tree(built / "figures/index.html"), [], 0
    for id, figure in content.records.figures.items():
        paths = page.css(f'[id="{id}"] svg.dots path')
        assert bool(paths) == (figure.show == "people"), id
        if not paths:
            continue
        seen += 1
        rows = {p.attributes["class"]: re.findall(r"h(\d*)\.01", p.attributes["d"] or "") for p in paths}
        count = {kind: sum(int(row or 0) // 10 + 1 for row in found) for kind, found in rows.items()}
        full, ringed = count.get("full", 0), count.get("ringed", 0)
        low, high = Decimal(str(figure.value)), Decimal(str(figure.to or figure.value))
        of = 1000 if high < 1 else 100
        ends = [int((end * of / 100).to_integral_value(ROUND_HALF_UP)) for end in (low, high)]
        ends = [
            min(max(end, end_ > 0), of - (end_ < 100)) for end, end_ in zip(ends, (low, high), strict=True)
        ]
        upper = figure.bound in ("up to", "as many as", "fewer than", "less than")
        meant = (0, ends[1]) if upper else (ends[0], max(ends[1] - ends[0], int(high > low)))
        if (full, ringed, sum(count.values())) != (*meant, of):
            wrong.append((id, full, ringed, meant))
    assert seen > 80
    assert wrong == []
