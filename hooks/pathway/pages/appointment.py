"""The questions of each treatment that the general list to take along does not hold."""

from ..source.prose import Page
from .site import Site


def view(site: Site, _id: str, _page: Page) -> dict[str, dict[str, bool]]:
    """Return the questions of each treatment, and whether each stands there first: links lead to it."""
    seen: set[str] = set()
    found = {}
    for id, treatment in site.content.records.treatments.items():
        own = [str(ask) for ask in treatment.questions if not site.content.records.asks[ask].stage]
        if own:
            found[id] = {ask: ask not in seen for ask in own}
        seen.update(own)
    return found
