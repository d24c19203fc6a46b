"""What must hold between claims: each stands once, short forms say the same, relations have no cycle."""

from __future__ import annotations

import graphlib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from ..records.content import Content
from ..records.evidence import Claim
from ..records.load import instances
from ..records.signs import Level, Rule
from ..source.problems import Problem
from ..source.references import MARKED, scan
from ..text.wording import TextRenderer

SHARED = 0.8  # of the words of the longer of two texts
SHORT = 14  # words of a short form
# What a source found, as against how long or how many it looked.
_RESULT = re.compile(r"\d in 1|°| times |odds")
_WORD = re.compile(r"[\w’'-]+")
_NUMBER = re.compile(
    r"(?:(about|up to|fewer than|less than|at least|more than) )?(\d[\d.,]*(?: to \d[\d.,]*)?)", re.IGNORECASE
)


def check_claims(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with claims. Only for data whose ids are all known."""
    wording = TextRenderer(content)
    yield from _relations(content)
    yield from _alike(content, wording)
    yield from _marked_twice(content)
    yield from _short_forms(content, wording)
    yield from _silences(content)
    yield from _main_points(content)
    yield from _signs(content)


def _relations(content: Content) -> Iterator[Problem]:
    claims = content.records.claims
    order = {id: {str(o) for r in Claim.RELATIONS for o in getattr(c, r)} for id, c in claims.items()}
    try:
        graphlib.TopologicalSorter(order).prepare()
    except graphlib.CycleError as error:
        cycle = error.args[1]
        what = f"a cycle of relations: {' -> '.join(cycle)}"
        yield content.data.problem(("claims", cycle[0]), what)


def _alike(content: Content, wording: TextRenderer) -> Iterator[Problem]:
    """Yield pairs that say one thing twice: same source, same numbers and records, mostly the same words."""
    claims = content.records.claims
    groups: dict[tuple[object, ...], list[str]] = {}
    words = {}
    for id, claim in claims.items():
        said = wording.plain(claim.say)
        words[id] = Counter(_WORD.findall(said.lower()))
        records = tuple(sorted({ref.target for ref in scan(claim.say)}))
        numbers = tuple(sorted(n for _, n in _NUMBER.findall(said)))
        for source in {str(s).partition("#")[0] for s in claim.from_}:
            groups.setdefault((source, records, numbers), []).append(id)
    for first, second in {pair for ids in groups.values() for pair in combinations(ids, 2)}:
        a, b = words[first], words[second]
        share = (a & b).total() / max(a.total(), b.total())
        if share > SHARED and not (claims[first].alike or claims[second].alike):
            what = f"says mostly what '{first}' says: name that, or tell apart and say why ('alike')"
            yield content.data.problem(("claims", second, "say"), what)


def _marked_twice(content: Content) -> Iterator[Problem]:
    """A result that is told twice from one source is a figure. Times and sizes of studies may come again."""
    first: dict[tuple[str, str], str] = {}
    for id, claim in content.records.claims.items():
        for quantity in {m.casefold() for m in MARKED.findall(claim.say) if _RESULT.search(m)}:
            for source in {str(s).partition("#")[0] for s in claim.from_}:
                other = first.setdefault((source, quantity), id)
                if other != id and not claim.alike:
                    what = f"'{{{quantity}}}' is told by '{other}' from the same source: make it a figure"
                    yield content.data.problem(("claims", id, "say"), what, f"{{{quantity}}}")


def _short_forms(content: Content, wording: TextRenderer) -> Iterator[Problem]:
    for id, claim in content.records.claims.items():
        path, long, short = (
            ("claims", id, "short"),
            wording.plain(claim.say),
            wording.plain(claim.short or ""),
        )
        if len(short.split()) > SHORT:
            what = f"{len(short.split())} words: a short form has at most {SHORT}"
            yield content.data.problem(path, what)
        known = {number.rstrip(".,"): bound.lower() for bound, number in _NUMBER.findall(long)}
        for bound, number in _NUMBER.findall(short):
            number = number.rstrip(".,")
            if number not in known:
                yield content.data.problem(path, f"the number {number} does not stand in the claim itself")
            elif bound.lower() != known[number]:
                what = f"'{bound} {number}' against '{known[number]} {number}': the same bound must stand"
                yield content.data.problem(path, what)


def _silences(content: Content) -> Iterator[Problem]:
    """A claim that ends a silence, and the silence, in one record."""
    claims, silences = content.records.claims, content.records.silences
    for kind in ("treatments", "outcomes"):
        for id in content.sets[kind]:
            named = [(p, str(ref)) for p, ref in content.refs if p[:2] == (kind, id)]
            ended = {str(claims[r].answers): r for _, r in named if r in claims and claims[r].answers}
            for path, ref in named:
                if ref in silences and ref in ended:
                    yield content.data.problem(path, f"'{ended[ref]}' answers this silence: take it out")


def _main_points(content: Content) -> Iterator[Problem]:
    claims = content.records.claims
    for id, treatment in content.records.treatments.items():
        for kind, slot in (("benefit", "works"), ("harm", "risks")):
            claim, path = getattr(treatment, kind), ("treatments", id, kind)
            if claims[claim].kind != kind:
                what = f"'{claim}' is of kind '{claims[claim].kind.value}', not '{kind}'"
                yield content.data.problem(path, what)
            if claim not in getattr(treatment, slot):
                yield content.data.problem(path, f"'{claim}' does not stand in '{slot}'")


def _signs(content: Content) -> Iterator[Problem]:
    """A rule for a treatment may raise the help, never lower it; a sign has one rule of each level."""
    for path, rule in instances(content.records.signs, Rule, ("signs",)):
        if "by" in path and rule.level == Level.USUAL:
            yield content.data.problem(path, "what is usual belongs to 'after': here help is raised")
    for id, sign in content.records.signs.items():
        for level, count in Counter(rule.level for rule in sign.rules).items():
            if count > 1:
                what = f"{count} rules of level '{level.value}': readers need one"
                yield content.data.problem(("signs", id, "rules"), what)
