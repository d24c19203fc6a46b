"""What is known, and from where: sources, figures, claims and silences, lines, and what is newer."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from .fields import ClaimRef, From, Id, Label, Link, Number, PassageRef, SilenceRef, Text, as_list


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


class Claim(Record):
    """A sentence that stands in more than one place, with its sources."""

    say: Text
    from_: From


class Silence(Record):
    """What the sources do not say, and whom to ask."""

    say: Text
    whom: Text


class Item(Record):
    """One line of a slot: a sentence with its sources, a named claim, or a named silence."""

    say: Text | None = None
    from_: Annotated[list[PassageRef], as_list, Field(alias="from")] = []
    claim: ClaimRef | None = None
    silence: SilenceRef | None = None


class Update(Record):
    """Where later sources say something else than passages of the base source."""

    name: Text
    passages: Annotated[list[PassageRef], Field(min_length=1)]
    then: Text
    now: Annotated[list[Item], Field(min_length=1)]
