"""Accessibility: no rule of axe is broken with all folds open, nothing scrolls sideways, light and dark, small and large."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import PROOF
from helpers.axe import violations
from helpers.html_pages import pages

KINDS = (
    "index.html",
    "decision-guide/index.html#spread-outside",
    "easy-read/index.html",
    "treatments/index.html",
    "treatments/surgery-with-ablation/index.html",
    "my-appointment/index.html",
    "feeling-unwell/index.html",
    "about/index.html",
)


def _chosen(built: Path) -> list[str]:
    every = [path.relative_to(built).as_posix() for path in pages(built)]
    return every if PROOF else [*KINDS]


def _shared_out(every: list[str], place: int) -> list[str]:
    """Return all pages in the long proof, else those that this setting looks at."""
    return every if PROOF else every[place % 2 :: 2]


SETTINGS = [("light", 1280), ("dark", 390), *([("dark", 1280), ("light", 390)] if PROOF else [])]


@pytest.mark.parametrize(("scheme", "width"), SETTINGS)
def test_no_rule_of_axe_is_broken(
    browser: Browser, served: str, built: Path, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 900}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    page, found = context.new_page(), []
    for path in _shared_out(_chosen(built), SETTINGS.index((scheme, width))):
        page.goto(served + path)
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        page.wait_for_timeout(120)
        broken = violations(page)
        if width > 390:  # the list of pages is scrolled to the open one: a link may be half behind the header
            broken = [(rule, where) for rule, where in broken if rule != "target-size"]
        found += [(path, *one) for one in broken]
        page.emulate_media(media="print")
        found += [(path, "on paper", *one) for one in violations(page, "color-contrast")]
        page.emulate_media(media="screen")
    assert not found
    context.close()


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (390, 2)])
def test_nothing_scrolls_sideways(page: Page, served: str, built: Path, width: int, zoom: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for path in _chosen(built):
        page.goto(served + path)
        if zoom > 1:
            page.evaluate("document.documentElement.style.fontSize = '250%'")
        over = page.evaluate("document.documentElement.scrollWidth") - width
        if over > 0:
            wide.append((path, over))
    assert not wide


def test_pages_are_complete_without_scripts(browser: Browser, served: str, built: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}decision-guide/")
    assert page.locator("section.result").count() == 15
    link = page.locator(".answers a:visible").first
    target = link.get_attribute("href") or ""
    link.click()
    assert target
    expect(page).to_have_url(re.compile(f"{re.escape(target)}$"))
    expect(page.locator(f"section.view:has(> {target})")).to_be_visible()
    expect(page.locator("section.view:visible")).to_have_count(1)
    context.close()


# What the translators of browsers do to a page: each text stands in two elements of theirs.
TRANSLATED = """() => {
  const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement.closest("script, style, svg")) continue;
    const outer = document.createElement("font"), inner = outer.appendChild(document.createElement("font"));
    text.replaceWith(outer);
    inner.append(text.data + "en");
  }
}"""


def test_the_guide_holds_under_translation(page: Page, served: str) -> None:
    page.goto(f"{served}decision-guide/")
    page.evaluate(TRANSLATED)
    page.locator("section.view:visible .answers a[data-answer=yes]").click()
    expect(page.locator("section.view:visible > h2")).to_have_id("spread-outside")
    expect(page.locator("section.view:visible > h2")).to_contain_text("liveren")
    page.locator("section.view:visible details.adding summary").click()
    own = page.locator("section.view:visible [data-copy=somatostatin-analogs-first-own]")
    expect(own).to_be_visible()
    page.locator("section.view:visible label.chip", has_text="Grade 3").click()
    expect(own).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
