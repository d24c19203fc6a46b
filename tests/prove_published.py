"""Change every figure, name, claim and question at once, each in its own way, and publish the whole.

Then every file is looked through, the zip and the one file among them: no old words are left, and
with the marks taken away all is as before. So each mark stands where its record does, and only there.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

import pathway.build
from commands import site
from helpers.searching import full_texts
from pathway.records.content import read_folder
from pathway.source.yaml_reader import read_yaml
from prove_records import Change, changes, plain, stale

_TEXTS = {".html", ".json", ".csv", ".svg", ".xml", ".txt"}


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
    return {name: plain(whole(text) if "search_index" in name else text) for name, text in found.items()}


def whole(index: str) -> str:
    """Return an index of search with the sentences that stand twice put back.

    Without the words that a record spells otherwise than its name does: with a mark, that is every one.
    """
    before, start, rest = index.partition("{")
    data, end = json.JSONDecoder().raw_decode(start + rest)
    data["docs"]["text"] = full_texts(data)
    del data["config"]["often"], data["config"]["same"]
    return f"{before}{json.dumps(data, ensure_ascii=False)}{rest[end - 1 :]}"


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
    tried = list(changes(content))
    apply(root, tried)
    with mock.patch.object(pathway.build, "check"):  # marked names and short forms are no mistakes here
        site.publish(root)
    return len(tried), len(before), list(stale(content, tried, before, files(root)))
