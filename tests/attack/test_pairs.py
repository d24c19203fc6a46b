"""Two builds of one folder at once, at random offsets: one whole edition each time, and `dist` fits it."""

from __future__ import annotations

import random
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from conftest import ATTACK, SAMPLED
from helpers.editing import Copy, command, digests, run_command

pytestmark = SAMPLED
PAIRS = 100 if ATTACK else 5


def _start(root: Path) -> subprocess.Popen[str]:
    line, env = command(root, "site")
    return subprocess.Popen(
        line, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _end(build: subprocess.Popen[str]) -> tuple[int, str]:
    said = build.communicate(timeout=300)[1]
    assert "Traceback" not in said, said
    return build.returncode, said


def _editions(copy: Copy, words: list[str]) -> list[dict[str, dict[str, str]]]:
    """Return what each edition publishes, each built alone."""
    made = []
    for new, old in zip(words, reversed(words), strict=True):
        copy.replace(old, new)
        assert run_command(copy.root, "site").returncode == 0
        made.append(_published(copy.root))
    return made


def _published(root: Path) -> dict[str, dict[str, str]]:
    return {name: digests(root / name) for name in ("site", "dist")}


def _save(copy: Copy, old: str, new: str) -> None:
    """Save as an editor does: the file is never seen half written."""
    text = copy.read("docs/pathway.yml")
    copy.write("docs/.pathway.yml.swp", text.replace(old, new))
    (copy.root / "docs/.pathway.yml.swp").replace(copy.root / "docs/pathway.yml")


def test_of_two_builds_one_whole_edition_comes(write: Callable[..., Copy]) -> None:
    """Each time the guide is changed before the pair, or between the two: the last words are published."""
    copy, words = write(), ["It may wear out soon.", "It may come off soon."]
    began = time.monotonic()
    assert run_command(copy.root, "site").returncode == 0
    took = time.monotonic() - began
    words.reverse()
    editions = _editions(copy, words)
    assert editions[0]["site"] != editions[1]["site"] and editions[0]["dist"] != editions[1]["dist"]
    waited, chance = 0, random.Random(19)
    for turn in range(PAIRS):
        between = turn % 2 == 1
        if not between:
            _save(copy, words[1 - turn % 2], words[turn % 2])
        one = _start(copy.root)
        time.sleep(chance.uniform(0, took))
        if between:
            _save(copy, words[1 - turn % 2], words[turn % 2])
        two = _start(copy.root)
        for build, other in ((one, two), (two, one)):
            code, said = _end(build)
            refused = "a file was saved during the build: run it again\nNothing was changed in site/.\n"
            assert code == 0 or (between and build is one and said.endswith(refused)), said
            told = re.match(r"Waiting for process (\d+), which is at work in ", said)
            assert not told or int(told[1]) == other.pid
            waited += bool(told)
        assert _published(copy.root) == editions[turn % 2], f"pair {turn + 1}"
        assert not (copy.root / ".build").exists()
    print(f"\n{PAIRS} pairs, {waited} waited")
    assert waited >= PAIRS / 3 or PAIRS < 10, "hardly any build waited: nothing was tried"


def test_a_build_that_is_killed_lets_the_waiting_one_go_on(write: Callable[..., Copy]) -> None:
    copy = write()
    one = _start(copy.root)
    while one.poll() is None and not (copy.root / ".build").exists():
        time.sleep(0.02)
    two = _start(copy.root)
    assert f"Waiting for process {one.pid}, " in two.stderr.readline()
    one.kill()
    one.communicate()
    assert _end(two) == (0, "")
    assert (copy.root / "site/index.html").exists()
    assert not (copy.root / ".build").exists()
