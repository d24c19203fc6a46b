"""The small kinds of parts whose facts are counted or compared before a page tells them."""

import html

from markdown.extensions.toc import slugify  # type: ignore[import-untyped]

from ..model.scorecard import Result, by_group, results
from ..records.guide import Scorecard
from ..source.prose import Page
from .site import Site


def appointment(site: Site, _id: str, _page: Page) -> dict[str, dict[str, bool]]:
    """Return the questions of each treatment, and whether each stands there first: links lead to it."""
    seen: set[str] = set()
    found = {}
    for id, treatment in site.content.records.treatments.items():
        own = [str(ask) for ask in treatment.questions if not site.content.records.asks[ask].stage]
        if own:
            found[id] = {ask: ask not in seen for ask in own}
        seen.update(own)
    return found


def jumps(site: Site, _id: str, page: Page) -> list[tuple[str, str]]:
    """Return the sections of the page: the place of each, as the site makes it, and its heading."""
    heads = [line[3:].partition(" {#") for line in page.body.splitlines() if line.startswith("## ")]
    words = [(site.wording.plain(head), id.rstrip("}")) for head, _, id in heads]
    return [(id or slugify(html.unescape(head), "-"), head) for head, id in words]


def scorecard(site: Site, _id: str, _page: Page) -> list[tuple[Scorecard, dict[str, list[Result]]]]:
    """Return each standard with its items by group."""
    cards = site.content.records.scorecards.values()
    return [(card, by_group(results(site.content, card))) for card in cards]
