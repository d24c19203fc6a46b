"""Ask axe which of its rules an open page breaks."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page, **options: Any) -> list[dict[str, Any]]:
    """Return each rule that is broken, with its nodes. What holds is not listed: that takes axe as long again."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **options})
    return list(found.response["violations"])
