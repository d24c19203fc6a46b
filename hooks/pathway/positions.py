"""Read YAML into plain values, and remember where each of them stands.

Only the plain part of YAML is taken: mappings, lists, text, whole numbers, `true`, `false` and
nothing. Anchors, merges, tags and equal keys are refused, because each of them lets one
line say something that another line silently changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from .problems import ContentError, Problem

Path = tuple[str | int, ...]
Place = tuple[int, int]

LARGEST = 2_000_000  # characters; the real file is a tenth of it
DEEPEST = 20  # levels; the real file has eight
_REFERENCE = re.compile(r"\[[^\[\]\n]*\]\[[^\[\]\s]+\]")
# Kinds of scalars are told apart here, not by the reader: its base form does the least.
_FAST: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})")


@dataclass
class Source:
    """A parsed YAML file: its `value`, and the (line, column) of every value and key in it."""

    file: str
    text: str
    value: Any = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    _spans: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path, fragment: str = "") -> Place:
        """Return the (line, column) of the value at `path`, or of its nearest parent.

        With a `fragment`, return the place of its first appearance inside the value.
        """
        while path and path not in self.values:
            path = path[:-1]
        start, end = self._spans.get(path, (0, 0))
        at = self._find(fragment, start, end) if fragment else -1
        if at < 0:
            return self.values.get(path, (1, 1))
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)

    def _find(self, fragment: str, start: int, end: int) -> int:
        """Return where a fragment stands: for words, outside of references such as `[x][id]`."""
        inside = self.text[start:end]
        if "][" not in fragment:
            inside = _REFERENCE.sub(lambda match: " " * len(match[0]), inside)
        at = inside.find(fragment)
        return start + at if at >= 0 else self.text.find(fragment, start, end)

    def key_place(self, path: Path) -> Place:
        """Return the (line, column) of the key that leads to `path`."""
        return self.keys.get(path) or self.place(path)


def read_yaml(file: str, text: str) -> Source:
    """Parse `text`; `file` is its name in messages. Raises `ContentError` with every problem."""
    source = Source(file, text)
    if len(text) > LARGEST:
        raise ContentError([Problem(file, 1, 1, "file", f"larger than {LARGEST} characters")])
    try:
        root = _compose(file, text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = " ".join(part for part in (error.context, error.problem) if part)
        raise ContentError([Problem(file, line, column, "YAML", what)]) from None
    except yaml.YAMLError as error:
        what = str(error).splitlines()[0]
        raise ContentError([Problem(file, 1, 1, "YAML", what)]) from None
    problems: list[Problem] = []
    if root is not None:
        source.value = _construct(root, (), source, problems)
    if problems:
        raise ContentError(problems)
    return source


def _compose(file: str, text: str) -> yaml.Node | None:
    """Read with the fast reader where there is one; mistakes are told by the plain one."""
    try:
        _refuse_indirection(file, text, _FAST)
        return yaml.compose(text, Loader=_FAST)
    except yaml.YAMLError:
        _refuse_indirection(file, text, yaml.BaseLoader)
        return yaml.compose(text, Loader=yaml.BaseLoader)


def _refuse_indirection(file: str, text: str, loader: Any) -> None:
    """Refuse anchors, aliases, tags and deep nesting while reading events, before any expansion."""
    problems: list[Problem] = []
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        mark = event.start_mark
        assert mark is not None
        here = (file, mark.line + 1, mark.column + 1, "YAML")
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            problems.append(Problem(*here, f"alias '*{anchor}': write the value out"))
        elif anchor:
            problems.append(Problem(*here, f"anchor '&{anchor}': give the record an id"))
        if tag:
            problems.append(Problem(*here, f"tag '{tag}': only plain values are read"))
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            problems.append(Problem(*here, f"nested deeper than {DEEPEST} levels"))
            break
    if problems:
        raise ContentError(problems)


def _construct(node: yaml.Node, path: Path, source: Source, problems: list[Problem]) -> Any:
    start = node.start_mark
    source.values[path] = (start.line + 1, start.column + 1)
    source._spans[path] = (start.index, node.end_mark.index)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, i), source, problems) for i, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, source, problems)
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node)


def _mapping(node: yaml.MappingNode, path: Path, source: Source, problems: list[Problem]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in node.value:
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        where = " > ".join(str(part) for part in path) or "file"
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(source.file, line, column, where, "a key must be text"))
            continue
        name = str(key.value)
        if name in result:
            first = source.keys[(*path, name)][0]
            what = f"duplicate key '{name}', first given in line {first}"
            problems.append(Problem(source.file, line, column, where, what))
            continue
        source.keys[(*path, name)] = (line, column)
        result[name] = _construct(value, (*path, name), source, problems)
    return result


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    text = str(node.value)
    if node.style:  # quoted or folded: text, whatever it looks like
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text
