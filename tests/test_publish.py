"""Publishing: as a whole or not at all, and the same bytes from the same content."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import publish
from conftest import PROOF
from editing import Copy, copy_project, digests

KILLS = 40 if PROOF else 8


def _run(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "hooks" / "publish.py")]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)


def test_the_same_content_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    again = copy_project(tmp_path / "another place with spaces")
    publish.publish(again)
    for folder in ("site", "dist"):
        assert digests(again / folder) == digests(project / folder)


def test_the_small_guide_does_not_hang_on_its_folder_either(guide: Callable[[], Copy]) -> None:
    one, two = guide(), guide()
    for copy in (one, two):
        assert _run(copy.root).returncode == 0
    for folder in ("site", "dist"):
        assert digests(one.root / folder) == digests(two.root / folder)


@pytest.mark.parametrize("there", [("next", "last"), ("next",), ("last",)])
def test_an_interrupted_swap_is_completed(tmp_path: Path, there: tuple[str, ...]) -> None:
    site, work = tmp_path / "site", tmp_path / ".build"
    for name in there:
        (work / name).mkdir(parents=True)
        (work / name / "index.html").write_text(name)
    publish.finish_swap(site, work)
    assert (site / "index.html").read_text() == there[0]
    assert not work.exists()


def test_a_finished_site_is_kept_by_the_next_command(tmp_path: Path) -> None:
    site, work = tmp_path / "site", tmp_path / ".build"
    for folder in (site, work / "half"):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(folder.name)
    publish.finish_swap(site, work)
    assert (site / "index.html").read_text() == "site"
    assert not work.exists()


def test_nothing_of_the_old_site_is_left_in_the_new_one(copy: Copy) -> None:
    publish.publish(copy.root)
    old = digests(copy.root / "site")
    copy.replace("  - paths.md\n", "", "mkdocs.yml")
    (copy.root / "docs/paths.md").unlink()
    copy.replace(" See also [the table](paths.md).", "", "docs/index.md")
    publish.publish(copy.root)
    gone = set(old) - set(digests(copy.root / "site"))
    assert gone == {"paths/index.html"}
    assert not (copy.root / ".build").exists()


def test_killed_at_any_moment_a_whole_site_remains(copy: Copy) -> None:
    """Each time the guide is changed, published and killed: the old site or the new one is whole."""
    started = time.monotonic()
    assert _run(copy.root).returncode == 0
    took = time.monotonic() - started
    words = ["It drips.", "It makes a mess."]
    states = []
    for new, old in zip(words, reversed(words), strict=True):
        copy.replace(old, new)
        assert _run(copy.root).returncode == 0
        states.append(digests(copy.root / "site"))
    assert states[0] != states[1]
    chance = random.Random(20)
    for turn in range(KILLS):
        copy.replace(words[1 - turn % 2], words[turn % 2])
        running = subprocess.Popen(
            [sys.executable, str(copy.root / "hooks/publish.py")],
            cwd=copy.root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.05, took * 1.05))
        running.send_signal(signal.SIGKILL)
        running.wait()
        places = (copy.root / "site", copy.root / ".build/next", copy.root / ".build/last")
        assert any(place.exists() and digests(place) in states for place in places)
        assert not (copy.root / "site").exists() or digests(copy.root / "site") in states
        assert _run(copy.root).returncode == 0
        assert digests(copy.root / "site") == states[turn % 2]
        assert not (copy.root / ".build").exists()
