"""`make rests SOURCE=id`: what names a record, what rests on it alone, and what its removal would break."""

from __future__ import annotations

from helpers.editing import Copy
from pathway.records.content import Content, read_folder
from rests import rests


def test_what_rests_on_a_source_alone_is_told_with_where_it_would_be_lost(copy: Copy) -> None:
    lines = rests(read_folder(copy.root / "docs"), "test-2015").splitlines()
    found = [line.partition(": ")[2] for line in lines if "test-2015" not in line and "names it" in line]
    assert "claims > sealant-away > from > item 1: names it" in found
    glue = next(n for n, line in enumerate(lines) if "claims > glue-cold > from" in line)
    assert lines[glue].endswith(": rests on it alone")
    wheel = next(n for n, line in enumerate(lines) if "claims > wheel-stays > from" in line)
    assert [line.partition(": ")[2] for line in lines[wheel + 1 : wheel + 3]] == [
        "treatments > sealant > works > item 1: would lose it",
        "treatments > sealant > benefit: would lose it",
    ]
    assert lines[-1] == "'test-2015' is named 8 times; 7 records rest on it alone."


def test_the_place_of_each_is_the_line_that_names_it(copy: Copy) -> None:
    content = read_folder(copy.root / "docs")
    lines = rests(content, "find-the-cause").splitlines()
    assert lines[:-1] == [
        f"{copy.place('find-the-cause', after='    before: ')}: treatments > patch > before > item 1: names it",
        f"{copy.place('find-the-cause]', after='    order_from')}: outcomes > mend > cautions > item 1: names it",
        f"{copy.place('[][find-the-cause]', 'docs/index.md')}: prose: names it",
    ]


def test_a_passage_counts_as_its_source_and_an_unknown_id_is_told(tiny: Content) -> None:
    assert "glue-then" in rests(tiny, "leaflet-1998")
    assert rests(tiny, "leaflet-1989") == "There is no record 'leaflet-1989'; did you mean 'leaflet-1998'?"


def test_every_source_of_the_real_guide_is_named(content: Content) -> None:
    for id in list(content.records.sources)[:5]:
        assert not rests(content, id).startswith(f"'{id}' is named 0 times")
