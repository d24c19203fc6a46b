"""The decision guide in Chromium, hosted and from the zip, with scripts and without, on a phone and wide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import LONG, PROOF
from helpers.axe import violations
from helpers.browser import Tabs
from helpers.serving import Quiet, served_below

PHONE, WIDE = (390, 844), (1280, 900)
SETTINGS = [
    ("hosted", True, PHONE),
    ("hosted", False, WIDE, LONG),
    ("zip", True, WIDE, LONG),
    ("zip", False, PHONE),
]
WAY = [
    ("start", "No. Apart from the pancreas, tumor is only in the liver"),
    ("surgery-possible", "No, or no surgeon was asked yet"),
    ("where-in-liver", "Mainly on your right side"),
    ("right-surface", "Yes, all of them"),
]
OTHER = [
    ("surgery-possible", "Yes, a surgeon has ruled it out"),
    ("no-surgery-sides", "On one side only"),
]
RESULT = "right-at-surface"
SHOWN = "section.view:visible"
PRINTED = [*("spread-outside", "right-at-surface", "many-both"), *("where-in-liver--unsure",)]


def _address(request: pytest.FixtureRequest, place: str) -> str:
    if place == "hosted":
        return str(request.getfixturevalue("served")) + "decision-guide/"
    return (request.getfixturevalue("built_flat") / "decision-guide/index.html").as_uri()


def _setting(place: str, scripts: bool, size: tuple[int, int], *marks: pytest.MarkDecorator) -> Any:
    return pytest.param(
        (place, scripts, size), id=f"{place}-{'scripts' if scripts else 'none'}-{size[0]}", marks=marks
    )


@pytest.fixture(params=[_setting(*setting) for setting in SETTINGS])
def opened(request: pytest.FixtureRequest, tabs: Tabs) -> Iterator[tuple[Page, str]]:
    place, scripts, (width, height) = request.param
    with tabs.lent(width, height, scripts) as page:
        address = _address(request, place)
        page.goto(address)
        yield page, address


@pytest.fixture
def start(served: str) -> str:
    return f"{served}decision-guide/"


def _expect_view(page: Page, id: str) -> None:
    """Expect one view, with its heading."""
    expect(page.locator(f"section.view > h2#{id}")).to_be_visible()
    expect(page.locator(SHOWN)).to_have_count(1)


def _walk(page: Page) -> None:
    for step, answer in WAY:
        _expect_view(page, step)
        page.locator(SHOWN).get_by_role("link", name=answer, exact=True).click()
    _expect_view(page, RESULT)


def test_answers_lead_to_the_result_and_the_heading_takes_focus(opened: tuple[Page, str]) -> None:
    page, _ = opened
    _walk(page)
    assert page.evaluate("document.activeElement.id") == RESULT
    top = page.locator(f"h2#{RESULT}").bounding_box()
    assert top and 0 <= top["y"] < 400
    expect(page.locator("[data-option=wedge-resection]:visible h4")).to_have_text("Small piece out")


def test_back_and_forward(opened: tuple[Page, str]) -> None:
    page, _ = opened
    _walk(page)
    page.go_back()
    _expect_view(page, "right-surface")
    page.go_back()
    _expect_view(page, "where-in-liver")
    page.go_forward()
    _expect_view(page, "right-surface")


def test_a_deep_link_shows_one_view(opened: tuple[Page, str]) -> None:
    page, address = opened
    for id in ("many-both", "where-in-liver--unsure", "surgery-possible"):
        page.goto("about:blank")
        page.goto(f"{address}#{id}")
        _expect_view(page, id)


def test_an_address_of_what_stands_below_the_results_shows_the_first_question(
    opened: tuple[Page, str],
) -> None:
    page, address = opened
    page.goto(f"{address}#tumor-grade-g3--chosen")
    _expect_view(page, "start")
    places = page.evaluate("[...document.querySelectorAll('.views > :not(.view) [id]')].map(e => e.id)")
    assert len(places) > 10 and "tumor-grade-g3--chosen" in places
    shown = """(id) => {
        location.hash = id;
        return [...document.querySelectorAll('.view')].filter((view) => view.checkVisibility()).length;
    }"""
    assert {place: page.evaluate(shown, place) for place in places} == dict.fromkeys(places, 1)


def test_an_unknown_leads_on(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}#where-in-liver")
    page.locator(SHOWN).get_by_role("link", name="I don’t know yet").click()
    _expect_view(page, "where-in-liver--unsure")
    page.locator(SHOWN).locator(".depends a").nth(1).click()
    _expect_view(page, "left-surface")


def test_a_changed_answer_leads_to_its_question(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}#{RESULT}")
    page.locator(SHOWN).locator("details.given summary").click()
    page.locator(SHOWN).locator("details.given a[href='#where-in-liver']").click()
    _expect_view(page, "where-in-liver")


def test_grade_3_moves_waiting_to_the_visible_line_with_both_reasons(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto(f"{address}#spread-outside")
    view = page.locator(SHOWN)
    own = view.locator("section[data-group=some] article[data-copy=watchful-waiting-some-own]")
    moved = view.locator("ul.moved-not li[data-option=watchful-waiting]")
    expect(own).to_be_visible()
    expect(moved).to_be_hidden()
    page.locator("details.adding > summary").click()
    page.locator("label.chip", has_text=re.compile(r"^Grade 3$")).click()
    expect(moved).to_be_visible()
    expect(own).to_be_hidden()
    expect(moved).to_contain_text("Rarely, without symptoms, says a US guideline.")
    reason = "With “Grade 3”: A US guideline’s summary does not name it here."
    expect(moved.get_by_text(reason)).to_be_visible()
    expect(page.locator(".answered li:visible")).to_contain_text(["You chose Grade 3."])
    expect(page.locator(".chosen h3:visible")).to_have_text(["With “Grade 3”"])
    page.emulate_media(media="print")
    expect(page.locator(".answered li:visible")).to_contain_text(["You chose Grade 3."])
    expect(page.locator(".adding")).to_be_hidden()
    page.emulate_media(media="screen")
    expect(moved).to_contain_text("Ask: why is it usually not for me?")
    expect(moved.get_by_text("With “Flushing”")).to_be_hidden()
    expect(page.locator("article[data-option=watchful-waiting]:visible")).to_have_count(0)
    chemo = view.locator("section[data-group=first] article[data-option=chemotherapy]")
    expect(chemo).to_be_visible()
    name, box = chemo.locator("h4 a").bounding_box(), chemo.locator("input[name=pick]").bounding_box()
    assert name and box
    assert box["x"] > name["x"] + name["width"], "its box to tick stands beside it, as with those not moved"
    assert box["y"] < name["y"] + name["height"]
    expect(view.locator("section[data-group=some] article[data-option=chemotherapy]")).to_be_hidden()
    page.locator(".narrowing").get_by_role("button", name="Clear").click()
    expect(own).to_be_visible()
    expect(moved).to_be_hidden()


def test_what_is_known_besides_goes_along_from_result_to_result(opened: tuple[Page, str]) -> None:
    """It is asked once: by script it stands below the answers of the result that is shown, else below the result."""
    page, address = opened
    page.goto(f"{address}#spread-outside")
    expect(page.locator("details.adding")).to_be_visible()
    page.locator("details.adding > summary").click()
    page.locator("label.chip", has_text=re.compile(r"^Grade 3$")).click()
    page.goto(f"{address}#start")
    expect(page.locator("details.adding, .chosen h3, .answered li").filter(visible=True)).to_have_count(0)
    page.goto(f"{address}#many-both")
    _expect_view(page, "many-both")
    expect(page.locator("label.chip:visible input:checked")).to_have_value("tumor-grade-g3")
    expect(page.locator(".answered li:visible")).to_contain_text(["You chose Grade 3."])
    expect(page.locator(".moved-not li:visible")).to_contain_text(["Waiting."])
    expect(page.locator(".chosen h3:visible")).to_have_text(["With “Grade 3”"])
    scripts = page.locator("[data-result=many-both] > .given + .narrowing").count()
    after = page.locator("[data-result] ~ .narrowing:has(+ .chosen)").count()
    assert (scripts, after) in ((1, 0), (0, 1))
    assert bool(scripts) == page.locator("html.js").count()


def test_the_sheet_of_a_ticked_result_holds_what_counts_with_the_answers(
    built_flat: Path, browser: Browser
) -> None:
    """Without scripts, and with a browser that forgets on paper what was the target."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((built_flat / "decision-guide/index.html").as_uri() + "#spread-outside")
    page.locator("details.adding > summary").click()
    page.locator("label.chip", has_text=re.compile("^Low blood sugar$")).click()
    page.locator(SHOWN).locator(".print-this").check()
    page.goto((built_flat / "decision-guide/index.html").as_uri() + "#start")
    page.emulate_media(media="print")
    expect(page.locator(SHOWN).locator("h2")).to_have_id("spread-outside")
    expect(page.locator(".answered li:visible")).to_contain_text(["can make low blood sugar worse"])
    expect(page.locator(".chosen h3:visible")).to_have_text(["With “Low blood sugar”"])
    expect(page.locator(".adding")).to_be_hidden()
    page.context.close()


def test_going_back_leads_to_where_the_reader_was(page: Page, start: str) -> None:
    page.goto(f"{start}#many-both")
    page.locator("details.adding > summary").click()
    page.evaluate("scrollTo(0, 2000)")
    for id in ("start", "spread-outside"):
        page.wait_for_timeout(200)  # the browser notes the place when the page has come to rest
        page.goto(f"{start}#{id}")
        _expect_view(page, id)
    for id in ("start", "many-both"):
        page.wait_for_timeout(200)
        page.go_back()
        _expect_view(page, id)
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == 2000


@pytest.mark.parametrize("asked", ["where-in-liver", "spread-outside"])
def test_the_tree_marks_where_the_reader_comes_from(page: Page, start: str, asked: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{start}#{asked}")
    page.evaluate("location.hash = 'start'")
    _expect_view(page, "start")
    page.locator("details.whole-tree > summary").click()
    marked = page.locator("svg.tree .here")
    expect(marked).to_have_count(1)
    assert marked.get_attribute("data-node") == asked
    for id in ("many-both", "start"):
        page.evaluate("id => { location.hash = id; }", id)
        _expect_view(page, id)
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("data-node", "many-both")


def test_grade_3_or_dark_leaves_injections_for_hormone_symptoms(opened: tuple[Page, str]) -> None:
    """Whoever has such symptoms is not told that the injections which ease them are usually not for them."""
    page, address = opened
    page.goto(f"{address}#spread-outside")
    view = page.locator(SHOWN)
    page.locator("details.adding > summary").click()
    for answer in ("Watery diarrhea", "Grade 3", "Stays dark"):
        page.locator("label.chip", has_text=re.compile(f"^{answer}$")).click()
    some = view.locator("section[data-group=some] article[data-option=somatostatin-analogs]:visible")
    expect(some).to_have_count(1)
    weak = "With “Grade 3”: Rather weak on its growth, a US guideline says. If: You have hormone symptoms."
    expect(some.get_by_text(weak)).to_be_visible()
    dark = "With “Stays dark”: A US guideline names others first for growth. If: You have hormone symptoms."
    expect(some.get_by_text(dark)).to_be_visible()
    expect(page.locator("[data-option=somatostatin-analogs]:visible")).to_have_count(1)


def test_each_option_stands_once_whatever_is_chosen(page: Page, start: str) -> None:
    """A sample of answers in the browser; the model is tried with all of them."""
    page.goto(f"{start}#spread-outside")
    page.locator("details.adding > summary").click()
    for chosen in (
        "hormones-flushing",
        "tumor-grade-g3",
        "receptor-does-not",
        "before-still-growing-on-injections",
    ):
        page.locator(f"label:has(input[value={chosen}])").click()
        shown = page.evaluate(
            "() => [...document.querySelectorAll('section[data-result=spread-outside] [data-copy]')]"
            ".filter(n => n.checkVisibility({contentVisibilityAuto: true}) || n.closest('details.usually-not') "
            "&& getComputedStyle(n).display !== 'none').map(n => n.dataset.option)"
        )
        assert len(shown) == len(set(shown)), (chosen, sorted(shown))
        assert {"somatostatin-analogs", "prrt", "liver-surgery", "chemotherapy"} <= set(shown)


@pytest.mark.parametrize("size", [pytest.param(PHONE, id="phone"), pytest.param(WIDE, id="wide", marks=LONG)])
def test_a_question_and_its_answers_stand_in_the_first_screen(
    page: Page, start: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    low = {}
    for step, _ in WAY:
        page.goto("about:blank")
        page.goto(f"{start}#{step}")
        page.evaluate("scrollTo(0, 0)")
        box = page.locator(SHOWN).locator("ul.answers").bounding_box()
        bottom = (box["y"] + box["height"]) if box else 9999
        if bottom > size[1]:
            low[step] = round(bottom)
    assert not low


def test_at_most_eight_tabs_to_the_first_answer(opened: tuple[Page, str]) -> None:
    page, address = opened
    page.goto("about:blank")
    page.goto(address)
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('.answers')"):
            return
    pytest.fail(page.evaluate("document.activeElement.outerHTML"))


@LONG
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("id", ["where-in-liver", "spread-outside", "where-in-liver--unsure"])
def test_no_rule_of_axe_is_broken(browser: Browser, start: str, scheme: str, id: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{start}#{id}")
    _expect_view(page, id)
    if id == "spread-outside":
        page.locator("details.adding > summary").click()
        page.locator("label.chip", has_text=re.compile(r"^Grade 3$")).click()
    page.wait_for_timeout(120)
    found = violations(page)
    context.close()
    assert not found


def test_no_request_from_question_to_question(browser: Browser, built: Path, tmp_path: Path) -> None:
    """As a host sees it that lets files be kept for some minutes, as GitHub's pages do."""
    asked: list[str] = []

    class Logged(Quiet):
        def do_GET(self) -> None:
            asked.append(self.path)
            super().do_GET()

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "max-age=600")
            super().end_headers()

    with served_below(built, tmp_path, handler=Logged) as root:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.goto(f"{root}decision-guide/")  # a slow machine's network is quiet before all is loaded, too
        page.wait_for_load_state("networkidle")
        assert "/some-repo/decision-guide/" in asked
        asked.clear()
        _walk(page)
        page.locator("details.adding > summary").click()
        page.locator("label.chip").first.click()
        page.go_back()
        _expect_view(page, "right-surface")
        context.close()
    # A browser asks for the icon whenever it likes.
    assert [address for address in asked if "favicon" not in address] == []


VISITS = [(WAY, "Grade 3", 0), ([WAY[0], *OTHER], "Grade 1", 1)]


def test_the_log_of_a_whole_visit_holds_no_choice(browser: Browser, built: Path, tmp_path: Path) -> None:
    """Two visits with other answers, other picks and other ticks leave the same lines behind."""
    logs: list[list[str]] = []

    class Logged(Quiet):
        def do_GET(self) -> None:
            logs[-1].append(f"{self.path} {self.headers.get('Referer', '')} {self.headers.get('Cookie', '')}")
            super().do_GET()

    for number, (way, chip, ticked) in enumerate(VISITS):
        logs.append([])
        folder = tmp_path / str(number)
        folder.mkdir()
        with served_below(built, folder, handler=Logged) as root:
            context = browser.new_context(viewport={"width": 390, "height": 844})
            page = context.new_page()
            page.goto(f"{root}decision-guide/")
            for _, answer in way:
                page.locator(SHOWN).get_by_role("link", name=answer, exact=True).click()
            view = page.locator(SHOWN)
            page.locator("details.adding > summary").click()
            page.locator("label.chip", has_text=re.compile(rf"^{chip}$")).click()
            view.locator("input[name=pick]:visible").nth(ticked).check()
            view.locator(".asks input:visible").nth(ticked).check()
            view.locator(".compare-link").click()
            page.wait_for_load_state("networkidle")
            stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
            assert stored == [0, 0, ""]
            context.close()
    assert sorted(set(logs[0])) == sorted(set(logs[1]))
    asked = [
        re.sub(r"\?[0-9a-f]{12}-[0-9a-f]{8}(?= |$)", "", line) for line in logs[0]
    ]  # the mark of the edition
    assert not [line for line in asked if "#" in line or "?" in line or "pick=" in line]


@pytest.mark.parametrize("paper", ["Letter", pytest.param("A4", marks=LONG)])
@pytest.mark.parametrize("id", PRINTED)
def test_a_view_prints_on_two_pages(page: Page, start: str, id: str, paper: str) -> None:
    assert 1 <= _pages(page, start, id, paper) <= 2


@pytest.mark.skipif(not PROOF, reason="every result: make proof")
def test_every_result_prints_on_two_pages(page: Page, start: str, site) -> None:
    long = {
        (id, paper): count
        for id in site.content.records.outcomes
        for paper in ("Letter", "A4")
        if not 1 <= (count := _pages(page, start, id, paper)) <= 2
    }
    assert not long


def _pages(page: Page, start: str, id: str, paper: str) -> int:
    page.goto("about:blank")
    page.goto(f"{start}#{id}")
    pdf = page.pdf(format=paper)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


# Words of a result with all folds closed, by its number of rows; and its height in screens of a phone.
MOST_WORDS = {7: 460, 8: 505}
MOST_SCREENS, MOST_OF_A_FOLD = 5.5, 4


def size(page: Page, start: str, id: str) -> tuple[int, int, float, float]:
    """Return rows, visible words, screens with all folds closed, and screens of the longest fold."""
    page.goto("about:blank")
    page.goto(f"{start}#{id}")
    _expect_view(page, id)
    view = page.locator(f"section.view:has(> h2#{id})")
    words = len(view.inner_text().split())
    rows = view.locator("article.option:visible").count()
    screens = view.evaluate("node => node.getBoundingClientRect().height / 844")
    folds = view.evaluate(
        "node => Math.max(0, ...[...node.querySelectorAll('details')].map(d => { d.open = true;"
        " const h = d.getBoundingClientRect().height; d.open = false; return h / 844; }))"
    )
    return rows, words, screens, folds


@pytest.mark.parametrize(
    "id", ["spread-outside", "large-normal-surface", pytest.param("many-both", marks=LONG)]
)
def test_a_result_is_short(page: Page, start: str, id: str) -> None:
    rows, words, screens, fold = size(page, start, id)
    print(f"\n{id}: {rows} rows, {words} words, {screens:.2f} screens, longest fold {fold:.2f} screens")
    assert rows <= 8
    assert words <= MOST_WORDS[max(7, rows)]
    assert screens <= MOST_SCREENS
    assert fold <= MOST_OF_A_FOLD
