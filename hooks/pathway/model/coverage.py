"""How sources and statements cover each other, in both directions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..records.content import Content
from ..records.evidence import Figure, Source
from ..records.fields import PassageRef
from ..records.treatments import Treatment
from ..source.references import scan
from ..text.wording import quantity
from .statements import StatementReader


@dataclass(frozen=True)
class Coverage:
    """Which sentence rests on which source, and which slot on none."""

    content: Content
    reader: StatementReader

    @cached_property
    def uses(self) -> dict[str, list[str]]:
        """Return for each source and passage the sentences that rest on it."""
        found: dict[str, dict[str, None]] = {}
        for path, words in self.content.texts:
            cited = [str(words)] if isinstance(words, PassageRef) else []
            for target in cited + [ref.target for ref in scan(words) if "#" in ref.target]:
                say = self._said_at(path)
                if say:
                    found.setdefault(target, {})[say] = None
        return {target: list(says) for target, says in found.items()}

    def _said_at(self, path: tuple[str | int, ...]) -> str:
        """Return the words that rest on the citation at a path of the data."""
        record: Any = self.content.records
        said = ""
        for part in path:
            if isinstance(record, (dict, list)):
                record = record[part]  # type: ignore[index]
            else:
                record = getattr(record, "from_" if part == "from" else str(part))
            said = _words_of(record) or said
        return said

    def cited_on(self, passage: str) -> list[str]:
        """Return the ids of the pages whose prose cites a passage."""
        return self._citing.get(passage, [])

    @cached_property
    def _citing(self) -> dict[str, list[str]]:
        """Return the ids of the pages whose prose points at each target."""
        found: dict[str, list[str]] = {}
        for page in self.content.pages:
            for target in dict.fromkeys(ref.target for ref in page.references):
                found.setdefault(target, []).append(page.id)
        return found

    def sources_in(self, layer: str) -> list[tuple[str, Source]]:
        """Return the (id, source) pairs of a layer."""
        return [(i, s) for i, s in self.content.records.sources.items() if s.layer.value == layer]

    def sources_of(self, treatment: Treatment) -> list[tuple[Source, list[str]]]:
        """Return (source, citations) for what a treatment's own claims rest on."""
        lines = [line for slot in self.reader.slots(treatment) for line in slot.own.all]
        cited = [str(s) for s in treatment.meaning_from] + [s for ln in lines for s in ln.sources]
        found: dict[str, list[str]] = {}
        for citation in dict.fromkeys(cited):
            found.setdefault(citation.partition("#")[0], []).append(citation)
        return [(self.content.records.sources[id], all_) for id, all_ in found.items()]

    @cached_property
    def empty_slots(self) -> list[tuple[str, list[str]]]:
        """Return (treatment, headings of the slots that no source fills)."""
        found = []
        for id, treatment in self.content.records.treatments.items():
            slots = self.reader.slots(treatment)
            empty = [s.heading for s in slots if s.own.empty and not (s.family and s.family.all)]
            if empty:
                found.append((id, empty))
        return found


def _words_of(record: Any) -> str:
    if isinstance(record, Figure):
        return f"{record.whom}: {quantity(record)}"
    for name in ("say", "meaning", "ask"):
        words = getattr(record, name, None)
        if words:
            return str(words)
    return ""
