"""A figure as a grid of marks: only for people, and never saying another number than its words."""

import math
from itertools import groupby
from typing import NamedTuple

from ..records.evidence import Figure

UPPER_BOUNDS = ("up to", "as many as", "fewer than", "less than")  # the value is the most, not what was seen


class Dots(NamedTuple):
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

        Those of a row are the dashes of one line, without length: their caps make them round or square.
        """
        start = {"full": 0, "ringed": self.full, "empty": self.full + self.ringed}[kind]
        across = 10 if self.total == 100 else 40
        spots = range(start, start + getattr(self, kind))
        rows = [list(row) for _, row in groupby(spots, lambda spot: spot // across)]
        return "".join(
            f"M{5 + 10 * (row[0] % across)} {5 + 10 * (row[0] // across)}h{10 * len(row) - 10 or ''}.01"
            for row in rows
        )

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
