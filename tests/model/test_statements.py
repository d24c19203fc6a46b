"""What a list of claims says: today's statements in the place of older ones, silences apart."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from pathway.model.statements import Statements
from pathway.records.content import Content


def test_a_newer_claim_stands_in_the_place_of_the_one_it_replaces(tiny: Content) -> None:
    told = Statements(tiny.records).read(["find-the-cause", "glue-then", "old-tires", "wet-brakes"])
    assert [(s.id, s.say, s.older) for s in told.statements] == [
        ("find-the-cause", "Look for the cause before you mend the [][tire].", ()),
        ("glue-now", "Some kinds stick without glue.", ("glue-then",)),
        ("wet-brakes", "Wet brakes take longer to stop you.", ()),
    ]
    assert told.silences == ("old-tires",)
    assert told and not Statements(tiny.records).read([])


def test_a_claim_that_is_only_limited_stays(tiny: Content) -> None:
    assert Statements(tiny.records).newest("rain-and-glue") == ("rain-and-glue",)
    assert Statements(tiny.records).newest("glue-then") == ("glue-now",)
    assert Statements(tiny.records).one("glue-then").say == "Let the glue dry for [][drying-time]."


def test_a_statement_is_told_once_in_a_list(tiny: Content) -> None:
    told = Statements(tiny.records).read(["glue-now", "glue-then", "glue-now"])
    assert [s.id for s in told.statements] == ["glue-now"]


def test_a_source_is_cited_once(tiny: Content) -> None:
    statement = Statements(tiny.records).one("sealant-away")
    assert statement.sources == ("test-2015", "shop")
    assert statement.citations == ["test-2015", "shop"]
    assert Statements(tiny.records).one("patch-holds").citations == ["leaflet-1998#patch"]


def test_the_short_form_or_the_claim_itself(tiny: Content) -> None:
    assert Statements(tiny.records).one("patch-holds").short == "It is cheap, and [][patches-hold]."
    assert Statements(tiny.records).one("patch-waits").short == "The glue takes time to dry."


def test_what_rests_on_a_passage_and_on_its_source(tiny: Content) -> None:
    resting = Statements(tiny.records).resting_on
    assert resting["leaflet-1998#patch"] == ["small-holes", "club-order", "patch-holds", "patch-waits"]
    assert {"find-the-cause", "small-holes", "tube-quick", "glue-then"} <= set(
        resting.get("leaflet-1998", [])
    )
    assert "shop#x" not in resting


@given(st.lists(st.sets(st.integers(0, 9), max_size=2), min_size=10, max_size=10))
def test_the_newest_are_those_that_nothing_replaces(older: list[set[int]]) -> None:
    """On random orders in which a claim replaces earlier ones only."""
    claims = {
        str(at): SimpleNamespace(
            replaces=[str(n) for n in sorted(below) if n < at], limits=[], adds=[], confirms=[]
        )
        for at, below in enumerate(older)
    }
    statements = Statements(SimpleNamespace(claims=claims, silences={}))  # type: ignore[arg-type]

    def walk(id: str) -> set[str]:
        newer = [other for other, claim in claims.items() if id in claim.replaces]
        return set().union(*map(walk, newer)) if newer else {id}

    for id in claims:
        assert set(statements.newest(id)) == walk(id)
