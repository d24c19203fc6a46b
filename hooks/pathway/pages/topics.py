"""What a statement is about, for long lists: the treatment or the page that tells it first."""

from collections.abc import Iterable
from typing import TypeVar

from ..text.wording import capitalize_first
from .site import Site

T = TypeVar("T")
Topic = tuple[str, list[T]]  # the name of a treatment or page, and its part of a list


def grouped(site: Site, entries: Iterable[tuple[list[str], T]]) -> list[Topic[T]]:
    """Return entries by topic. Each comes with its statements: the first that has a topic decides."""
    topics = site.topics
    found: dict[str, list[T]] = {topic: [] for topic in [*topics.values(), ""]}
    for statements, entry in entries:
        found[next((topics[id] for id in statements if id in topics), "")].append(entry)
    return [(_name(site, topic), held) for topic, held in found.items() if held]


def told_on(site: Site, source: str) -> list[str]:
    """Return the treatments and pages of the records that rest on a source."""
    found = [site.topics.get(record) or site.page_of(record) for record in site.naming.get(source, [])]
    return list(dict.fromkeys(filter(None, found)))


def _name(site: Site, topic: str) -> str:
    return capitalize_first(site.wording.name(topic)) if topic else site.ui["other_topics"]
