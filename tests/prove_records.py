"""Change one record at a time and look in every generated text for what did not follow.

A mark is put into a figure, a name, a claim or a question of a copy of the content. What is
published must then be the same as before but for the mark, and the old words may stand nowhere
without it, wherever no other record has a right to the same words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pathway.build import Built
from pathway.pages.guide import guide_styles
from pathway.pages.render import render
from pathway.pages.site import Site
from pathway.publish.downloads import downloads
from pathway.records.content import Content
from pathway.text.wording import TextRenderer, capitalize_first, quantity

START = "qzx"  # how every mark begins: it stands nowhere in the content
MARK = f"{START}qaa"
NUMBER = "7351.9"  # stands nowhere in the content
_ASIDE = re.compile(r"[0-9a-f]{12,64}|\b\d+\.\d \||(?:M\d+ \d+h\d*\.01)+|\d+ of a hundred dots")


@dataclass(frozen=True)
class Change:
    """One change to try: the record, the old words as published, and the edit of the data file."""

    record: str
    old: str
    field: str
    before: str
    after: str


def outputs(built: Built) -> dict[str, str]:
    """Return every published text by name, without what rightly differs: hash, grades, dots."""
    pages = {path: f"{p.title}\n{p.description}\n{p.markdown}" for path, p in built.pages.items()}
    return {name: _ASIDE.sub("", html.unescape(text)) for name, text in (pages | built.files).items()}


def changes(content: Content) -> Iterator[Change]:
    """Yield a change for every figure, name, claim and question."""
    wording = TextRenderer(content)
    for id, figure in content.records.figures.items():
        yield Change(f"figures {id}", quantity(figure), "value", figure.value, NUMBER)
    for kind in ("terms", "treatments"):
        for id, record in content.sets[kind].items():
            yield Change(f"{kind} {id}", record.name, "name", record.name, f"{record.name}{MARK}")
    for id, claim in content.records.claims.items():
        yield Change(f"claims {id}", wording.plain(claim.say), "say", claim.say, _marked(claim.say))
    for id, question in content.records.questions.items():
        yield Change(
            f"questions {id}", wording.plain(question.ask), "ask", question.ask, _marked(question.ask)
        )


def _marked(text: str) -> str:
    """Return a sentence with the mark before its last sign."""
    return f"{text[:-1]} {MARK}{text[-1]}"


def stale(content: Content, before: dict[str, str], change: Change) -> list[str]:
    """Return where the old words still stand, or where something else has changed."""
    kind, id = change.record.split()
    records = content.records
    record = content.sets[kind][id].model_copy(
        update={change.field: type(getattr(content.sets[kind][id], change.field))(change.after)}
    )
    sets = {**content.sets[kind], id: record}
    changed = Content(
        type(content.data)(records.model_copy(update={kind: sets}), content.data.source),
        content.pages,
        content.pictures,
    )
    after = outputs(render_all(changed))
    left = [
        f"{change.record} in {name}: the old words still stand" for name in left_over(content, change, after)
    ]
    return left + [
        f"{change.record} in {name}: {what}"
        for name, text in after.items()
        if (what := _wrong(change, record, before.get(name, ""), text))
    ]


def render_all(content: Content) -> Built:
    """Return everything that is published of a content that was checked before."""
    site = Site(content)
    return Built(site, render(site), downloads(site) | guide_styles(site))


def _wrong(change: Change, record: object, before: str, after: str) -> str:
    if change.field == "value":
        new = quantity(record)  # type: ignore[arg-type]
        pairs = [
            (new, change.old),
            (capitalize_first(new), capitalize_first(change.old)),
            (f'"{NUMBER}"', f'"{change.before}"'),
        ]
        for fresh, old in pairs:
            after = after.replace(fresh, old)
    else:
        after = after.replace(f" {MARK}", "").replace(MARK, "")
    if NUMBER in after or MARK in after:
        return "the new words stand where the record is not used"
    return "" if _sorted(after) == _sorted(before) else "more or less than the record has changed"


def _sorted(text: str) -> list[str]:
    """Return the lines in a fixed order: a new name may move in a list from A to Z."""
    return sorted(line.strip() for line in re.split(r"\n|(?<=[.;:,]) ", text) if line.strip())


def left_over(content: Content, change: Change, after: dict[str, str]) -> list[str]:
    """Return where the old words still stand, for words that no other record has a right to."""
    wording, kind = TextRenderer(content), change.record.split()[0]
    others = [quantity(f) for f in content.records.figures.values()]
    others += [
        name
        for k in ("terms", "treatments")
        for r in content.sets[k].values()
        for name in (r.name, r.plural_form, *r.other_names)
    ]
    others += [wording.plain(c.say) for c in content.records.claims.values()]
    if sum(change.old.casefold() in other.casefold() for other in others) > (0 if kind == "questions" else 1):
        return []
    old = re.compile(rf"(?<![\w-]){re.escape(change.old.rstrip('.?'))}(?! ?{START}|[\w-])", re.IGNORECASE)
    return [name for name, text in after.items() if old.search(text)]


def one_by_one(built: Built, tried: list[Change]) -> list[str]:
    """Return what was stale after each change, in all generated texts."""
    before = outputs(built)
    return [line for change in tried for line in stale(built.site.content, before, change)]
