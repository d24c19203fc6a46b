"""The page for someone who feels unwell, and the usual course after each treatment."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.statements import Statement, Told
from ..records.signs import Emergency, Level, Sign
from ..source.prose import Page
from .site import Site


@dataclass(frozen=True)
class SignView:
    """A sign: its rules by level, what treatments add, and what other sources say."""

    id: str
    sign: Sign
    rules: list[tuple[Level, Statement]]
    by: list[tuple[str, list[tuple[Level, Statement]]]]
    behind: list[Statement]


@dataclass(frozen=True)
class UnwellView:
    """All that the page shows."""

    emergency: Emergency | None
    signs: list[SignView]
    first_aid: list[Statement]
    steady: list[Statement]


@dataclass(frozen=True)
class After:
    """What is usual after a treatment: its id, and the statements of its slots."""

    treatment: str
    usual: Told
    afterwards: Told
    normal: Told


def view(site: Site, _id: str, _page: Page) -> UnwellView:
    """Return the view of the page."""
    unwell = site.content.records.unwell
    one = site.statements.one
    signs = [
        SignView(
            id,
            sign,
            [(rule.level, one(str(rule.claim))) for rule in sign.rules],
            [(str(t), [(r.level, one(str(r.claim))) for r in rules]) for t, rules in sign.by.items()],
            [one(str(claim)) for claim in sign.behind],
        )
        for id, sign in site.content.records.signs.items()
    ]
    if not unwell:
        return UnwellView(None, signs, [], [])
    first_aid, steady = ([one(str(c)) for c in ids] for ids in (unwell.first_aid, unwell.steady))
    return UnwellView(unwell.emergency, signs, first_aid, steady)


def after_by_treatment(site: Site, _id: str, _page: Page) -> list[After]:
    """Return what is usual after each treatment that tells of it."""
    records = site.content.records
    usual = records.unwell.after if records.unwell else {}
    found = []
    for id, record in records.treatments.items():
        own = [str(c) for t, ids in usual.items() if t == id for c in ids]
        after, normal = [str(ref) for ref in record.after], [str(ref) for ref in record.normal]
        if own or after or normal:
            found.append(After(id, site.read(own), site.read(after), site.read(normal)))
    return found
