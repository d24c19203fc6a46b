"""Which function makes the view of each kind of part: what its template may ask, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..source.prose import Page
from . import appointment, comparison, guide, ledger, picture, simple, treatment, unwell
from .site import Site

VIEWS: dict[str, Callable[[Site, str, Page], Any]] = {
    "about": simple.about,
    "after-by-treatment": unwell.after_by_treatment,
    "appointment": appointment.view,
    "base-source": ledger.base_source,
    "bundles": simple.bundles,
    "changed-since": ledger.changed_since,
    "changes": simple.changes,
    "comparison": comparison.view,
    "decision-guide": guide.view,
    "doors": simple.doors,
    "figures": ledger.figures,
    "glossary": simple.glossary,
    "jumps": simple.jumps,
    "message": simple.message,
    "picture": picture.front,
    "not-said": ledger.not_said,
    "readers": simple.readers,
    "reviews": simple.reviews,
    "scorecard": simple.scorecard,
    "sources": ledger.sources,
    "table-of-routes": guide.table,
    "treatment": treatment.view,
    "unwell": unwell.view,
}
