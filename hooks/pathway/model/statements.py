"""What one slot or list of claims says: its lines by layer, and the silences among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..records.content import Content
from ..records.evidence import Item, Layer
from ..records.fields import Text
from ..records.pathway import STATEMENT_SLOTS
from ..records.treatments import WITH_FAMILY, Treatment
from ..source.references import first_of

NO_TEXT = Text("")


@dataclass(frozen=True)
class Statement:
    """A sentence, its sources (`source` or `source#passage`), its layer, and what is newer."""

    say: Text
    sources: tuple[str, ...]
    layer: Layer
    newer: tuple[str, ...] = ()

    @property
    def citations(self) -> list[str]:
        """Return one citation for each source: its first passage stands for the others."""
        return first_of(self.sources)


@dataclass(frozen=True)
class Statements:
    """The lines of one list: those of the base source, those since, and named silences."""

    base: tuple[Statement, ...]
    since: tuple[Statement, ...]
    silences: tuple[str, ...]

    @property
    def all(self) -> tuple[Statement, ...]:
        """Return the lines of both layers, the base layer first."""
        return self.base + self.since

    @property
    def empty(self) -> bool:
        """Say whether nothing at all stands here."""
        return not self.all and not self.silences


@dataclass(frozen=True)
class Slot:
    """One slot of a treatment, with what is said of all treatments of its family."""

    id: str
    heading: str
    own: Statements
    family: Statements | None
    family_id: str = ""
    family_in_full: bool = False


@dataclass(frozen=True)
class StatementReader:
    """Reads items into lines."""

    content: Content

    def read(self, items: list[Item]) -> Statements:
        """Return the lines of a list of items, in their order."""
        said = [self._statement(item) for item in items if not item.silence]
        return Statements(
            tuple(line for line in said if line.layer == Layer.BASE),
            tuple(line for line in said if line.layer == Layer.SINCE),
            tuple(str(item.silence) for item in items if item.silence),
        )

    def _statement(self, item: Item) -> Statement:
        record = self.content.records.claims[item.claim] if item.claim else item
        return self.cited(record.from_, record.say or NO_TEXT)

    def cited(self, from_: Iterable[str], say: Text = NO_TEXT) -> Statement:
        """Return a sentence with its sources; without the sentence, what stands behind any other text."""
        sources = tuple(str(source) for source in from_)
        kinds = {self.layer_of(source) for source in sources}
        layer = Layer.SINCE if Layer.SINCE in kinds else Layer.BASE
        return Statement(say, sources, layer, self._newer_than(sources))

    def newer_than(self, target: str) -> tuple[str, ...]:
        """Return the updates that say what is newer than a passage or a claim."""
        claim = self.content.records.claims.get(target)
        return self._newer_than(map(str, claim.from_) if claim else (target,))

    def _newer_than(self, sources: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({update for source in sources for update in self.newer.get(source, ())}))

    def layer_of(self, source: str) -> Layer:
        """Return the layer of a source or passage."""
        return self.content.records.sources[source.partition("#")[0]].layer

    @cached_property
    def newer(self) -> dict[str, list[str]]:
        """Return for each passage the updates that say what is newer."""
        found: dict[str, list[str]] = {}
        for id, update in self.content.records.updates.items():
            for passage in update.passages:
                found.setdefault(str(passage), []).append(id)
        return found

    def slots(self, treatment: Treatment) -> list[Slot]:
        """Return the slots of a treatment that hold items, in their order."""
        records = self.content.records
        family = records.treatments[treatment.family] if treatment.family else None
        return [
            Slot(
                slot,
                records.guide.slots.get(slot, slot),
                self.read(getattr(treatment, slot)),
                self.read(getattr(family, slot)) if family else None,
                str(treatment.family or ""),
                WITH_FAMILY in Treatment.model_fields[slot].metadata,
            )
            for slot in STATEMENT_SLOTS
        ]
