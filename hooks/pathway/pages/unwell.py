"""The page for someone who needs help, and the usual course after each treatment."""

from ..model.statements import Statement
from ..records.fields import Label, TreatmentRef
from ..records.signs import Rule
from ..source.prose import Page
from .site import Site

Raised = list[tuple[list[str], list[tuple[Label, Rule]]]]


def view(site: Site, _id: str, _page: Page) -> Raised:
    """Return the rules that treatments add, each with its sign; those that add the same stand together."""
    records = site.content.records
    added: dict[str, list[tuple[Label, Rule]]] = {}
    for sign in records.signs.values():
        for treatment, rules in sign.by.items():
            added.setdefault(treatment, []).extend((sign.name, rule) for rule in rules)
    together: dict[tuple[str, ...], list[str]] = {}
    for id in records.treatments:
        if id in added:
            together.setdefault(tuple(str(rule.claim) for _, rule in added[id]), []).append(id)
    return [(ids, added[ids[0]]) for ids in together.values()]


def after_by_treatment(site: Site, _id: str, _page: Page) -> dict[str, tuple[Statement, ...]]:
    """Return what is usual after each treatment that tells of it."""
    records = site.content.records
    usual = records.unwell.after if records.unwell else {}
    told = {
        id: site.statements.read([*usual.get(TreatmentRef(id), []), *record.normal]).statements
        for id, record in records.treatments.items()
    }
    return {id: statements for id, statements in told.items() if statements}
