"""From the text of the data file to its records, or to every mistake in it with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from ..source.positions import KeyPath, YamlSource
from ..source.problems import ContentError, Problem, nearest
from ..source.yaml_reader import read_yaml
from .fields import EXPECTED_FORMAT, Words
from .pathway import Pathway

R = TypeVar("R", bound=BaseModel)
LONGEST = 80  # letters of a wrong text that a message shows


@dataclass(frozen=True)
class Data:
    """The records, and the file that they were read from."""

    records: Pathway
    source: YamlSource

    def problem(self, path: KeyPath, message: str, fragment: str = "") -> Problem:
        """Return a problem at `path`, or at `fragment` inside the text that stands there."""
        return problem_at(self.source, path, message, fragment)


def problem_at(source: YamlSource, path: KeyPath, message: str, fragment: str = "") -> Problem:
    """Return a problem at a place of the data file, named by its path."""
    line, column = source.line_col(path, fragment)
    return Problem(source.file, line, column, spell(path), message)


def spell(path: KeyPath) -> str:
    """Return a path in words, such as `treatments > a-treatment > good > 2nd`."""
    return " > ".join(f"item {p + 1}" if isinstance(p, int) else str(p) for p in path) or "file"


def load(file: str, text: str) -> Data:
    """Read the data file. Raises `ContentError` with every mistake of form."""
    source = read_yaml(file, text)
    try:
        return Data(Pathway.model_validate(source.value), source)
    except ValidationError as error:
        found = [_explain(source, dict(item)) for item in error.errors(include_url=False)]
        raise ContentError(found) from None


def _explain(source: YamlSource, error: dict[str, Any]) -> Problem:
    path: KeyPath = tuple(p for p in error["loc"] if p != "[key]")
    kind, given = error["type"], error.get("input")
    if kind == "extra_forbidden":
        line, column = source.key_line_col(path)
        hint = nearest(str(path[-1]), _fields_at(path[:-1]))
        message = f"unknown key '{path[-1]}'{hint}"
        return Problem(source.file, line, column, spell(path[:-1]), message)
    if kind == "missing":
        return problem_at(source, path[:-1], f"the key '{path[-1]}' is missing")
    if kind.endswith("_type"):
        return problem_at(source, path, f"{error['msg'].lower()}, not {_kind_of(given)}")
    if kind == "enum" or kind == "literal_error":
        hint = nearest(str(given), _quoted(error["msg"]))
        return problem_at(source, path, f"{_shown(given)} is not allowed: {error['msg'].lower()}{hint}")
    if kind == "string_pattern_mismatch" and "[key]" in error["loc"]:
        line, column = source.key_line_col(path)
        message = f"'{given}' is no id: small letters, digits and single hyphens"
        return Problem(source.file, line, column, spell(path[:-1]), message)
    if kind == "string_pattern_mismatch" and error["ctx"]["pattern"] in EXPECTED_FORMAT:
        return problem_at(source, path, f"{_shown(given)} is not {EXPECTED_FORMAT[error['ctx']['pattern']]}")
    if kind == "value_error":
        return problem_at(source, path, f"{_shown(given)}: {error['ctx']['error']}")
    return problem_at(source, path, error["msg"].lower())


def _shown(given: Any) -> str:
    """Return what was given, in quotes, and no more of it than a message can hold."""
    text = str(given)
    return f"'{text}'" if len(text) <= LONGEST else f"'{text[:LONGEST]}...'"


def _quoted(message: str) -> list[str]:
    return message.split("'")[1::2]


def _kind_of(value: Any) -> str:
    names = {dict: "a mapping", list: "a list", str: "text", bool: "true or false", int: "a number"}
    return "nothing" if value is None else names.get(type(value), type(value).__name__)


def _fields_at(path: KeyPath) -> list[str]:
    """Return the keys that the record at `path` may have, by walking the models."""
    model: Any = Pathway
    for part in path:
        field = model.model_fields.get(_attribute(model, part)) if _is_record(model) else None
        model = _record_in(field.annotation if field else model)
    return [f.alias or name for name, f in model.model_fields.items()] if _is_record(model) else []


def _attribute(model: Any, part: str | int) -> str:
    named: dict[str, str] = {f.alias: name for name, f in model.model_fields.items() if f.alias}
    return named.get(str(part), str(part))


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _record_in(annotation: Any) -> Any:
    """Return the record type inside `dict[Id, X]` or `list[X]`, or what was given."""
    if _is_record(annotation):
        return annotation
    return next((r for a in get_args(annotation) if _is_record(r := _record_in(a))), annotation)


def leaves(record: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield (path, value) for every single value of a record, whatever its type."""
    waiting: list[tuple[KeyPath, Any]] = [(path, record)]
    while waiting:
        here, value = waiting.pop()
        inside: list[tuple[KeyPath, Any]]
        if isinstance(value, dict):
            inside = [((*here, key), one) for key, one in value.items()]
        elif isinstance(value, list):
            inside = [((*here, index), one) for index, one in enumerate(value)]
        elif isinstance(value, BaseModel):
            inside = [((*here, key), getattr(value, name)) for name, key in _keys(type(value))]
        else:
            yield here, value
            continue
        waiting += reversed(inside)


def instances(record: Any, kind: type[R], path: KeyPath = ()) -> Iterator[tuple[KeyPath, R]]:
    """Yield (path, record) for every record of a kind below a record, wherever a field may hold one."""
    if isinstance(record, kind):
        yield path, record
    if isinstance(record, BaseModel):
        for name, key in _keys(type(record)):
            yield from instances(getattr(record, name), kind, (*path, key))
    elif isinstance(record, dict | list):
        inside: Iterable[tuple[Any, Any]] = record.items() if isinstance(record, dict) else enumerate(record)
        for part, one in inside:
            yield from instances(one, kind, (*path, part))


@cache
def _keys(model: type[BaseModel]) -> list[tuple[str, str]]:
    """Return (attribute, key in the file) for each field of a record."""
    return [(name, field.alias or name) for name, field in model.model_fields.items()]


def texts(record: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Words]]:
    """Yield (path, words) for every piece of text, name and reference of a record."""
    return ((p, words) for p, words in leaves(record, path) if isinstance(words, Words))
