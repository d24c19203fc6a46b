"""The lists for clinicians and editors hold everything: passages, sources, figures, silences, relations, downloads."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from pathway.pages.render import Rendered, render
from pathway.pages.site import Site
from pathway.publish.downloads import as_csv, as_json
from pathway.records.content import Content, read_folder
from pathway.records.evidence import Claim
from pathway.records.pathway import SETS, Pathway

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def told() -> Content:
    return read_folder(ROOT / "docs")


@pytest.fixture(scope="module")
def pages(told: Content) -> dict[str, Rendered]:
    return render(Site(told))


def parts(markdown: str) -> dict[str, str]:
    """Return what stands behind each anchor of a list, up to the next one."""
    found = re.split(r'<div class="(?:pair|entry|figure[^"]*)" id="([^"]+)"', markdown)
    return dict(zip(found[1::2], found[2::2], strict=True))


def test_every_passage_of_the_base_is_told_or_left_out_with_a_reason(
    told: Content, pages: dict[str, Rendered]
) -> None:
    shown = parts(pages["base-source.md"].markdown)
    base = str(told.records.guide.base)
    assert list(shown) == [f"{base}-{name}" for name in told.base.passages]
    prose = {reference.target for page in told.pages for reference in page.references}
    for name, passage in told.base.passages.items():
        lines = re.findall(r"^- (.+)", shown[f"{base}-{name}"], re.M)
        assert lines or f"{base}#{name}" in prose, name
        assert any(line.startswith("*Left out:*") for line in lines) == bool(passage.left_out), name


def test_every_source_stands_once_under_its_letter(told: Content, pages: dict[str, Rendered]) -> None:
    markdown = pages["sources.md"].markdown
    since = [id for id, source in told.records.sources.items() if source.layer == "since"]
    assert sorted(parts(markdown)) == sorted(since)
    for fold in markdown.split('<details class="fold"')[1:]:
        letter = re.search(r"<summary><span>(.)", fold)[1]
        assert {name[0].upper() for name in re.findall(r"^\*\*(.+?)\*\*, ", fold, re.M)} == {letter}


def test_sources_stand_from_a_to_z_by_who_made_them(pages: dict[str, Rendered]) -> None:
    letters = re.findall(r"<summary><span>(\w)", pages["sources.md"].markdown)
    assert len(set(letters)) > 15
    assert letters == sorted(letters)
    makers = re.findall(r"^\*\*(.+?)\*\*, ", pages["sources.md"].markdown, re.M)
    assert len(makers) > 300
    assert makers == sorted(makers, key=str.casefold)


def test_a_source_tells_what_of_it_was_read_with_and_without_a_link(
    told: Content, pages: dict[str, Rendered]
) -> None:
    shown = parts(pages["sources.md"].markdown)
    noted = {id: source for id, source in told.records.sources.items() if source.note and id in shown}
    assert {bool(source.link) for source in noted.values()} == {True, False}
    for id, source in noted.items():
        told_once = " ".join(shown[id].split())
        assert f"({source.kind}). {source.note} " in told_once, id


def test_every_source_names_a_page_that_rests_on_it(pages: dict[str, Rendered]) -> None:
    assert [id for id, part in parts(pages["sources.md"].markdown).items() if "Used on: [" not in part] == []


def test_every_figure_and_silence_has_its_place(told: Content, pages: dict[str, Rendered]) -> None:
    assert sorted(parts(pages["figures.md"].markdown)) == sorted(told.records.figures)
    assert sorted(parts(pages["not-said.md"].markdown)) == sorted(told.records.silences)


def test_a_figure_tells_what_was_seen_in_whom_over_what_time_and_how_sure(pages: dict[str, Rendered]) -> None:
    part = parts(pages["figures.md"].markdown)["surgery-deaths"]
    said = "**Fewer than 2 in 100 people.** In 2002, a US center said that fewer than 2 in 100 people died from this surgery."
    assert said in part
    assert "\n*Who:* People who had part of the liver removed, in major surgical centers" in part
    assert "*Over what time:* Not told. *How sure:* As told in 2002." in part
    assert part.count("<path") == 3


def test_a_figure_of_a_harm_is_told_as_one_wherever_else_it_is_told(pages: dict[str, Rendered]) -> None:
    """A fact and a harm name it: it is drawn as the harm, with the words of that."""
    whole = pages["figures.md"].markdown
    part = parts(whole)["ssa-gallstones-share"]
    assert '<div class="figure harm" id="ssa-gallstones-share"' in whole
    assert (
        "**27 in 100 people.** In a study, 27 in 100 people got gallstones while on these injections." in part
    )


def test_what_newer_sources_say_stands_beside_the_statement_of_2002(
    told: Content, pages: dict[str, Rendered]
) -> None:
    pairs = pages["clinicians/since-2002.md"].markdown.split('<div class="pair"')[1:]
    site, base = Site(told), str(told.records.guide.base)
    met = {
        str(old): [id for id, claim in told.records.claims.items() if old in getattr(claim, relation)]
        for relation in Claim.RELATIONS
        for newer in told.records.claims.values()
        for old in getattr(newer, relation)
        if str(old) in site.statements.resting_on[base]
    }
    assert len(pairs) == len(met)
    first = pairs[0]
    then, now = first.split('<div class="now"')
    assert "For [liver surgery]" in then
    assert "that there be no spread outside the liver" in then
    assert "Limited since:\n{ .tag .limits }" in now
    assert "Confirmed since:\n{ .tag .confirms }" in now


@pytest.mark.parametrize(
    ("page", "entry", "count", "most"),
    [
        ("base-source.md", r'<div class="pair"', 50, 6),
        ("clinicians/since-2002.md", r'<div class="pair"', 20, 4),
        ("figures.md", r'<div class="figure ', 150, 14),
        ("sources.md", r'<div class="entry"', 300, 14),
        ("not-said.md", r'<div class="entry"', 20, 99),
    ],
)
def test_the_count_of_a_fold_is_that_of_what_it_holds(
    pages: dict[str, Rendered], page: str, entry: str, count: int, most: int
) -> None:
    """Of a list that goes on in the next fold, it says which ones; the next goes on where it ends."""
    total = before = 0
    for fold in pages[page].markdown.split('<details class="fold"')[1:]:
        said = re.search(r'<span class="count">(\d+)(?: to (\d+))?</span></summary>', fold)
        held = len(re.findall(entry, fold))
        last = held == 1 and before > 1 and said[1] == str(before + 1)  # one alone, told by its number
        before = before if last or (said[2] and said[1] != "1") else 0
        run = (before + 1, before + held) if said[2] else (before + 1 if last else held, 0)
        assert (int(said[1]), int(said[2] or 0)) == run, said[0]
        assert said[1] != said[2], said[0]
        assert 0 < held <= most, said[0]
        total, before = total + held, before + held
    assert total > count


def test_the_data_holds_every_record_set_and_every_record(told: Content) -> None:
    data = json.loads(as_json(Site(told)))
    assert list(data) == ["content_hash", "reviewed", *Pathway.model_fields, "paths"]
    for name in SETS:
        assert list(data[name]) == list(told.sets[name]), name
    assert len(data["changes"]) == len(told.records.changes)
    assert "[](" not in json.dumps(data)
    assert "][" not in json.dumps(data["claims"])


def test_the_table_has_a_row_for_each_route(told: Content) -> None:
    site = Site(told)
    rows = list(csv.DictReader(io.StringIO(as_csv(site))))
    assert [row["outcome"] for row in rows] == [route.outcome for route in site.graph.routes]
    assert {row["outcome"] for row in rows} == set(told.records.outcomes)
    assert list(rows[0]) == ["outcome", "answers", "case", "first", "some", "not", "content_hash", "reviewed"]
