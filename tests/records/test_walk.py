"""What is walked follows from the records' annotations: a new field is checked because it exists."""

from __future__ import annotations

from pathway.checks.records import check_targets
from pathway.checks.texts import check_references, check_texts
from pathway.records.content import Content
from pathway.records.evidence import Claim
from pathway.records.fields import ClaimRef, StatementRef, Text
from pathway.records.load import Data, leaves
from pathway.records.treatments import Treatment


class Extended(Treatment):
    """A treatment with fields that no code knows."""

    hospital_stay: list[StatementRef] = []  # noqa: RUF012
    by_year: dict[str, Claim] = {}  # noqa: RUF012
    because: ClaimRef | None = None
    motto: Text | None = None


def _with(tiny: Content, **fields: object) -> Content:
    """Return the small guide, its patch with new fields."""
    old = tiny.records.treatments["patch"]
    patch = Extended.model_construct(**dict(old), **fields)  # as it would be read, and not yet checked
    records = tiny.records.model_copy(update={"treatments": {**tiny.records.treatments, "patch": patch}})
    return Content(Data(records, tiny.data.source), tiny.pages, tiny.pictures)


def _claim(say: str) -> Claim:
    return Claim.model_validate({"say": say, "from": "shop", "kind": "fact"})


def test_a_new_field_is_walked(tiny: Content) -> None:
    claim = _claim("You stay a night.")
    content = _with(tiny, by_year={"2015": claim}, motto=Text("Slowly."))
    found = dict(content.instances(Claim))
    assert found["treatments", "patch", "by_year", "2015"] is claim
    assert found["claims", "patch-holds"] is tiny.records.claims["patch-holds"]
    assert dict(leaves(content.records))["treatments", "patch", "motto"] == "Slowly."


def test_a_new_field_must_lead_somewhere(tiny: Content) -> None:
    content = _with(tiny, hospital_stay=[StatementRef("find-the-caus")], because=ClaimRef("zzz"))
    where = "treatments > patch"
    assert [(p.where, p.message) for p in content.told(check_targets(content))] == [
        (
            f"{where} > hospital_stay > item 1",
            "unknown id 'find-the-caus' in claims or silences; did you mean 'find-the-cause'?",
        ),
        (f"{where} > because", "unknown id 'zzz' in claims"),
    ]


def test_texts_of_a_new_field_are_looked_at(tiny: Content) -> None:
    lost = _claim("You stay 3 nights near the [][whel].")
    content = _with(tiny, by_year={"2015": lost})
    where = "treatments > patch > by_year > 2015 > say"
    assert [(p.where, p.message) for p in content.told(check_references(content))] == [
        (where, "unknown id 'whel'")
    ]
    (told,) = content.told(check_texts(content))
    assert (told.where, told.message.partition(":")[0]) == (
        where,
        "the quantity '3' is written by hand",
    )
