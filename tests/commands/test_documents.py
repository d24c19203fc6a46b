"""README, ARCHITECTURE and CONTRIBUTING name files, modules, types and commands that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
CODE = "\n".join(path.read_text("utf-8") for path in (ROOT / "hooks").rglob("*.py"))
MAKEFILES = "\n".join((ROOT / name).read_text("utf-8") for name in ("Makefile", "guide.mk"))
PACKAGES = {path.parent.name for path in (ROOT / "hooks/pathway").glob("*/__init__.py")}


def quoted(document: str) -> list[str]:
    """Return what stands in backquotes in the running text of a document."""
    text = re.sub(r"```.*?```", "", (ROOT / document).read_text("utf-8"), flags=re.S)
    return re.findall(r"`([^`\n]+)`", text)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_and_folders_exist(document: str) -> None:
    named = [name for name in quoted(document) if re.match(r"(?:docs|hooks|tests|templates)/", name)]
    folders = (ROOT, ROOT / "hooks/pathway")
    written = ("docs/reviews/a-name.txt",)
    lost = [name for name in named if name not in written and not any([*f.glob(name)] for f in folders)]
    assert lost == []
    if document == "ARCHITECTURE.md":
        assert len(named) >= 3


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_stand_in_the_makefile(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILES, re.M))
    text = (ROOT / document).read_text("utf-8")
    assert {word for word in re.findall(r"\bmake ([a-z-]+)", text) if f"`make {word}" in text} <= targets


def test_every_command_of_the_makefile_stands_in_the_readme() -> None:
    phony = " ".join(re.findall(r"^\.PHONY: (.+)$", MAKEFILES, re.M)).split()
    text = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in phony if f"make {name}" not in text] == []


def test_modules_and_types_of_the_architecture_exist() -> None:
    names = quoted("ARCHITECTURE.md")
    modules = [name for name in names if name.partition(".")[0] in PACKAGES and "." in name]
    assert len(modules) >= 5
    for name in modules:
        assert (ROOT / "hooks/pathway" / f"{name.replace('.', '/')}.py").exists(), name
    types = [name for name in names if re.fullmatch(r"(?:[A-Z][a-z]+)+", name)]
    assert {"Claim", "Statement", "Text"} <= set(types)
    assert [name for name in types if not re.search(rf"^class {name}\b", CODE, re.M)] == []


def test_the_packages_stand_in_their_order() -> None:
    rows = re.findall(r"^\| `([a-z]+)` \|", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.M)
    assert rows == ["source", "records", "text", "model", "checks", "pages", "publish"]
