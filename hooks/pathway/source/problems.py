"""What is wrong with the content, and where: the only kind of error an editor ever sees."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from .positions import KeyPath

T = TypeVar("T")
_WIDE = 50  # letters that are shown before and after a mistake


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the content.

    `file` is relative to the project, `line` and `column` count from 1, `where` names the
    record and field in words, `message` says what is wrong and what was meant. `shown` holds the
    line with a caret below it, where that helps.
    """

    file: str
    line: int
    column: int
    where: str
    message: str
    shown: str = ""

    def __str__(self) -> str:
        said = f"{self.file}:{self.line}:{self.column}: {self.where}: {self.message}"
        lines = [said, *self.shown.split("\n")]
        kept = ("".join(c if c.isprintable() else repr(c)[1:-1] for c in line) for line in lines)
        return "\n".join(kept).rstrip("\n")  # each in its line, whatever is quoted


def caret(line: str, column: int) -> str:
    """Return a line with a caret below a place of it, counted from 0."""
    left = max(0, column - _WIDE)
    return f"    {line.replace(chr(9), ' ')[left : column + _WIDE]}\n    {' ' * (column - left)}^"


# What a check yields: a problem, or (path, message, fragment) for a place of the data file.
Found = Problem | tuple[KeyPath, str] | tuple[KeyPath, str, str]


class ContentError(Exception):
    """Every problem of one reading of the content, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def repeated(items: Iterable[tuple[object, T]]) -> Iterator[tuple[T, T]]:
    """Yield (first, again) for each value of (key, value) whose key came before."""
    first: dict[object, T] = {}
    for key, value in items:
        if key in first:
            yield first[key], value
        first.setdefault(key, value)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'x'?" for the known word nearest to `word`, or an empty string."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{found[0]}'?" if found else ""
