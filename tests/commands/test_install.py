"""What `make` does before anything else: packages in an environment, made once, and anew where it is stale."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import LONG
from helpers.editing import ROOT, UNWANTED

NO_VENV = "This Python cannot make an environment (on Debian: apt-get install python3-venv).\n"
ANEW = ".venv is unfinished, or of another Python: it is made anew.\n"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A project without packages to fetch."""
    root = tmp_path / "a clone"
    shutil.copytree(ROOT / "hooks/pathway", root / "hooks/pathway", ignore=UNWANTED)
    for name in ("Makefile", "guide.mk", "install.py"):
        shutil.copy(ROOT / name, root)
    (root / "requirements.txt").write_text("# none\n")
    return root


def _start(root: Path, *words: str) -> subprocess.Popen[str]:
    line = ["make", "-s", f"PYTHON={sys.executable}", *(words or (".venv/site.done",))]
    return subprocess.Popen(line, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _end(made: subprocess.Popen[str]) -> tuple[int, str, list[str]]:
    out, err = made.communicate(timeout=300)
    return made.returncode, out, [line for line in err.splitlines(True) if "file is empty" not in line]


def _make(root: Path) -> tuple[int, str, list[str]]:
    return _end(_start(root))


@LONG
def test_two_at_once_in_a_fresh_clone_install_once(clone: Path) -> None:
    both = [_start(clone), _start(clone)]
    ends = [_end(made) for made in both]
    assert [code for code, *_ in ends] == [0, 0]
    said = [line for *_, lines in ends for line in lines]
    assert len(said) == 1 and said[0].startswith("Waiting for process ")
    assert said[0].endswith(f", which is at work in {clone}.\n")
    stamp = (clone / ".venv/site.done").stat().st_mtime_ns
    assert _make(clone) == (0, "", [])
    assert (clone / ".venv/site.done").stat().st_mtime_ns == stamp


@LONG
def test_an_environment_of_another_python_is_made_anew(clone: Path) -> None:
    assert _make(clone) == (0, "", [])
    settings, old = clone / ".venv/pyvenv.cfg", clone / ".venv/old"
    text = settings.read_text()
    for stale in ("another Python", "no Python"):
        old.touch()
        if stale == "another Python":
            settings.write_text(text.replace("version = 3.", "version = 2."))
        else:
            (clone / ".venv/bin/python").unlink()
            (clone / ".venv/bin/python").symlink_to("/nowhere/python3")
        assert _make(clone) == (0, "", [ANEW])
        assert "\nversion = 3." in settings.read_text() and not old.exists()


@LONG
def test_an_environment_that_runs_is_kept(clone: Path) -> None:
    assert _make(clone) == (0, "", [])
    (clone / ".venv/site.done").unlink()
    (clone / ".venv/mine").touch()
    assert _make(clone) == (0, "", [])
    assert (clone / ".venv/mine").exists()


@LONG
def test_an_installation_that_was_cut_short_is_made_anew(clone: Path) -> None:
    (clone / ".venv/bin").mkdir(parents=True)
    (clone / ".venv/bin/python").symlink_to(sys.executable)
    assert _make(clone) == (0, "", [ANEW])


@LONG
def test_a_python_without_the_module_is_one_line(clone: Path) -> None:
    script = "import runpy, sys; sys.modules['ensurepip'] = None; sys.argv = {!r}; runpy.run_path('install.py', run_name='__main__')"
    line = script.format(["install.py", ".venv", "site", "requirements.txt"])
    said = subprocess.run(
        [sys.executable, "-c", line], cwd=clone, capture_output=True, text=True, check=False
    )
    assert (said.returncode, said.stdout, said.stderr) == (1, "", NO_VENV)
    assert not (clone / ".venv").exists()
    assert _make(clone) == (0, "", [])


@LONG
def test_packages_that_cannot_be_had_are_one_line_and_the_next_run_completes(clone: Path) -> None:
    (clone / "requirements.txt").write_text("./nowhere.whl --hash=sha256:" + "0" * 64 + "\n")
    code, _, said = _make(clone)
    wanted = (
        f"The packages of {clone}/requirements.txt could not be installed: see above, then run this again.\n"
    )
    assert code == 2 and wanted in said and "Traceback" not in "".join(said)
    (clone / "requirements.txt").write_text("# none\n")
    assert _make(clone)[0] == 0
