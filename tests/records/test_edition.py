"""An edition is known by its words: each file that readers' words come from counts, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from helpers.editing import Copy
from pathway.records.content import read_folder


def _edition(guide: Copy) -> str:
    return read_folder(guide.root / "docs").hash


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/pathway.yml", "The glue takes time to dry.", "The glue takes days to dry."),
        ("docs/after.md", "What is usual afterwards.", "What is rare afterwards."),
        ("docs/treatments/index.md", "# Compare", "# Choose"),
        ("docs/pictures.svg", 'r="50"', 'r="40"'),
    ],
)
def test_a_changed_word_makes_another_edition(copy: Copy, file: str, old: str, new: str) -> None:
    before = _edition(copy)
    copy.replace(old, new, file)
    assert _edition(copy) != before, f"{file}: the same edition after {new!r}"


def test_a_review_makes_another_edition(copy: Copy) -> None:
    before = _edition(copy)
    (copy.root / "docs/reviews").mkdir(exist_ok=True)
    copy.write("docs/reviews/2024-01-31.txt", "0123456789abcdef\n")
    assert _edition(copy) != before


def test_equal_words_are_one_edition_wherever_they_lie_and_however_they_look(
    guide: Callable[[], Copy],
) -> None:
    one, other = guide(), guide()
    other.write("docs/assets/own.css", "p { color: red; }")
    assert _edition(other) == _edition(one)
