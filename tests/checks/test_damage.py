"""No mistake at all ends in anything but messages with places: damage of every kind, tried out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fuzz
from commands import site
from conftest import LONG
from damage import JUNK
from helpers.editing import ROOT, Copy, copy_tiny

pytestmark = LONG
TINY = ROOT / "tests/data/tiny"
TEXT = (TINY / "docs/pathway.yml").read_text("utf-8")
LINES = TEXT.splitlines(keepends=True)
MESSAGE = re.compile(r"(docs/[\w./-]+|mkdocs\.yml):[1-9]\d*:[1-9]\d*: .+?: \S.*(?:\n    .*\n *\^)?")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """One copy for all: each test mends what it damaged."""
    return Copy(copy_tiny(tmp_path_factory.mktemp("damage") / "guide"))


def _told(copy: Copy, file: str, text: str) -> list[str]:
    """Return the problems of a copy with one changed file, and mend it again."""
    path: Path = copy.root / file
    before = path.read_bytes()
    path.write_text(text, "utf-8")
    try:
        return copy.problems()
    finally:
        path.write_bytes(before)


def _assert_messages(found: list[str]) -> None:
    for problem in found:
        assert MESSAGE.fullmatch(problem), problem


def test_a_sample_of_all_kinds_of_damage(tmp_path: Path) -> None:
    """`make fuzz` tries thousands."""
    answers = fuzz.run(tmp_path, fuzz.SEED, list(range(400)), real=False)
    assert [(number, answer) for number, answer in answers if answer["wrong"]] == []
    ends = {answer["end"] for _, answer in answers}
    assert {"refused", "built", "refused, old site kept"} <= ends


def test_what_does_not_hold_would_be_seen(shared: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fuzz._told("docs/index.md:1:1: prose: a message\nTraceback")
    monkeypatch.setattr(site, "check_content", lambda root: None)  # nothing is refused any more
    monkeypatch.setattr(site, "build_to", lambda folder, root: folder.mkdir())
    assert fuzz._built(shared.root) == ("built", "no pages")


def test_a_hang_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = fuzz.Worker(copy_tiny(tmp_path / "guide"), fuzz.SEED)
    assert worker.attempt(1, 0.01)["end"] == "hung"
    assert worker.attempt(1, 60)["end"] != "hung"
    worker.stop()


@pytest.mark.parametrize("at", range(len(LINES)))
def test_a_line_that_is_missing(shared: Copy, at: int) -> None:
    _assert_messages(_told(shared, "docs/pathway.yml", "".join(LINES[:at] + LINES[at + 1 :])))


@given(at=st.integers(0, len(TEXT)), length=st.integers(0, 30), junk=st.sampled_from(JUNK))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_junk_in_the_data(shared: Copy, at: int, length: int, junk: str) -> None:
    _assert_messages(_told(shared, "docs/pathway.yml", TEXT[:at] + junk + TEXT[at + length :]))


@given(at=st.integers(0, 200), length=st.integers(0, 30), junk=st.sampled_from(JUNK))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_junk_in_a_page(shared: Copy, at: int, length: int, junk: str) -> None:
    text = (TINY / "docs/index.md").read_text("utf-8")
    _assert_messages(_told(shared, "docs/index.md", text[:at] + junk + text[at + length :]))
