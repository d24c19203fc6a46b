"""The guide itself: who stands behind it, what it is held against, and what changed."""

from typing import Annotated

from pydantic import Field

from .evidence import Record
from .fields import AskRef, ClaimRef, Day, Id, Label, Link, PageRef, SourceRef, StepRef, Text
from .treatments import Picture


class GradeLimits(Record):
    """The highest reading grade (US school year) of a page, without and with the glossary's words."""

    without_terms: Annotated[int, Field(ge=1, le=16)]
    with_terms: Annotated[int, Field(ge=1, le=16)]


class SchemaTypes(Record):
    """The schema.org types of every page, of its audience and of its subject."""

    page: Label
    audience: Label
    about: Label


class EasyRead(Record):
    """What the page in easy words tells beside the treatments and the signs."""

    what: Annotated[list[ClaimRef], Field(min_length=1)]
    asks: Annotated[list[AskRef], Field(min_length=1, max_length=5)]


class Guide(Record):
    """What the guide is, for whom, who stands behind it, and how it is kept current."""

    title: Label
    slug: Id = Field(description="The name of the files to take along")
    decision: Text
    message: Text = Field(description="The one main message")
    readers: Annotated[list[Text], Field(min_length=1)]
    not_for: Annotated[list[Text], Field(min_length=1)]
    base: SourceRef
    base_note: Text = Field(description="One sentence that says what the base source is")
    first: StepRef
    authors: Annotated[list[Label], Field(min_length=1)]
    funding: Text
    interests: Text
    evidence: Text = Field(description="How the evidence was found and chosen")
    updates: Text
    picture: Picture | None = Field(None, description="The picture of the front page")
    picture_key: dict[Id, Label] = Field({}, description="The name of every sign in the keys of pictures")
    persuasive_words: list[Label] = []
    not_done: Annotated[list[Text], Field(min_length=1)]
    contact: Label | None = Field(None, description="Where a reader tells of a mistake; a host may fill it")
    easy_read: EasyRead | None = None
    book: list[PageRef] = Field(
        [], description="The pages as a book tells them; after `treatments` come those of its records"
    )
    appendix: list[PageRef] = Field(
        [], description="What follows the book, for who checks it; the one file leaves the other pages out"
    )
    reviewed: Day
    withdrawn: list[Annotated[str, Field(pattern="^[0-9a-f]{12}$")]] = []  # by the hash in their footer
    review_months: Annotated[int, Field(ge=1, le=36)]
    grade_limits: GradeLimits | None = None
    syllables: dict[str, Annotated[int, Field(ge=1, le=12)]] = Field(
        {}, description="Words of the subject that are said otherwise than they are spelled"
    )
    disclaimer: Text
    schema_types: SchemaTypes = Field(description="What kind of page and subject machines are told of")
    slots: dict[str, Label] = Field(description="The heading of every slot of a treatment")
    interface: dict[str, Label] = Field(
        {},
        description="Sentences of the interface in the guide's own words, by their name in interface.en.yml",
    )
    old_anchors: dict[str, list[Id]] = Field({}, description="Places of an earlier edition, by slot")
    slots_asked_as: dict[str, list[Label]] = Field(
        {}, description="Words that people type who look for a slot of any treatment"
    )


class Criterion(Record):
    """One item of a published standard, and what proves that it is met.

    `fields` are paths into this file (`*` for all keys) that must hold something. An item that
    only people can judge has `people: true`.
    """

    say: Label
    group: Label | None = None
    people: bool = False
    not_applicable: Label | None = None
    not_met: Label | None = Field(None, description="Why the item is not met, said plainly")
    fields: list[Label] = []


class Scorecard(Record):
    """A published standard for guides, item by item in our own words."""

    name: Label
    link: Link | None = None
    criteria: dict[Id, Criterion]


class Review(Record):
    """A review by someone who knows the subject. `file` holds the hashes of the claims as they were read."""

    who: Label
    qualification: Label
    on: Day
    file: Label


class Change(Record):
    """A dated change of the guide, for the page that lists what changed."""

    on: Day
    what: Text
