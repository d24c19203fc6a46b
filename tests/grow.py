"""Make a larger guide out of one: every record and page many times over, under other names.

The base source, the routing and the pages that stand once stay as they are: a guide has one of
each, however large it is. New treatments are options wherever the first ones are.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import yaml

from pathway.records.pathway import SLOTS
from pathway.source.yaml_reader import read_yaml

SEED = 1906
COPIED = (
    "sources",
    "figures",
    "terms",
    "claims",
    "silences",
    "treatments",
    "asks",
    "values",
)
# Keys whose values point at records; in all others an equal word is only a word.
POINTS = {
    "page",
    *("from", "meaning_from", "sources", "family", "questions", "treatment", "because", "answers"),
    *("replaces", "limits", "adds", "confirms", "benefit", "harm", "cautions"),
    *SLOTS,
}
NAMES = {
    "name",
    "brands",
    "breaks",
    "title",
    "plural",
    "abbreviations",
    "synonyms",
    "old_names",
    "spellings",
    "misspellings",
    "unbalanced",
}
ASKED = ("asked_as", "slots_asked_as")  # a phrase leads to one section
_REFERENCE = re.compile(r"(\[[^\[\]\n]*\]\[)([^\[\]\s#]+)(#[^\[\]\s]+)?\]")
_VIEW = re.compile(r"^(::: [a-z-]+ )([a-z0-9-]+)$", re.M)


class Copier:
    """Writes the copy of a value under one more word, such as `bavol`."""

    def __init__(self, word: str, ids: set[str]) -> None:
        self.word, self.ids = word, ids

    def id(self, id: str) -> str:
        """Return the id of the copy of a record; of one that is not copied, its own."""
        record, mark, passage = id.partition("#")
        known = {record, record.removeprefix("treatments/")} & self.ids  # a record's page has its id
        return f"{record}-{self.word}{mark}{passage}" if known else id

    def text(self, text: str) -> str:
        """Return a text that points at the copies."""
        text = _REFERENCE.sub(lambda m: f"{m[1]}{self.id(m[2] + (m[3] or ''))}]", text)
        return _VIEW.sub(lambda m: m[1] + self.id(m[2]), text)

    def value(self, value: Any, key: str = "") -> Any:
        """Return the copy of what stands under a key."""
        if isinstance(value, dict):
            return {name: self.value(inside, name) for name, inside in value.items() if name not in ASKED}
        if isinstance(value, list):
            return [self.value(inside, key) for inside in value]
        if not isinstance(value, str):
            return value
        if key in POINTS:
            return self.id(value)
        if key == "link":
            return f"{value}#{self.word}"  # one page, one source
        return f"{value} {self.word}" if key in NAMES else self.text(value)


def words(count: int) -> list[str]:
    """Return made-up words, each another, always the same ones."""
    chance = random.Random(SEED)
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(chance.choice(letters) for letters in ("bdgkv", "aiou", "lmnrz", "aiou", "bdgkv"))] = (
            None
        )
    return list(made)


def grow(root: Path, times: int) -> None:
    """Make the guide in `root` so many times as large, in place."""
    file = root / "docs/pathway.yml"
    data = read_yaml(file.name, file.read_text("utf-8")).value
    # One base; what the guide alone cites; and names with a number, which is told from a quantity by its name alone.
    once = {data["guide"]["base"], *data["guide"]["picture"]["sources"]}
    once |= {id for id, term in data["terms"].items() if re.search(r"\d", term["name"])}
    ids = {id for kind in COPIED for id in data[kind]} - once
    pages = sorted(
        p for folder in ("treatments", "understand") for p in (root / "docs" / folder).glob("*.md")
    )
    pages = [page for page in pages if page.stem != "index"]
    page_ids = {page.relative_to(root / "docs").as_posix().removesuffix(".md") for page in pages}
    first = {kind: dict(data[kind]) for kind in COPIED}
    nav: list[str] = []
    lists = [outcome["options"] for outcome in data["outcomes"].values()]
    lists += [a["adds"] for q in data["questions"].values() for a in q["answers"].values() if "adds" in a]
    own = [(place, list(place)) for place in lists]
    for word in words(times - 1):
        copier = Copier(word, ids | page_ids)
        for kind in COPIED:
            for id, record in first[kind].items():
                if id in ids:
                    data[kind][copier.id(id)] = copier.value(record)
                    if kind == "claims":
                        data[kind][copier.id(id)]["alike"] = "A copy"
        for place, options in own:
            place += copier.value(options)
        for page in pages:
            copy = page.with_name(f"{page.stem}-{word}.md")
            _, front, text = page.read_text("utf-8").split("---\n", 2)
            kept = yaml.safe_dump(copier.value(yaml.safe_load(front)), allow_unicode=True, width=1000)
            copy.write_text(f"---\n{kept}---\n{copier.text(text)}", "utf-8")
            nav.append(f"  - {copy.relative_to(root / 'docs').as_posix()}\n")
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "".join(nav), "utf-8")
    _lift_limits(root)


def _lift_limits(root: Path) -> None:
    """Let the copied code read a file of any size, and take a short form with a longer name in it."""
    for file, old, new in (
        ("records/content.py", r"LARGEST = [\d_]+", "LARGEST = 1 << 40"),
        ("checks/claims.py", r"SHORT = \d+", "SHORT = 30"),
    ):
        path = root / "hooks/pathway" / file
        path.write_text(re.sub(f"^{old}", new, path.read_text("utf-8"), flags=re.M))
