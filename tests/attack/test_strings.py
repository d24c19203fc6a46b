"""Hostile strings in every kind of text field, and in every part of an address that a script reads.

Each is refused with its place, or it arrives as words: nothing of it runs, loads or becomes an element.
Some in `make proof`, all in `make attack`.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from conftest import ATTACK, SAMPLED
from helpers.attacking import SLUG, Target, strings
from helpers.serving import served_below

pytestmark = SAMPLED
ALL = strings()
FEW = ['"><img src=x onerror=hit()><"', "Ki [MIB]"]
TRIED = ALL if ATTACK else [*FEW, *ALL[::20]]
PAGES = ("", "decision-guide/", "treatments/", "treatments/patch/", "glossary/", "prose/", "my-appointment/")
GOOD = ("p < zero", "Ki [MIB]", "a > b & c", 'O\'Brien "x"', "C# and C++")
REPORT = os.environ.get("ATTACK_REPORT")  # a file to add a line of figures to for each string


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Target:
    return Target(tmp_path_factory.mktemp("attacked") / "guide")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that takes no notice of policies: what could run, runs."""
    fresh = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    fresh.add_init_script("window.hit = () => { window.ran = true }")
    yield fresh
    fresh.close()


def _watched(context: BrowserContext, own: str) -> tuple[Page, list[str]]:
    """Return a page, and a list that fills with what it does and must not do."""
    page, seen = context.new_page(), []
    own = own.removesuffix("some-repo/")  # the page for missing addresses has its files below the root
    page.on("dialog", lambda dialog: (seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on(
        "request",
        lambda r: None if r.url.startswith((own, "data:", "file:")) else seen.append(f"asked for {r.url}"),
    )
    return page, seen


def _ran(page: Page) -> list[str]:
    return [f"a script ran on {page.url}"] if page.evaluate("window.ran === true") else []


def _searched(page: Page, words: str) -> list[str]:
    """Search, and say what the list of results holds beside words."""
    page.evaluate("document.querySelector('[name=query]').focus()")
    page.locator("[name=query]").fill(words)
    page.locator(".md-search-result__meta", has_not_text="Initializing").first.wait_for(state="attached")
    page.wait_for_timeout(150)
    bad = page.locator(".md-search-result").evaluate(
        "list => [...list.querySelectorAll('script, img, iframe, style, form, input, object')].map(n => n.outerHTML)"
    )
    return [f"search drew {what}" for what in bad] + _ran(page)


@pytest.mark.parametrize("string", TRIED, ids=repr)
def test_a_string_is_refused_or_words(
    string: str, target: Target, context: BrowserContext, tmp_path: Path
) -> None:
    result, left = target.tried(string)
    target.judge(result, left)
    with served_below(target.root / "site", tmp_path) as hosted:
        page, seen = _watched(context, hosted)
        folder = target.root / "unzipped" / SLUG
        for place in PAGES:
            page.goto(hosted + place)
            result.wrong += _ran(page)
        result.wrong += _searched(page, target.mark("terms > name"))
        for name in ("index.html", "prose.html", "glossary.html", "decision-guide/index.html"):
            page.goto((folder / name).as_uri())
            result.wrong += _ran(page)
        result.wrong += _searched(page, target.mark("claims > say"))
        page.goto((target.root / f"dist/{SLUG}.html").as_uri())
        result.wrong += _ran(page)
    kinds = {kind for kind, _ in result.reached}
    if REPORT:
        told = {
            "string": string,
            "refused": len(result.refused),
            "kinds": len(kinds),
            "outputs": len(result.reached),
        }
        with Path(REPORT).open("a") as out:
            print(json.dumps(told | {"builds": result.builds, "wrong": result.wrong + seen}), file=out)
    assert result.wrong + seen == []
    assert not [
        cell
        for row in _rows(target.root)
        for cell in row
        if cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    ]
    if string in GOOD:
        wanted = {
            "guide > title",
            "terms > name",
            "treatments > name",
            "sources > title",
            "outcomes > case",
            "claims > say",
        }
        assert wanted <= kinds
        assert {output for _, output in result.reached} == {
            "hosted",
            "folder",
            "one file",
            "JSON",
            "JSON-LD",
            "CSV",
            "search",
        }


def _rows(root: Path) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO((root / "site/paths.csv").read_text("utf-8"), newline="")))
    assert len({len(row) for row in rows}) == 1
    return rows


@pytest.mark.parametrize(
    "place", ["", "decision-guide/", "treatments/", "my-appointment/", "glossary/", "no-such-page"]
)
def test_an_address_is_read_as_words(
    place: str, second: Path, context: BrowserContext, tmp_path: Path
) -> None:
    asked = ALL if ATTACK else ALL[::3]
    with served_below(second, tmp_path) as hosted:
        page, seen = _watched(context, hosted)
        for string in asked:
            seen += _addressed(page, hosted + place, string)
            if place and place != "no-such-page":
                seen += _addressed(page, f"{hosted}{SLUG}.html", string)
    assert seen == []


def _addressed(page: Page, address: str, string: str) -> list[str]:
    """Open an address with a string as its query and its fragment, raw and encoded, and turn to others on the page."""
    coded = quote(string)
    page.goto(f"{address}?q={coded}&{coded}={coded}#{coded}")
    for fragment in (
        string,
        f"pick={string}",
        f"pick=patch+{coded}",
        f"~{string}",
        f"%{coded}",
        "%",
        "__tabbed_x",
    ):
        page.evaluate("fragment => { location.hash = fragment }", fragment)
    return _ran(page)
