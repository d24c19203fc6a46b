"""Of whom a claim's source speaks, and which cases are inside of that."""

from collections.abc import Mapping

from ..records.evidence import Claim


def inside(claim: Claim, known: Mapping[str, str]) -> bool:
    """Say whether a case, told as question: answer, is one that a claim's source speaks of.

    A claim without sets speaks of everybody. Else all answers of one of its sets must be given.
    """
    fits = (all(known.get(q) in answers for q, answers in one.items()) for one in claim.for_)
    return not claim.for_ or any(fits)
