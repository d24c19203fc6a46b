"""Good and bad points in equal detail, and no words that push."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.statements import StatementReader
from ..records.content import Content
from ..records.fields import Text
from ..records.treatments import Treatment
from ..source.problems import Problem
from ..text.wording import TextRenderer

RATIO = 2.0  # the longer side may have at most this many times the items and words of the other


def check_balance(content: Content) -> Iterator[Problem]:
    """Yield the treatments whose good and bad points differ too much, and persuasive words."""
    reader, wording = StatementReader(content), TextRenderer(content)
    reasons: dict[str, str] = {}
    for id, treatment in content.records.treatments.items():
        (items, said) = measure(reader, wording, treatment)
        off = [
            f"{name} {good} to {bad}"
            for name, (good, bad) in (("items", items), ("words", said))
            if max(good, bad) > RATIO * min(good, bad)
        ]
        reason = treatment.unbalanced
        if off and not reason:
            what = f"good and bad points are out of balance ({', '.join(off)}): even them out"
            what += ", or say why under 'unbalanced'"
            yield content.data.problem(("treatments", id, "good"), what)
        if reason and not off:
            what = "the points are in balance: the reason is not needed"
            yield content.data.problem(("treatments", id, "unbalanced"), what)
        if reason and reason in reasons:
            what = f"the same reason as for '{reasons[reason]}': say what is particular to this treatment"
            yield content.data.problem(("treatments", id, "unbalanced"), what)
        reasons.setdefault(str(reason), id)
    yield from _persuasion(content)


def measure(
    reader: StatementReader, wording: TextRenderer, treatment: Treatment
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return ((good, bad) items, (good, bad) words), with what is said of the family."""
    family = reader.content.records.treatments[treatment.family] if treatment.family else None
    sides = []
    for own, shared in ((treatment.good, family and family.good), (treatment.bad, family and family.bad)):
        sides.append([*reader.read(own).all, *reader.read(shared or []).all])
    words = [sum(len(wording.plain(line.say).split()) for line in side) for side in sides]
    return (len(sides[0]), len(sides[1])), (words[0], words[1])


def _persuasion(content: Content) -> Iterator[Problem]:
    words = content.records.guide.persuasive_words
    if not words:
        return
    pushing = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    for path, text in content.texts:
        for match in pushing.finditer(text) if isinstance(text, Text) else ():
            yield content.data.problem(path, f"'{match[0]}' persuades: say what was seen instead", match[0])
    for page in content.pages:
        for match in pushing.finditer(page.body):
            yield page.problem(match.start(), f"'{match[0]}' persuades: say what was seen instead")
