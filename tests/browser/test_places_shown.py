"""What a reader of the small guide sees, on the screen and on paper: what our styles and scripts show, and what they hide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.searching import ask, open_box
from helpers.serving import served_below

SHOWN = "section.view:visible"


@pytest.fixture(scope="module")
def root(second: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_below(second, tmp_path_factory.mktemp("places")) as address:
        yield address


def on_paper(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")


def test_signs_are_seen_with_each_of_their_rules(page: Page, root: str) -> None:
    page.goto(f"{root}feeling-unwell/")
    expect(page.locator(".urgent:visible")).to_contain_text("Call 112")
    expect(page.locator(".by-phone:visible")).to_contain_text("Call now")
    rules = page.locator(".sign .rules li:visible")
    expect(rules).to_have_text(
        [
            re.compile("Emergency now.*must not get up"),
            re.compile("Call now.*should not ride on"),
            re.compile("Call now.*Stop and get down"),
            re.compile("Usual.*A short hiss"),
        ]
    )
    expect(page.locator(".first-aid:visible")).to_contain_text("Sit down in the shade.")
    expect(page.locator("ul.plain li:visible")).to_have_text(["Never brake hard on the flat wheel."])


def test_signs_on_paper_tell_the_number_each_rule_and_first_aid(page: Page, root: str) -> None:
    on_paper(page, f"{root}feeling-unwell/")
    expect(page.locator(".urgent:visible")).to_contain_text("Call 112")
    expect(page.locator(".by-phone:visible")).to_contain_text("After a fall on the head: call, day or night.")
    expect(page.locator(".sign .rules li:visible")).to_have_count(4)
    expect(page.locator(".first-aid:visible")).to_contain_text("Sit down in the shade.")
    expect(page.locator("ul.plain li:visible")).to_have_count(1)
    expect(page.locator(".with-treatments summary:visible")).to_have_text(["Sealant"])
    expect(page.locator(".with-treatments .rules li:visible")).to_have_text(
        [re.compile("Call now.*Air hisses out. Fluid in the eye must be washed out.")]
    )
    expect(page.locator(".paper-title:visible")).to_have_text(re.compile("Mending .* 2024-01-31. Edition "))


def test_an_option_is_seen_with_its_benefit_and_its_harm(page: Page, root: str) -> None:
    page.goto(f"{root}decision-guide/#mend")
    first = page.locator(f"{SHOWN} section[data-group=first] article:visible")
    expect(first.locator(".benefit:visible")).to_have_text(
        ["Benefit It is cheap, and about 85 to 90 in 100 patches hold."]
    )
    expect(first.locator(".harm:visible")).to_have_text(["Risk The glue takes time to dry."])


def test_the_sheet_on_paper_tells_answers_warnings_options_and_both_sides(page: Page, root: str) -> None:
    on_paper(page, f"{root}decision-guide/#soak")
    view = page.locator(SHOWN)
    expect(view.locator(".given li:visible span")).to_have_text(
        ["Is the hole small? No hole seen", "Are you at home? At home"]
    )
    expect(page.locator(".warns p:visible")).to_have_text(
        [
            "Call 112 (the Netherlands; elsewhere the number of your own country).",
            "After a fall on the head: call, day or night.",
            "When air hisses out: stop.",
        ]
    )
    expect(view.locator("article.option:visible h4")).to_have_text(["Put on a piece", "New tube"])
    expect(view.locator(".why:visible").first).to_contain_text("If: The water shows the hole.")
    for side in ("benefit", "harm"):
        expect(view.locator(f"article.option:visible .{side}:visible")).to_have_count(2)


def test_options_in_a_fold_come_out_on_paper(page: Page, root: str) -> None:
    page.goto(f"{root}decision-guide/#soak")
    page.evaluate(
        "() => { const fold = document.createElement('details'); fold.className = 'more'; fold.innerHTML = '<summary>x</summary>';"
        " const rows = document.querySelectorAll('[data-result=soak] article.option[data-copy$=own]');"
        " rows[1].before(fold); fold.append(rows[1]); }"
    )
    page.emulate_media(media="print")
    box = page.locator(f"{SHOWN} details.more article.option").bounding_box()
    assert box and box["height"] > 30, "the second option is not on paper"


def test_two_answers_leave_each_option_in_one_place(page: Page, root: str) -> None:
    page.goto(f"{root}decision-guide/#mend")
    view = page.locator(SHOWN)
    page.locator("details.adding > summary").click()
    page.locator("label.chip", has_text=re.compile("^Heavy load$")).click()
    in_group = "section[data-group={}] article:visible h4"
    expect(view.locator(in_group.format("first"))).to_have_text(["New tube"])
    expect(view.locator(in_group.format("some"))).to_have_text(["Put on a piece"])
    page.locator("label.chip", has_text=re.compile("^Rain$")).click()
    expect(view.locator("ul.moved-not li:visible b").first).to_have_text("Put on a piece.")
    expect(view.locator(in_group.format("first"))).to_have_text(["New tube"])
    expect(view.locator(in_group.format("some"))).to_have_text(["Sealant"])
    expect(page.locator(".answered li:visible")).to_have_text(
        ["You chose Rain. Wet brakes take longer to stop you.", "You chose Heavy load."]
    )


def test_what_usually_is_not_used_is_never_among_the_options(page: Page, root: str) -> None:
    page.goto(f"{root}decision-guide/#pump")
    view = page.locator(SHOWN)
    expect(view.locator("article:visible h4")).to_have_text(["Sealant"])
    view.locator("details.usually-not > summary").click()
    expect(view.locator("details.usually-not li:visible")).to_have_text(
        ["New tube. The wheel must come off for it."]
    )


def test_ticked_options_are_compared_beside_each_other(page: Page, root: str) -> None:
    page.goto(f"{root}decision-guide/#soak")
    boxes = page.locator(f"{SHOWN} input[name=pick]:visible")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.locator(f"{SHOWN} .compare-link").click()
    expect(page).to_have_url(re.compile("#pick=patch[+]new-tube$"))
    expect(page.locator("article.compared:visible h2")).to_have_text(["Put on a piece", "New tube"])
    expect(
        page.locator(".compared:visible .cell.harm:visible, .compared:visible .cell.always:visible")
    ).to_have_count(4)


def test_what_was_ticked_in_another_result_is_not_compared(page: Page, root: str) -> None:
    page.goto(f"{root}decision-guide/#soak")
    page.locator(f"{SHOWN} input[name=pick]:visible").nth(0).check()  # a piece
    page.goto(f"{root}decision-guide/#seal")
    page.locator(f"{SHOWN} input[name=pick]:visible").nth(0).check()  # a sealant
    page.locator(f"{SHOWN} .compare-link").click()
    expect(page).to_have_url(re.compile("#pick=sealant$"))


def test_an_option_that_is_not_ticked_or_no_more_is_not_compared(page: Page, root: str) -> None:
    page.goto(f"{root}decision-guide/#soak")
    boxes = page.locator(f"{SHOWN} input[name=pick]:visible")
    link = page.locator(f"{SHOWN} .compare-link")
    boxes.nth(1).check()
    expect(link).to_have_attribute("href", re.compile("treatments/#pick=new-tube$"))
    boxes.nth(0).check()
    boxes.nth(1).uncheck()
    expect(link).to_have_attribute("href", re.compile("treatments/#pick=patch$"))
    boxes.nth(0).uncheck()
    expect(link).to_have_attribute("href", re.compile("treatments/$"))


def test_an_option_that_is_ticked_at_both_of_its_places_is_compared_once(page: Page, root: str) -> None:
    page.goto(f"{root}decision-guide/#mend")
    box = page.locator(f"{SHOWN} article:visible:has(h4:has-text('New tube')) input[name=pick]")
    expect(page.locator(".given + .narrowing details.adding")).to_be_visible()
    box.check()
    page.locator("details.adding > summary").click()
    page.locator("label.chip", has_text=re.compile("^Heavy load$")).click()
    expect(box).not_to_be_checked()  # it stands elsewhere now
    box.check()
    expect(page.locator(f"{SHOWN} .compare-link")).to_have_attribute(
        "href", re.compile("treatments/#pick=new-tube$")
    )


def test_what_can_be_picked_is_open_until_there_are_two(page: Page, root: str) -> None:
    folds = page.locator("details.picks")
    page.goto(f"{root}treatments/#pick=patch")
    expect(page.locator("article.compared:visible h2")).to_have_text(["Put on a piece"])
    expect(folds).to_have_attribute("open", "")
    page.goto(f"{root}treatments/#pick=sealant+patch")  # another link, on the same page
    expect(page.locator("article.compared:visible h2")).to_have_text(["Put on a piece", "Sealant"])
    expect(folds).not_to_have_attribute("open", "")


def test_cleared_picks_do_not_come_back(page: Page, root: str) -> None:
    page.goto(f"{root}treatments/#pick=patch")
    clear = page.locator(".picks button[type=reset]")
    expect(clear).to_be_visible()
    clear.click()
    expect(page).to_have_url(f"{root}treatments/")
    expect(page.locator(".picks input:checked")).to_have_count(0)
    page.reload()
    expect(page.locator("article.compared:visible")).to_have_count(3)
    expect(page.locator(".picks input:checked")).to_have_count(0)


def test_on_a_phone_each_heading_stands_above_what_it_heads(page: Page, root: str) -> None:
    page.goto(f"{root}treatments/#pick=patch+new-tube")
    expect(page.locator("article.compared:visible h2")).to_have_count(2)
    placed = page.locator(".beside .cell:visible").evaluate_all(
        "cells => cells.map(c => [c.getBoundingClientRect().top, (c.querySelector('p') || c).innerText.trim()])"
    )
    read = [text for _, text in sorted(placed, key=lambda cell: cell[0])]
    sides = [at for at, text in enumerate(read) if text in ("Main benefit", "Main risk")]
    assert [re.sub(r"\s+", " ", text) for text in read[sides[0] : sides[1] + 3]] == [
        "Main benefit",
        "It is cheap, and about 85 to 90 in 100 patches hold.",
        "The work is soon done, in 20 minutes or less.",
        "Main risk",
        "The glue takes time to dry.",
        "The old one is thrown away.",
    ]


def test_the_one_file_shows_what_answers_add_once_they_are_given(page: Page, second: Path) -> None:
    """As on the page: the results' own options alone, and what moves only with the answer that moves it."""
    (file,) = (second.parent / "dist").glob("*.html")
    page.goto(file.as_uri())
    id = page.locator(".views h2[id$='-mend']").get_attribute("id")
    page.goto(f"{file.as_uri()}#{id}")
    view = page.locator(SHOWN)
    names = view.locator("article.option:visible h4")
    expect(names).to_have_text(["Put on a piece", "New tube"])
    expect(page.locator(".answered li:visible, .moved-not li:visible")).to_have_count(0)
    page.locator("details.adding > summary").click()
    page.locator("label.chip", has_text="Dry").click()
    page.locator("label.chip", has_text="Rain").click()
    expect(page.locator(".adding input:checked")).to_have_count(1)  # one answer to each question
    expect(names).to_have_text(["New tube", "Sealant"])
    expect(view.locator(".moved-not li:visible b")).to_have_text(["Put on a piece."])


def test_folds_of_the_one_file_stay_closed_on_paper(page: Page, second: Path) -> None:
    """All of them would be too much paper."""
    (file,) = (second.parent / "dist").glob("*.html")
    page.goto(file.as_uri())
    opened = "all => all.map(fold => fold.open)"
    before = page.locator("details").evaluate_all(opened)
    assert before.count(False) > 5
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details").evaluate_all(opened) == before


def test_the_one_file_is_printed_with_every_question_unknown_and_result(page: Page, second: Path) -> None:
    """Unless a part of it is asked for by a link: then that view and no other."""
    (file,) = (second.parent / "dist").glob("*.html")
    page.goto(file.as_uri())
    prefix = (page.locator(".views h2[id$='-mend']").get_attribute("id") or "").removesuffix("mend")
    heads = page.locator(".views > .view:visible > h2")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    asked = [id for step in ("start", "large-where", "slow-where") for id in (step, f"{step}--unsure")]
    expected = [f"{prefix}{id}" for id in (*asked, "mend", "change", "seal", "soak", "pump")]
    assert heads.evaluate_all("all => all.map(head => head.id)") == expected
    expect(page.locator("main > section.leaf > h1:visible")).to_have_count(
        page.locator("main > .leaf > h1").count()
    )
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.evaluate("id => { location.hash = id; }", f"{prefix}seal")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert heads.evaluate_all("all => all.map(head => head.id)") == [f"{prefix}seal"]


def test_what_stands_in_a_fold_of_the_one_file_is_seen_by_its_link(page: Page, second: Path) -> None:
    (file,) = (second.parent / "dist").glob("*.html")
    page.goto(file.as_uri())
    inner = page.locator("details details:has(li)").last
    fold = page.locator("details:has(> details li)").last
    expect(fold).not_to_have_attribute("open", "")
    inner.evaluate(  # not as a browser that opens folds by itself
        "fold => { fold.querySelector('li').id = 'deep'; history.replaceState(null, '', '#deep');"
        " dispatchEvent(new HashChangeEvent('hashchange', { oldURL: location.href })); }"
    )
    expect(page.locator("#deep")).to_be_in_viewport()
    expect(fold).to_have_attribute("open", "")
    expect(page.locator("details.given").first).not_to_have_attribute("open", "")


@pytest.mark.new_page
def test_a_word_leads_to_its_meaning_where_the_browser_has_no_boxes(page: Page, root: str) -> None:
    page.add_init_script("delete HTMLElement.prototype.showPopover")
    page.goto(f"{root}treatments/patch/")
    page.locator("article a.term").first.click()
    expect(page).to_have_url(f"{root}treatments/patch/#word--tire")
    expect(page.locator("#word--tire + dd")).to_be_in_viewport()
    expect(page.locator(".explained")).to_have_count(0)


def test_one_meaning_is_shown_at_a_time_and_the_page_stays(page: Page, root: str) -> None:
    page.goto(f"{root}treatments/patch/")
    word = page.locator("article a.term").first
    for _ in range(2):
        word.evaluate("word => word.click()")
        expect(page.locator(".explained")).to_have_count(1)
        expect(page.locator("a.term + .explained")).to_be_visible()
    expect(page).to_have_url(f"{root}treatments/patch/")
    page.mouse.click(385, 800)
    expect(page.locator(".explained")).to_be_hidden()


def test_a_clipboard_that_refuses_is_not_said_to_hold_the_link(browser: Browser, root: str) -> None:
    page = browser.new_page()
    page.add_init_script(
        "window.refused = 0; Object.defineProperty(navigator, 'clipboard',"
        " { value: { writeText: () => { refused += 1; return Promise.reject(new Error('no')); } } })"
    )
    page.goto(f"{root}treatments/patch/")
    page.locator(".share > summary").click()
    page.locator(".share button").click()
    page.wait_for_timeout(100)
    assert page.evaluate("refused") == 1
    expect(page.locator(".share a")).to_be_visible()
    expect(page.locator(".share [role=status]")).to_be_hidden()
    page.close()


@pytest.mark.new_page
def test_what_matters_is_printed_with_what_is_ticked_by_either_button(page: Page, root: str) -> None:
    page.add_init_script("window.printed = 0; window.print = () => { printed += 1; }")
    page.goto(f"{root}my-appointment/")
    page.locator("#value-waste label", has_text="Not much").click()
    button = page.locator(".print-ticked").last
    expect(button).to_be_visible()
    button.click()
    page.emulate_media(media="print")
    assert page.evaluate("printed") == 1
    expect(page.locator(".to-ask .asks li:visible")).to_have_count(0)
    expect(page.locator("fieldset:visible legend")).to_have_text(["I want to throw nothing away."])
    expect(page.locator("fieldset:visible input:checked")).to_have_value("little")
    expect(page.locator(".own textarea")).to_be_visible()


@pytest.mark.new_page
def test_only_ticked_questions_come_out_on_paper(page: Page, root: str) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(f"{root}my-appointment/")
    page.locator("#how-long input").check()
    page.locator(".print-ticked").first.click()
    page.emulate_media(media="print")
    expect(page.locator(".to-ask .asks li:visible")).to_have_text([re.compile("How long will it hold")])


@pytest.mark.new_page
def test_all_questions_come_out_on_paper_where_none_is_ticked(page: Page, root: str) -> None:
    page.add_init_script("window.printed = 0; window.print = () => { printed += 1; }")
    page.goto(f"{root}my-appointment/")
    questions = page.locator(".to-ask .asks li")
    count = questions.count()
    button = page.locator(".print-ticked").first
    expect(button).to_be_visible()
    button.click()
    page.emulate_media(media="print")
    assert page.evaluate("printed") == 1
    expect(questions.filter(visible=True)).to_have_count(count)
    page.emulate_media(media="screen")
    page.locator("#how-long input").check()
    button.click()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="print")  # by the browser's own menu: the whole page again
    assert page.evaluate("printed") == 2
    expect(questions.filter(visible=True)).to_have_count(count)


@pytest.mark.new_page
def test_the_view_on_paper_is_that_of_the_address_and_no_other(page: Page, root: str) -> None:
    """Also in a browser that forgets on paper what is the target."""
    page.add_init_script("window.printed = 0; window.print = () => { printed += 1; }")
    page.goto(f"{root}decision-guide/#mend")
    button = page.locator(f"{SHOWN} button.print")
    expect(button).to_be_visible()
    button.click()
    assert page.evaluate("printed") == 1
    unasked = page.locator(f"{SHOWN} .how-to-print")
    expect(unasked).to_be_hidden()  # the button does it
    page.evaluate("history.replaceState(null, '', '#seal'); dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    heads = page.locator(f"{SHOWN} > h2")
    expect(heads).to_have_count(1)
    expect(heads).to_have_id("seal")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.goto(f"{root}decision-guide/#soak")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(heads).to_have_count(1)
    expect(heads).to_have_id("soak")
    page.evaluate("dispatchEvent(new Event('afterprint')); history.replaceState(null, '', '#pump--asks')")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # a part of a view stands for the view
    expect(heads).to_have_count(1)
    expect(heads).to_have_id("pump")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.goto(f"{root}decision-guide/#large-where--unsure")
    expect(unasked).to_be_visible()  # here is no button
    expect(page.locator(f"{SHOWN} button.print")).to_have_count(0)
    page.goto(f"{root}decision-guide/#pump")
    expect(button).to_be_visible()
    page.goto(f"{root}decision-guide/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(heads).to_have_count(1)
    expect(heads).to_have_id("start")


def test_the_menu_and_search_open_by_key(page: Page, root: str) -> None:
    page.goto(root)
    for name, id in (("Menu", "__drawer"), ("Search", "__search")):
        page.get_by_role("button", name=name, exact=True).first.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#{id}")).to_be_checked()


@pytest.mark.new_page
def test_an_old_review_is_told_and_a_fresh_one_is_not(page: Page, root: str) -> None:
    page.clock.set_fixed_time("2024-02-15")
    page.goto(root)
    expect(page.locator(".edition .overdue")).to_be_hidden()
    page.clock.set_fixed_time("2024-03-15")
    page.goto(f"{root}about/")
    expect(page.locator(".edition .overdue")).to_be_visible()


def test_a_found_section_is_linked_at_its_place(page: Page, root: str) -> None:
    open_box(page, root)
    assert ask(page, "air hisses out")[0].removeprefix(root) == "feeling-unwell/#hiss"
