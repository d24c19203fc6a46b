"""Change every figure, name, claim and question at once, each in its own way, and publish the whole.

Then every file is looked through, the zip and the one file among them: no old words are left, and
with the marks taken away all is as before. So each mark stands where its record does, and only there.
"""

from __future__ import annotations

import html
import itertools
import re
import string
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

import pathway.build
from commands import site
from pathway.records.content import Content, read_folder
from pathway.source.yaml_reader import read_yaml
from prove_records import MARK, START, Change, changes, left_over

MARKED = re.compile(rf"[ -]?{START}[a-z]{{3}}")
_TEXTS = {".html", ".json", ".csv", ".svg", ".xml", ".txt"}
# What rightly differs: checksums, the hash of the content, sizes, grades, dots, and places in the drawn tree.
_ASIDE = re.compile(
    r"[0-9a-f]{12}-[0-9a-f]{8}\b|[0-9a-f]{12,64}|\b\d+ KB|\b\d+\.\d(?=</td>)|\b\d+\.\d \d+\.\d \d+\.\d\b|(?:M\d+ \d+h\d*\.01)+|\d+ of a hundred dots|sha256-[A-Za-z0-9+/=]+|\b(?:x|y|d|height|viewBox)=\"[-\d. ML]+\""
)


def files(root: Path) -> dict[str, str]:
    """Return every text that is published by its name, those in the zip as well."""
    found = {}
    for path in sorted(p for name in ("site", "dist") for p in (root / name).rglob("*") if p.is_file()):
        name = path.relative_to(root).as_posix()
        if path.suffix in _TEXTS:
            found[name] = path.read_text("utf-8")
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                inside = [
                    n for n in archive.namelist() if Path(n).suffix in _TEXTS or n.endswith("search_index.js")
                ]
                found |= {f"{name}/{n}": archive.read(n).decode() for n in inside}
    return {name: _ASIDE.sub("", html.unescape(html.unescape(text))) for name, text in found.items()}


def marks() -> Iterator[str]:
    """Yield marks that stand in no text, all of one length."""
    return (START + "".join(letters) for letters in itertools.product(string.ascii_lowercase, repeat=3))


def changed(content: Content) -> list[Change]:
    """Return the change of every record, each with a mark or a number of its own."""
    numbers = (f"1.{n}" for n in range(501, 1000) if n % 10)  # no more than all, and below any range's end
    made = []
    for change, mark in zip(changes(content), marks(), strict=False):
        after = next(numbers) if change.field == "value" else change.after.replace(MARK, mark)
        made.append(Change(change.record, change.old, change.field, change.before, after))
    return made


def apply(root: Path, tried: list[Change]) -> None:
    """Write all changes into the data file of a copy."""
    path = root / "docs/pathway.yml"
    data: dict[str, Any] = read_yaml(path.name, path.read_text("utf-8")).value
    for record in data["treatments"].values():
        record.pop("breaks", None)  # says where a name may break, and must be that name
    for change in tried:
        kind, id = change.record.split()
        record = data[kind][id]
        if record.get("plural") == record[change.field]:  # one word for one and for many
            record["plural"] = change.after
        record[change.field] = change.after
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000), "utf-8")


def prove(root: Path) -> tuple[int, int, list[str]]:
    """Change a copied guide, and publish it before and after.

    Returns how many records were changed, how many files looked through, and what was stale.
    """
    apply(root, [])  # written in the same form, so that nothing differs but the marks
    site.publish(root)
    before, content = files(root), read_folder(root / "docs")
    tried = changed(content)
    apply(root, tried)
    with mock.patch.object(pathway.build, "check"):  # marked names and short forms are no mistakes here
        site.publish(root)
    return len(tried), len(before), list(stale(content, tried, before, files(root)))


def stale(
    content: Content, tried: list[Change], before: dict[str, str], after: dict[str, str]
) -> Iterator[str]:
    """Yield where old words still stand, and where something else has changed."""
    for change in tried:
        for name in left_over(content, change, after):
            yield f"{change.record} in {name}: the old words still stand"
    numbers = {change.after: change.before for change in tried if change.field == "value"}
    number = re.compile("|".join(map(re.escape, numbers)) or r"\Z")
    for name in sorted({*before, *after}):
        plain = number.sub(lambda m: numbers[m[0]], MARKED.sub("", after.get(name, "")))
        if _sorted(plain) != _sorted(before.get(name, "")):
            yield f"{name}: more or less than the records has changed"


def _sorted(text: str) -> list[str]:
    """Return the words in a fixed order: a new name may move in a list from A to Z."""
    return sorted(re.findall(r"\w+", text))
