"""The worked example of CONTRIBUTING.md: applied to a copy, it builds and shows what it adds."""

from __future__ import annotations

import re
from pathlib import Path

from commands import site
from conftest import ROOT, copy_project
from helpers.editing import Copy
from helpers.html_pages import tree

_DIFF = re.compile(r"```diff (\S+)\n(.*?)```", re.DOTALL)


def _apply(copy: Copy, file: str, diff: str) -> None:
    old = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] in " -")
    new = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] in " +")
    if (copy.root / file).exists():
        copy.replace(f"\n{old}", f"\n{new}", file)
    else:
        assert not old
        copy.write(file, new)


def test_the_worked_example_builds(tmp_path: Path) -> None:
    copy = Copy(copy_project(tmp_path / "project"))
    diffs = _DIFF.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert len(diffs) >= 6
    for file, diff in diffs:
        _apply(copy, file, diff)
    assert copy.problems() == []
    site.build_to(tmp_path / "site", copy.root)
    guide = tree(tmp_path / "site/decision-guide/index.html")
    assert guide.css("section.question h2")[0].id == "example-step"
    assert guide.css_first("#example-ending") is not None
    assert tree(tmp_path / "site/glossary/index.html").css_first("#keyring") is not None
    page = tree(tmp_path / "site/treatments/example-treatment/index.html")
    assert page.css_first("h1").text() == "Example treatment"
