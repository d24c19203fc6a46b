"""One question at a time: the script's way through the guide equals the page without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pathway.pages.context import PageContext
from playwright.sync_api import Browser, Page, expect

from conftest import PROOF
from helpers.html_pages import tree
from pathway.model.graph import Route

SAMPLE = slice(None) if PROOF else slice(None, None, 4)
SHOWN = "section.step:not([hidden]), section.outcome:not([hidden])"


@pytest.fixture(params=["hosted", "folder"])
def start(request: pytest.FixtureRequest) -> str:
    if request.param == "hosted":
        return request.getfixturevalue("served") + "decision-guide/"
    flat: Path = request.getfixturevalue("built_flat")
    return (flat / "decision-guide/index.html").as_uri()


def _answer(page: Page, step: str, words: str) -> None:
    """Give an answer, once its question is shown: two questions may have the same answer."""
    expect(page.locator(SHOWN).locator("h2").first).to_have_id(step)
    page.locator(SHOWN).get_by_role("link", name=words, exact=True).click()


def _words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def test_every_path_ends_where_the_data_says(page: Page, start: str, views: PageContext, built: Path) -> None:
    plain = tree(built / "decision-guide/index.html")
    for path in views.graph.routes[SAMPLE]:
        page.goto(start)
        page.goto(f"{start}#~")
        for step, answer in path.answers:
            _answer(page, step, views.plain(views.routes.answer(step, answer)))
        shown = page.locator(SHOWN)
        expect(shown).to_have_count(1)
        expect(shown.locator("h2").first).to_have_id(path.outcome)
        without = plain.css_first(f'section.outcome h2[id="{path.outcome}"]').parent
        assert _words(shown.inner_html()) == _words(_inner(without))
        given = [item.inner_text() for item in page.locator(".given li").all()]
        assert len(given) == len(path.edges)
        for (question, answer), line in zip(views.routes.questions_and_answers(path), given, strict=True):
            assert views.plain(question) in line and views.plain(answer) in line


def _inner(node) -> str:
    return "".join(child.html or "" for child in node.iter(include_text=True))


def _long(views: PageContext) -> Route:
    return max(views.graph.routes, key=lambda path: len(path.edges))


@pytest.fixture
def walked(page: Page, start: str, views: PageContext) -> Iterator[tuple[Page, Route]]:
    path = _long(views)
    page.goto(start)
    for step, answer in path.answers:
        _answer(page, step, views.plain(views.routes.answer(step, answer)))
    yield page, path


def test_back_forward_change_and_restart(walked: tuple[Page, Route]) -> None:
    page, path = walked
    heading = page.locator(SHOWN).locator("h2").first
    expect(heading).to_have_id(path.outcome)
    expect(heading).to_be_focused()
    page.go_back()
    expect(heading).to_have_id(path.edges[-1].step)
    page.go_forward()
    expect(heading).to_have_id(path.outcome)
    page.locator(".given li a").nth(1).click()
    expect(heading).to_have_id(path.edges[1].step)
    expect(page.locator(".given li")).to_have_count(1)
    page.get_by_role("link", name="Start again").click()
    expect(heading).to_have_id(path.edges[0].step)
    expect(page.locator(".given li")).to_have_count(0)


def test_every_state_has_a_link(walked: tuple[Page, Route], browser: Browser) -> None:
    page, path = walked
    state = "#~" + ".".join(edge.answer for edge in path.edges)
    expect(page).to_have_url(re.compile(f"{re.escape(state)}$"))
    fresh = browser.new_page()
    fresh.goto(page.url)
    expect(fresh.locator(SHOWN).locator("h2").first).to_have_id(path.outcome)
    fresh.goto(page.url.partition("#")[0] + f"#{path.outcome}")
    expect(fresh.locator(SHOWN).locator("h2").first).to_have_id(path.outcome)
    expect(fresh.locator(".given li")).to_have_count(len(path.edges))
    fresh.close()


def test_an_address_that_is_written_wrongly_begins_at_the_start(
    page: Page, start: str, views: PageContext
) -> None:
    page.goto(f"{start}#%")
    expect(page.locator(SHOWN).locator("h2").first).to_have_id(views.graph.routes[0].edges[0].step)
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator(".progress")).to_be_visible()


def test_progress_is_told_in_words(page: Page, start: str, views: PageContext) -> None:
    page.goto(start)
    most = max(len(path.edges) for path in views.graph.routes)
    expect(page.locator(".progress")).to_have_text(f"Question 1. After this one, {most - 1} more at most.")


def test_keyboard_alone_reaches_an_ending(page: Page, start: str, views: PageContext) -> None:
    page.set_viewport_size({"width": 640, "height": 700})
    page.goto(start)
    path = _long(views)
    for step, answer in path.answers:
        expect(page.locator(SHOWN).locator("h2").first).to_have_id(step)
        words = views.plain(views.routes.answer(step, answer))
        for _ in range(120):
            page.keyboard.press("Tab")
            focused = page.evaluate("document.activeElement.textContent.trim()")
            seen = page.evaluate(
                "(() => { const r = document.activeElement.getBoundingClientRect();"
                " const s = getComputedStyle(document.activeElement);"
                " return document.activeElement === document.body || r.width * r.height > 0 && s.visibility === 'visible'; })()"
            )
            assert seen, focused
            if focused == words and page.evaluate("document.activeElement.matches('.answers a')"):
                break
        page.keyboard.press("Enter")
    expect(page.locator(SHOWN).locator("h2").first).to_have_id(path.outcome)


def test_the_script_is_small(built: Path) -> None:
    assert (built / "assets/guide.js").stat().st_size <= 6000
