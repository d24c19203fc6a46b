"""Count the code of the project without blank lines, comments and docstrings: `python tests/count_lines.py`."""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_SILENT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
}


def code_lines(text: str) -> int:
    """Return the number of lines of a module that hold code."""
    found = {
        line
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type not in _SILENT and token.string
        for line in range(token.start[0], token.end[0] + 1)
    }
    for node in ast.walk(ast.parse(text)):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            first = body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found -= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return len(found)


def modules(folder: Path) -> dict[str, int]:
    """Return the lines of code of every module below a folder."""
    paths = sorted(folder.rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): code_lines(path.read_text("utf-8")) for path in paths}


if __name__ == "__main__":
    counted = modules(ROOT / (sys.argv[1] if len(sys.argv) > 1 else "hooks"))
    for name, lines in counted.items():
        print(f"{lines:5} {name}")
    print(f"{sum(counted.values()):5} in {len(counted)} modules")
