"""Publishing: as a whole or not at all, and the same bytes from the same content."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import site
from conftest import LONG
from helpers.editing import Copy, copy_project, digests, run_command
from pathway.publish import atomic
from pathway.publish.lock import held


@LONG
def test_the_same_content_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    again = copy_project(tmp_path / "another place with spaces")
    site.publish(again)
    for folder in ("site", "dist"):
        assert digests(again / folder) == digests(project / folder)


@LONG
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


@pytest.mark.parametrize(
    "file",
    [
        "mkdocs.yml",
        "docs/pathway.yml",
        "docs/about.md",
        "docs/decision-guide/index.md",
        "docs/assets/guide.css",
    ],
)
def test_what_is_saved_during_a_build_is_told(
    guide: Callable[[], Copy], monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    """The files to take along are written, the site is not: they would hold different words."""
    copy = guide()

    def save_in_the_middle(*args: object, **more: object) -> None:
        (copy.root / file).write_bytes((copy.root / file).read_bytes() + b"\n")

    monkeypatch.setattr(site, "write_bundles", lambda *args: None)
    monkeypatch.setattr(site, "build_to", save_in_the_middle)
    monkeypatch.setattr(site, "for_phones", lambda *args: None)
    monkeypatch.setattr(site, "_write_checksums", lambda *args: None)
    with pytest.raises(site.Refused, match=r"^a file was saved during the build: run it again$"):
        site.publish(copy.root)
    assert not (copy.root / "site").exists() and not (copy.root / ".build").exists()


def test_where_one_folder_cannot_be_moved_none_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build counts as unfinished: no later command puts it in place."""
    for name in ("site", "dist"):
        for folder, state in ((name, "old"), (f".build/half/{name}", "new")):
            (tmp_path / folder).mkdir(parents=True)
            (tmp_path / folder / "index.html").write_text(state)
    move = Path.rename

    def stuck(path: Path, target: Path) -> Path:
        if path == tmp_path / "site":
            raise OSError(errno.EBUSY, "in use", str(path))
        return move(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", stuck)
        with pytest.raises(OSError, match="in use"):
            atomic.commit(tmp_path)
    for _ in range(2):
        assert _state(tmp_path) == {"site": "old", "dist": "old"}
        assert _state(tmp_path / ".build/half") == {"site": "new", "dist": "new"}
        atomic.complete(tmp_path)


@pytest.mark.parametrize(
    ("left", "whom"), [(None, f"{os.getpid()}"), ("", "another one")], ids=["its number", "nobody"]
)
def test_who_waits_says_for_whom_once_and_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], left: str | None, whom: str
) -> None:
    came = []

    def wait() -> None:
        with held(tmp_path):
            came.append((tmp_path / ".lock").read_text())

    with held(tmp_path):
        if left is not None:
            (tmp_path / ".lock").write_text(left)
        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.5)
        assert came == []
    waiting.join(10)
    assert came == [str(os.getpid())]
    assert capsys.readouterr().err == f"Waiting for process {whom}, which is at work in {tmp_path}.\n"
