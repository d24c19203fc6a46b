"""Names and titles hold no references: each is refused with its place, whatever it points at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from helpers.editing import Copy, run_command
from pathway.records.content import read_folder
from pathway.records.fields import Label

Write = Callable[..., Copy]
HOSTILE = [
    "[x][median#<script>alert(1)</script>]",
    "[y][nowhere]",
    "[][an-id]",
    "[][washer]",
    "[+][seal]",
    "[x][manual-1990#shut]",
]
NAMES = [
    ("title: A manual,", "sources > manual-1990 > title"),
    ("    name: washer", "treatments > washer > name"),
    ("name: seal,", "terms > seal > name"),
]


def _quoted(old: str, reference: str) -> str:
    """Return a line of YAML whose value ends in a reference."""
    key, _, value = old.partition(": ")
    end = "," if value.endswith(",") else ""
    return f'{key}: "{value.removesuffix(",")} {reference}"{end}'


@pytest.mark.parametrize("reference", HOSTILE)
@pytest.mark.parametrize(("old", "where"), NAMES)
def test_a_reference_in_a_name_is_refused_with_its_place(
    write: Write, old: str, where: str, reference: str
) -> None:
    guide = write()
    guide.replace(old, _quoted(old, reference))
    sign = "[]" if reference.startswith("[]") else "]["
    line, column = guide.place(reference).split(":")[1:]
    place = f"docs/pathway.yml:{line}:{int(column) + reference.index(sign)}"
    what = "a name or title holds no reference: write its words alone, without brackets"
    assert f"{place}: {where}: {what}" in guide.problems()


@pytest.mark.parametrize("reference", HOSTILE)
def test_a_reference_in_a_navigation_title_is_refused_with_its_place(write: Write, reference: str) -> None:
    guide = write()
    guide.replace("- Ways:", f'- "Ways {reference}":', "mkdocs.yml")
    what = f"the title 'Ways {reference}' must be plain words, without brackets or HTML"
    assert guide.problems() == [f"mkdocs.yml:4:6: nav: {what}"]


def test_html_in_a_navigation_title_is_refused(write: Write) -> None:
    guide = write()
    guide.replace("- Ways:", '- "Ways <b>":', "mkdocs.yml")
    what = "the title 'Ways <b>' must be plain words, without brackets or HTML"
    assert guide.problems() == [f"mkdocs.yml:4:6: nav: {what}"]


def test_the_command_tells_it_in_one_line(write: Write) -> None:
    guide = write()
    guide.replace("name: seal,", 'name: "seal [y][nowhere]",')
    said = run_command(guide.root, "check")
    what = "a name or title holds no reference: write its words alone, without brackets"
    assert (said.returncode, said.stdout) == (1, "")
    line = guide.place("seal [y]").split(":")[1]
    assert said.stderr == f"docs/pathway.yml:{line}:24: terms > seal > name: {what}\n"


def test_every_name_and_title_of_the_data_is_looked_at(copy: Copy) -> None:
    """A reference is put into each label of the small guide."""
    content = read_folder(copy.root / "docs")
    labels = [path for path, words in content.texts if isinstance(words, Label)]
    assert len(labels) > 40
    poisoned = content.data.source.value
    for path in labels:
        inside = poisoned
        for part in path[:-1]:
            inside = inside[part]
        inside[path[-1]] = f"{inside[path[-1]]} [y][nowhere]"
    copy.write("docs/pathway.yml", yaml.safe_dump(poisoned, sort_keys=False, allow_unicode=True, width=1000))
    told = [line for line in copy.problems() if "a name or title holds no reference" in line]
    assert len(told) == len(labels)
