"""Copies of the project, and of the small guide in `data/tiny`, in which a test may break things."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from commands import site
from pathway.source.problems import ContentError, Problem

ROOT = Path(__file__).resolve().parent.parent.parent
UNWANTED = shutil.ignore_patterns("__pycache__", "*.pyc", "node_modules")


def copy_project(target: Path) -> Path:
    """Copy what the site is made of."""
    for name in ("docs", "hooks"):
        shutil.copytree(ROOT / name, target / name, ignore=UNWANTED, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def copy_tiny(target: Path) -> Path:
    """Copy the small guide beside the project's own code, settings, scripts and styles."""
    shutil.copytree(ROOT / "tests/data/tiny", target)
    shutil.copytree(ROOT / "hooks", target / "hooks", ignore=UNWANTED)
    shutil.copytree(ROOT / "docs/assets", target / "docs/assets")
    shutil.copy(ROOT / "mkdocs.yml", target / "settings.yml")
    return target


def command(root: Path, *words: str) -> tuple[list[str], dict[str, str]]:
    """Return the command line, and the environment, that run a command of a copied project."""
    return [sys.executable, "-u", "-m", "commands", *words], {**os.environ, "PYTHONPATH": str(root / "hooks")}


def run_command(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of a copied project, `site` or `check`, with that project's own code."""
    line, env = command(root, *words)
    return subprocess.run(line, capture_output=True, text=True, check=False, cwd=root, env=env)


@dataclass(frozen=True)
class Copy:
    """A copied project. Edits insist that what they change is there."""

    root: Path

    def read(self, file: str) -> str:
        return (self.root / file).read_text("utf-8")

    def replace(self, old: str, new: str, file: str = "docs/pathway.yml") -> None:
        """Replace the first place of `old`."""
        text = self.read(file)
        assert old in text, f"{file} has no {old!r}"
        (self.root / file).write_text(text.replace(old, new, 1), "utf-8")

    def write(self, file: str, text: str) -> None:
        (self.root / file).write_text(text, "utf-8")

    def place(self, fragment: str, file: str = "docs/pathway.yml", after: str = "") -> str:
        """Return `file:line:column` of the first place of a fragment, after another one."""
        text = self.read(file)
        at = text.index(fragment, text.index(after) if after else 0)
        return f"{file}:{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"

    def problems(self) -> list[str]:
        """Return every problem as its line, without the place that is shown below it."""
        return [str(replace(problem, shown="")) for problem in self.shown()]

    def problem(self) -> str:
        """Return the line of the one problem that there is."""
        found = self.problems()
        assert len(found) == 1, f"{len(found)} problems, not one: {found}"
        return found[0]

    def shown(self) -> list[Problem]:
        """Return every problem."""
        try:
            site.check_content(self.root)
        except ContentError as error:
            return error.problems
        return []


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a folder by its path."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
