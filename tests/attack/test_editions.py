"""A hundred editions come out while a phone that keeps the guide is read, on a host that fails at random moments."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, TimeoutError

from conftest import ATTACK
from helpers.browser import FLAGS, find
from helpers.editions import TOLD, Host, edition, keep, publish, update
from helpers.serving import served_below
from pathway.records.content import Content

pytestmark = pytest.mark.skipif(not ATTACK, reason="takes minutes: ATTACK=1")
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


class Phone:
    """A browser with a memory of its own. Where the browser itself crashes, it starts again with what it kept."""

    def __init__(self, browser: Browser, memory: Path) -> None:
        self.kind, self.memory, self.crashes = browser.browser_type, memory, 0
        self.start()

    def start(self) -> None:
        self.context = self.kind.launch_persistent_context(
            self.memory,
            executable_path=find(),
            args=FLAGS,
            viewport={"width": 1280, "height": 900},
        )
        self.page = self.context.pages[0]
        self.devtools = self.context.new_cdp_session(self.page)
        self.devtools.send("ServiceWorker.enable")

    def survive(self, error: Error, address: str) -> None:
        """Start again after a crash, at the guide's address. Raises anything else that went wrong."""
        if "has been closed" not in str(error):
            raise error
        self.crashes += 1
        self.start()
        self.page.goto(address)

    def kill(self, chance: random.Random) -> None:
        """Let the browser look for a new worker, and stop all workers in the middle."""
        self.page.evaluate(
            "() => void navigator.serviceWorker.getRegistration().then((f) => f.update()).catch(() => 0)"
        )
        self.page.wait_for_timeout(chance.randrange(200))
        self.devtools.send("ServiceWorker.stopAllWorkers")


def test_no_page_ever_tells_two_editions(
    browser: Browser, second: Path, tiny: Content, tmp_path: Path
) -> None:
    chance, www, seen = random.Random(20), tmp_path / "www", set[str]()
    www.mkdir()
    Host.up()
    edition(second, tmp_path / "edition-1", tiny, 1)
    with served_below(tmp_path / "edition-1", www, handler=Host) as address:
        phone = Phone(browser, tmp_path / "memory")
        keep(phone.page, address)
        for number in range(2, TIMES + 2):
            folder = tmp_path / f"edition-{number}"
            edition(second, folder, tiny, number)
            Host.down(after=chance.randrange(80))
            for moment in chance.sample(["read", "publish", "update", "kill", "read", "up"], 6):
                try:
                    if moment == "publish":
                        publish(www, folder)
                    elif moment == "update":
                        update(phone.page)
                    elif moment == "kill":
                        phone.kill(chance)
                    elif moment == "up":
                        Host.up()
                    else:
                        told = visit(phone.page, address, chance)
                        assert len(told) == 1, (number, told)
                        seen |= told
                except Error as error:
                    phone.survive(error, address)
            assert phone.page.evaluate("caches.keys().then((names) => names.length)") <= 4, number
        assert len(seen) > TIMES / 3
        Host.up()
        update(phone.page)
        Host.down()
        assert visit(phone.page, address, chance) == {f"{TIMES + 1:064x}"[::-1][:12]}
        phone.context.close()
    print(f"{TIMES} editions, {len(seen)} seen, {phone.crashes} crashes of the browser")
    assert phone.crashes <= TIMES / 10
