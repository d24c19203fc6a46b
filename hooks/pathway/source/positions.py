"""Where each value of a read YAML file stands: asked for mistakes only, so nothing is kept for it."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from .references import blank

KeyPath = tuple[str | int, ...]
LineCol = tuple[int, int]

_REFERENCE = re.compile(r"\[[^\[\]\n]*\]\[[^\[\]\s]+\]")


@dataclass(frozen=True)
class YamlSource:
    """A parsed YAML file: its `value`, and the tree of nodes that knows the places."""

    file: str
    text: str
    value: Any = None
    root: yaml.Node | None = None

    def line_col(self, path: KeyPath, fragment: str = "") -> LineCol:
        """Return the (line, column) of the value at `path`, or of its nearest parent.

        With a `fragment`, return the place of its first appearance inside the value.
        """
        node = self._nodes(path)[1]
        if node is None:
            return 1, 1
        start, end = node.start_mark.index, node.end_mark.index
        at = self._find(fragment, start, end) if fragment else -1
        return line_col_at(self.text, at) if at >= 0 else line_col_of(node)

    def _find(self, fragment: str, start: int, end: int) -> int:
        """Return where a fragment stands: for words, outside of references such as `[x][id]`."""
        inside = self.text[start:end]
        if "][" not in fragment:
            inside = blank(inside, _REFERENCE)
        at = inside.find(fragment)
        return start + at if at >= 0 else self.text.find(fragment, start, end)

    def key_line_col(self, path: KeyPath) -> LineCol:
        """Return the (line, column) of the key that leads to `path`."""
        node = next(filter(None, self._nodes(path)), None)
        return line_col_of(node) if node else (1, 1)

    def _nodes(self, path: KeyPath) -> tuple[yaml.Node | None, yaml.Node | None]:
        """Return the nodes of the key and of the value at `path`; of its nearest parent, the value."""
        value = self.root
        key: yaml.Node | None = None
        for part in path:
            found = _inside(value, part)
            if not found:
                return None, value
            key, value = found
        return key, value


def line_col_at(text: str, at: int) -> LineCol:
    """Return the (line, column) of a place of a text, both counted from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def line_col_of(node: yaml.Node) -> LineCol:
    """Return the (line, column) at which a node begins, both counted from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def _inside(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    """Return the nodes (key, value) of one part of a mapping or a list, where it is there."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None
