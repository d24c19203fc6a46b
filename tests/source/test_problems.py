"""Messages: one line each, sorted by place, with the nearest known word."""

from __future__ import annotations

import pytest

from pathway.source.problems import ContentError, Problem, nearest


def test_a_problem_is_one_line_that_an_editor_can_jump_to() -> None:
    problem = Problem("docs/a.md", 3, 7, "prose", "what is wrong")
    assert str(problem) == "docs/a.md:3:7: prose: what is wrong"


def test_problems_are_sorted_by_file_line_and_column_as_numbers() -> None:
    places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 9, 12), ("a.md", 9, 2)]
    error = ContentError(Problem(file, line, column, "x", "y") for file, line, column in places)
    assert [(p.file, p.line, p.column) for p in error.problems] == sorted(places)
    assert str(error) == "a.md:9:2: x: y\na.md:9:12: x: y\na.md:10:1: x: y\nb.md:1:1: x: y"


def test_the_same_problem_is_told_once() -> None:
    assert len(ContentError([Problem("a", 1, 1, "x", "y")] * 3).problems) == 1


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("patc", "; did you mean 'patch'?"),
        ("sealent", "; did you mean 'sealant'?"),
        ("patch", "; did you mean 'patch'?"),
        ("", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_is_named_only_where_it_is_near(word: str, hint: str) -> None:
    assert nearest(word, ["patch", "new-tube", "sealant"]) == hint


def test_nothing_is_near_to_nothing_known() -> None:
    assert nearest("patch", ()) == ""
