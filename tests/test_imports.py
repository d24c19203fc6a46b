"""The packages of the code stand in the order of the flow: each imports earlier ones, never later ones."""

from __future__ import annotations

import ast
import graphlib
import sys
from pathlib import Path

from conftest import ROOT

PACKAGE = ROOT / "hooks/pathway"
ORDER = ("source", "records", "text", "model", "checks", "pages", "publish", "build")
LIBRARIES = {
    "jinja2",
    "markdown",
    "markupsafe",
    "pydantic",
    "pydantic_core",
    "selectolax",
    "yaml",
}  # what the package may build on
MODULES = {
    path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", "."): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.stem != "__init__"
}


def _imports(name: str, path: Path) -> tuple[set[str], set[str]]:
    """Return what a module imports: modules of the package, and the libraries outside of it."""
    own, outside = set(), set()
    here = name.split(".")
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = here[: len(here) - node.level]
            target = ".".join([*above, *([node.module] if node.module else [])])
            own |= {target} if target in MODULES else {f"{target}.{a.name}".strip(".") for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            outside.add(str(node.module).partition(".")[0])
        elif isinstance(node, ast.Import):
            outside |= {alias.name.partition(".")[0] for alias in node.names}
    return own, outside


def _package(module: str) -> str:
    return module.partition(".")[0]


def test_every_package_has_a_place_in_the_order() -> None:
    assert {_package(name) for name in MODULES} == set(ORDER)


def test_no_package_imports_a_later_one() -> None:
    wrong = [
        f"{name} imports {other}"
        for name, path in MODULES.items()
        for other in sorted(_imports(name, path)[0])
        if ORDER.index(_package(other)) > ORDER.index(_package(name))
    ]
    assert wrong == []


def test_no_modules_import_each_other_in_a_cycle() -> None:
    order = graphlib.TopologicalSorter({name: _imports(name, path)[0] for name, path in MODULES.items()})
    assert set(order.static_order()) == set(MODULES)


def test_the_package_stands_without_mkdocs_and_the_commands() -> None:
    for name, path in MODULES.items():
        outside = _imports(name, path)[1] - set(sys.stdlib_module_names) - {"__future__"}
        assert outside <= LIBRARIES, f"{name} imports {outside - LIBRARIES}"
