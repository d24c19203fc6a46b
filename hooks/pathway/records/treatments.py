"""What readers meet by name: terms, treatments with their slots and pictures."""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from .evidence import Record
from .fields import AskRef, ClaimRef, Id, Label, PassageRef, StatementRef, Text, TreatmentRef, as_list


class Names(Record):
    """What a record is called, by whom, and how it is said."""

    name: Label
    plural: Label | None = Field(None, description="Where it is not the name with an s")
    say: Label | None = None
    breaks: Label | None = Field(None, description="The name, with | where long words may break")
    abbreviations: list[Label] = []
    synonyms: list[Label] = []
    brands: list[Label] = []
    old_names: list[Label] = []
    spellings: list[Label] = []
    misspellings: list[Label] = []
    asked_as: list[Label] = Field([], description="What people type who look for it")

    @field_validator("breaks")
    @classmethod
    def _breaks_the_name(cls, breaks: str | None, info: ValidationInfo) -> str | None:
        if breaks and breaks.replace("|", "") != info.data.get("name"):
            raise ValueError("must be the name, with | in its long words")
        return breaks

    @property
    def plural_form(self) -> str:
        """The name of more than one."""
        return self.plural or f"{self.name}s"

    @property
    def other_names(self) -> list[str]:
        """The other names that readers may meet, without the misspellings."""
        lists = (self.abbreviations, self.synonyms, self.brands, self.old_names, self.spellings)
        return [name for names in lists for name in names]


class Term(Names):
    """A word that readers may not know. `page` is the page on it, where there is one."""

    meaning: Text
    page: Label | None = None
    from_: Annotated[list[PassageRef], as_list(PassageRef), Field(alias="from")] = []


class Picture(Record):
    """A picture of the guide's file of pictures, by the name of its symbol there.

    `shows` says it in words for who does not see it; `key` lists its signs, whose names stand in
    `guide.picture_key`; `sources` are those that it was compared with, part by part.
    """

    symbol: Id
    shows: Label
    note: Label | None = Field(None, description="What the picture leaves open, shown below it")
    key: list[Id] = Field([], description="Empty where the picture itself names its parts")
    sources: Annotated[list[PassageRef], Field(min_length=2)]


Slot = list[StatementRef]


class Treatment(Names):
    """A treatment. Each slot lists claims, and silences where no source tells; it may be empty."""

    label: Label | None = Field(None, description="A short plain name, for rows and tables")
    meaning: Text
    brief: Text | None = Field(None, description="What it is, in at most ten words, for rows")
    meaning_from: Annotated[list[PassageRef], as_list(PassageRef), Field(min_length=1)]
    family: TreatmentRef | None = None
    picture: Picture | None = None
    what: Slot = []
    before: Slot = []
    day: Slot = []
    nights: Slot = []
    after: Slot = []
    normal: Slot = []
    often: Slot = []
    works: Slot = []
    risks: Slot = []
    suits: Slot = []
    not_suits: Slot = []
    lived: Slot = []
    unknown: Slot = []
    was: Slot = []
    questions: list[AskRef] = []
    slots_asked_as: dict[str, list[Label]] = Field({}, description="What people type who look for a slot")
    benefit: ClaimRef
    harm: ClaimRef
    unbalanced: Text | None = Field(None, description="Why benefits and risks differ in length")

    @property
    def row_name(self) -> str:
        """The short plain name, or the name."""
        return self.label or self.name[:1].upper() + self.name[1:]
