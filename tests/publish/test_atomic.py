"""Publishing: as a whole or not at all, and the same bytes from the same content."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import site
from conftest import ADDRESS, LONG, PROOF
from helpers.editing import Copy, command, copy_project, digests, run_command
from pathway.publish import atomic

KILLS = 40 if PROOF else 1


@LONG
def test_the_same_content_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    again = copy_project(tmp_path / "another place with spaces")
    site.publish(again, ADDRESS)
    for folder in ("site", "dist"):
        assert digests(again / folder) == digests(project / folder)


def test_the_small_guide_does_not_hang_on_its_folder_either(guide: Callable[[], Copy]) -> None:
    one, two = guide(), guide()
    for copy in (one, two):
        assert run_command(copy.root, "site").returncode == 0
    for folder in ("site", "dist"):
        assert digests(one.root / folder) == digests(two.root / folder)


# What a cut can leave of a swap, folder by folder: which hold the old state, which the new one.
CUTS = {
    "before the first move": {
        "site": "old",
        "dist": "old",
        ".build/next/site": "new",
        ".build/next/dist": "new",
    },
    "one moved away": {
        "site": "old",
        ".build/last/dist": "old",
        ".build/next/site": "new",
        ".build/next/dist": "new",
    },
    "one in place": {"site": "old", "dist": "new", ".build/last/dist": "old", ".build/next/site": "new"},
    "the other moved away": {
        "dist": "new",
        ".build/last/dist": "old",
        ".build/last/site": "old",
        ".build/next/site": "new",
    },
    "both in place": {"site": "new", "dist": "new", ".build/last/dist": "old", ".build/last/site": "old"},
    "nothing to replace": {".build/next/site": "new", ".build/next/dist": "new"},
}


def _state(root: Path) -> dict[str, str]:
    return {name: (root / name / "index.html").read_text() for name in ("site", "dist")}


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS)
def test_an_interrupted_swap_is_completed(tmp_path: Path, cut: dict[str, str]) -> None:
    (tmp_path / ".build/next").mkdir(parents=True)
    for folder, state in cut.items():
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text(state)
    atomic.complete(tmp_path)
    assert _state(tmp_path) == {"site": "new", "dist": "new"}
    assert not (tmp_path / ".build").exists()


def test_an_unfinished_build_is_left_by_others_and_thrown_away_by_the_next(tmp_path: Path) -> None:
    for folder, state in {"site": "old", "dist": "old", ".build/half/site": "new"}.items():
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text(state)
    atomic.complete(tmp_path)
    assert (tmp_path / ".build/half/site/index.html").exists()
    assert list(atomic.begin(tmp_path).iterdir()) == []
    assert _state(tmp_path) == {"site": "old", "dist": "old"}


def test_nothing_of_the_old_site_is_left_in_the_new_one(copy: Copy) -> None:
    site.publish(copy.root)
    old = digests(copy.root / "site")
    copy.replace("  - all-results.md\n", "", "mkdocs.yml")
    (copy.root / "docs/all-results.md").unlink()
    copy.replace(" See also [all results](all-results.md).", "", "docs/index.md")
    site.publish(copy.root)
    gone = set(old) - set(digests(copy.root / "site"))
    assert gone == {"all-results/index.html"}
    assert not (copy.root / ".build").exists()


def _digests(root: Path) -> dict[str, dict[str, str]]:
    return {name: digests(root / name) for name in ("site", "dist")}


def test_killed_at_any_moment_a_whole_site_remains(copy: Copy) -> None:
    """Each time the guide is changed, published and killed: the old or the new state is whole."""
    started = time.monotonic()
    assert run_command(copy.root, "site").returncode == 0
    took = time.monotonic() - started
    words = ["It drips.", "It makes a mess."]
    states = []
    for new, old in zip(words, reversed(words), strict=True):
        copy.replace(old, new)
        assert run_command(copy.root, "site").returncode == 0
        states.append(_digests(copy.root))
    assert all(states[0][name] != states[1][name] for name in ("site", "dist"))
    chance = random.Random(20)
    for turn in range(KILLS):
        copy.replace(words[1 - turn % 2], words[turn % 2])
        line, env = command(copy.root, "site")
        running = subprocess.Popen(
            line, cwd=copy.root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.05, took * 1.05))
        running.send_signal(signal.SIGKILL)
        running.wait()
        for name in ("site", "dist"):
            places = [copy.root / part / name for part in (".", ".build/next", ".build/last")]
            whole = [state[name] for state in states]
            assert any(place.exists() and digests(place) in whole for place in places)
            assert not places[0].exists() or digests(places[0]) in whole
        assert run_command(copy.root, "site").returncode == 0
        assert _digests(copy.root) == states[turn % 2]
        assert not (copy.root / ".build").exists()
