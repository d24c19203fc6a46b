"""Change figures, names, claims and questions, each with a mark of its own, and look for what did not follow.

What is published must then be the same as before but for the marks, and the old words may stand nowhere
without one, wherever no other record has a right to the same words.
"""

import html
import itertools
import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pathway.build import Built
from pathway.pages.guide import guide_styles
from pathway.pages.render import render
from pathway.pages.site import Site
from pathway.publish.downloads import downloads
from pathway.records.content import Content
from pathway.records.fields import Ref
from pathway.source.references import blank, unmark
from pathway.text.wording import TextRenderer, quantity

START = "qzx"  # how every mark begins: it stands nowhere in the content
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
MARKED = re.compile(rf"[ -]?{START}[a-z]{{3}}")
GROUP = 25  # records that are changed at a time
# What rightly differs: checksums, the hash of the content, sizes, grades, dots, and places in the drawn tree.
_ASIDE = re.compile(
    r"[0-9a-f]{12}-[0-9a-f]{8}\b|[0-9a-f]{12,64}|\b\d+ KB|\b\d+\.\d(?=</td>| \|)|\b\d+\.\d \d+\.\d \d+\.\d\b|(?:M\d+ \d+h\d*\.01)+|\d+ of a hundred dots|<path class=\"(?:full|ringed|empty)\" d=\"[^\"]*\"/>|sha256-[A-Za-z0-9+/=]+|\b(?:x|y|d|height|viewBox)=\"[-\d. ML]+\""
)


@dataclass(frozen=True)
class Change:
    """One change to try: the record, the old words as published, and the edit of the data file."""

    record: str
    old: str
    field: str
    before: str
    after: str


def plain(text: str) -> str:
    """Return a published text without what rightly differs."""
    return _ASIDE.sub("", html.unescape(html.unescape(text)))


def outputs(built: Built) -> dict[str, str]:
    """Return every generated text by name."""
    pages = {path: f"{p.title}\n{p.description}\n{p.markdown}" for path, p in built.pages.items()}
    return {name: plain(text) for name, text in (pages | built.files).items()}


def changes(content: Content) -> Iterator[Change]:
    """Yield a change for every figure, name, claim and question, each with a mark or number of its own."""
    said = TextRenderer(content).plain
    marks = (START + "".join(letters) for letters in itertools.product(string.ascii_lowercase, repeat=3))
    decimals = [n for n in range(101, 1000) if n % 10]
    for number, (id, figure) in zip(decimals, content.records.figures.items(), strict=False):
        # No more than all, and below any range's end. What is below 1 stays so: it is told in 1,000.
        after = f"0.{number}" if "in 1,000" in quantity(figure) else f"1.{number}"
        yield Change(f"figures {id}", quantity(figure), "value", figure.value, after)
    for kind in ("terms", "treatments"):
        for id, record in content.sets[kind].items():
            yield Change(f"{kind} {id}", record.name, "name", record.name, record.name + next(marks))
    for kind, field in (("claims", "say"), ("questions", "ask")):
        for id, record in content.sets[kind].items():
            text = getattr(record, field)
            yield Change(f"{kind} {id}", said(text), field, text, f"{text[:-1]} {next(marks)}{text[-1]}")


def changed(content: Content, tried: Iterable[Change]) -> Content:
    """Return a content with some changes made."""
    sets = {
        kind: dict(content.sets[kind]) for kind in ("figures", "terms", "treatments", "claims", "questions")
    }
    for id, record in sets["treatments"].items():  # says where a name may break, and must be that name
        sets["treatments"][id] = record.model_copy(update={"breaks": None})
    for change in tried:
        kind, id = change.record.split()
        record = sets[kind][id]
        value = type(getattr(record, change.field))(change.after)
        fresh = {change.field: value}
        if getattr(record, "plural", None) == change.before:  # one word for one and for many
            fresh["plural"] = value
        sets[kind][id] = record.model_copy(update=fresh)
    data = type(content.data)(content.records.model_copy(update=sets), content.data.source)
    return Content(data, content.pages, content.pictures)


def render_all(content: Content) -> Built:
    """Return everything that is published of a content that was checked before."""
    site = Site(content)
    return Built(site, render(site), downloads(site) | guide_styles(site), {})


def stale(
    content: Content, tried: list[Change], before: dict[str, str], after: dict[str, str]
) -> Iterator[str]:
    """Yield where old words still stand, and where something else has changed."""
    for change, name in left_over(content, tried, after):
        yield f"{change.record} in {name}: the old words still stand"
    numbers = {change.after: change.before for change in tried if change.field == "value"}
    for change in (change for change in tried if change.field == "value"):
        record = content.records.figures[change.record.split()[1]].model_copy(update={"value": change.after})
        numbers[_NUMBER.search(quantity(record))[0]] = _NUMBER.search(change.old)[0]  # type: ignore[index]
    for name in sorted({*before, *after}):
        unmarked = _NUMBER.sub(lambda m: numbers.get(m[0], m[0]), MARKED.sub("", after.get(name, "")))
        if unmarked != before.get(name) and _words(unmarked) != _words(before.get(name, "")):
            yield f"{name}: more or less than the records has changed ({', '.join(c.record for c in tried[:3])} …)"


def _words(text: str) -> list[str]:
    """Return the words in a fixed order: a new name may move in a list from A to Z."""
    return sorted(re.findall(r"\w+", text))


def left_over(content: Content, tried: list[Change], after: dict[str, str]) -> Iterator[tuple[Change, str]]:
    """Yield each change with the names of texts in which the old words stand, where no other record has a right to them."""
    said, folded = _said(content), {name: text.casefold() for name, text in after.items()}
    for change in tried:
        words = change.old.rstrip(".?").casefold()
        if sum(words in other for other in said[change.field in ("say", "ask")]) > 1:
            continue
        old = re.compile(rf"(?<![\w-]){re.escape(words)}(?! ?{START}|[\w-])")
        yield from ((change, name) for name, text in folded.items() if words in text and old.search(text))


def _said(content: Content) -> tuple[list[str], list[str]]:
    """Return what is typed by hand, names among it, and all statements as they read."""
    texts = [str(words) for _, words in content.texts if not isinstance(words, Ref)]
    typed = [blank(unmark(text)) for text in (*texts, *(page.text for page in content.pages))]
    typed += content.by_id
    typed += map(quantity, content.records.figures.values())
    reads = map(TextRenderer(content).plain, texts)
    return [text.casefold() for text in typed], [text.casefold() for text in reads]


def some_by_some(content: Content, tried: list[Change]) -> Iterator[str]:
    """Yield what is stale in the generated texts after each group of changes. No group is all of one kind."""
    before = outputs(render_all(changed(content, [])))
    count = -(-len(tried) // GROUP)
    for group in (tried[at::count] for at in range(count)):
        yield from stale(content, group, before, outputs(render_all(changed(content, group))))
