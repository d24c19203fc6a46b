"""The decision guide: questions are asked at steps, answers lead on, outcomes end a path."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .evidence import Item, Record
from .fields import AskRef, From, Id, QuestionRef, SilenceRef, TargetRef, Text, TreatmentRef


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


class ClinicQuestion(Record):
    """A question to take along to the clinic."""

    ask: Text
    why: Text | None = None


class Value(Record):
    """Something that may matter to a reader, to weigh on paper or on screen."""

    say: Text
