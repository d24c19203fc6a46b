"""The kinds of values in `docs/pathway.yml`: text, names, references, ids, dates, numbers.

Text for readers is `Text`, names without references are `Label`, and everything that points
at another record is a `Ref`: so that later rooms can walk all of them without knowing a field.
"""

import re
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import CoreSchema, core_schema

# Marks that turn the direction of writing: unseen, they can make a text read as another.
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Words(str):
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        plain = core_schema.str_schema(min_length=1, strict=True, strip_whitespace=True)
        return core_schema.no_info_after_validator_function(lambda words: cls(BIDI.sub("", words)), plain)

    @classmethod
    def __get_pydantic_json_schema__(cls, source: Any, handler: Any) -> Any:
        to = f" An id under {' or '.join(cls.kinds)}." if issubclass(cls, Ref) else ""
        return handler(source) | {"description": f"{cls.__doc__}{to}"}


class Text(Words):
    """A sentence or more for readers. May hold references; never a quantity or a typed name."""


class Label(Words):
    """A name, a title or another short piece of text without references."""


class Ref(Words):
    """The id of another record. `kinds` are the record sets it may come from."""

    kinds: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, to: str) -> None:
        cls.kinds = tuple(to.split())


class PageRef(Ref, to="pages"):
    """A page."""


class PassageRef(Ref, to="sources"):
    """`source` or `source#passage`."""


class SourceRef(Ref, to="sources"):
    """A source as a whole."""


class ClaimRef(Ref, to="claims"):
    """A statement of ours."""


class StatementRef(Ref, to="claims silences"):
    """A claim, or a silence where no source tells."""


class SilenceRef(Ref, to="silences"):
    """What the sources do not say."""


class TreatmentRef(Ref, to="treatments"):
    """A treatment."""


class AskRef(Ref, to="asks"):
    """A question to take along."""


class QuestionRef(Ref, to="questions"):
    """A question of the guide."""


class StepRef(Ref, to="steps"):
    """A place where a question is asked."""


class TargetRef(Ref, to="steps outcomes"):
    """Where an answer leads: to a step, or to a result."""


_ID, _DAY = r"^[a-z0-9]+(-[a-z0-9]+)*$", r"^\d{4}-\d{2}-\d{2}$"
_LINK, _NUMBER = r"^https?://[^\s<>\"'`{}|\\^\[\]]+$", r"^(0|[1-9]\d{0,6})(\.\d{1,3})?$"
# What a text of a form should have been, for messages.
EXPECTED_FORMAT = {
    _ID: "an id: small letters, digits and single hyphens",
    _DAY: "a day such as 2026-11-23",
    _LINK: "an address that begins with http:// or https:// and has no spaces, quotes or brackets",
    _NUMBER: "a number such as 7 or 0.5, of 7 digits and 3 decimals at most",
}
Id = Annotated[str, StringConstraints(pattern=_ID, max_length=60)]
YEARS = (1900, 2200)


def _day(text: str) -> str:
    """Return a day of the calendar as it is written. Raises `ValueError` where there is no such day."""
    if not YEARS[0] <= date.fromisoformat(text).year <= YEARS[1]:
        raise ValueError(f"the year is not within {YEARS[0]} and {YEARS[1]}")
    return text


Day = Annotated[str, StringConstraints(pattern=_DAY), AfterValidator(_day)]
Link = Annotated[str, StringConstraints(pattern=_LINK)]
Number = Annotated[
    str,
    BeforeValidator(lambda v: str(v) if type(v) is int else v, json_schema_input_type=str | float),
    StringConstraints(pattern=_NUMBER),
]


def as_list(kind: Any) -> BeforeValidator:
    """Take one value of a kind for a list of one."""
    return BeforeValidator(
        lambda v: v if isinstance(v, list) else [v], json_schema_input_type=kind | list[kind]
    )


From = Annotated[list[PassageRef], as_list(PassageRef), Field(min_length=1, alias="from")]
