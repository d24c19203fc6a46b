"""The decision guide: routing questions are asked by steps, adding questions in the results."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from .evidence import Record
from .fields import AskRef, ClaimRef, Id, Label, QuestionRef, SilenceRef, TargetRef, Text, TreatmentRef


class Group(StrEnum):
    """How a treatment is discussed for a case, from the most to the least open."""

    FIRST = "first"
    SOME = "some"
    NOT = "not"


class Option(Record):
    """One treatment in a result: its group, the claim that is the reason, and a condition."""

    treatment: TreatmentRef
    group: Annotated[Group, Field(strict=False)]
    because: ClaimRef
    if_: Annotated[Text | None, Field(alias="if")] = None


class Answer(Record):
    """One answer. Of an adding question it names what it adds to a result, or moves there."""

    label: Text
    short: Label = Field(description="2 to 4 words, for the drawn tree and the case")
    picture: Label | None = None
    adds: list[Option] = []
    cautions: list[ClaimRef] = []
    next: list[Text] = []
    asks: list[AskRef] = []


class Question(Record):
    """A question of the guide: its words stand once, whoever asks it."""

    kind: Literal["routing", "adding"]
    ask: Text
    short: Label | None = Field(None, description="The question in a few words, for the drawn tree")
    help: Text
    who: Text = Field(description="Who can tell the reader the answer")
    shows: Text = Field(description="Which test or report shows it")
    answers: Annotated[dict[Id, Answer], Field(min_length=2)]


class Step(Record):
    """Where a routing question is asked, and where each of its answers leads."""

    question: QuestionRef
    answers: dict[Id, TargetRef]


class Outcome(Record):
    """A result: the case in words and its options.

    `ordered` says whether sources order the options of this case, and `order_from` names them.
    `then` holds what was said of the case in the base source.
    """

    case: Text
    short: Label
    picture: Label | None = None
    options: Annotated[list[Option], Field(min_length=1)]
    ordered: bool
    order_from: list[ClaimRef] = []
    cautions: list[ClaimRef] = []
    silences: list[SilenceRef] = []
    then: list[ClaimRef] = []
    next: Annotated[list[Text], Field(min_length=1)]
    asks: Annotated[list[AskRef], Field(min_length=3, max_length=7)]


class VisitQuestion(Record):
    """A question to take along. `stage` puts it into the general list."""

    ask: Text
    why: Text | None = None
    stage: Literal["first", "before", "after"] | None = None


class Value(Record):
    """Something that may matter to a reader, to weigh on paper or on screen."""

    say: Text
