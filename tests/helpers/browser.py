"""Find a browser: one that is there, else Playwright's own, else, as root, the system's package."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, Playwright

# No sandbox, as in a container; and no GPU, nor one made of software: it would only draw for nobody, slowly.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"]
# The one without windows first: it opens a page in a quarter of the time.
DEBIAN = ("chromium-headless-shell", "chromium")
NAMES = (*DEBIAN, "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


class NoBrowser(SystemExit):
    """No browser could be had. The message says what was tried, and is all that a command prints."""


@functools.cache
def find() -> str | None:
    """Return the path of a browser, or None for Playwright's own. Raises `NoBrowser`."""
    there = next(filter(None, map(shutil.which, NAMES)), MAC if Path(MAC).exists() else None)
    if there:
        return there
    print("No Chromium found: getting Playwright's own.", file=sys.stderr)
    if _done([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]):
        return None
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("That failed: installing the system's package.", file=sys.stderr)
        _done(["apt-get", "-qq", "update"])
        for name in DEBIAN:
            if _done(["apt-get", "-qq", "-y", "install", name]):
                return shutil.which(name)
    raise NoBrowser("No browser for the tests: install Chromium or Chrome, then run this again.")


def _done(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def launch(playwright: Playwright) -> Browser:
    """Start the browser. Raises `NoBrowser` where it cannot run."""
    try:
        return playwright.chromium.launch(executable_path=find(), args=FLAGS)
    except Error as error:
        raise NoBrowser(f"The browser does not start: {str(error).splitlines()[0]}") from None


class Tabs:
    """Pages by their settings, which one test has after another: to open a new one takes longer than most tests."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._open: dict[tuple[int, int, bool], Page] = {}

    @contextlib.contextmanager
    def lent(self, width: int = 390, height: int = 844, scripts: bool = True) -> Iterator[Page]:
        """Give a page that earlier tests have had, empty whatever became of them. Fails on an error of a script."""
        key = (width, height, scripts)
        if key not in self._open or self._open[key].is_closed():
            self._open[key] = self._page(*key)
        page = self._open[key]
        page.goto("about:blank")
        page.emulate_media(media="null")
        page.set_viewport_size({"width": width, "height": height})
        with _without_errors(page):
            yield page

    @contextlib.contextmanager
    def new(self, width: int = 390, height: int = 844, scripts: bool = True) -> Iterator[Page]:
        """Give a page that no other test has. Fails on an error of a script."""
        page = self._page(width, height, scripts)
        with _without_errors(page):
            yield page
            page.context.close()

    def _page(self, width: int, height: int, scripts: bool) -> Page:
        return self._browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", java_script_enabled=scripts
        ).new_page()


@contextlib.contextmanager
def _without_errors(page: Page) -> Iterator[None]:
    errors: list[str] = []
    page.on("pageerror", note := lambda error: errors.append(str(error)))
    yield
    page.remove_listener("pageerror", note)
    assert errors == []
