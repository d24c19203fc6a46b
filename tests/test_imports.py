"""The rooms of the code: each is listed, and imports go one way."""

from __future__ import annotations

import ast
import graphlib
import re
import sys
from pathlib import Path

from conftest import ROOT

PACKAGE = ROOT / "hooks/pathway"
OTHERS = {"jinja2", "markupsafe", "pydantic", "pydantic_core", "yaml"}  # what the package may build on
_ROW = re.compile(r"^\| (`[^|]*`) \|", re.MULTILINE)


def _imports(path: Path) -> tuple[set[str], set[str]]:
    """Return what a module imports: from its own package, and from outside."""
    own, outside = set(), set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            own |= {node.module} if node.module else {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            outside.add(str(node.module).partition(".")[0])
        elif isinstance(node, ast.Import):
            outside |= {alias.name.partition(".")[0] for alias in node.names}
    return own, outside


def _modules() -> dict[str, Path]:
    return {path.stem: path for path in sorted(PACKAGE.glob("*.py")) if path.stem != "__init__"}


def _rows() -> list[list[str]]:
    """Return the rooms of the table in ARCHITECTURE.md, row by row."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rows = [re.findall(r"`([^`]+)`", cell) for cell in _ROW.findall(text)]
    return [row for row in rows if not any("." in room for room in row)]


def test_no_room_imports_in_a_circle() -> None:
    order = graphlib.TopologicalSorter({name: _imports(path)[0] for name, path in _modules().items()})
    assert len(list(order.static_order())) == len(_modules())


def test_every_room_is_listed_and_imports_only_earlier_ones() -> None:
    place = {room: number for number, row in enumerate(_rows()) for room in row}
    assert set(place) == set(_modules())
    for name, path in _modules().items():
        later = {other for other in _imports(path)[0] if place[other] > place[name]}
        assert not later, f"{name} imports {later}, which the table lists after it"


def test_the_package_stands_without_mkdocs_and_the_commands() -> None:
    for name, path in _modules().items():
        outside = _imports(path)[1] - set(sys.stdlib_module_names)
        assert outside <= OTHERS, f"{name} imports {outside - OTHERS}"
