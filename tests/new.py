"""Write the smallest guide that builds, on any subject, into an empty folder: `make new DIR=../my-guide`."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START = ROOT / "tests/data/new"
OWN = ("pictures.css", "__pycache__", "*.cache")  # what the first guide draws with, and what Python left
_PAGES = re.compile(r"^(?:nav|not_in_nav):.*\n(?:[ \n].*\n?)*", re.MULTILINE)


def settings() -> str:
    """Return the settings of MkDocs that fit every guide: without pages, and without a guide's own style."""
    text = _PAGES.sub("", (ROOT / "mkdocs.yml").read_text("utf-8"))
    return re.sub(r".*pictures\.(?:css|svg).*\n", "", text).strip() + "\n"


def write(target: Path, start: Path = START) -> None:
    """Copy the code and the looks into a folder, and the pages and data of `start` beside them."""
    shutil.copytree(ROOT / "hooks", target / "hooks", ignore=shutil.ignore_patterns(*OWN))
    shutil.copytree(ROOT / "docs/assets", target / "docs/assets", ignore=shutil.ignore_patterns(*OWN))
    shutil.copytree(start, target, dirs_exist_ok=True)
    for name in ("guide.mk", "install.py", "requirements.txt", ".gitignore", "docs/pathway.schema.json"):
        shutil.copy(ROOT / name, target / name)
    shutil.copy(ROOT / "LICENSE", target / "hooks")
    (target / "Makefile").write_text("# The commands stand in guide.mk.\ninclude guide.mk\n", "utf-8")
    pages = (start / "mkdocs.yml").read_text("utf-8")
    (target / "mkdocs.yml").write_text(f"{settings()}\n{pages}", "utf-8")


def main(folder: str) -> str:
    """Write a guide. Returns what went wrong, or nothing."""
    if not folder:
        return "Name a new folder: make new DIR=../my-guide"
    target = Path(folder)
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            return f"{folder} is not an empty folder: name a new one."
        write(target)
    except OSError as error:
        return f"{error.filename}: {error.strerror}"
    print(f"{folder} holds a guide. Fill in docs/pathway.yml, then run make site there.")
    return ""


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])) or 0)
