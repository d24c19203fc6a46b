"""What is walked follows from the records' annotations: a new field is checked because it exists."""

from __future__ import annotations

from pathway.checks.records import check_records, check_targets
from pathway.checks.texts import check_references
from pathway.records.content import Content
from pathway.records.evidence import Item
from pathway.records.fields import PassageRef, Text
from pathway.records.load import Data, instances
from pathway.records.treatments import Treatment


class Extended(Treatment):
    """A treatment with a field that no code knows."""

    hospital_stay: list[Item] = []  # noqa: RUF012
    by_year: dict[str, Item] = {}  # noqa: RUF012


def _with(tiny: Content, **fields: object) -> Content:
    """Return the small guide, its patch with new fields."""
    old = tiny.records.treatments["patch"]
    patch = Extended.model_construct(**dict(old), **fields)  # as it would be read, and not yet checked
    records = tiny.records.model_copy(update={"treatments": {**tiny.records.treatments, "patch": patch}})
    return Content(Data(records, tiny.data.source), tiny.pages, tiny.drawing)


def test_a_new_field_is_walked(tiny: Content) -> None:
    item = Item.model_validate({"say": "You stay a night.", "from": "shop"})
    found = dict(instances(_with(tiny, hospital_stay=[item], by_year={"2015": item}).records, Item))
    assert found["treatments", "patch", "hospital_stay", 0] is item
    assert found["treatments", "patch", "by_year", "2015"] is item
    assert found["treatments", "patch", "good", 0] is tiny.records.treatments["patch"].good[0]


def test_a_claim_of_a_new_field_needs_a_source(tiny: Content) -> None:
    bare = Item.model_construct(say=Text("You stay a night."), from_=[], claim=None, silence=None)
    empty = Item.model_construct(say=None, from_=[], claim=None, silence=None)
    told = {
        (p.where, p.message) for p in check_records(_with(tiny, hospital_stay=[bare], by_year={"x": empty}))
    }
    assert told == {
        ("treatments > patch > hospital_stay > item 1", "a claim without a source: name it under 'from'"),
        ("treatments > patch > by_year > x", "give exactly one of 'say', 'claim' and 'silence'"),
    }


def test_sources_and_references_of_a_new_field_must_lead_somewhere(tiny: Content) -> None:
    lost = Item.model_construct(
        say=Text("You stay near the [][whel]."), from_=[PassageRef("shp")], claim=None, silence=None
    )
    content = _with(tiny, hospital_stay=[lost])
    where = "treatments > patch > hospital_stay > item 1"
    assert [(p.where, p.message) for p in check_targets(content)] == [
        (f"{where} > from > item 1", "unknown id 'shp'; did you mean 'shop'?")
    ]
    assert [(p.where, p.message) for p in check_references(content)] == [
        (f"{where} > say", "unknown id 'whel'")
    ]
