"""A build that is killed at a random moment leaves the old site or the new one, whole, and the next build completes."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from pathlib import Path

from conftest import ATTACK, SAMPLED
from helpers.editing import Copy, command, digests, run_command

pytestmark = SAMPLED
KILLS = 100 if ATTACK else 20


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
