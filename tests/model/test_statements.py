"""What a list of items says: by layer, with its own sentences and never another list's."""

from __future__ import annotations

from pathway.model.statements import StatementReader
from pathway.records.content import Content
from pathway.records.evidence import Item, Layer


def _item(say: str, source: str) -> Item:
    return Item.model_validate({"say": say, "from": source})


def test_lists_made_on_the_fly_keep_their_own_statements(tiny: Content) -> None:
    """A list that is gone may lend its address to the next: nothing may be kept by it."""
    reader = StatementReader(tiny)
    said = [f"Sentence {letter}." for letter in "abcdefghijklmnop"]
    read = [[line.say for line in reader.read([_item(say, "shop")]).all] for say in said]
    assert read == [[say] for say in said]
    slices = [
        reader.read([item for item in t.good if item.say]).all for t in tiny.records.treatments.values()
    ]
    assert [line.say for lines in slices for line in lines] == [
        "It costs little, and [][patches-hold].",
        "The work is soon done.",
        "The wheel stays on.",
    ]


def test_statements_stand_by_layer_and_silences_apart(tiny: Content) -> None:
    items = [
        _item("New.", "shop"),
        Item.model_validate({"silence": "old-tires"}),
        _item("Old.", "leaflet-1998#tube"),
    ]
    read = StatementReader(tiny).read(items)
    assert [line.say for line in read.base] == ["Old."]
    assert [(line.say, line.layer) for line in read.since] == [("New.", Layer.SINCE)]
    assert read.silences == ("old-tires",)
    assert [line.say for line in read.all] == ["Old.", "New."]
    assert not read.empty and StatementReader(tiny).read([]).empty


def test_a_statement_on_both_layers_belongs_to_the_later_one(tiny: Content) -> None:
    both = Item.model_validate({"say": "Both.", "from": ["leaflet-1998#tube", "shop"]})
    assert [line.layer for line in StatementReader(tiny).read([both]).all] == [Layer.SINCE]
