"""A mistake of YAML in an editor's words: the record, the line of the slip, what to do, and a caret."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .problems import Problem, caret

_KEY = re.compile(r"( *)(?:- +)*(\w[\w-]*)(:(?=\s|$))?")
_VALUE = re.compile(r"^\s*(?:- +)*(?:[\w-]+:\s+)?|[{,] *[\w-]+:\s+|[\[,] *(?=[*&@`%!|>?])")
_SIGNS = "[]{}*&@`%!|>?-#,:"
ENDS = "; is the file cut off?"
Slip = tuple[int, int, str]


def explain(file: str, text: str, error: yaml.MarkedYAMLError, loader: Any) -> Problem:
    """Return what a reader of YAML stumbled over, as the slip that it comes from."""
    lines = [*text.split("\n"), ""]
    return slip(file, lines, *_slip(text, lines, error, loader))


def slip(file: str, lines: list[str], number: int, column: int, what: str) -> Problem:
    """Return what is wrong at a place of a file, counted from 0: with the record, the line and a caret."""
    record = _record(lines, number, "missing" in what) or "YAML"
    return Problem(file, number + 1, column + 1, record, what, caret(lines[number], column))


def _slip(text: str, lines: list[str], error: yaml.MarkedYAMLError, loader: Any) -> Slip:
    said, mark = str(error.problem), error.problem_mark or error.context_mark
    if mark is None:
        return 0, 0, said
    at, start = (mark.line, mark.column), error.context_mark or mark
    begin, line = (start.line, start.column), lines[mark.line]
    ends = ENDS if not text[mark.index :].strip() else ""
    if "document" in said or "nested" in said:
        return *at, "a second document begins here: take the line out" if "document" in said else said
    for quote in _open_quotes(text, mark.index, loader):
        return *quote, "a quote opens here and is not closed: close it where the text ends"
    if "quoted scalar" in str(error.context):
        return *begin, f"a quote opens here and is not closed: close it where the text ends{ends}"
    for number in (at[0], begin[0]):
        if tab := re.match(r" *\t", lines[number]):
            return number, tab.end() - 1, "a tab: indent with spaces"
    if "could not find expected ':'" in said:
        return *begin, f"a colon is missing after this key{ends}"
    column = max((m.end() for m in _VALUE.finditer(line, 0, at[1] + 1)), default=0)
    sign = line[column : column + 1]
    if sign in "“”„‘’" and sign:
        return at[0], column, "curly quotes do not hold a text: put straight ones, \" or '"
    if "flow" in str(error.context) and begin[0] < at[0] and _left(line) <= _left(lines[begin[0]]):
        if comment := re.search(r"\s#", lines[begin[0]]):
            return begin[0], comment.end() - 1, "'#' begins a comment: put the text in quotes"
        return *begin, f"'{lines[begin[0]][begin[1]]}' opens here and is not closed{ends}"
    if sign in "\"'" and sign:
        return *at, "the text goes on after its closing quote: put all of it in quotes, or a comma between"
    if sign in _SIGNS and sign:
        return at[0], column, f"a text that begins with '{sign}' must stand in quotes"
    if "flow" in str(error.context):
        return *at, "': ' inside a text: put the text in quotes; or a comma is missing before the key"
    if "mapping values" in said:
        if re.search(r":\s", line[: at[1]]):
            return *at, "': ' inside a text: put the whole text in quotes"
        above = max((n for n in range(at[0]) if lines[n].strip()), default=at[0])
        return above, len(lines[above].rstrip()), "a colon and a space are missing in this line"
    if "expected key" in said or "expected '-'" in said:
        return *at, "indented otherwise than the lines around it: put it below its neighbours"
    return *at, " ".join(part for part in (error.context, said) if part)


def _open_quotes(text: str, until: int, loader: Any) -> Iterator[tuple[int, int]]:
    """Yield where quotes open that end lines below, in the middle of a word."""
    try:
        for token in yaml.scan(text, Loader=loader):
            if token.start_mark.index > until:
                return
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                start, end = token.start_mark, token.end_mark
                if start.line < end.line and not re.match(r"[\s,:}\]]|$", text[end.index :]):
                    yield start.line, start.column
    except yaml.YAMLError:
        return


def _left(line: str) -> int:
    return len(line.expandtabs()) - len(line.expandtabs().lstrip())


def _record(lines: list[str], number: int, bare: bool) -> str:
    """Return the keys that lead to a line, told by their indentation; its own may be `bare`."""
    keys: list[str] = []
    left = _left(lines[number]) + 1
    for line in reversed(lines[: number + 1]):
        key = _KEY.match(line.expandtabs())
        own = left == _left(lines[number]) + 1
        if line.strip() and _left(line) < left and (own or (key and key[3])):
            keys[:0] = [key[2]] if key and (key[3] or bare) else []
            left = _left(line)
    return " > ".join(keys)
