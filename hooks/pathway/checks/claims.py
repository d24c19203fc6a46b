"""What must hold between claims: each stands once, short forms say the same, relations have no cycle."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from ..model.graph import cycle
from ..records.content import Content
from ..records.evidence import Claim, PointKind
from ..records.signs import Level, Rule
from ..source.positions import KeyPath
from ..source.problems import Found, repeated
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


def check_claims(content: Content) -> Iterator[Found]:
    """Yield what is wrong with claims. Only for data whose ids are all known."""
    wording = TextRenderer(content)
    yield from _relations(content)
    yield from _alike(content, wording)
    yield from _marked_twice(content)
    yield from _short_forms(content, wording)
    yield from _silences(content)
    yield from _main_points(content)
    yield from _signs(content)
    for id, treatment in content.records.treatments.items():
        for index, claim in enumerate(treatment.works):
            if content.records.claims[claim].kind is PointKind.HARM:
                yield ("treatments", id, "works", index), f"'{claim}' is a harm: it stands under 'risks'"


def _relations(content: Content) -> Iterator[Found]:
    claims = content.records.claims
    order = {id: {str(o) for r in Claim.RELATIONS for o in getattr(c, r)} for id, c in claims.items()}
    if found := cycle(order):
        yield ("claims", found[0]), f"a cycle of relations: {' -> '.join(found)}"


def _alike(content: Content, wording: TextRenderer) -> Iterator[Found]:
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
            yield ("claims", second, "say"), what


def _marked_twice(content: Content) -> Iterator[Found]:
    """A result that is told twice from one source is a figure. Times and sizes of studies may come again."""
    claims = content.records.claims
    told = (
        ((source, quantity.casefold()), (id, f"{{{quantity}}}"))
        for id, claim in claims.items()
        for quantity in {m.casefold(): m for m in MARKED.findall(claim.say) if _RESULT.search(m)}.values()
        for source in {str(s).partition("#")[0] for s in claim.from_}
    )
    for (other, _), (id, quantity) in repeated(told):
        if not claims[id].alike:
            what = f"'{quantity}' is told by '{other}' from the same source: make it a figure"
            yield ("claims", id, "say"), what, quantity


def _short_forms(content: Content, wording: TextRenderer) -> Iterator[Found]:
    for id, claim in content.records.claims.items():
        path, short = ("claims", id, "short"), wording.plain(claim.short or "")
        if len(short.split()) > SHORT:
            yield path, f"{len(short.split())} words: a short form has at most {SHORT}"
        said = _NUMBER.findall(wording.plain(claim.say))
        known = {number.rstrip(".,"): bound.lower() for bound, number in said}
        for bound, number in _NUMBER.findall(short):
            number = number.rstrip(".,")
            if number not in known:
                yield path, f"the number {number} does not stand in the claim itself"
            elif bound.lower() != known[number]:
                what = f"'{bound} {number}' against '{known[number]} {number}': the same bound must stand"
                yield path, what


def _silences(content: Content) -> Iterator[Found]:
    """A claim that ends a silence, and the silence, in one record."""
    claims, silences = content.records.claims, content.records.silences
    named: dict[KeyPath, list[tuple[KeyPath, str]]] = {}
    for path, ref in [(p, str(r)) for p, r in content.refs if p[0] in ("treatments", "outcomes")]:
        named.setdefault(path[:2], []).append((path, ref))
    for refs in named.values():
        ended = {str(claims[r].answers): r for _, r in refs if r in claims and claims[r].answers}
        for path, id in refs:
            if id in silences and id in ended:
                yield path, f"'{ended[id]}' answers this silence: take it out"


def _main_points(content: Content) -> Iterator[Found]:
    claims = content.records.claims
    for id, treatment in content.records.treatments.items():
        for kind, slot in (("benefit", "works"), ("harm", "risks")):
            claim, path = getattr(treatment, kind), ("treatments", id, kind)
            if claims[claim].kind != kind:
                yield path, f"'{claim}' is of kind '{claims[claim].kind.value}', not '{kind}'"
            if claim not in getattr(treatment, slot):
                yield path, f"'{claim}' does not stand in '{slot}'"


def _signs(content: Content) -> Iterator[Found]:
    """A rule for a treatment may raise the help, never lower it; a sign has one rule of each level."""
    for path, rule in content.instances(Rule):
        if "by" in path and rule.level == Level.USUAL:
            yield path, "what is usual belongs to 'after': here help is raised"
    for id, sign in content.records.signs.items():
        for level, count in Counter(rule.level for rule in sign.rules).items():
            if count > 1:
                yield ("signs", id, "rules"), f"{count} rules of level '{level.value}': readers need one"
