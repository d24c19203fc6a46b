"""`make diff`: what a change does for readers, as git's word diff of two exports."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import LONG
from helpers.editing import ROOT, Copy


def _git(root: Path, *words: str) -> None:
    settings = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def kept(write: Callable[..., Copy]) -> Copy:
    """The smallest guide in a git repository of its own, with one commit."""
    guide = write()
    for name in ("Makefile", "guide.mk"):
        shutil.copy(ROOT / name, guide.root)
    guide.write(".gitignore", "__pycache__/\n")
    _git(guide.root, "init", "-q")
    _git(guide.root, "add", "-A")
    _git(guide.root, "commit", "-qm", "Begin")
    return guide


def _diff(guide: Copy, base: str = "HEAD", **more: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "-s", "diff", f"BASE={base}", f"RUN={sys.executable}", "-o", ".venv/site.done"]
    # `make test` tells the tools below it that they are called by make; a person's shell does not.
    env = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONPATH" and not name.startswith("MAKE")
    }
    coding = "cp1252" if "cp1252" in more.values() else "utf-8"
    return subprocess.run(
        command, cwd=guide.root, env=env | more, capture_output=True, encoding=coding, check=False
    )


def test_an_unchanged_guide_says_so(kept: Copy) -> None:
    said = _diff(kept)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout == "Nothing that readers see has changed since HEAD.\n"


def test_answer_figure_sentence_path_and_page_are_shown(kept: Copy) -> None:
    kept.replace('"Yes, it is"', '"Yes, it is worn"')
    kept.replace("value: 30,", "value: 40,")
    kept.replace("It may wear out soon.", "It may wear out early.")
    kept.replace('"no": change-tap}', '"no": change-tap, unseen: look-again}')
    kept.replace(", short: Not worn}", ', short: Not worn}, unseen: {label: "I see none", short: None seen}')
    whole = kept.read("docs/pathway.yml")
    begin, end = whole.index("  change-tap:"), whole.index("changes: [")
    more = (
        whole[begin:end].replace("change-tap:", "look-again:").replace("Your tap is old", "You see no ring")
    )
    more = more.replace("short: Old tap", "short: No ring").replace("because: tap-can", "because: look-can")
    kept.write("docs/pathway.yml", whole[:end] + more + whole[end:])
    kept.replace(
        "  ring-cheap:",
        "  look-can: {say: Then the tap itself may leak., from: manual-1990#shut, kind: fact, for: {ring-worn: [unseen]}}\n  ring-cheap:",
    )
    kept.write(
        "docs/more.md",
        "---\ndescription: What else drips.\nown_words: A page\n---\n# More\n\nGarden taps drip, too.\n",
    )
    kept.replace("  - index.md\n", "  - index.md\n  - more.md\n", "mkdocs.yml")
    assert kept.problems() == []
    said = _diff(kept)
    assert (said.returncode, said.stderr) == (0, "")
    lines = said.stdout.splitlines()
    assert lines[0].startswith("What readers see, beside HEAD.")
    assert (
        lines[2].endswith("diff")
        and lines[2].startswith("```")
        and lines[-1] == lines[2].removesuffix("diff")
    )
    assert "    Is the ring worn? Yes, it is {+worn+}" in lines  # an answer, in the list of paths
    assert any("[-30-]{+40+} in 100 taps drip" in line for line in lines)
    assert "- It may wear out [-soon.-]{+early.+}" in lines  # an item of a list
    assert "- {+Then the tap itself may leak.+}" in lines
    (path,) = [at for at, line in enumerate(lines) if line == "{+    Is the ring worn? I see none+}"]
    assert lines[path - 1] == "{+You see no ring+}"
    assert any("docs/more.md" in line for line in lines)
    assert "{+Garden taps drip, too.+}" in lines


@LONG
def test_a_new_source_shows_and_not_the_numbers_that_move_with_it(kept: Copy) -> None:
    kept.replace(
        "sources:\n",
        "sources:\n  book-2020: {title: A book, by: A baker, year: 2020, layer: since, kind: book, link: https://example.org/book, passages: {fast: {at: page B}}}\n",
    )
    kept.replace("::: figures\n", "::: figures\n\n::: sources\n", "docs/lists.md")
    kept.replace("meaning_from: manual-1990#shut", "meaning_from: book-2020#fast")
    assert kept.problems() == []
    said = _diff(kept)
    assert (said.returncode, said.stderr) == (0, "")
    lines = said.stdout.splitlines()
    assert [line for line in lines if "It may wear out soon." in line] == []
    assert [line for line in lines if "A new ring." in line and 'A [-club 1990"-]{+baker 2020"+}' in line]
    assert '{+**A baker**, 2020. [A book](https://example.org/book){ rel="noreferrer" } (book).+}' in lines


@pytest.mark.parametrize(
    ("base", "told"),
    [("nowhere", "'nowhere' is no revision here: "), ("HEAD", "the code at 'HEAD' cannot export it: ")],
)
def test_a_base_that_cannot_be_exported_is_one_line(kept: Copy, base: str, told: str) -> None:
    if base == "HEAD":
        whole = kept.read("docs/pathway.yml")
        kept.replace("name: washer", "nam: washer")
        _git(kept.root, "commit", "-qam", "Break")
        kept.write("docs/pathway.yml", whole)
    said = _diff(kept, base)
    assert said.returncode != 0 and said.stdout == ""
    line, *others = said.stderr.splitlines()
    assert line.startswith(told)
    assert all(other.startswith("make: ***") for other in others)


def test_a_guide_at_hand_that_cannot_be_exported_is_one_line(kept: Copy) -> None:
    kept.replace("name: washer", "nam: washer")
    said = _diff(kept)
    assert said.returncode != 0 and said.stdout == ""
    assert said.stderr.startswith("the guide at hand cannot be exported: docs/pathway.yml:")


@pytest.mark.parametrize(
    "coding", [pytest.param(name, marks=LONG) for name in ("cp1252", "ascii:strict", "utf-8")]
)
def test_a_terminal_of_few_letters_is_told_all_the_same(kept: Copy, coding: str) -> None:
    kept.replace("It may wear out soon.", "It may → wear out.")
    said = _diff(kept, PYTHONIOENCODING=coding)
    assert (said.returncode, said.stderr) == (0, "")
    assert ("\\u2192" if coding == "cp1252" else "→") in said.stdout
