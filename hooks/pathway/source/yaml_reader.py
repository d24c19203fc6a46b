"""Read YAML into plain values, with libyaml alone: one reader, one notion of what is valid.

Only the plain part of YAML is taken: mappings, lists, text, whole numbers, `true`, `false` and
nothing. Anchors, merges, tags and equal keys are refused, because each of them lets one
line say something that another line silently changes.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .positions import KeyPath, YamlSource, line_col_of
from .problems import ContentError, Problem
from .slips import explain, slip

DEEPEST = 20  # levels; the real file has eight
_TOO_DEEP = f"nested deeper than {DEEPEST} levels"
_WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})")
# Where an anchor, an alias or a tag may begin. A text without these signs has none of them.
_MAY_HIDE = re.compile(r"(?:[&*](?=\S)|!)(?<![^\s\[{,:?-].)")
_COMMENT = re.compile(r"[ \t]+#")
_CURLY = re.compile("[“”„‘’][^“”„‘’]*[“”‘’]")  # as if they were quotes of YAML


class _Loader(yaml.CBaseLoader):
    """libyaml's reader. It guesses no kinds, and stops before the depth can harm."""

    depth = 0

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, parent: yaml.Node | None, index: Any) -> None:
        self.depth += 1
        if parent is not None and self.depth > DEEPEST + 1:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=parent.start_mark)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def read_yaml(file: str, text: str) -> YamlSource:
    """Parse `text`; `file` is its name in messages. Raises `ContentError` with every problem."""
    try:
        if _MAY_HIDE.search(text) and (hidden := list(_indirection(file, text))):
            raise ContentError(hidden)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise ContentError([explain(file, text, error, _Loader)]) from None
    except yaml.YAMLError as error:
        raise ContentError([Problem(file, 1, 1, "YAML", str(error).splitlines()[0])]) from None
    if root is None:
        return YamlSource(file, text)
    problems = list(_cut_off(file, text.split("\n"), root))
    value = _construct(root, (), file, problems)
    if problems:
        raise ContentError(problems)
    return YamlSource(file, text, value, root)


def _indirection(file: str, text: str) -> Iterator[Problem]:
    """Yield anchors, aliases and tags while reading events, before any expansion."""
    lines, depth = [*text.split("\n"), ""], 0
    for event in yaml.parse(text, Loader=_Loader):
        mark = event.start_mark
        assert mark is not None
        here = (file, lines, mark.line, mark.column)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            yield slip(*here, f"alias '*{anchor}': write the value out, or put a text in quotes")
        elif anchor:
            yield slip(*here, f"anchor '&{anchor}': give the record an id, or put a text in quotes")
        if tag:
            yield slip(*here, f"tag '{tag}': only plain values are read: put a text in quotes")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:  # here, too: the time that libyaml takes grows with the square
            yield slip(*here, _TOO_DEEP)
            return


def _cut_off(file: str, lines: list[str], node: yaml.Node) -> Iterator[Problem]:
    """Yield texts that end where a comment begins: who wrote `Nobody paid #1` lost words unseen."""
    if isinstance(node, yaml.CollectionNode):
        for part in node.value:
            for inside in part if isinstance(part, tuple) else (part,):
                yield from _cut_off(file, lines, inside)
    elif isinstance(node, yaml.ScalarNode) and not node.style:
        start, end = node.start_mark, node.end_mark
        if end.line < len(lines) and (comment := _COMMENT.match(lines[end.line], end.column)):
            what = "' #' begins a comment, and the text ends there: put it in quotes, or the comment above"
            yield slip(file, lines, end.line, comment.end() - 1, what)
        if _CURLY.fullmatch(node.value) or node.value.count('"') % 2:
            what = "only straight quotes hold a text, one before and one after it: put it in two of them"
            yield slip(file, lines, start.line, start.column, what)


def _construct(node: yaml.Node, path: KeyPath, file: str, problems: list[Problem]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, i), file, problems) for i, item in enumerate(node.value)]
    result: dict[str, Any] = {}
    first: dict[str, int] = {}
    for key, value in node.value:
        here = (file, *line_col_of(key), " > ".join(str(part) for part in path) or "file")
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(*here, "a key must be text"))
        elif key.value in first:
            what = f"duplicate key '{key.value}', first given in line {first[key.value]}"
            problems.append(Problem(*here, what))
        else:
            first[key.value] = key.start_mark.line + 1
            result[key.value] = _construct(value, (*path, key.value), file, problems)
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
