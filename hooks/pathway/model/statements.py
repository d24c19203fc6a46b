"""What a list of claims says today: newer claims in the place of those they replace, silences apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..records.evidence import Claim, PointKind
from ..records.fields import Text
from ..records.pathway import Pathway
from ..source.references import first_of


class Statement(NamedTuple):
    """A claim as it is told: its words, `source` or `source#passage`, and what was said before it."""

    id: str
    say: Text
    short: Text
    kind: PointKind
    sources: tuple[str, ...]
    older: tuple[str, ...] = ()

    @property
    def citations(self) -> list[str]:
        """One citation for each source: its first passage stands for the others."""
        return first_of(self.sources)


class Told(NamedTuple):
    """What one list holds: statements in their order, and the ids of named silences."""

    statements: tuple[Statement, ...]
    silences: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.statements)


@dataclass(frozen=True)
class Statements:
    """Reads lists of claims. Holds no state but what follows from the records."""

    records: Pathway

    @cached_property
    def met(self) -> dict[str, dict[str, list[str]]]:
        """The claims that replace, limit, add to or confirm each claim, by relation."""
        found: dict[str, dict[str, list[str]]] = {relation: {} for relation in Claim.RELATIONS}
        for id, claim in self.records.claims.items():
            for relation, old in [(r, str(old)) for r in found for old in getattr(claim, r)]:
                found[relation].setdefault(old, []).append(id)
        return found

    def newest(self, id: str) -> tuple[str, ...]:
        """Return what stands in the place of a claim today: itself, where nothing replaces it."""
        newer = self.met["replaces"].get(id)
        return tuple(dict.fromkeys(last for new in newer for last in self.newest(new))) if newer else (id,)

    def read(self, ids: Iterable[str]) -> Told:
        """Return what a list of claims and silences says today."""
        claims: list[str] = []
        silences: list[str] = []
        for id in map(str, ids):
            if id in self.records.silences:
                silences.append(id)
            else:
                claims += self.newest(id)
        return Told(tuple(self.one(id) for id in dict.fromkeys(claims)), tuple(silences))

    def one(self, id: str) -> Statement:
        """Return a claim as it is told, whatever replaces it."""
        claim: Claim = self.records.claims[id]
        older = tuple(str(old) for old in claim.replaces)
        sources = tuple(str(source) for source in claim.from_)
        return Statement(id, claim.say, claim.short or claim.say, claim.kind, sources, older)

    @cached_property
    def resting_on(self) -> dict[str, list[str]]:
        """The claims that rest on each source, and on each of its passages."""
        found: dict[str, dict[str, None]] = {}
        for id, claim in self.records.claims.items():
            for target in map(str, claim.from_):
                for key in {target, target.partition("#")[0]}:
                    found.setdefault(key, {})[id] = None
        return {target: list(ids) for target, ids in found.items()}
