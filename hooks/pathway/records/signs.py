"""The page for someone who needs help: one rule for each sign, by the help that it needs."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .evidence import Record
from .fields import ClaimRef, Label, TreatmentRef


class Level(StrEnum):
    """How much help a sign needs, the most first."""

    AMBULANCE = "ambulance"
    CALL = "call"
    USUAL = "usual"


class Rule(Record):
    """What to do: the level of help, and the claim that says when."""

    level: Annotated[Level, Field(strict=False)]
    claim: ClaimRef


class Sign(Record):
    """A sign as a reader would look for it. `by` may raise the help for a treatment, never lower it.

    `behind` holds what other sources say: it stands folded, behind the one rule. `first_aid` is what
    to do until help comes.
    """

    name: Label
    rules: Annotated[list[Rule], Field(min_length=1)]
    behind: list[ClaimRef] = []
    by: dict[TreatmentRef, list[Rule]] = {}
    first_aid: list[ClaimRef] = []


class Emergency(Record):
    """The number to call, where it holds, and what to call elsewhere."""

    country: Label
    number: Label
    elsewhere: Label


class Unwell(Record):
    """What the page and the printed sheet need beside the signs."""

    emergency: Emergency
    steady: list[ClaimRef] = Field([], description="What is never stopped suddenly")
    after: dict[TreatmentRef, list[ClaimRef]] = Field({}, description="The usual course by treatment")
    sheet: Annotated[list[ClaimRef], Field(min_length=2, max_length=2)] = Field(
        description="In few words: when to call, then when an ambulance is needed"
    )
