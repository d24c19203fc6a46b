"""What the machine refuses is one line that says what to do; the old site stays, and the next run completes."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import LONG
from helpers.editing import ROOT, Copy, command, digests
from helpers.writing import SMALLEST, write_project
from pathway.publish.trouble import told

NOBODY = 65534
RIGHT = "no right to do that: give yourself the right, or take away what belongs to somebody else\n"
FULL = "the disk is full: make room, and run it again\n"
MOUNTED = "a disk is mounted there, or it is in use: unmount it, and run it again\n"
LARGE = "a file may not grow that large: raise the limit (ulimit -f), and run it again\n"
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else, or mount")


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that everybody can reach."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        yield place


@pytest.fixture
def published(open_place: Path) -> Copy:
    """The smallest guide, with an old site."""
    return _with_old_site(open_place / "guide")


def _with_old_site(root: Path) -> Copy:
    write_project(root, SMALLEST)
    for name in ("site", "dist"):
        (root / name).mkdir()
        (root / name / "index.html").write_text("old")
    return Copy(root)


def _run(root: Path, *words: str, **how: object) -> tuple[int, str]:
    line, env = command(root, *words)
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=root, env=env, **how)
    return done.returncode, done.stderr


def _as_nobody(root: Path, *words: str) -> tuple[int, str]:
    line, env = command(root, *words)
    line = ["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups", *line]
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=root, env=env)
    return done.returncode, done.stderr


def _published(copy: Copy) -> dict[str, dict[str, str]]:
    return {name: digests(copy.root / name) for name in ("site", "dist")}


def _give(path: Path, to: int) -> None:
    for each in (path, *path.rglob("*")):
        os.chown(each, to, to, follow_symlinks=False)


@as_root
def test_no_right_to_write(published: Copy) -> None:
    before = _published(published)
    assert _as_nobody(published.root, "site") == (1, f"{published.root}/.lock: {RIGHT}")
    assert _as_nobody(published.root, "schema") == (1, f"{published.root}/docs/pathway.schema.json: {RIGHT}")
    assert _as_nobody(published.root, "export", "out") == (1, f"out: {RIGHT}")
    assert _as_nobody(published.root, "check") == (0, "")
    assert _published(published) == before


@LONG
@as_root
@pytest.mark.parametrize("folder", ["site", "dist"])
def test_a_site_of_somebody_else(published: Copy, folder: str) -> None:
    _give(published.root, NOBODY)
    _give(published.root / folder, 0)
    before = _published(published)
    for command_twice in range(2):
        code, said = _as_nobody(published.root, "site")
        assert (code, said) == (1, f"{published.root}/{folder}: {RIGHT}"), command_twice
        assert _published(published) == before
        assert _as_nobody(published.root, "check") == (0, "")
        assert _published(published) == before
    _give(published.root / folder, NOBODY)
    assert _as_nobody(published.root, "site") == (0, "")
    assert all(_published(published)[name] != before[name] for name in before)
    assert not (published.root / ".build").exists()


@LONG
@as_root
@pytest.mark.parametrize("left", ["half/site/index.html", "last/dist/guide.zip", "next/dist/guide.zip"])
def test_a_work_folder_left_by_somebody_else(published: Copy, left: str) -> None:
    path = published.root / ".build" / left
    path.parent.mkdir(parents=True)
    path.write_text("left")
    _give(published.root, NOBODY)
    _give(published.root / ".build", 0)
    before = _published(published)
    code, said = _as_nobody(published.root, "site")
    assert code == 1 and said.count("\n") == 1 and said.endswith(RIGHT)
    assert f"{published.root}/.build" in said or path.name in said
    assert _published(published) == before
    shutil.rmtree(published.root / ".build")
    assert _as_nobody(published.root, "site") == (0, "")


@LONG
@as_root
@pytest.mark.parametrize("folder", ["site", "dist"])
def test_a_site_that_is_a_mount_point(published: Copy, folder: str) -> None:
    place = published.root / folder
    shutil.rmtree(place)
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", place], check=True)
    try:
        (place / "kept.txt").write_text("old")
        before = _published(published)
        assert _run(published.root, "site") == (1, f"{place}: {MOUNTED}")
        assert _run(published.root, "check") == (0, "")
        assert _published(published) == before
    finally:
        subprocess.run(["umount", place], check=True)
    assert _run(published.root, "site") == (0, "")
    assert (published.root / "site/index.html").exists() and not (place / "kept.txt").exists()


@LONG
@as_root
def test_a_full_disk(open_place: Path) -> None:
    disk = open_place / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk], check=True)
    try:
        copy = _with_old_site(disk / "guide")
        before = _published(copy)
        for left in (0, 64, 1000, 3000):  # KB: each stops another step of the build
            free = shutil.disk_usage(disk).free - left * 1024
            (disk / "filler").write_bytes(b"x" * free)
            code, said = _run(copy.root, "site")
            assert (code, said.count("\n")) == (1, 1), (left, said)
            assert said.endswith(FULL) or said == FULL.capitalize()
            assert _published(copy) == before
            (disk / "filler").unlink()
        assert _run(copy.root, "site") == (0, "")
        assert _published(copy) != before
        assert not (copy.root / ".build").exists()
    finally:
        subprocess.run(["umount", disk], check=True)


@LONG
@pytest.mark.parametrize("limit", [1, 100, 400])
def test_a_limit_of_the_size_of_files(published: Copy, limit: int) -> None:
    before = _published(published)

    def smaller() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit * 1000, limit * 1000))

    code, said = _run(published.root, "site", preexec_fn=smaller)
    assert (code, said.count("\n")) == (1, 1), said
    assert said.lower().endswith(LARGE.lower())
    assert _published(published) == before
    assert _run(published.root, "site") == (0, "")
    assert _published(published) != before


@LONG
@as_root
def test_a_file_that_nobody_may_change(published: Copy) -> None:
    before = _published(published)
    subprocess.run(["chattr", "+i", published.root / "site"], check=True)
    try:
        assert _run(published.root, "site") == (1, f"{published.root}/site: {RIGHT}")
        assert _published(published) == before
    finally:
        subprocess.run(["chattr", "-i", published.root / "site"], check=True)
    assert _run(published.root, "site") == (0, "")


@LONG
def test_a_site_on_another_disk(published: Copy, open_place: Path) -> None:
    """A link in its place is replaced by a folder; what it led to stays as it is."""
    (published.root / "site").rename(open_place / "elsewhere")
    (published.root / "site").symlink_to(open_place / "elsewhere")
    before = digests(open_place / "elsewhere")
    assert _run(published.root, "site") == (0, "")
    assert digests(open_place / "elsewhere") == before
    assert not (published.root / "site").is_symlink() and (published.root / "site/404.html").is_file()


def test_a_port_in_use(published: Copy) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = _run(published.root, "serve", str(port))
    assert (code, said) == (
        1,
        "The port is in use: stop what uses it, or choose another, make serve PORT=8001\n",
    )


@LONG
@as_root
def test_a_port_without_the_right(published: Copy) -> None:
    low = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
    if low.exists() and int(low.read_text()) > 80:
        assert _as_nobody(published.root, "serve", "80") == (1, f"{RIGHT[0].upper()}{RIGHT[1:]}")


def test_a_reader_that_hangs_up_is_no_mistake(published: Copy) -> None:
    line, env = command(published.root, "check")
    out, into = os.pipe()
    os.close(out)
    done = subprocess.run(
        line, cwd=published.root, env=env, stdout=into, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(into)
    assert (done.returncode, done.stderr) == (1, "")


def test_no_browser_is_one_line(tmp_path: Path) -> None:
    script = "from helpers import browser; browser._done = lambda command: False; browser.find()"
    env = {"PATH": str(tmp_path), "PYTHONPATH": f"{ROOT}/tests"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False
    )
    getting = "No Chromium found: getting Playwright's own.\n"
    wanted = "No browser for the tests: install Chromium or Chrome, then run this again.\n"
    assert (done.returncode, done.stderr) == (1, getting + wanted)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, RIGHT),
        (errno.EPERM, RIGHT),
        (errno.EROFS, "nothing can be written there: copy the project to another place\n"),
        (errno.ENOSPC, FULL),
        (errno.EDQUOT, FULL),
        (errno.EFBIG, LARGE),
        (errno.EBUSY, MOUNTED),
        (errno.EXDEV, "it is on another disk: take it out of the project's folder, and run it again\n"),
        (
            errno.EADDRINUSE,
            "the port is in use: stop what uses it, or choose another, make serve PORT=8001\n",
        ),
        (errno.EIO, "as the system says\n"),
        (None, "as the system says\n"),
    ],
)
def test_what_the_machine_refuses_is_told_with_what_to_do(number: int | None, words: str) -> None:
    words = words.rstrip("\n")
    if number is None:
        assert told(OSError("as the\n  system says")) == "As the system says"
        return
    assert told(OSError(number, "as the system says", "a/file")) == f"a/file: {words}"
    assert told(OSError(number, "as the system says")) == f"{words[0].upper()}{words[1:]}"
