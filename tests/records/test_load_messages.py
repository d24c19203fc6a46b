"""Mistakes in the form of the data file: each gets one exact line with its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from helpers.editing import Copy

DATA = "docs/pathway.yml"


def _first_lines(copy: Copy) -> list[str]:
    return [line.split("\n")[0] for line in copy.problems()]


def test_yaml_that_does_not_parse(copy: Copy) -> None:
    copy.replace("  tire: {name: tire,", "  tire: {name: tire")
    at = copy.place(": [tyre]")
    what = "': ' inside a text: put the text in quotes; or a comma is missing before the key"
    assert _first_lines(copy) == [f"{at}: terms > tire: {what}"]


def test_a_quote_that_is_never_closed(copy: Copy) -> None:
    copy.write(DATA, 'guide:\n  title: "no end\n')
    what = "a quote opens here and is not closed: close it where the text ends; is the file cut off?"
    assert _first_lines(copy) == [f"{DATA}:2:10: guide > title: {what}"]


def test_unknown_key_with_the_nearest(copy: Copy) -> None:
    copy.replace("kind: leaflet", "kind: leaflet\n    notes: Found in a box")
    at = copy.place("notes:")
    message = "unknown key 'notes'; did you mean 'note'?"
    assert copy.problems() == [f"{at}: sources > leaflet-1998: {message}"]


def test_unknown_key_that_is_near_to_nothing(copy: Copy) -> None:
    copy.replace("changes:\n", "zzz: 1\nchanges:\n")
    assert copy.problems() == [f"{copy.place('zzz:')}: file: unknown key 'zzz'"]


def test_duplicate_key(copy: Copy) -> None:
    copy.replace("kind: leaflet", "kind: leaflet\n    year: 1999")
    first = copy.place("year: 1998").split(":")[1]
    at = copy.place("year: 1999")
    what = f"duplicate key 'year', first given in line {first}"
    assert copy.problems() == [f"{at}: sources > leaflet-1998: {what}"]


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("slug: tire-guide", "slug: [tire-guide]", "slug", "input should be a valid string, not a list"),
        ("slug: tire-guide", "slug: 7", "slug", "input should be a valid string, not a number"),
        ("title: Mending a bicycle tire", "title:", "title", "input should be a valid string, not nothing"),
        ("review_months: 1", "review_months: soon", "review_months", "input should be a valid integer, not text"),
        ("review_months: 1", "review_months: true", "review_months", "input should be a valid integer, not true or false"),
        ("review_months: 1", "review_months: 99", "review_months", "input should be less than or equal to 36"),
        ('readers: ["Your [][tire] is flat."]', "readers: {}", "readers", "input should be a valid list, not a mapping"),
    ],
)  # fmt: skip
def test_wrong_type(copy: Copy, old: str, new: str, where: str, what: str) -> None:
    copy.replace(old, new)
    line, column = copy.place(new).rsplit(":", 2)[1:]
    at = int(column) + len(new.split(":")[0]) + (2 if ": " in new else 1)
    assert copy.problems() == [f"{DATA}:{line}:{at}: guide > {where}: {what}"]


def test_a_word_that_is_not_allowed_with_the_nearest(copy: Copy) -> None:
    copy.replace("show: amount", "show: amont")
    what = "'amont' is not allowed: input should be 'people', 'share' or 'amount'; did you mean 'amount'?"
    assert copy.problems() == [f"{copy.place('amont')}: figures > drying-time > show: {what}"]


def test_an_id_with_capitals(copy: Copy) -> None:
    copy.replace("  which-size: {ask", "  Which_Size: {ask")
    what = "'Which_Size' is no id: small letters, digits and single hyphens"
    assert f"{copy.place('Which_Size')}: asks: {what}" in copy.problems()


def test_missing_key(copy: Copy) -> None:
    copy.replace("    kind: leaflet\n", "")
    at = copy.place("title: A leaflet on tires")
    assert copy.problems() == [f"{at}: sources > leaflet-1998: the key 'kind' is missing"]


def test_unknown_slot_of_a_treatment(copy: Copy) -> None:
    copy.replace("    suits: [load-and-tube]", "    suit: [load-and-tube]")
    what = "unknown key 'suit'; did you mean 'suits'?"
    assert copy.problems() == [f"{copy.place('suit: [load')}: treatments > new-tube: {what}"]


def test_missing_main_benefit(copy: Copy) -> None:
    copy.replace("    benefit: tube-quick\n", "")
    what = "the key 'benefit' is missing"
    assert copy.problems() == [f"{copy.place('name: new tube')}: treatments > new-tube: {what}"]


def test_missing_heading_of_a_slot(copy: Copy) -> None:
    copy.replace("works: How well it works,", "work: How well it works,")
    assert copy.problems() == [
        f"{copy.place('{what: What it is')}: guide > slots: the heading of 'works' is missing",
        f"{copy.place('How well it')}: guide > slots > work: unknown slot 'work'; did you mean 'works'?",
    ]


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("ambulance, claim: fall-help", "ambulanc, claim: fall-help", "signs > fall > rules > item 1 > level", "'ambulanc' is not allowed: input should be 'ambulance', 'call' or 'usual'; did you mean 'ambulance'?"),
        ("first, because: small-holes", "frist, because: small-holes", "outcomes > mend > options > item 1 > group", "'frist' is not allowed: input should be 'first', 'some' or 'not'; did you mean 'first'?"),
        ("fact, replaces:", "fakt, replaces:", "claims > glue-now > kind", "'fakt' is not allowed: input should be 'benefit', 'harm', 'burden', 'limit', 'fact' or 'advice'; did you mean 'fact'?"),
        ("adding\n    ask: Is it raining?", "add\n    ask: Is it raining?", "questions > weather > kind", "'add' is not allowed: input should be 'routing' or 'adding'; did you mean 'adding'?"),
        ("after}\n  where-dry", "afterwards}\n  where-dry", "asks > ride-when > stage", "'afterwards' is not allowed: input should be 'first', 'before' or 'after'; did you mean 'after'?"),
    ],
)  # fmt: skip
def test_a_kind_that_does_not_exist(copy: Copy, old: str, new: str, where: str, what: str) -> None:
    copy.replace(old, new)
    assert copy.problems() == [f"{copy.place(new)}: {where}: {what}"]


@pytest.mark.parametrize(
    ("new", "fragment", "what"),
    [
        ("kind: &k leaflet", "&k", "anchor '&k': give the record an id, or put a text in quotes"),
        ("kind: *k", "*k", "alias '*k': write the value out, or put a text in quotes"),
        (
            "kind: !!str leaflet",
            "!!str",
            "tag 'tag:yaml.org,2002:str': only plain values are read: put a text in quotes",
        ),
        ("kind: !evil leaflet", "!evil", "tag '!evil': only plain values are read: put a text in quotes"),
    ],
)
def test_anchor_alias_and_tag(copy: Copy, new: str, fragment: str, what: str) -> None:
    copy.replace("kind: leaflet", new)
    assert _first_lines(copy) == [f"{copy.place(fragment)}: sources > leaflet-1998 > kind: {what}"]


def _deep(copy: Copy) -> None:
    copy.write(DATA, "a: " + "[" * 5000)


def _large(copy: Copy) -> None:
    copy.write(DATA, "#" * 2_000_001)


def _no_text(copy: Copy) -> None:
    (copy.root / DATA).write_bytes(b"guide: \xff\xfe")


def _gone(copy: Copy) -> None:
    (copy.root / DATA).unlink()


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (_deep, ":1:23: a: nested deeper than 20 levels"),
        (_large, ":1:1: file: larger than 2000000 bytes"),
        (_no_text, ":1:8: file: not UTF-8: save the file in that encoding"),
        (_gone, ":1:1: file: cannot be read: No such file or directory"),
    ],
)
def test_files_that_cannot_be_read(copy: Copy, damage: Callable[[Copy], None], message: str) -> None:
    damage(copy)
    assert _first_lines(copy) == [DATA + message]
