"""What the edition of 2026-11-23 held is still there, or it is written where it went; its addresses still answer."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT
from helpers.html_pages import tree
from pathway.pages.site import Site
from pathway.publish.downloads import as_csv, as_json
from pathway.records.content import Content
from pathway.records.evidence import Claim

BEFORE: dict[str, Any] = yaml.safe_load((ROOT / "tests/data/edition-2026-11-23.yml").read_text("utf-8"))
PLACES = (ROOT / "tests/data/old-anchors.txt").read_text("utf-8").splitlines()
PAGES = (ROOT / "tests/data/old-addresses.txt").read_text("utf-8").splitlines()
SETS = [name for name in BEFORE if name not in ("changed", "passages", "json", "csv")]
HEAD = " (head of the page)"  # of a place that is no more: a browser shows the head of its page


@pytest.fixture(scope="module")
def data(site: Site) -> dict[str, Any]:
    return json.loads(as_json(site))


@pytest.mark.parametrize("name", SETS)
def test_each_record_is_there_or_it_is_written_where_it_went(data: dict[str, Any], name: str) -> None:
    every = {id for held in data.values() if isinstance(held, dict) for id in held}
    kept, gone = BEFORE[name]["kept"], BEFORE[name]["gone"]
    assert [id for id in kept if id not in data[name]] == []
    assert [to for to in gone if " " not in to and to not in every] == []
    named = [*kept, *(id for ids in gone.values() for id in ids)]
    assert len(named) == len(set(named)) == COUNTS[name]


COUNTS = {
    "sources": 120,
    "figures": 235,
    "terms": 61,
    "claims": 115,
    "silences": 30,
    "places": 8,
    "actions": 4,
    "treatments": 16,
    "alerts": 6,
    "updates": 18,
    "scorecards": 4,
    "values": 10,
    "asks": 52,
    "questions": 9,
    "steps": 15,
    "outcomes": 20,
}


def test_the_lists_are_those_of_all_sets() -> None:
    assert list(COUNTS) == SETS
    assert len(BEFORE["passages"]) == 55


def test_the_data_and_the_table_hold_what_they_held(site: Site, data: dict[str, Any]) -> None:
    assert [name for name in BEFORE["json"] if name not in data] == []
    columns = next(csv.reader(io.StringIO(as_csv(site))))
    now = [*BEFORE["csv"]["kept"], *(to for to in BEFORE["csv"]["gone"] if " " not in to)]
    assert [name for name in now if name not in columns] == []
    assert len(data["paths"]) == len(site.graph.routes) > 0


def test_the_passages_of_2002_are_all_there(content: Content) -> None:
    assert list(content.base.passages) == BEFORE["passages"]


def test_what_newer_sources_said_of_a_passage_is_still_a_relation(content: Content) -> None:
    claims = content.records.claims
    met = {str(old) for claim in claims.values() for name in Claim.RELATIONS for old in getattr(claim, name)}
    told = {str(source) for id, claim in claims.items() if id in met for source in claim.from_}
    assert [name for name, passages in BEFORE["changed"].items() if not told.intersection(passages)] == []


@pytest.mark.parametrize("folder", ["built", "built_flat"])
def test_old_addresses_and_places_answer(request: pytest.FixtureRequest, folder: str) -> None:
    site: Path = request.getfixturevalue(folder)
    flat = folder == "built_flat"
    missing = []
    for address in [*PAGES, *PLACES]:
        page, _, place = address.partition("#")
        file = site / page / "index.html"
        if flat and not file.exists():
            file = site / f"{page.rstrip('/')}.html"
        ids = [node.id for node in tree(file).css("[id]")] if file.exists() else []
        if not ids or (place and not place.endswith(HEAD) and place not in ids):
            missing.append(address)
    assert (len(PAGES), len(PLACES)) == (35, 1005)
    assert missing == []
