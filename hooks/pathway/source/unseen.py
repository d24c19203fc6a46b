"""What is whole for a parser and meant by nobody: marks of a merge, and signs that cannot be seen."""

import re
from collections.abc import Iterator

from .positions import line_col_at
from .problems import Problem

_MERGE = re.compile(r"^[ \t]*((<{7}|>{7}|\|{7})(?=[ \t]|$)|={7}[ \t]*$)", re.MULTILINE)
_UNSEEN = re.compile(
    # what breaks lines or words unseen, anywhere; and spaces of other kinds where a line says what it is
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff]"
    # (possessive: a long row of signs is read once, and not in all the ways in which it can be parted)
    "|^[ \\t]*+(?:(?:[-*+>#:|]++|\\d++[.)]|[\\w-]++:)[ \\t]*+)*+"
    "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]",
    re.MULTILINE,
)


def unseen(file: str, text: str) -> Iterator[Problem]:
    """Yield what tools and hands have left in a file."""
    for found in _MERGE.finditer(text):
        yield Problem(file, *line_col_at(text, found.start(1)), "file", "a mark of a merge: keep one side")
    for found in _UNSEEN.finditer(text):
        what = f"a sign that cannot be seen (U+{ord(found[0][-1]):04X}): type a space, or nothing"
        yield Problem(file, *line_col_at(text, found.end() - 1), "file", what)
