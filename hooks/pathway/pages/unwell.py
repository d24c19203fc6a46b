"""The page for someone who feels unwell, and the usual course after each treatment."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.statements import Statement
from ..records.fields import Label
from ..records.signs import Emergency, Rule, Sign
from ..source.prose import Page
from ..text.wording import join_words
from .site import Site


@dataclass(frozen=True)
class RuleView:
    """One rule in its shortest words, without links or marks. `sign` names it where it stands elsewhere."""

    level: str
    words: str
    sign: str = ""


@dataclass(frozen=True)
class Raised:
    """What treatments add: each rule with its sign. `id` is its place on the page."""

    id: str
    treatments: list[str]
    names: str
    rules: list[RuleView]


@dataclass(frozen=True)
class SignView:
    """A sign: its rules, its first aid, the treatments that raise the help, and all that it rests on."""

    id: str
    name: Label
    rules: list[RuleView]
    first_aid: list[str]
    raised: list[Raised]
    behind: list[Statement]


@dataclass(frozen=True)
class UnwellView:
    """All that the page shows. `urgent` and `call` tell the two highest levels in one sentence each."""

    emergency: Emergency | None
    call: str
    urgent: str
    signs: list[SignView]
    treatments: list[Raised]
    steady: list[str]
    steady_behind: list[Statement]


@dataclass(frozen=True)
class After:
    """What is usual after a treatment, and when life is back to normal."""

    treatment: str
    name: str
    statements: list[Statement]


def view(site: Site, _id: str, _page: Page) -> UnwellView:
    """Return the view of the page."""
    records = site.content.records
    unwell = records.unwell
    treatments = _by_treatment(site)
    signs = [_sign(site, id, sign, treatments) for id, sign in records.signs.items()]
    if not unwell:
        return UnwellView(None, "", "", signs, treatments, [], [])
    call, urgent = (site.plain_statement(str(claim)) for claim in unwell.sheet)
    steady = [site.statements.one(str(claim)) for claim in unwell.steady]
    words = [_short(site, claim) for claim in unwell.steady]
    return UnwellView(unwell.emergency, call, urgent, signs, treatments, words, steady)


def _sign(site: Site, id: str, sign: Sign, treatments: list[Raised]) -> SignView:
    rules = [*sign.rules, *(rule for found in sign.by.values() for rule in found)]
    claims = dict.fromkeys([*(str(rule.claim) for rule in rules), *map(str, sign.first_aid + sign.behind)])
    return SignView(
        id,
        sign.name,
        [_rule(site, rule) for rule in sign.rules],
        [_short(site, claim) for claim in sign.first_aid],
        [raised for raised in treatments if any(id in sign.by for id in raised.treatments)],
        [site.statements.one(claim) for claim in claims],
    )


def _rule(site: Site, rule: Rule, sign: str = "") -> RuleView:
    return RuleView(rule.level.value, _short(site, rule.claim), sign)


def _short(site: Site, claim: str) -> str:
    return site.wording.plain(site.statements.one(str(claim)).short)


def _names(site: Site, treatments: list[str]) -> str:
    return join_words([site.content.records.treatments[id].row_name for id in treatments])


def _by_treatment(site: Site) -> list[Raised]:
    """Return what treatments add to the signs. Treatments that add the same stand together."""
    records = site.content.records
    added: dict[str, list[tuple[Label, Rule]]] = {}
    for sign in records.signs.values():
        for treatment, rules in sign.by.items():
            added.setdefault(treatment, []).extend((sign.name, rule) for rule in rules)
    together: dict[tuple[str, ...], list[str]] = {}
    for id in records.treatments:
        if id in added:
            together.setdefault(tuple(str(rule.claim) for _, rule in added[id]), []).append(id)
    return [
        Raised(
            f"unwell--{ids[0]}",
            ids,
            _names(site, ids),
            [_rule(site, rule, name) for name, rule in added[ids[0]]],
        )
        for ids in together.values()
    ]


def after_by_treatment(site: Site, _id: str, _page: Page) -> list[After]:
    """Return what is usual after each treatment that tells of it."""
    records = site.content.records
    usual = {str(id): claims for id, claims in records.unwell.after.items()} if records.unwell else {}
    found = []
    for id, record in records.treatments.items():
        told = site.read([str(ref) for ref in [*usual.get(id, []), *record.normal]])
        if told:
            found.append(After(id, record.row_name, list(told.statements)))
    return found
