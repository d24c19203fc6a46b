"""Which function makes the view of each kind of part: a part that tells records as they are has none."""

from collections.abc import Callable
from typing import Any

from ..model.reviews import since
from ..source.prose import Page
from . import comparison, guide, ledger, simple, treatment, tree, unwell
from .site import Site

VIEWS: dict[str, Callable[[Site, str, Page], Any]] = {
    "after-by-treatment": unwell.after_by_treatment,
    "appointment": simple.appointment,
    "base-source": ledger.base_source,
    "changed-since": ledger.changed_since,
    "comparison": comparison.view,
    "decision-guide": guide.view,
    "figures": ledger.figures,
    "jumps": simple.jumps,
    "not-said": ledger.not_said,
    "reviews": lambda site, _id, _page: since(site.content),
    "scorecard": simple.scorecard,
    "sources": ledger.sources,
    "table-of-routes": tree.view,
    "treatment": treatment.view,
    "unwell": unwell.view,
}
