"""The code stays small enough for one person to read."""

from __future__ import annotations

from conftest import ROOT
from count_lines import code_lines, modules

MOST = 4175


def test_the_code_is_not_longer_than_agreed() -> None:
    counted = modules(ROOT / "hooks")
    assert len(counted) > 40
    assert sum(counted.values()) <= MOST


def test_blank_lines_comments_and_docstrings_do_not_count() -> None:
    text = '"""A module\\n\\nwith two lines."""\\n\\nA = 1  # one\\n# a comment\\n\\n\\ndef f():\\n    """Say."""\\n    return (\\n        A\\n    )\\n'
    assert code_lines(text.replace("\\n", "\n")) == 5
