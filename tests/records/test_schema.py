"""The JSON Schema that editors read: it takes what the guide takes, and explains every field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from commands.__main__ import json_schema
from conftest import ROOT
from pathway.source.yaml_reader import read_yaml

SCHEMA = json.loads(json_schema())
TYPES = {"string": str, "array": list, "object": dict, "boolean": bool, "null": type(None), "integer": int}


def _wrong(value: Any, schema: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield where a value does not hold, for the words of JSON Schema that ours uses."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] | {
            k: v for k, v in schema.items() if k != "$ref"
        }
    if "anyOf" in schema and all(list(_wrong(value, one, path)) for one in schema["anyOf"]):
        yield f"{path}: none of what may stand here"
    kind = schema.get("type")
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind and not (number if kind == "number" else isinstance(value, TYPES[kind])):
        yield f"{path}: {value!r} is no {kind}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r} is not among {schema['enum']}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{path}: {value!r}"
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _wrong(one, schema.get("items", {}), f"{path}/{number}")
    if isinstance(value, dict) and kind == "object":
        known, more = schema.get("properties", {}), schema.get("additionalProperties", {})
        yield from (f"{path}: {key} is missing" for key in schema.get("required", ()) if key not in value)
        for key, one in value.items():
            if key not in known and more is False:
                yield f"{path}: unknown key {key}"
            fits = [of for form, of in schema.get("patternProperties", {}).items() if re.search(form, key)]
            yield from _wrong(one, known.get(key, fits[0] if fits else more or {}), f"{path}/{key}")


@pytest.mark.parametrize(
    "file", ["docs/pathway.yml", *(f"tests/data/{n}/docs/pathway.yml" for n in ("tiny", "new", "moving"))]
)
def test_an_editor_marks_nothing_in_a_guide_without_mistakes(file: str) -> None:
    value = read_yaml(file, (ROOT / file).read_text("utf-8")).value
    assert list(_wrong(value, SCHEMA)) == []


def test_an_editor_marks_what_is_wrong() -> None:
    value = read_yaml("x.yml", (ROOT / "tests/data/new/docs/pathway.yml").read_text("utf-8")).value
    value["claims"]["one-good"] |= {"kind": "good", "from": 3, "sy": "x"}
    del value["guide"]["title"]
    assert sorted(_wrong(value, SCHEMA)) == [
        "/claims/one-good/from: none of what may stand here",
        "/claims/one-good/kind: 'good' is not among ['benefit', 'harm', 'burden', 'limit', 'fact', 'advice']",
        "/claims/one-good: unknown key sy",
        "/guide: title is missing",
    ]


def test_the_schema_says_where_an_id_comes_from() -> None:
    because = SCHEMA["$defs"]["Option"]["properties"]["because"]
    assert because["description"] == "A statement of ours. An id under claims."
    told = SCHEMA["$defs"]["Treatment"]["properties"]["works"]["items"]["description"]
    assert told == "A claim, or a silence where no source tells. An id under claims or silences."


def test_the_schema_in_the_folder_is_the_one_of_the_code() -> None:
    assert (ROOT / "docs/pathway.schema.json").read_text("utf-8") == json_schema()


@pytest.mark.parametrize("folder", ["docs", "tests/data/new/docs"])
def test_editors_find_the_schema(folder: str) -> None:
    first = (ROOT / folder / "pathway.yml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=pathway.schema.json"
