"""How records sound in a sentence: names, plurals, capitals, quantities, and no citations."""

from __future__ import annotations

import pytest

from pathway.records.content import Content
from pathway.records.evidence import Figure
from pathway.text.wording import (
    TextRenderer,
    capitalize_first,
    join_words,
    quantity,
    starts_sentence,
    year_of,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It is a [][patch] here.", "It is a patch here."),
        ("[][patch] first.", "Patch first."),
        ("Done. [][patch] next.", "Done. Patch next."),
        ("Is it? [][patch] is.", "Is it? Patch is."),
        ("A colon: [][patch].", "A colon: patch."),
        ("He said “no”, [][patch].", "He said “no”, patch."),
        ("**[][patch]** first.", "**Patch** first."),
        ("[+][patch] hold.", "Patches hold."),
        ("Some [+][tire] and [+][new-tube].", "Some tires and new tubes."),
        ("[flat ring][tire] here.", "Flat ring here."),
        ("a [flat ring][tire]", "a flat ring"),
        ("It holds. [][leaflet-1998#hole] [][shop]", "It holds."),
        ("It holds [][leaflet-1998#hole].", "It holds."),
        ("[][leaflet-1998#hole] [][patch] holds.", "Patch holds."),
        ("It holds. [][shop] [][patch] too.", "It holds. Patch too."),
        ("Dry it for [][drying-time].", "Dry it for 5 to 10 minutes."),
        ("[][patches-hold].", "About 85 to 90 in 100 patches hold."),
        ("[][find-the-cause]", "Look for the cause before you mend the tire."),
        ("[][which-hole]", "Where is the hole?"),
        ("[][mend]", "Your hole is small"),
        ("[][treatments/patch]", "Patch"),
        ("  two\n  lines  ", "two lines"),
    ],
)
def test_references_become_words(tiny: Content, text: str, plain: str) -> None:
    assert TextRenderer(tiny).plain(text) == plain


def test_every_record_but_a_source_has_words(tiny: Content) -> None:
    wording = TextRenderer(tiny)
    assert {id for id in tiny.by_id if not wording.name(id)} == {*tiny.records.sources}


def test_a_step_is_known_by_the_words_of_its_question(tiny: Content) -> None:
    assert TextRenderer(tiny).plain("See [][start]") == "See Is the hole small?"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "about 85 to 90 in 100 patches hold"),
        ({"to": None}, "about 85 in 100 patches hold"),
        ({"to": None, "bound": "exactly"}, "85 in 100 patches hold"),
        ({"to": None, "bound": "fewer than", "value": "2"}, "fewer than 2 in 100 patches hold"),
        ({"to": "95", "bound": "exactly"}, "85 to 95 in 100 patches hold"),
        ({"to": None, "bound": "exactly", "value": "0.4"}, "4 in 1,000 patches hold"),
        ({"to": None, "bound": "exactly", "value": "1"}, "1 in 100 patches hold"),
        ({"to": "1", "bound": "about", "value": "0.5"}, "about 0.5 to 1 in 100 patches hold"),
        ({"show": "share", "unit": "of the rubber"}, "about 85 to 90% of the rubber"),
        ({"show": "amount", "unit": "km", "to": None, "value": "2.5"}, "about 2.5 km"),
    ],
)
def test_quantities_are_written_from_their_parts(
    tiny: Content, change: dict[str, str | None], words: str
) -> None:
    figure: Figure = tiny.records.figures["patches-hold"].model_copy(update=change)
    assert quantity(figure) == words


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        ("", True),
        ("Done. ", True),
        ("Done! (", True),
        ("“Done.” ", True),
        ("- ", True),
        ("3. ", True),
        ("## ", True),
        ("> ", True),
        ("a line\n\n", True),
        ("a line\n", False),
        ("word, ", False),
        ("e.g", False),
        ("[][tire] ", True),
        ("- [][tire], ", False),
        ("The [][tire] ", False),
    ],
)
def test_where_a_sentence_begins(before: str, answer: bool) -> None:
    assert starts_sentence(before + "[][patch]", len(before)) is answer


def test_a_sentence_is_not_sought_far_back() -> None:
    text = "word " * 200
    assert not starts_sentence(text, len(text))


@pytest.mark.parametrize(
    ("words", "said"), [("iPad", "IPad"), ("émail", "Émail"), ("", ""), ("2 of", "2 of")]
)
def test_capital(words: str, said: str) -> None:
    assert capitalize_first(words) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_in_words(words: list[str], said: str) -> None:
    assert join_words(words) == said


def test_a_source_without_a_year_is_undated(tiny: Content) -> None:
    years = {id: year_of(source) for id, source in tiny.records.sources.items()}
    assert years == {"leaflet-1998": "1998", "test-2015": "2015", "shop": "undated"}
