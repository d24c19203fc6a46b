"""What is known, and from where: sources, figures, claims and how they meet, silences."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from .fields import ClaimRef, From, Id, Label, Link, Number, QuestionRef, SilenceRef, Text, as_list


class Record(BaseModel):
    """The settings that all records share: nothing unknown, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Layer(StrEnum):
    """Whether a source is the base page, or came after it."""

    BASE = "base"
    SINCE = "since"


class Passage(Record):
    """One sentence or group of the base source: where it stands, never its words."""

    at: Label
    cue: Label | None = Field(None, description="A few words of ours on what it is about")
    left_out: Label | None = Field(None, description="Why this passage, or a part of it, is not told")


class Source(Record):
    """Where a statement comes from. `year: null` is printed as undated in the list of sources."""

    title: Label
    by: Label
    short: Label | None = Field(None, description="Who made it, in one or two words")
    year: Annotated[int, Field(ge=1900, le=2100)] | None
    layer: Annotated[Layer, Field(strict=False)]
    kind: Label
    link: Link | None = None
    note: Label | None = None
    passages: dict[Id, Passage] = {}


class Figure(Record):
    """A quantity that is told twice, drawn or compared. `value` (to `to`) out of 100, or an amount.

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


Scope = dict[QuestionRef, list[Id]]


class PointKind(StrEnum):
    """What a statement is for its reader."""

    BENEFIT = "benefit"
    HARM = "harm"
    BURDEN = "burden"
    LIMIT = "limit"
    FACT = "fact"
    ADVICE = "advice"


class Claim(Record):
    """A statement of ours with its sources. It stands once, wherever it is told.

    `short` says the same in at most 14 words. `for` holds sets of answers: its source speaks of a
    case that fits any one of them. The relations name older or other claims; see `RELATIONS`.
    """

    RELATIONS: ClassVar = ("replaces", "limits", "adds", "confirms")

    say: Text
    from_: From
    kind: Annotated[PointKind, Field(strict=False)]
    short: Text | None = None
    for_: Annotated[list[Scope], as_list(Scope), Field(alias="for")] = []
    replaces: list[ClaimRef] = []
    limits: list[ClaimRef] = []
    adds: list[ClaimRef] = []
    confirms: list[ClaimRef] = []
    answers: SilenceRef | None = Field(None, description="The silence that it ends")
    alike: Label | None = Field(None, description="Why it may read like another claim of its source")


class Silence(Record):
    """What the sources do not say, and whom to ask. `base`: what only the base source leaves out."""

    say: Text
    whom: Text
    base: bool = False
