"""How soon the decision guide's own script is ready, on this core and slowed down."""

from __future__ import annotations

import statistics
from pathlib import Path

from playwright.sync_api import Browser, Route, sync_playwright

from helpers.browser import launch
from helpers.serving import served

SLOWED = (1, 4, 6)  # times; four stands for a cheap phone, as in Lighthouse
ROUNDS = 5
SCRIPT = "assets/guide.js"
_MARKED = 'performance.mark("begin");{};performance.measure("script", "begin")'
_TOOK = 'performance.getEntriesByName("script")[0].duration'


def ready(site: Path, page: str) -> dict[int, float]:
    """Return the median milliseconds that the script takes, by how many times the core is slowed."""
    source = (site / SCRIPT).read_text("utf-8")

    def marked(route: Route) -> None:
        route.fulfill(body=_MARKED.format(source), content_type="text/javascript")

    with served(site) as root, sync_playwright() as playwright:
        browser = launch(playwright)
        return {
            rate: statistics.median(_once(browser, root + page, rate, marked) for _ in range(ROUNDS))
            for rate in SLOWED
        }


def _once(browser: Browser, address: str, rate: int, answer: object) -> float:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
    page.route(f"**/{SCRIPT}", answer)  # type: ignore[arg-type]
    page.goto(address)
    took = float(page.evaluate(_TOOK))
    context.close()
    return took
