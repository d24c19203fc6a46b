"""A hundred editions come out while a phone that keeps the guide is read, on a host that fails at random moments."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser, CDPSession, Page, TimeoutError

from helpers.editions import TOLD, Host, edition, keep, publish, update
from helpers.serving import served_below
from pathway.records.content import Content

pytestmark = pytest.mark.skipif(not os.environ.get("ATTACK"), reason="takes minutes: ATTACK=1")
TIMES = int(os.environ.get("TIMES", "100"))
PLACES = ("", "about/", "decision-guide/#mend", "treatments/patch/", "treatments/", "my-appointment/")


def visit(page: Page, address: str, chance: random.Random) -> set[str]:
    """Open some page, now and then with its search, and return the editions that it and its files name."""
    place = address + chance.choice(PLACES)
    try:
        page.goto(place, timeout=10_000)  # what is kept always answers
    except TimeoutError:  # a worker that was stopped between two states has swallowed it: a reader asks again
        page.goto(place)
    if chance.random() < 0.3:
        page.locator(".md-search__input").dispatch_event(
            "focusin"
        )  # where its style did not come, it is hidden
        page.wait_for_timeout(chance.randrange(150))
    return set(page.evaluate(TOLD))


def kill(page: Page, devtools: CDPSession, chance: random.Random) -> None:
    """Let the browser look for a new worker, and stop all workers in the middle."""
    page.evaluate(
        "() => void navigator.serviceWorker.getRegistration().then((f) => f.update()).catch(() => 0)"
    )
    page.wait_for_timeout(chance.randrange(200))
    devtools.send("ServiceWorker.stopAllWorkers")


def test_no_page_ever_tells_two_editions(
    browser: Browser, second: Path, tiny: Content, tmp_path: Path
) -> None:
    chance, www, seen = random.Random(20), tmp_path / "www", set[str]()
    www.mkdir()
    Host.up()
    edition(second, tmp_path / "edition-1", tiny, 1)
    with served_below(tmp_path / "edition-1", www, handler=Host) as address:
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        devtools = page.context.new_cdp_session(page)
        devtools.send("ServiceWorker.enable")
        keep(page, address)
        for number in range(2, TIMES + 2):
            folder = tmp_path / f"edition-{number}"
            edition(second, folder, tiny, number)
            Host.down(after=chance.randrange(80))
            for moment in chance.sample(["read", "publish", "update", "kill", "read", "up"], 6):
                if moment == "publish":
                    publish(www, folder)
                elif moment == "update":
                    update(page)
                elif moment == "kill":
                    kill(page, devtools, chance)
                elif moment == "up":
                    Host.up()
                else:
                    told = visit(page, address, chance)
                    assert len(told) == 1, (number, told)
                    seen |= told
            assert page.evaluate("caches.keys().then((names) => names.length)") <= 4, number
        assert len(seen) > TIMES / 3
        Host.up()
        update(page)
        Host.down()
        assert visit(page, address, chance) == {f"{TIMES + 1:064x}"[::-1][:12]}
        page.context.close()
