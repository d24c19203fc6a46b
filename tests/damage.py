"""Ways to damage a guide's files, each the same again for the same seed and number."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from pathway.source.yaml_reader import read_yaml

Chance = random.Random
JUNK = (
    "[", "]", "][", "[][zzz]", "[+][shop]", "{", "}", "{{ x }}", "{% x %}", "<", "<b>", "#", "*x", "&x", "!x",
    "\t", ": ", "- ", '"', "'", "7", "half", "\u202e", "%", "~", "\x00", "\ud7ff", "::: view", "---\n", "| |\n",
    "$(x)", "\\",
)  # fmt: skip
WRONG: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    10**15,
    "",
    " ",
    "x" * 100_000,
    [],
    {},
    ["x"],
    {"x": "y"},
    [[["x"]]],
)


def _places(value: Any, parent: Any = None, key: Any = None) -> list[tuple[Any, Any]]:
    """Return (container, key) of everything in a tree."""
    found = [] if parent is None else [(parent, key)]
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inside:
        found += _places(one, value, name)
    return found


def _tree(change: Callable[[Chance, Any, list[tuple[Any, Any]]], None]) -> Callable[[Chance, str], str]:
    """Make a damage of text out of one of the parsed data."""

    def damage(chance: Chance, text: str) -> str:
        data = read_yaml("x", text).value
        change(chance, data, _places(data))
        return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)

    return damage


def _drop(chance: Chance, data: Any, places: list[tuple[Any, Any]]) -> None:
    parent, key = chance.choice(places)
    del parent[key]


def _rename(chance: Chance, data: Any, places: list[tuple[Any, Any]]) -> None:
    parent, key = chance.choice([place for place in places if isinstance(place[0], dict)])
    parent[str(key) + chance.choice(("x", " ", "-", "#", "é", "\u202e"))] = parent.pop(key)


def _move(chance: Chance, data: Any, places: list[tuple[Any, Any]]) -> None:
    mappings = [place for place in places if isinstance(place[0], dict)]
    (parent, key), (other, _) = chance.choice(mappings), chance.choice(mappings)
    other[key] = yaml.safe_load(yaml.safe_dump(parent.pop(key)))


def _wrong(chance: Chance, data: Any, places: list[tuple[Any, Any]]) -> None:
    parent, key = chance.choice(places)
    parent[key] = chance.choice(WRONG)


def _swap(chance: Chance, data: Any, places: list[tuple[Any, Any]]) -> None:
    scalars = [place for place in places if isinstance(place[0][place[1]], str)]
    (one, a), (other, b) = chance.sample(scalars, 2)
    one[a], other[b] = other[b], one[a]


def _route(chance: Chance, data: Any, places: list[tuple[Any, Any]]) -> None:
    steps = list(data["steps"].values())
    answers = chance.choice(steps)["answers"]
    answers[chance.choice(list(answers))] = chance.choice([*data["steps"], *data["outcomes"]])


def _nest(chance: Chance, data: Any, places: list[tuple[Any, Any]]) -> None:
    parent, key = chance.choice(places)
    for _ in range(chance.randint(15, 60)):
        parent[key] = [parent[key]]


def _line(chance: Chance, text: str) -> tuple[list[str], int]:
    lines = text.splitlines(keepends=True)
    return lines, chance.randrange(len(lines))


def _drop_line(chance: Chance, text: str) -> str:
    lines, at = _line(chance, text)
    return "".join(lines[:at] + lines[at + 1 :])


def _double_line(chance: Chance, text: str) -> str:
    lines, at = _line(chance, text)
    return "".join(lines[: at + 1] + lines[at:])


def _indent(chance: Chance, text: str) -> str:
    lines, at = _line(chance, text)
    return "".join([*lines[:at], " " * chance.randint(1, 5) + lines[at], *lines[at + 1 :]])


def _anchor(chance: Chance, text: str) -> str:
    at = chance.choice([i for i, c in enumerate(text) if text[i : i + 2] == ": "]) + 2
    return (
        text[:at] + chance.choice(("&a ", "*a ", "!!python/object:os.system ", "<<: *a ", "? ")) + text[at:]
    )


def _junk(chance: Chance, text: str) -> str:
    at, length = chance.randrange(len(text)), chance.choice((0, 0, 1, 5, 30))
    return text[:at] + chance.choice(JUNK) * chance.choice((1, 1, 1, 500)) + text[at + length :]


def _cut(chance: Chance, text: str) -> str:
    return text[: chance.randrange(len(text))]


DATA: dict[str, Callable[[Chance, str], str]] = {
    "key dropped": _tree(_drop),
    "key renamed": _tree(_rename),
    "key moved": _tree(_move),
    "wrong type or size": _tree(_wrong),
    "values swapped": _tree(_swap),
    "answer moved": _tree(_route),
    "nested deeply": _tree(_nest),
    "anchor, alias, merge or tag": _anchor,
}
TEXT: dict[str, Callable[[Chance, str], str]] = {
    "line dropped": _drop_line,
    "line doubled": _double_line,
    "line indented": _indent,
    "junk": _junk,
    "cut off": _cut,
    "bytes flipped": lambda chance, text: text,  # done on the bytes, below
}


def damaged(root: Path, seed: int, number: int) -> tuple[str, str, bytes]:
    """Return (kind of damage, file, its damaged bytes) for a number; the file itself is not touched."""
    chance = random.Random(f"{seed}-{number}")
    pages = sorted(p.relative_to(root).as_posix() for p in (root / "docs").rglob("*.md"))
    data = chance.random() < 0.7
    file = "docs/pathway.yml" if data else chance.choice([*pages, "mkdocs.yml"])
    kinds = DATA | TEXT if data else TEXT
    kind = chance.choice(list(kinds))
    before = (root / file).read_bytes()
    after = kinds[kind](chance, before.decode()).encode()
    if kind == "bytes flipped":
        flipped = bytearray(after)
        for _ in range(chance.randint(1, 6)):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        after = bytes(flipped)
    return f"{'data' if data else 'prose or settings'}: {kind}", file, after
