"""The records of `docs/pathway.yml`, all of them: what each may hold, and of which type."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .decision import ClinicQuestion, Outcome, Question, Step, Value
from .evidence import Claim, Figure, Item, Record, Silence, Source, Update
from .fields import AskRef, Id
from .guide import Change, Guide, Scorecard
from .treatments import Action, Alert, Region, Term, Treatment


class Pathway(Record):
    """The whole data file."""

    guide: Guide
    sources: dict[Id, Source]
    figures: dict[Id, Figure]
    terms: dict[Id, Term]
    claims: dict[Id, Claim]
    silences: dict[Id, Silence]
    updates: dict[Id, Update] = {}
    places: dict[Id, Region]
    actions: dict[Id, Action]
    treatments: dict[Id, Treatment]
    alerts: dict[Id, Alert] = {}
    values: dict[Id, Value] = {}
    scorecards: dict[Id, Scorecard] = {}
    asks: dict[Id, ClinicQuestion]
    questions: dict[Id, Question]
    steps: dict[Id, Step]
    outcomes: dict[Id, Outcome]
    changes: Annotated[list[Change], Field(min_length=1)]


SETS = tuple(name for name in Pathway.model_fields if name not in ("guide", "changes"))
STATEMENT_SLOTS = tuple(n for n, field in Treatment.model_fields.items() if field.annotation == list[Item])
ASK_SLOTS = tuple(n for n, field in Treatment.model_fields.items() if field.annotation == list[AskRef])
SLOTS = STATEMENT_SLOTS + ASK_SLOTS
