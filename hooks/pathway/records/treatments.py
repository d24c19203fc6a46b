"""What readers meet by name: terms, treatments with their slots and drawings, and signs of alarm."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .evidence import Item, Record
from .fields import ActionRef, AskRef, Label, PassageRef, PlaceRef, Text, TreatmentRef, as_list


class Names(Record):
    """What a record is called, by whom, and how it is said."""

    name: Label
    plural: Label | None = Field(None, description="Where it is not the name with an s")
    say: Label | None = None
    abbreviations: list[Label] = []
    synonyms: list[Label] = []
    old_names: list[Label] = []
    spellings: list[Label] = []
    misspellings: list[Label] = []

    @property
    def plural_form(self) -> str:
        """The name of more than one."""
        return self.plural or f"{self.name}s"

    @property
    def other_names(self) -> list[str]:
        """The other names that readers may meet, without the misspellings."""
        lists = (self.abbreviations, self.synonyms, self.old_names, self.spellings)
        return [name for names in lists for name in names]


class Term(Names):
    """A word that readers may not know. `page` is the page on it, where there is one."""

    meaning: Text
    page: Label | None = None
    from_: Annotated[list[PassageRef], as_list, Field(alias="from")] = []


class Region(Record):
    """A region of the drawing, and how it is called in the text alternative."""

    name: Label


class Action(Record):
    """What can happen to a place: `name` in the legend, `words` in the text alternative."""

    name: Label
    words: Label


class Drawn(Record):
    """What a treatment does to which places of the drawing."""

    action: ActionRef
    places: Annotated[list[PlaceRef], Field(min_length=1)]


WITH_FAMILY = "with family"  # what is decided by: on the page of a kind, the family's points stand in full


class Treatment(Names):
    """A treatment. Every slot must be given, in this order; `[]` prints that no source says."""

    meaning: Text
    meaning_from: Annotated[list[PassageRef], as_list, Field(min_length=1)]
    family: TreatmentRef | None = None
    drawing: list[Drawn]
    drawing_note: Label | None = Field(None, description="What the picture does not settle")
    what: list[Item]
    may_suit: Annotated[list[Item], WITH_FAMILY]
    may_not_suit: Annotated[list[Item], WITH_FAMILY]
    how: list[Item]
    experience: list[Item]
    good: Annotated[list[Item], WITH_FAMILY]
    bad: Annotated[list[Item], WITH_FAMILY]
    afterwards: list[Item]
    unknown: list[Item]
    questions: list[AskRef]
    unbalanced: Text | None = Field(None, description="Why good and bad points differ in length")


class Alert(Record):
    """Signs after treatments: what is normal, when to call, when to call an ambulance."""

    name: Text
    treatments: list[TreatmentRef]
    normal: list[Item]
    call: list[Item]
    ambulance: list[Item]
