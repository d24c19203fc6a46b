"""Benefits and harms in equal detail, and no words that push."""

import re
from collections.abc import Iterator

from ..model.statements import Statements
from ..records.content import Content
from ..records.evidence import PointKind
from ..records.fields import Text
from ..records.treatments import Treatment
from ..source.problems import Found, repeated
from ..source.references import blank
from ..text.wording import TextRenderer

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')  # a source's own judgement may be quoted
RATIO = 2.0  # the longer side may have at most this many times the items and words of the other


def check_balance(content: Content) -> Iterator[Found]:
    """Yield the treatments whose benefits and harms differ too much, and persuasive words."""
    statements, wording = Statements(content.records), TextRenderer(content)
    for id, treatment in content.records.treatments.items():
        off = [
            f"{name} {good} to {bad}"
            for name, (good, bad) in measure(statements, wording, treatment).items()
            if max(good, bad) > RATIO * min(good, bad)
        ]
        reason = treatment.unbalanced
        if off and not reason:
            what = f"benefits and harms are out of balance ({', '.join(off)}): even them out"
            what += ", or say why under 'unbalanced'"
            yield ("treatments", id, "works"), what
        if reason and not off:
            yield ("treatments", id, "unbalanced"), "the points are in balance: the reason is not needed"
    yield from _same_reasons(content)
    yield from _persuasion(content)


def _same_reasons(content: Content) -> Iterator[Found]:
    given = ((t.unbalanced, id) for id, t in content.records.treatments.items() if t.unbalanced)
    for other, id in repeated(given):
        what = f"the same reason as for '{other}': say what is particular to this treatment"
        yield ("treatments", id, "unbalanced"), what


def measure(statements: Statements, words: TextRenderer, treatment: Treatment) -> dict[str, tuple[int, int]]:
    """Return (benefits, harms) in items and in words; only points of these kinds count."""
    family = [statements.records.treatments[treatment.family]] if treatment.family else []
    sides = []
    for kind, slot in ((PointKind.BENEFIT, "works"), (PointKind.HARM, "risks")):
        told = statements.read([id for one in [treatment, *family] for id in getattr(one, slot)]).statements
        sides.append([words.plain(s.say).split() for s in told if s.kind == kind])
    benefits, harms = sides
    return {"items": (len(benefits), len(harms)), "words": (sum(map(len, benefits)), sum(map(len, harms)))}


def _persuasion(content: Content) -> Iterator[Found]:
    words = content.records.guide.persuasive_words
    if not words:
        return
    pushing = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    for path, text in content.texts:
        for match in pushing.finditer(blank(text, _QUOTED)) if isinstance(text, Text) else ():
            yield path, f"'{match[0]}' persuades: say what was seen instead", match[0]
    for page in content.pages:
        for match in pushing.finditer(page.body):
            yield page.problem(match.start(), f"'{match[0]}' persuades: say what was seen instead")
