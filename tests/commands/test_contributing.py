"""The worked examples of CONTRIBUTING.md: applied to a copy, they build and show what they add."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from commands import site
from conftest import LONG, ROOT, copy_project
from helpers.editing import Copy, copy_tiny, run_command
from helpers.html_pages import squeeze, tree

_DIFF = re.compile(r"```diff (\S+)\n(.*?)```", re.DOTALL)
DIFFS = _DIFF.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
OF_CODE = [diff for diff in DIFFS if not diff[0].endswith("pathway.yml")]


def _apply(copy: Copy, file: str, diff: str) -> None:
    old = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] in " -")
    new = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[:1] in " +")
    if (copy.root / file).exists():
        copy.replace(f"\n{old}", f"\n{new}", file)
    else:
        assert not old
        copy.write(file, new)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The small guide with all changes of the code, with data that use them, published by its own code."""
    copy = Copy(copy_tiny(tmp_path_factory.mktemp("changed") / "guide"))
    for file, diff in OF_CODE:
        _apply(copy, file, diff)
    copy.replace(
        "    brief: A glued piece", "    takes: It takes less than an hour.\n    brief: A glued piece"
    )
    made = run_command(copy.root, "site")
    assert made.returncode == 0, made.stderr
    return copy


@LONG
def test_the_worked_example_builds(tmp_path: Path) -> None:
    copy = Copy(copy_project(tmp_path / "project"))
    diffs = [diff for diff in DIFFS if diff not in OF_CODE]
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
    assert "An example of a source" in page.css_first(".sources").text()
    told = squeeze(page.css_first("article").text())
    assert "Questions to ask It has a keyring. Newer people see it in another way. How well it works" in told
    unknown = squeeze(page.css_first("[id='example-treatment--unknown']").text())
    assert "The sources do not say how long the example stays here. Who may know: The editors." in unknown
    (pair,) = [
        pair
        for pair in tree(tmp_path / "site/clinicians/since-2002/index.html").css(".pair")
        if "Newer people" in pair.text()
    ]
    assert squeeze(pair.css_first(".then").text()).endswith("It has a keyring.")
    assert squeeze(pair.css_first(".now").text()) == "Limited since: Newer people see it in another way."


def test_a_field_is_three_edits_a_kind_of_page_one_module_and_a_check_one_function() -> None:
    files = [file.removeprefix("hooks/pathway/") for file, _ in OF_CODE]
    assert files == [
        "records/treatments.py", "templates/treatment.md.j2", "templates/comparison.md.j2",
        "records/kinds.py", "pages/views.py", "pages/views.py", "pages/who_to_ask.py", "templates/who-to-ask.md.j2",
        "docs/who-to-ask.md", "mkdocs.yml", "checks/values.py", "checks/values.py",
    ]  # fmt: skip
    for file, diff in (*OF_CODE[:6], OF_CODE[9]):
        added, gone = (re.findall(rf"(?m)^\{sign}", diff) for sign in "+-")
        assert len(added) == 1 and len(gone) <= 1, file


def test_the_code_of_the_examples_is_of_the_style_that_is_asked_for(changed: Copy) -> None:
    line = [sys.executable, "-m", "ruff", "check", "-q", "--config", str(ROOT / "pyproject.toml")]
    done = subprocess.run([*line, "hooks"], cwd=changed.root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_new_field_shows_on_its_page_and_in_the_comparison_and_on_paper(
    page: Page, changed: Copy
) -> None:
    said = "It takes less than an hour."
    page.goto((changed.root / "site/treatments/patch/index.html").as_uri())
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        expect(page.locator(".treatment > p.takes")).to_be_visible()
        expect(page.locator(".treatment > p.takes")).to_have_text(said)
    compared = tree(changed.root / "site/treatments/index.html")
    shown = {article.id: squeeze(article.text()) for article in compared.css("article.compared")}
    assert [id for id, text in shown.items() if said in text] == ["patch"]
    assert {article.parent.attributes["class"] for article in compared.css("article.compared")} == {"beside"}
    cells = {len(article.css(".cell")) for article in compared.css("article.compared")}
    assert cells == {len(compared.css(".headings > .cell"))}
    page.goto((changed.root / "site/treatments/index.html").as_uri() + "#pick=patch+new-tube")
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        expect(page.locator("#patch .takes")).to_be_visible()
    other = tree(changed.root / "site/treatments/sealant/index.html")
    assert other.css_first(".takes") is None


def test_the_new_kind_of_page_lists_each_once(changed: Copy) -> None:
    page = tree(changed.root / "site/who-to-ask/index.html")
    assert page.css_first("h1").text() == "Whom to ask"
    assert [squeeze(li.text()) for li in page.css_first("article ul").css("li")] == [
        "Anyone with a bucket of water", "You", "A shop", "A maker of it",
    ]  # fmt: skip


def test_the_new_check_refuses_at_its_place(changed: Copy) -> None:
    changed.replace("label: Put on a piece", "label: Put a piece of rubber on the hole in the inner tube")
    told = run_command(changed.root, "check")
    assert told.returncode == 1
    place = changed.place("Put a piece of rubber on the hole in the inner tube")
    assert told.stderr.startswith(f"{place}: treatments > patch > label: a short name has at most 40 letters")
    changed.replace("label: Put a piece of rubber on the hole in the inner tube", "label: Put on a piece")
