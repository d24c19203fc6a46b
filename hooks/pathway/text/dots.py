"""A figure as a grid of marks: only for people, and never saying another number than its words."""

import math
from dataclasses import dataclass

from ..records.evidence import Figure

UPPER_BOUNDS = ("up to", "as many as", "fewer than", "less than")  # the value is the most, not what was seen


@dataclass(frozen=True)
class Dots:
    """`full` marks, then `ringed` ones up to the upper end of a range, of `total` (100 or 1,000)."""

    full: int
    ringed: int
    total: int

    @property
    def empty(self) -> int:
        """The marks that are neither full nor ringed."""
        return self.total - self.full - self.ringed

    def path(self, kind: str) -> str:
        """Return the marks of a kind (`full`, `ringed`, `empty`) as SVG path data, 10 units a mark.

        Each is a line without length: its cap makes it round or square. All but the first are told
        from the one before, alike in every row, which packs well.
        """
        start = {"full": 0, "ringed": self.full, "empty": self.full + self.ringed}[kind]
        across = 10 if self.total == 100 else 40
        spots = range(start + 1, start + getattr(self, kind))
        steps = (f"m{10 - 10 * across - 0.01} 10h.01" if i % across == 0 else "m9.99 0h.01" for i in spots)
        first = f"M{5 + 10 * (start % across)} {5 + 10 * (start // across)}h.01"
        return "".join([first, *steps]) if getattr(self, kind) else ""

    @property
    def box(self) -> str:
        """The view box of the grid."""
        return "0 0 100 100" if self.total == 100 else "0 0 400 250"


def dots(figure: Figure) -> Dots | None:
    """Return the marks of a figure, or nothing where it does not count people out of a hundred."""
    if figure.show != "people":
        return None
    low, high = float(figure.value), float(figure.to or figure.value)
    total = 1000 if high < 1 else 100
    per = total / 100
    if figure.bound in UPPER_BOUNDS:
        return Dots(0, _marks(high * per, total), total)
    full = _marks(low * per, total)
    return Dots(full, max(_marks(high * per, total), full + (high > low)) - full, total)


def _marks(count: float, total: int) -> int:
    """Round halves up; more than none is never none, less than all never all."""
    rounded = math.floor(count + 0.5)
    return 0 if count <= 0 else total if count >= total else min(max(rounded, 1), total - 1)
