"""What records may say of themselves: ranges that rise, one base, families of one level, no entry twice."""

from collections.abc import Iterator

from ..records.content import Content
from ..records.evidence import Layer
from ..source.problems import Found, repeated

WHOLE = 100  # people and shares are counted of a hundred


def check_values(content: Content) -> Iterator[Found]:
    """Yield values that are well formed and cannot be."""
    yield from _figures(content)
    yield from _families(content)
    yield from _lists(content)
    yield from _layers(content)


def _figures(content: Content) -> Iterator[Found]:
    for id, figure in content.records.figures.items():
        if figure.to and float(figure.to) <= float(figure.value):
            yield ("figures", id, "to"), f"a range that does not rise: {figure.value} to {figure.to}"
        for name in ("value", "to"):
            given = getattr(figure, name)
            if given and figure.show != "amount" and float(given) > WHOLE:
                yield ("figures", id, name), f"{given} of {WHOLE}: more than all"


def _families(content: Content) -> Iterator[Found]:
    treatments = content.records.treatments
    for id, treatment in treatments.items():
        head = treatments.get(treatment.family) if treatment.family else None
        if head and head.family:
            what = f"'{treatment.family}' is one kind of '{head.family}' itself: name that, or nothing"
            yield ("treatments", id, "family"), what


def _layers(content: Content) -> Iterator[Found]:
    """There is one base source, and the guide names it."""
    named = content.records.guide.base
    for id, source in content.records.sources.items():
        if (source.layer == Layer.BASE) != (id == named):
            what = f"its layer is '{source.layer.value}': the one base is the guide's, '{named}'"
            yield ("sources", id, "layer"), what


def _lists(content: Content) -> Iterator[Found]:
    """A list of records names each of them once."""
    listed = [(path, ref) for path, ref in content.refs if isinstance(path[-1], int)]
    for _, (path, ref) in repeated(((*path[:-1], str(ref)), (path, ref)) for path, ref in listed):
        yield path, f"'{ref}' stands in this list already"
