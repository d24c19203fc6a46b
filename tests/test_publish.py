"""Publishing: as a whole or not at all, and the same bytes from the same content."""

from __future__ import annotations

import hashlib
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import publish
from conftest import PROOF, copy_project

KILLS = 40 if PROOF else 6


def _tree(folder: Path) -> dict[str, str]:
    files = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def _run(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "hooks" / "publish.py")]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)


def test_a_mistake_leaves_the_old_site_as_it_was(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(project, copy)
    before = _tree(copy / "site")
    data = copy / "docs/pathway.yml"
    data.write_text(
        data.read_text("utf-8").replace("It spares liver tissue.", "It spares 45 parts."), "utf-8"
    )
    (copy / "docs/bad.md").write_text("# No description\n", "utf-8")
    done = _run(copy)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert "the quantity '45' is written by hand" in done.stderr
    assert "docs/bad.md:1:1:" in done.stderr
    assert "Nothing was changed in site/." in done.stderr
    assert _tree(copy / "site") == before
    assert not (copy / ".build").exists()


def test_a_broken_link_leaves_the_old_site_as_it_was(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(project, copy)
    before = _tree(copy / "site")
    page = copy / "docs/paths.md"
    page.write_text(page.read_text("utf-8").replace("(paths.csv)", "(path.csv)"), "utf-8")
    done = _run(copy)
    assert done.returncode == 1
    assert "path.csv" in done.stderr and "Traceback" not in done.stderr
    assert _tree(copy / "site") == before


def test_the_same_content_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    again = copy_project(tmp_path / "another place with spaces")
    publish.publish(again)
    for folder in ("site", "dist"):
        assert _tree(again / folder) == _tree(project / folder)


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


def test_killed_at_any_moment_a_whole_site_remains(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(project, copy)
    whole = _tree(copy / "site")
    took = time.monotonic()
    assert _run(copy).returncode == 0
    took = time.monotonic() - took
    chance = random.Random(20)
    for _ in range(KILLS):
        started = subprocess.Popen(
            [sys.executable, str(copy / "hooks/publish.py")],
            cwd=copy,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.05, took * 1.05))
        started.send_signal(signal.SIGKILL)
        started.wait()
        places = (copy / "site", copy / ".build/next", copy / ".build/last")
        assert any(place.exists() and _tree(place) == whole for place in places)
    assert _run(copy).returncode == 0
    assert _tree(copy / "site") == whole
