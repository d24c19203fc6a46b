"""What records may say of themselves: ranges that rise, one base, families of one level, no entry twice."""

from __future__ import annotations

from collections.abc import Iterator

from ..records.content import Content
from ..records.evidence import Layer
from ..source.problems import Problem

WHOLE = 100  # people and shares are counted of a hundred


def check_values(content: Content) -> Iterator[Problem]:
    """Yield values that are well formed and cannot be."""
    yield from _figures(content)
    yield from _families(content)
    yield from _lists(content)
    yield from _layers(content)


def _figures(content: Content) -> Iterator[Problem]:
    for id, figure in content.records.figures.items():
        if figure.to and float(figure.to) <= float(figure.value):
            what = f"a range that does not rise: {figure.value} to {figure.to}"
            yield content.data.problem(("figures", id, "to"), what)
        for name in ("value", "to"):
            given = getattr(figure, name)
            if given and figure.show != "amount" and float(given) > WHOLE:
                yield content.data.problem(("figures", id, name), f"{given} of {WHOLE}: more than all")


def _families(content: Content) -> Iterator[Problem]:
    treatments = content.records.treatments
    for id, treatment in treatments.items():
        head = treatments.get(treatment.family) if treatment.family else None
        if head and head.family:
            what = f"'{treatment.family}' is one kind of '{head.family}' itself: name that, or nothing"
            yield content.data.problem(("treatments", id, "family"), what)


def _layers(content: Content) -> Iterator[Problem]:
    """There is one base source, and the guide names it."""
    named = content.records.guide.base
    for id, source in content.records.sources.items():
        if (source.layer == Layer.BASE) != (id == named):
            what = f"its layer is '{source.layer.value}': the one base is the guide's, '{named}'"
            yield content.data.problem(("sources", id, "layer"), what)


def _lists(content: Content) -> Iterator[Problem]:
    """A list of records names each of them once."""
    seen: set[tuple[object, ...]] = set()
    for path, ref in content.refs:
        if path and isinstance(path[-1], int):
            if (*path[:-1], str(ref)) in seen:
                yield content.data.problem(path, f"'{ref}' stands in this list already")
            seen.add((*path[:-1], str(ref)))
