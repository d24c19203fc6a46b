"""The records of `docs/pathway.yml`, all of them: what each may hold, and of which type."""

from typing import Annotated

from pydantic import Field

from .decision import Outcome, Question, Step, Value, VisitQuestion
from .evidence import Claim, Figure, Record, Silence, Source
from .fields import AskRef, Id, StatementRef
from .guide import Change, Guide, Review, Scorecard
from .signs import Sign, Unwell
from .treatments import Term, Treatment


class Pathway(Record):
    """The whole data file."""

    guide: Guide
    sources: dict[Id, Source]
    figures: dict[Id, Figure] = {}
    terms: dict[Id, Term] = {}
    claims: dict[Id, Claim]
    silences: dict[Id, Silence] = {}
    treatments: dict[Id, Treatment]
    signs: dict[Id, Sign] = {}
    unwell: Unwell | None = None
    values: dict[Id, Value] = {}
    scorecards: dict[Id, Scorecard] = {}
    asks: dict[Id, VisitQuestion]
    questions: dict[Id, Question]
    steps: dict[Id, Step]
    outcomes: dict[Id, Outcome]
    reviews: list[Review] = []
    changes: Annotated[list[Change], Field(min_length=1)]


SETS = tuple(n for n, f in Pathway.model_fields.items() if str(f.annotation).startswith("dict["))
STATEMENT_SLOTS = tuple(n for n, f in Treatment.model_fields.items() if f.annotation == list[StatementRef])
ASK_SLOTS = tuple(n for n, f in Treatment.model_fields.items() if f.annotation == list[AskRef])
SLOTS = STATEMENT_SLOTS + ASK_SLOTS
