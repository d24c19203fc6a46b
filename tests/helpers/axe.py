"""Ask axe which of its rules an open page breaks."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What holds is not listed: that takes axe as long again. The sizes of targets it tries only where it is told to.
ASKED: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def violations(page: Page, *rules: str) -> list[tuple[str, str]]:
    """Return each rule that is broken, or each of these, and where."""
    only = {"runOnly": [*rules]} if rules else {}
    broken = Axe().run(page, options=ASKED | only).response["violations"]
    return [(rule["id"], node["html"][:160]) for rule in broken for node in rule["nodes"]]
