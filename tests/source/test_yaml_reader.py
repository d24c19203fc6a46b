"""The YAML reader: plain values only, and where each of them stands."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pathway.source.problems import ContentError
from pathway.source.yaml_reader import DEEPEST, read_yaml

TEXT = """\
a:
  b: [one, "two", {c: 3}]
  d: >-
    folded and
    [][folded] again
e: true
f:
g: "7"
"""


def _refused(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_yaml("x.yml", text)
    return [str(problem) for problem in caught.value.problems]


def test_values_are_plain() -> None:
    assert read_yaml("x.yml", TEXT).value == {
        "a": {"b": ["one", "two", {"c": 3}], "d": "folded and [][folded] again"},
        "e": True,
        "f": None,
        "g": "7",
    }


@pytest.mark.parametrize(
    "text", ["yes", "no", "on", "2024-01-31", "1.5", "0x10", "010", "1_000", "TRUE", "12:30"]
)
def test_what_other_readers_turn_into_something_else_stays_text(text: str) -> None:
    assert read_yaml("x.yml", f"a: {text}\n").value == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"), [("-3", -3), ("0", 0), ("~", None), ("null", None), ("false", False)]
)
def test_the_plain_words_of_yaml_keep_their_meaning(text: str, value: object) -> None:
    assert read_yaml("x.yml", f"a: {text}\n").value == {"a": value}


def test_every_value_and_key_has_its_place() -> None:
    source = read_yaml("x.yml", TEXT)
    assert source.line_col(("a", "b")) == (2, 6)
    assert source.line_col(("a", "b", 0)) == (2, 7)
    assert source.line_col(("a", "b", 2, "c")) == (2, 23)
    assert [source.key_line_col(path) for path in (("a", "d"), ("e",))] == [(3, 3), (6, 1)]


def test_a_missing_value_has_the_place_of_its_parent() -> None:
    source = read_yaml("x.yml", TEXT)
    assert source.line_col(("a", "x", "y")) == source.line_col(("a",)) == (2, 3)
    assert source.line_col(("nothing",)) == source.line_col(()) == (1, 1)


def test_a_fragment_is_found_inside_its_value() -> None:
    source = read_yaml("x.yml", TEXT)
    assert source.line_col(("a", "d"), "[][folded]") == (5, 5)
    assert source.line_col(("a", "d"), "again") == (5, 16)
    assert source.line_col(("a", "d"), "not there") == source.line_col(("a", "d"))


def test_a_word_is_found_outside_of_references_first() -> None:
    source = read_yaml("x.yml", 'a: "[][tire] and a tire"\n')
    assert source.line_col(("a",), "tire") == (1, 20)


def test_columns_count_characters_and_not_bytes() -> None:
    source = read_yaml("x.yml", "ä: {é: [x, y]}\n")
    assert source.line_col(("ä", "é", 1)) == (1, 12)


def test_an_empty_file_holds_nothing() -> None:
    assert read_yaml("x.yml", "").value is None
    assert read_yaml("x.yml", "# only words\n").value is None


def test_every_duplicate_key_is_told_at_once() -> None:
    text = "a: 1\nb: {c: 1, c: 2}\na: 3\n"
    assert _refused(text) == [
        "x.yml:2:11: b: duplicate key 'c', first given in line 2",
        "x.yml:3:1: file: duplicate key 'a', first given in line 1",
    ]


def test_every_anchor_alias_and_tag_is_told_at_once() -> None:
    assert _refused("a: &x 1\nb: *x\nc: !!int 4\n<<: *x\n") == [
        "x.yml:1:4: a: anchor '&x': give the record an id, or put a text in quotes\n    a: &x 1\n       ^",
        "x.yml:2:4: b: alias '*x': write the value out, or put a text in quotes\n    b: *x\n       ^",
        "x.yml:3:4: c: tag 'tag:yaml.org,2002:int': only plain values are read: put a text in quotes\n"
        "    c: !!int 4\n       ^",
        "x.yml:4:5: YAML: alias '*x': write the value out, or put a text in quotes\n    <<: *x\n        ^",
    ]


def test_a_key_must_be_text() -> None:
    assert _refused("? [a, b]\n: 1\n") == ["x.yml:1:3: file: a key must be text"]


def test_a_second_document_is_refused() -> None:
    assert _refused("a: 1\n---\nb: 2\n") == [
        "x.yml:2:1: YAML: a second document begins here: take the line out\n    ---\n    ^"
    ]


def test_signs_that_yaml_forbids_are_refused() -> None:
    found = _refused("a: \x07\n")
    assert len(found) == 1 and found[0].startswith("x.yml:1:1: YAML: unacceptable character #x0007")


def test_depth_is_limited() -> None:
    assert read_yaml("x.yml", "[" * DEEPEST + "]" * DEEPEST).value
    deep = _refused("[" * (DEEPEST + 1) + "x" + "]" * (DEEPEST + 1))
    shown = f"    {'[' * (DEEPEST + 1)}x{']' * (DEEPEST + 1)}\n    {' ' * DEEPEST}^"
    assert deep == [f"x.yml:1:{DEEPEST + 1}: YAML: nested deeper than {DEEPEST} levels\n{shown}"]
    # read whole, it takes seconds, and four times as long for twice as much
    hidden = _refused("&a " + "[" * 10_000)
    assert [line.split("\n")[0] for line in hidden] == [
        "x.yml:1:1: YAML: anchor '&a': give the record an id, or put a text in quotes",
        f"x.yml:1:{DEEPEST + 4}: YAML: nested deeper than {DEEPEST} levels",
    ]


_PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 10**9)
    # a text that a quote is missing of is refused, on purpose
    | st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters='"“”„')),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abcdefgh", min_size=1), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(_PLAIN)
def test_what_was_written_is_read_again(value: object) -> None:
    text = yaml.dump(value, Dumper=_NoAliases, allow_unicode=True)
    assert read_yaml("x.yml", text).value == value


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True
