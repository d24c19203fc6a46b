"""Sizes, folds, words and weights on a phone; what is covered, hidden, too small or lost, over pages of each kind."""

from __future__ import annotations

import functools
import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from conftest import LONG, PROOF
from helpers.html_pages import pages, squeeze, text_of, tree
from helpers.looking import COVERED, HIDDEN, MEASURE

KINDS = (
    "",
    "feeling-unwell/",
    "treatments/",
    "treatments/chemoembolization/",
    "my-appointment/",
    "decision-guide/#spread-outside",
    "decision-guide/#where-in-liver",
    "figures/",
)
# Screens of 390 x 844, folds as they come. Of a folder: each of its pages.
MOST = {
    "": 3,
    "feeling-unwell/": 5,
    "treatments/": 10,
    "treatments/*": 9,
    "my-appointment/": 5.5,
    "after-treatment/": 6,
    "living-with-it/": 9,
}
MOST_OF_A_FOLD = 4
CLINICIANS = ("clinicians/", "base-source/", "figures/", "sources/", "not-said/", "changes/")
KB = 1024
MOST_BYTES, MOST_FOR_CLINICIANS, MOST_OF_THE_GUIDE = 90 * KB, 120 * KB, 150 * KB


def _addresses(built: Path) -> list[str]:
    every = [path.relative_to(built).as_posix().removesuffix("index.html") for path in pages(built)]
    return [*dict.fromkeys([*every, *KINDS])] if PROOF else [*KINDS]


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def measured(phone: Page, served: str, built: Path) -> dict[str, dict[str, Any]]:
    """Every page as a phone shows it."""
    found = {}
    for address in _addresses(built):
        phone.goto("about:blank")
        phone.goto(served + address)
        found[address] = phone.evaluate(MEASURE)
    return found


def test_no_page_is_longer_than_its_kind_may_be(measured: dict[str, dict[str, Any]]) -> None:
    limits = {a: MOST.get(a) or MOST.get(f"{a.split('/')[0]}/*") or 99 for a in measured}
    assert {a: m["screens"] for a, m in measured.items() if m["screens"] > limits[a]} == {}
    assert limits[""] == 3 and limits["treatments/chemoembolization/"] == 9


def test_no_fold_is_longer_than_four_screens(measured: dict[str, dict[str, Any]]) -> None:
    assert sum(len(m["folds"]) for m in measured.values()) > 50
    assert [(a, f) for a, m in measured.items() for f in m["folds"] if f[0] > MOST_OF_A_FOLD] == []


def test_no_words_are_under_16_pixels_but_those_of_marks(measured: dict[str, dict[str, Any]]) -> None:
    assert {a: m["small"] for a, m in measured.items() if m["small"]} == {}


def test_the_menu_and_search_have_words_of_16_pixels(phone: Page, served: str) -> None:
    phone.goto(served)
    phone.locator("label.md-header__button[for=__drawer]").click()
    phone.wait_for_timeout(400)
    assert phone.evaluate(MEASURE)["small"] == []
    phone.goto(f"{served}about/")
    phone.locator("label.md-header__button[for=__search]").click()
    phone.locator(".md-search__input").fill("flushing")
    phone.wait_for_selector(".md-search-result__link")
    assert phone.evaluate(MEASURE)["small"] == []


@pytest.mark.parametrize("width", [320, 390])
def test_a_long_title_stays_inside_of_the_header(phone: Page, served: str, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 844})
    phone.goto(f"{served}about/")
    title = phone.locator(".md-header a.home").first
    inside = "title => [title.getBoundingClientRect().top >= 0, title.getBoundingClientRect().bottom <= document.querySelector('.md-header').getBoundingClientRect().bottom]"
    assert squeeze(title.inner_text()) == "Pancreatic NET in the liver"
    assert title.evaluate(inside) == [True, True]
    title.evaluate(
        "title => { title.textContent = 'Stones in the kidney and all that can be done about them'; }"
    )
    assert title.evaluate(inside) == [True, True]


def test_a_tap_on_treatments_lists_them(phone: Page, served: str) -> None:
    phone.goto(served)
    phone.locator("label.md-header__button[for=__drawer]").click()
    phone.locator(".md-sidebar--primary label.md-nav__link", has_text="Treatments").first.click()
    expect(phone.locator(".md-sidebar--primary a", has_text="Chemoembolization")).to_be_in_viewport()
    expect(phone.locator(".md-sidebar--primary .md-logo:visible")).to_have_count(0)


def test_answers_and_doors_are_large_enough(phone: Page, served: str) -> None:
    """44 pixels; axe sees that all other targets have 24, or that much room around them."""
    for address, selector in (("", ".doors a"), ("decision-guide/", ".answers a")):
        phone.goto(served + address)
        boxes = [link.bounding_box() for link in phone.locator(f"{selector}:visible").all()]
        assert len(boxes) >= 2
        assert [box for box in boxes if not box or min(box["height"], box["width"]) < 44] == []


def test_sentences_read_whole_without_our_styles(phone: Page, served: str, built: Path) -> None:
    hidden = {}
    for address in _addresses(built):
        phone.goto("about:blank")
        phone.goto(served + address)
        hidden[address] = phone.evaluate(HIDDEN)
    assert {address: blocks for address, blocks in hidden.items() if blocks} == {}
    phone.goto(f"{served}treatments/chemoembolization/")
    phone.evaluate(
        "document.querySelector('.lead').append(Object.assign(document.createElement('i'), {textContent: 'x', style: 'display: none'}))"
    )
    assert len(phone.evaluate(HIDDEN)) == 1


@pytest.mark.parametrize("width", [390, *(pytest.param(width, marks=LONG) for width in (800, 1280))])
def test_what_has_the_focus_is_never_under_the_header(
    browser: Browser, served: str, built: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    covered = {}
    for address in _addresses(built) if PROOF else ("treatments/chemoembolization/", "treatments/"):
        page.goto("about:blank")
        page.goto(served + address)
        page.evaluate(
            "[...document.querySelectorAll('a[href], summary, input, button')].filter(e => e.checkVisibility()).at(-1).focus()"
        )
        for _ in range(60):
            page.keyboard.press("Shift+Tab")
            if found := page.evaluate(COVERED):
                covered.setdefault(address, found)
    page.close()
    assert covered == {}


@pytest.mark.parametrize("width", [390, *(pytest.param(width, marks=LONG) for width in (320, 768, 1280))])
def test_the_meaning_of_a_word_stays_inside_the_window(
    browser: Browser, served: str, built: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    outside, words = [], 0
    for address in _addresses(built) if PROOF else ("treatments/chemoembolization/", ""):
        page.goto(served + address)
        for word in page.locator("a.term:visible").all():
            word.click()
            box = page.locator(".explained").bounding_box()
            words += 1
            sideways = page.evaluate("document.documentElement.scrollWidth") > width
            page.keyboard.press("Escape")
            if not box or box["x"] < 0 or box["x"] + box["width"] > width or box["height"] < 20:
                outside.append((address, word.inner_text(), box))
            if sideways:
                outside.append((address, word.inner_text(), "sideways"))
    page.close()
    assert words > 5
    assert outside == []


def test_a_tapped_word_shows_its_own_meaning(phone: Page, served: str) -> None:
    phone.goto(f"{served}treatments/chemoembolization/")
    for word, meaning in {
        "portal vein": "The large vein that brings blood from the gut to the liver.",
        "anesthetic": "Medicine that makes you sleep or makes a part of you numb, so that you feel no pain.",
    }.items():
        phone.locator("a.term:visible", has_text=word).first.click()
        expect(phone.locator(".explained")).to_contain_text(meaning)
        phone.keyboard.press("Escape")


def test_a_meaning_stands_below_its_word_or_above_it_where_there_is_no_room(phone: Page, served: str) -> None:
    phone.goto(f"{served}treatments/chemoembolization/")
    word = phone.locator("a.term:visible").nth(1)
    gaps = {}
    for place, top in (("below", 300), ("above", 800)):
        word.evaluate("(word, top) => scrollBy(0, word.getClientRects()[0].top - top)", top)
        assert phone.evaluate("scrollY") > 0
        word.evaluate("word => word.click()")
        assert round(word.evaluate("word => word.getClientRects()[0].top")) == top
        at, box = word.bounding_box(), phone.locator(".explained").bounding_box()
        assert at and box
        gaps[place] = (
            box["y"] - at["y"] - at["height"] if place == "below" else at["y"] - box["y"] - box["height"]
        )
        assert abs(box["x"] - max(8, min(at["x"], 390 - box["width"] - 8))) < 2
        phone.keyboard.press("Escape")
    assert all(0 < gap < 12 for gap in gaps.values()), gaps


def test_the_meaning_of_a_word_opens_and_closes_by_key(phone: Page, served: str) -> None:
    phone.goto(f"{served}treatments/chemoembolization/")
    word = phone.locator("a.term:visible").first
    word.focus()
    phone.keyboard.press("Enter")
    expect(phone.locator(".explained")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.locator(".explained")).to_be_hidden()
    expect(word).to_be_focused()


def test_a_source_in_a_fold_is_shown_when_its_mark_is_tapped(phone: Page, served: str) -> None:
    phone.goto(f"{served}treatments/liver-surgery/")
    entry = phone.locator("#s--30")
    expect(entry).to_be_hidden()
    phone.evaluate("location.hash = 's--30'")
    expect(entry).to_be_in_viewport()


def test_a_link_to_a_fold_opens_it_where_the_theme_does_not(phone: Page, project: Path) -> None:
    phone.goto((project / "dist/islet-liver-guide.html").as_uri())
    rules = phone.locator("details[id$=-unwell--prrt]")
    expect(rules).not_to_have_attribute("open", "")
    phone.evaluate("id => { location.hash = id; }", rules.get_attribute("id"))
    expect(rules).to_have_attribute("open", "")
    expect(rules.get_by_text("New bruises or nosebleeds after PRRT")).to_be_in_viewport()


def test_a_fold_of_the_one_file_is_open_when_it_is_opened_by_a_link(phone: Page, project: Path) -> None:
    """From a bookmark, say: nothing but the page itself tells the script of it."""
    file = (project / "dist/islet-liver-guide.html").as_uri()
    phone.goto(file)
    id = phone.locator("details[id$=-unwell--prrt]").get_attribute("id")
    phone.goto("about:blank")
    phone.goto(f"{file}#{id}")
    rules = phone.locator(f"details[id='{id}']")
    expect(rules).to_have_attribute("open", "")
    expect(rules.get_by_text("New bruises or nosebleeds after PRRT")).to_be_in_viewport()


def test_a_closed_fold_is_printed_with_all_that_is_ticked_in_it(phone: Page, served: str) -> None:
    phone.goto("about:blank")
    phone.goto(f"{served}my-appointment/")
    fold = phone.locator(".to-ask details:has(input.tick)").first
    fold.locator("summary").click()
    for number in (0, 1):
        fold.locator("input.tick").nth(number).check()
    fold.locator("summary").click()
    expect(fold).not_to_have_attribute("open", "")
    phone.evaluate("window.print = () => {}")
    phone.locator(".print-ticked").first.click()
    expect(fold).to_have_attribute("open", "")


def test_folds_are_open_on_paper_and_closed_again_after_it(phone: Page, served: str) -> None:
    phone.goto("about:blank")
    phone.goto(f"{served}treatments/prrt/")
    folds = phone.locator("article details")
    folds.nth(1).locator("> summary").click()
    opened = "found => found.map(fold => fold.open)"
    before = folds.evaluate_all(opened)
    assert before[:3] == [False, True, False]
    for _ in range(2):  # some browsers tell it twice
        phone.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folds.evaluate_all(opened) == [True] * len(before)
    phone.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folds.evaluate_all(opened) == before


def test_picks_and_columns_agree_after_back_and_reload(phone: Page, served: str) -> None:
    phone.goto("about:blank")
    phone.goto(f"{served}treatments/")
    for name in ("Surgery", "Injections"):
        phone.locator(".picks label", has_text=name).first.click()
    both = ["liver-surgery", "somatostatin-analogs"]
    _expect_picked(phone, both)
    phone.locator("article.compared:visible h2 a").first.click()
    phone.wait_for_url("**/liver-surgery/")
    phone.go_back()
    _expect_picked(phone, both)
    phone.reload()
    _expect_picked(phone, both)


def test_four_are_compared_and_a_fifth_after_one_is_taken_away(phone: Page, served: str) -> None:
    five = ["liver-surgery", "histotripsy", "somatostatin-analogs", "prrt", "chemotherapy"]
    phone.goto("about:blank")
    phone.goto(f"{served}treatments/#pick={'+'.join(five)}")
    _expect_picked(phone, five[:4])
    boxes = phone.locator(".picks input")
    free = "all => all.filter(box => !box.disabled).map(box => box.value)"
    assert boxes.evaluate_all(free) == five[:4]
    phone.locator("details.picks > summary").click()
    phone.locator(".picks label:has([value=prrt])").click()
    assert len(boxes.evaluate_all(free)) == boxes.count()
    phone.locator(".picks label:has([value=chemotherapy])").click()
    _expect_picked(phone, [*five[:3], "chemotherapy"])
    phone.locator(".picks button[type=reset]").click()
    expect(phone.locator(".picks input:is(:checked, :disabled)")).to_have_count(0)


def _expect_picked(page: Page, ids: list[str]) -> None:
    expect(page.locator("article.compared:visible")).to_have_count(len(ids))
    shown = page.locator("article.compared:visible").evaluate_all(
        "found => found.map(a => a.dataset.treatment)"
    )
    picked = page.locator(".picks input:checked").evaluate_all("found => found.map(box => box.value)")
    assert shown == picked == ids


def test_ticks_and_choices_that_a_browser_brings_back_are_shown_as_such(phone: Page, served: str) -> None:
    """Whatever it restores, what is narrowed is what is chosen: the style reads the boxes themselves."""
    phone.goto("about:blank")
    phone.goto(f"{served}decision-guide/#spread-outside")
    phone.locator("section.view:visible details.adding > summary").click()
    phone.locator("section.view:visible label.chip", has_text="Grade 3").first.click()
    moved = "section.view:visible ul.moved-not li[data-option=watchful-waiting]"
    for go in (lambda: None, lambda: (phone.goto(f"{served}about/"), phone.go_back()), phone.reload):
        go()
        chosen = phone.locator("section.view:visible input[value=tumor-grade-g3]").is_checked()
        assert phone.locator(moved).is_visible() == chosen


def test_the_printed_sheet_holds_what_is_ticked_and_what_the_reader_wrote(phone: Page, served: str) -> None:
    phone.goto("about:blank")
    phone.goto(f"{served}my-appointment/")
    first, second = (phone.locator(".to-ask section:not(.own)").nth(n) for n in (0, 1))
    first.locator("input.tick").first.check()
    own = phone.locator(".own textarea")
    own.fill("Can my daughter come along?")
    phone.evaluate("window.print = () => {}")
    phone.locator(".print-ticked").first.click()
    phone.emulate_media(media="print")
    shown = own.is_visible(), own.input_value(), first.is_visible(), second.is_visible()
    phone.emulate_media(media="screen")
    assert shown == (True, "Can my daughter come along?", True, False)


@pytest.mark.parametrize("address", ["my-appointment/", "decision-guide/#spread-outside", "treatments/prrt/"])
def test_a_tick_is_black_on_paper_without_the_background_of_the_screen(
    phone: Page, served: str, address: str
) -> None:
    phone.goto("about:blank")
    phone.goto(served + address)
    folds = phone.locator("article details:has(.asks .tick)")
    folds.evaluate_all("found => found.forEach(fold => { fold.open = true; })")
    box = phone.locator(".asks .tick:visible").first
    box.check()
    phone.emulate_media(media="print")
    drawn = box.evaluate(
        "box => { const tick = getComputedStyle(box, '::before'), frame = getComputedStyle(box);"
        " return [tick.borderLeftColor, tick.borderBottomColor, frame.borderLeftColor, frame.backgroundColor]; }"
    )
    phone.emulate_media(media="screen")
    assert drawn == ["rgb(0, 0, 0)"] * 3 + ["rgba(0, 0, 0, 0)"]


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_signs_and_what_counts_by_treatment_are_the_two_sides_of_one_sheet(
    page: Page, served: str, paper: str
) -> None:
    page.goto(f"{served}feeling-unwell/")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format=paper))) == 2


@pytest.mark.parametrize("address", ["treatments/liver-surgery/", "treatments/chemoembolization/"])
def test_keys_of_pictures_need_no_background_on_paper(phone: Page, served: str, address: str) -> None:
    phone.goto(served + address)
    _expect_signs(phone)


def test_keys_in_the_one_file_need_no_background_on_paper(phone: Page, project: Path) -> None:
    phone.goto((project / "dist/islet-liver-guide.html").as_uri())
    _expect_signs(phone)


def _expect_signs(page: Page) -> None:
    page.emulate_media(media="print")
    signs = page.evaluate(
        "() => [...document.querySelectorAll('.drawn ul.key > li')].map(row => {"
        " const svg = row.querySelector('svg'), box = svg && svg.getBoundingClientRect();"
        " const painted = svg && [...svg.querySelectorAll('*')].some(part => { const s = getComputedStyle(part);"
        "   return part.getBoundingClientRect().width > 0 && (s.fill !== 'none' || s.stroke !== 'none'); });"
        " const behind = [row, ...row.querySelectorAll('*')].some(part =>"
        "   getComputedStyle(part).backgroundImage !== 'none');"
        " return !!(painted && box.width > 4 && box.height > 4 && !behind); })"
    )
    page.emulate_media(media="screen")
    assert len(signs) >= 3
    assert all(signs)


def test_people_who_may_be_more_are_drawn_fainter_than_those_who_were_counted(
    phone: Page, served: str
) -> None:
    faint = "all => [...new Set(all.map(path => getComputedStyle(path).opacity))]"
    for address in ("figures/", "treatments/liver-surgery/"):
        phone.goto(served + address)
        shown = {kind: phone.locator(f"article .{kind}").evaluate_all(faint) for kind in ("full", "ringed")}
        assert shown == {"full": ["1"], "ringed": ["0.5"]}, address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_levels_of_help_have_the_colors_of_a_warning_and_of_none(
    browser: Browser, served: str, scheme: str
) -> None:
    """Amber, with most red and least blue, for a call; green for what is usual."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{served}feeling-unwell/")
    red, green, blue = ({}, {}, {})
    for level in ("call", "usual"):
        shade = page.locator(f".level.{level}").first.evaluate("e => getComputedStyle(e).color")
        red[level], green[level], blue[level] = map(int, re.findall(r"\d+", shade)[:3])
    page.close()
    assert red["call"] > green["call"] > blue["call"]
    assert green["usual"] > max(red["usual"], blue["usual"])


def test_forced_colors_keep_what_colors_say(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, forced_colors="active")
    page = context.new_page()
    page.goto(f"{served}treatments/")
    chip = page.locator(".picks label").first
    off = chip.locator("span").evaluate("span => getComputedStyle(span).outlineStyle")
    chip.click()
    assert (off, chip.locator("span").evaluate("span => getComputedStyle(span).outlineStyle")) == (
        "none",
        "solid",
    )
    page.goto(f"{served}my-appointment/")
    box = page.locator(".tick").first
    off = box.evaluate("box => getComputedStyle(box).outlineStyle")
    box.check()
    assert (off, box.evaluate("box => getComputedStyle(box).outlineStyle")) == ("none", "solid")
    page.goto(f"{served}feeling-unwell/")
    edges = "level => getComputedStyle(level).borderTopStyle"
    levels = [
        page.locator(f".sign .level.{name}").first.evaluate(edges) for name in ("ambulance", "call", "usual")
    ]
    assert levels == ["solid", "double", "dashed"]
    page.goto(f"{served}treatments/chemoembolization/")
    strokes = page.locator(".points .benefit .dots path").evaluate_all(
        "all => all.map(p => getComputedStyle(p).stroke)"
    )
    assert len(set(strokes[:2])) == 2
    context.close()


@functools.cache
def _packed(body: bytes) -> int:
    return len(gzip.compress(body, 9, mtime=0))


def test_the_first_view_is_light(phone: Page, served: str, built: Path) -> None:
    """What is fetched until a page stands, compressed as hosts do."""
    devtools, heavy = phone.context.new_cdp_session(phone), {}
    got: list[Response] = []
    phone.on("response", note := lambda answer: got.append(answer))
    for address in [a for a in _addresses(built) if "#" not in a] + ["decision-guide/"]:
        phone.goto("about:blank")
        devtools.send("Network.clearBrowserCache")
        got.clear()
        phone.goto(served + address)
        phone.wait_for_load_state("networkidle")
        weight = sum(_packed(answer.body()) for answer in got if answer.ok)
        limit = MOST_FOR_CLINICIANS if address.startswith(CLINICIANS) else MOST_BYTES
        if weight > (MOST_OF_THE_GUIDE if address == "decision-guide/" else limit):
            heavy[address] = weight
    phone.remove_listener("response", note)
    assert heavy == {}


def test_marks_of_sources_are_told_apart_and_stand_in_no_warning(built: Path) -> None:
    warnings = ".urgent, .by-phone, .rules, .first-aid, .warns, .when-to-call"
    seen = 0
    for path in pages(built):
        named: dict[str, set[str]] = {}
        for mark in tree(path).css("a.cite"):
            named.setdefault(mark.attributes["aria-label"] or "", set()).add(mark.attributes["href"] or "")
        assert [
            name for name, targets in named.items() if len(targets) > 1 or "Source: " not in name
        ] == [], path
        assert [box for node in tree(path).css(warnings) for box in node.css("a.cite")] == [], path
        seen += len(named)
        undated = "undated" in text_of(tree(path).css_first("article"))
        assert undated == (path.parent.name == "sources"), path
    assert seen > 500


def test_the_page_of_2002_is_explained_on_home_in_the_guide_and_on_paper(phone: Page, served: str) -> None:
    sentence = "What is called the page of 2002 is one web page of a surgical center in Los Angeles, with the copyright year 2002."
    for address in ("", "decision-guide/"):
        phone.goto(served + address)
        expect(phone.locator(".md-copyright.edition p", has_text=sentence)).to_be_visible()
    phone.goto(f"{served}feeling-unwell/")
    expect(phone.locator(".md-copyright.edition p", has_text=sentence)).to_have_count(0)
    phone.goto(f"{served}decision-guide/#spread-outside")
    phone.emulate_media(media="print")
    expect(phone.locator(".paper-title:visible", has_text=sentence)).to_have_count(1)
    phone.emulate_media(media="screen")


def test_numbers_to_call_are_links_in_one_line(phone: Page, served: str) -> None:
    us, uk = ("1-800-227-2345", "tel:18002272345"), ("0808 808 00 00", "tel:08088080000")
    more = [("1-800-422-6237", "tel:18004226237"), uk, ("1300 287 363", "tel:1300287363")]
    for address, meant in (("", [us, uk]), ("living-with-it/", [us, *more])):
        phone.goto(served + address)
        links = phone.locator("article a[href^='tel:']")
        told = links.evaluate_all(
            "all => all.map(a => [a.textContent, a.getAttribute('href'), a.getClientRects().length])"
        )
        assert told == [[*number, 1] for number in meant]


def test_a_button_stands_apart_from_the_line_above_it(phone: Page, served: str) -> None:
    gaps = "all => all.map(p => p.getBoundingClientRect().top - p.previousElementSibling.getBoundingClientRect().bottom)"
    for address, count in (("treatments/prrt/", 1), ("decision-guide/#spread-outside", 2)):
        phone.goto(served + address)
        found = phone.locator(".tools:visible").evaluate_all(gaps)
        assert len(found) == count and min(found) > 14, address


def test_long_words_of_headings_break_where_they_are_spoken(built: Path) -> None:
    heads = {
        p.parent.name: tree(p).css_first("article h1").text()
        for p in (built / "treatments").glob("*/index.html")
    }
    assert heads["chemoembolization"] == "Chemo\u00adembolization"
    assert heads["radioembolization"] == "Radio\u00adembolization"
    assert heads["trisegmentectomy"] == "Tri\u00adsegmentectomy"
    long = [word for head in heads.values() for word in head.replace("\u00ad", " ").split() if len(word) > 14]
    assert long == []


def test_folds_of_prose_are_open_on_paper(phone: Page, served: str) -> None:
    phone.goto("about:blank")
    phone.goto(f"{served}living-with-it/")
    inside = phone.locator("article > details:not([class]) li").first
    for media, shown in (("screen", False), ("print", True)):
        phone.emulate_media(media=media)
        assert inside.evaluate("e => e.checkVisibility({ contentVisibilityAuto: true })") == shown
    phone.emulate_media(media="screen")
