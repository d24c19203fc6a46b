"""The records of `docs/pathway.yml`: what each may hold, and of which type."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from .fields import (
    ActionRef,
    AskRef,
    ClaimRef,
    Day,
    From,
    Id,
    Label,
    Link,
    Number,
    PassageRef,
    PlaceRef,
    QuestionRef,
    SilenceRef,
    SourceRef,
    StepRef,
    TargetRef,
    Text,
    TreatmentRef,
    as_list,
)


class Record(BaseModel):
    """The settings that all records share: nothing unknown, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Layer(StrEnum):
    """Which of the two layers a source belongs to: the base page, or what came after it."""

    BASE = "base"
    SINCE = "since"


class Passage(Record):
    """One sentence or group of the base source: where it stands, never its words."""

    at: Label
    left_out: Label | None = Field(None, description="Why this passage, or a part of it, is not told")


class Contact(Record):
    """A line of contact data, as the source gives it."""

    what: Label
    is_: Label = Field(alias="is")
    from_: From


class Source(Record):
    """Where a statement comes from. `year: null` is printed as undated."""

    title: Label
    by: Label
    year: Annotated[int, Field(ge=1900, le=2100)] | None
    layer: Annotated[Layer, Field(strict=False)]
    kind: Label
    link: Link | None = None
    note: Label | None = None
    contacts: list[Contact] = []
    passages: dict[Id, Passage] = {}


class Figure(Record):
    """A quantity, once. `value` (to `to`) out of 100, or an amount with a unit.

    `whom`, `over` and `sure` say of which people, over what time, and how certain;
    null means that the source does not say.
    """

    show: Literal["people", "share", "amount"]
    value: Number
    to: Number | None = None
    unit: Label
    bound: Literal[
        "exactly", "about", "up to", "as many as", "fewer than", "less than", "at least", "more than"
    ] = "exactly"
    whom: Text
    over: Text | None
    sure: Text | None
    note: Text | None = None
    from_: From


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
    def many(self) -> str:
        """The name of more than one."""
        return self.plural or f"{self.name}s"

    @property
    def also(self) -> list[str]:
        """The other names that readers may meet, without the misspellings."""
        lists = (self.abbreviations, self.synonyms, self.old_names, self.spellings)
        return [name for names in lists for name in names]


class Term(Names):
    """A word that readers may not know. `page` is the page on it, where there is one."""

    meaning: Text
    page: Label | None = None
    from_: Annotated[list[PassageRef], as_list, Field(alias="from")] = []


class Item(Record):
    """One line of a slot: a sentence with its sources, a named claim, or a named silence."""

    say: Text | None = None
    from_: Annotated[list[PassageRef], as_list, Field(alias="from")] = []
    claim: ClaimRef | None = None
    silence: SilenceRef | None = None


class Claim(Record):
    """A sentence that stands in more than one place, with its sources."""

    say: Text
    from_: From


class Silence(Record):
    """What the sources do not say, and whom to ask."""

    say: Text
    whom: Text


class Update(Record):
    """Where later sources say something else than passages of the base source."""

    name: Text
    passages: Annotated[list[PassageRef], Field(min_length=1)]
    then: Text
    now: Annotated[list[Item], Field(min_length=1)]


class Place(Record):
    """A region of the drawing, and how it is called in the text twin."""

    name: Label


class Action(Record):
    """What can happen to a place: `name` in the legend, `words` in the text twin."""

    name: Label
    words: Label


class Drawn(Record):
    """What a treatment does to which places of the drawing."""

    action: ActionRef
    places: Annotated[list[PlaceRef], Field(min_length=1)]


class Treatment(Names):
    """A treatment. Every slot must be given, in this order; `[]` prints that no source says."""

    meaning: Text
    meaning_from: Annotated[list[PassageRef], as_list, Field(min_length=1)]
    kind: Label
    family: TreatmentRef | None = None
    drawing: list[Drawn]
    drawing_note: Label | None = Field(None, description="What the picture does not settle")
    what: list[Item]
    may_suit: list[Item]
    may_not_suit: list[Item]
    how: list[Item]
    experience: list[Item]
    good: list[Item]
    bad: list[Item]
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


class Ask(Record):
    """A question to take along to the clinic."""

    ask: Text
    why: Text | None = None


class Question(Record):
    """A question of the decision guide: its words stand once, whoever asks it."""

    ask: Text
    why: Text
    who: Text = Field(description="Who can tell the reader the answer")
    test: Text = Field(description="Which test shows it")
    answers: Annotated[dict[Id, Text], Field(min_length=2)]
    from_: From


class Step(Record):
    """Where a question is asked, and where each of its answers leads."""

    question: QuestionRef
    answers: dict[Id, TargetRef]


class Outcome(Record):
    """An ending of the guide: claims, silences, or both; never neither."""

    name: Text
    claims: list[Item] = []
    silences: list[SilenceRef] = []
    treatments: list[TreatmentRef] = []
    since: list[TreatmentRef] = []
    next: Annotated[list[Text], Field(min_length=1)]
    asks: Annotated[list[AskRef], Field(min_length=3, max_length=7)]


class Value(Record):
    """Something that may matter to a reader, to weigh on paper or on screen."""

    say: Text


class Criterion(Record):
    """One item of a published standard, and what proves that it is met.

    `fields` are paths into this file (`*` for all keys) that must hold something; `tests` are
    `file::function` under the project. An item that only people can judge has `people: true`.
    """

    say: Label
    group: Label | None = None
    people: bool = False
    not_applicable: Label | None = None
    not_met: Label | None = Field(None, description="Why the item is not met, said plainly")
    fields: list[Label] = []
    tests: list[Label] = []


class Scorecard(Record):
    """A published standard for guides, item by item in our own words."""

    name: Label
    link: Link | None = None
    count: Literal["groups", "percent", "one-to-five"]
    criteria: dict[Id, Criterion]


class Change(Record):
    """A dated change of the guide, for the page that lists what changed."""

    on: Day
    what: Text


class Guide(Record):
    """What the guide is, for whom, who stands behind it, and how it is kept current."""

    title: Label
    slug: Id = Field(description="The name of the files to take along")
    decision: Text
    message: Text = Field(description="The one main message")
    readers: Annotated[list[Text], Field(min_length=1)]
    not_for: Annotated[list[Text], Field(min_length=1)]
    urgent: list[Item] = Field([], description="When to seek help at once")
    base: SourceRef
    base_name: Label = Field(description="What the base source is called in running text")
    first: StepRef
    every_outcome: Annotated[list[Item], Field(min_length=1)]
    authors: Annotated[list[Label], Field(min_length=1)]
    funding: Text
    interests: Text
    evidence: Text = Field(description="How the evidence was found and chosen")
    updates: Text
    drawing_title: Label | None = None
    drawing_note: Label | None = None
    persuasive_words: list[Label] = []
    not_done: Annotated[list[Text], Field(min_length=1)]
    reviewed: Day
    review_months: Annotated[int, Field(ge=1, le=36)]
    slots: dict[str, Label] = Field(description="The heading of every slot of a treatment")


class Pathway(Record):
    """The whole data file."""

    guide: Guide
    sources: dict[Id, Source]
    figures: dict[Id, Figure]
    terms: dict[Id, Term]
    claims: dict[Id, Claim]
    silences: dict[Id, Silence]
    updates: dict[Id, Update] = {}
    places: dict[Id, Place]
    actions: dict[Id, Action]
    treatments: dict[Id, Treatment]
    alerts: dict[Id, Alert] = {}
    values: dict[Id, Value] = {}
    scorecards: dict[Id, Scorecard] = {}
    asks: dict[Id, Ask]
    questions: dict[Id, Question]
    steps: dict[Id, Step]
    outcomes: dict[Id, Outcome]
    changes: Annotated[list[Change], Field(min_length=1)]


SETS = tuple(name for name in Pathway.model_fields if name not in ("guide", "changes"))
SLOTS = tuple(
    name for name, field in Treatment.model_fields.items() if field.annotation in (list[Item], list[AskRef])
)
