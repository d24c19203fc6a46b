"""No day of the content lies after the day on which it was committed: a review cannot be ahead of itself."""

from __future__ import annotations

import os
import re
import subprocess

import pytest

from conftest import ROOT
from pathway.records.content import Content
from pathway.records.load import leaves, problem_at

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def ahead(content: Content, day: str) -> list[str]:
    """Return each day of the records that comes after a day, with its place."""
    found = [
        (path, one) for path, one in leaves(content.records) if DAY.fullmatch(str(one)) and str(one) > day
    ]
    return [
        str(problem_at(content.data.source, path, f"{one} comes after {day}, the day of the commit"))
        for path, one in found
    ]


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()


def test_no_day_comes_after_the_commit(content: Content) -> None:
    day = _git("log", "-1", "--format=%cs")
    if not os.environ.get("CI") and (not day or _git("status", "--porcelain", "--", "docs")):
        pytest.skip("not committed yet: looked at in CI")
    assert ahead(content, day) == []


def test_a_day_ahead_is_told_with_its_place(tiny: Content) -> None:
    assert ahead(tiny, "2024-01-31") == []
    told = ahead(tiny, "2024-01-30")
    what = "guide > reviewed: 2024-01-31 comes after 2024-01-30, the day of the commit"
    assert f"docs/pathway.yml:20:13: {what}" in told
