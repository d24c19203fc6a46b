"""The real commands, given a mistake: its message, no traceback, and the old site as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from commands.site import Refused, print_booklet
from conftest import LONG
from grow import grow
from helpers.editing import ROOT, Copy, copy_project, digests, run_command


@pytest.fixture
def published(second: Path, tmp_path: Path) -> Copy:
    """A small guide that was published once."""
    return Copy(shutil.copytree(second.parent, tmp_path / "published"))


def test_publishing_says_how_many_pages_there_are(copy: Copy) -> None:
    done = run_command(copy.root, "site")
    pages = sum(1 for _ in (copy.root / "site").rglob("*.html"))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"site/ holds {pages} pages.\n", "")


def _yaml(copy: Copy) -> None:
    copy.replace("  tire: {name: tire,", "  tire: {name: tire")


def _id(copy: Copy) -> None:
    copy.replace("treatment: sealant", "treatment: sealnt")


def _quantity(copy: Copy) -> None:
    copy.replace("It makes a mess.", "It makes 45 holes.")


def _dead_end(copy: Copy) -> None:
    copy.replace(", unseen: slow-where}", "}")


def _page(copy: Copy) -> None:
    copy.write("docs/more.md", "No heading.\n")


def _nav(copy: Copy) -> None:
    copy.replace("  - all-results.md\n", "  - all-result.md\n", "mkdocs.yml")


DAMAGE = [_yaml, _id, _quantity, _dead_end, _page, _nav]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_mistake_is_told_and_the_old_site_stays(published: Copy, damage: Callable[[Copy], None]) -> None:
    before = {name: digests(published.root / name) for name in ("site", "dist")}
    damage(published)
    done = run_command(published.root, "site")
    told = "\n".join(map(str, published.shown()))
    assert told
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{told}\nNothing was changed in site/.\n"
    assert {name: digests(published.root / name) for name in ("site", "dist")} == before
    assert not (published.root / ".build").exists()


def test_a_link_that_only_the_build_can_see_is_told(published: Copy) -> None:
    before = digests(published.root / "site")
    published.replace("](all-results.md)", "](assets/all.png)", "docs/index.md")
    done = run_command(published.root, "site")
    assert done.returncode == 1
    assert "index.md" in done.stderr and "assets/all.png" in done.stderr
    assert done.stderr.endswith("\nAborted with 1 warnings in strict mode!\nNothing was changed in site/.\n")
    assert "Traceback" not in done.stderr
    assert digests(published.root / "site") == before


@pytest.mark.parametrize(
    ("file", "slip", "said"),
    [
        ("hooks/pathway/templates/sources.md.j2", "{% set a = v }", "unexpected '}'"),
        ("hooks/pathway/templates/sources.md.j2", "{{ v.nothing_such }}", "has no attribute 'nothing_such'"),
        ("hooks/theme/main.html", "{% endfor %}", "Encountered unknown tag 'endfor'."),
    ],
)
def test_a_slip_in_a_template_is_one_line_with_its_place(
    published: Copy, file: str, slip: str, said: str
) -> None:
    before = digests(published.root / "site")
    text = published.read(file)
    published.write(file, f"{text}\n{slip}\n")
    line = text.count("\n") + 2
    done = run_command(published.root, "site")
    told, *rest = done.stderr.splitlines()[-2:]
    assert told.startswith(f"{file}:{line}:1: template: ") and said in told
    assert (done.returncode, rest) == (1, ["Nothing was changed in site/."])
    assert "Traceback" not in done.stderr
    assert digests(published.root / "site") == before


def test_settings_that_mkdocs_refuses_are_told(copy: Copy) -> None:
    copy.write("mkdocs.yml", copy.read("mkdocs.yml") + "\ntheme: {name: nowhere}\n")
    done = run_command(copy.root, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Unrecognised theme name: 'nowhere'." in done.stderr and "Traceback" not in done.stderr
    assert done.stderr.endswith("\nmkdocs.yml:1:1: settings: Aborted with a configuration error!\n")


@pytest.mark.parametrize(("appendix", "more"), [(False, []), (True, ["appendix"])])
def test_the_booklet_is_printed_from_the_one_file_beside_it(
    tmp_path: Path, appendix: bool, more: list[str]
) -> None:
    for name in ("guide.html", "guide.zip"):
        (tmp_path / name).write_text("")
    printer = tmp_path / "printer"
    printer.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "$word"; done > "{tmp_path}/asked"\n')
    printer.chmod(0o755)
    print_booklet(tmp_path, str(printer), appendix)
    script = str(ROOT / "booklet/print.py")
    meant = [script, f"{tmp_path}/guide.html", f"{tmp_path}/guide.pdf", *more]
    assert (tmp_path / "asked").read_text().splitlines() == meant
    printer.write_text("#!/bin/sh\necho first >&2\necho more >&2\necho the last line >&2\nexit 1\n")
    with pytest.raises(Refused, match=r"^The booklet was not printed\. the last line$"):
        print_booklet(tmp_path, str(printer), appendix)


def test_settings_that_do_not_parse_are_told(published: Copy) -> None:
    before = digests(published.root / "site")
    published.write("mkdocs.yml", "nav: [\n")
    done = run_command(published.root, "site")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "mkdocs.yml" in done.stderr
    assert digests(published.root / "site") == before


def test_checking_says_the_same_as_building(copy: Copy) -> None:
    assert run_command(copy.root, "check").returncode == 0
    _quantity(copy)
    _page(copy)
    done = run_command(copy.root, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "\n".join(map(str, copy.shown())) + "\n"


@LONG
def test_the_larger_guide_of_the_benchmark_has_no_problems(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    grow(root, 2)
    done = run_command(root, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rpartition("No problems in ")[2].startswith("66 pages.")
