"""From the text of the data file to its records, or to every mistake in it with its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from ..source.positions import KeyPath, YamlSource
from ..source.problems import ContentError, Problem, nearest
from ..source.yaml_reader import read_yaml
from .fields import EXPECTED_FORMAT
from .pathway import Pathway

LONGEST = 80  # letters of a wrong text that a message shows


@dataclass(frozen=True)
class Data:
    """The records, and the file that they were read from."""

    records: Pathway
    source: YamlSource


def problem_at(source: YamlSource, path: KeyPath, message: str, fragment: str = "") -> Problem:
    """Return a problem at a path of the data file, or at a fragment of the text that stands there."""
    return Problem(source.file, *source.line_col(path, fragment), spell(path), message)


def spell(path: KeyPath) -> str:
    """Return a path in words, such as `claims > a-claim > say`."""
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
    said = re.sub(r"valid dictionary or instance of \w+", "mapping", error["msg"].lower())
    if kind == "extra_forbidden":
        hint = nearest(str(path[-1]), _fields_at(path[:-1]))
        return _problem_of_key(source, path, f"unknown key '{path[-1]}'{hint}")
    if kind == "missing":
        return problem_at(source, path[:-1], f"the key '{path[-1]}' is missing")
    if kind.endswith("_type"):
        return problem_at(source, path, f"{said}, not {_kind_of(given)}")
    if kind in ("enum", "literal_error"):
        hint = nearest(str(given), error["msg"].split("'")[1::2])
        return problem_at(source, path, f"{_shown(given)} is not allowed: {said}{hint}")
    if kind == "string_pattern_mismatch" and "[key]" in error["loc"]:
        what = f"'{given}' is no id: small letters, digits and single hyphens"
        return _problem_of_key(source, path, what)
    if kind == "string_pattern_mismatch" and error["ctx"]["pattern"] in EXPECTED_FORMAT:
        return problem_at(source, path, f"{_shown(given)} is not {EXPECTED_FORMAT[error['ctx']['pattern']]}")
    if kind == "value_error":
        return problem_at(source, path, f"{_shown(given)}: {error['ctx']['error']}")
    return problem_at(source, path, said)


def _problem_of_key(source: YamlSource, path: KeyPath, message: str) -> Problem:
    return Problem(source.file, *source.key_line_col(path), spell(path[:-1]), message)


def _shown(given: Any) -> str:
    """Return what was given, in quotes, and no more of it than a message can hold."""
    text = str(given)
    return f"'{text[:LONGEST]}{'...' * (len(text) > LONGEST)}'"


def _kind_of(value: Any) -> str:
    names = {dict: "a mapping", list: "a list", str: "text", bool: "true or false", int: "a number"}
    return "nothing" if value is None else names.get(type(value), type(value).__name__)


def _fields_at(path: KeyPath) -> dict[Any, Any]:
    """Return the type of each key that the record at `path` may have, by walking the models."""
    fields = _fields_in(Pathway)
    for part in path:
        fields = _fields_in(fields[part]) if part in fields else fields
    return fields


def _fields_in(kind: Any) -> dict[Any, Any]:
    """Return the type of each key of a record, or of the record inside `dict[Id, X]` or `list[X]`."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {key: kind.model_fields[name].annotation for name, key in _keys(kind)}
    return next(filter(None, map(_fields_in, get_args(kind))), {})


def walk(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield (path, value) for a value and for everything that a record, mapping or list holds, in order."""
    yield path, value
    inside: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, BaseModel):
        inside = ((key, getattr(value, name)) for name, key in _keys(type(value)))
    elif isinstance(value, dict | list):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
    for part, one in inside:
        yield from walk(one, (*path, part))


def leaves(record: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield (path, value) for every single value of a record, whatever its type."""
    return ((at, one) for at, one in walk(record, path) if not isinstance(one, dict | list | BaseModel))


@cache
def _keys(model: type[BaseModel]) -> list[tuple[str, str]]:
    """Return (attribute, key in the file) for each field of a record."""
    return [(name, field.alias or name) for name, field in model.model_fields.items()]
