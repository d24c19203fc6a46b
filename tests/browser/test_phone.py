"""Kept on a phone: stored whole, read without a network, never two editions on a page, and taken away again."""

from __future__ import annotations

import json
import random
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import make_icons
from conftest import LONG, PROOF, ROOT
from helpers.editions import TOLD, Host, edition, keep, publish, update
from helpers.html_pages import tree
from helpers.searching import ask, expect_engine, open_box
from helpers.serving import served_below
from pathway.publish.phone import for_phones
from pathway.records.content import Content

pytestmark = pytest.mark.new_page
STORED, OVERDUE, WITHDRAWN = ".stored", ".stored .overdue", ".stored .withdrawn"
CACHES = "caches.keys()"
# How many editions are stored, once the older ones had their time to go.
LEFT = """async () => {
  for (let n = 0; n < 100 && (await caches.keys()).length > 1; n++) await new Promise((go) => setTimeout(go, 50));
  return (await caches.keys()).length;
}"""
SAMPLE = slice(None) if PROOF else slice(None, None, 4)
GONE = (
    "This edition was taken back: something in it was wrong. It is not shown any more."
    " Open the guide where there is internet to get the new one."
)
OTHER = "<!doctype html><title>Another application</title>"


@pytest.fixture
def www(tmp_path: Path) -> Path:
    """The host's folder, with another application beside the guide."""
    folder = tmp_path / "www"
    (folder / "other").mkdir(parents=True)
    (folder / "other/index.html").write_text(OTHER)
    (folder / "other/worker.js").write_text("addEventListener('fetch', () => {});")
    return folder


@pytest.fixture
def edited(second: Path, tiny: Content, tmp_path: Path) -> Callable[..., Path]:
    """Make editions of the small guide by number: number 3 has a hash that begins with 3."""

    def make(number: int, *withdrawn: str) -> Path:
        folder = tmp_path / f"edition-{number}"
        edition(second, folder, tiny, number, withdrawn)
        return folder

    return make


@pytest.fixture
def address(www: Path, edited: Callable[..., Path]) -> Iterator[str]:
    """The address of the first edition, on a host that is up."""
    Host.up()
    with served_below(edited(1), www, handler=Host) as found:
        yield found
    Host.up()


def told(page: Page) -> set[str]:
    """Return the editions that the open page and its files name."""
    return set(page.evaluate(TOLD))


def named(number: int) -> set[str]:
    """Return what a page and all of its files must tell of an edition."""
    return {f"{number}00000000000"}


def test_the_manifest_tells_name_colors_and_icons(second: Path, tiny: Content) -> None:
    told = json.loads((second / "manifest.webmanifest").read_text("utf-8"))
    assert told["name"] == "Mending a bicycle tire"
    paper = re.search(r"--paper: (#\w+)", (ROOT / "docs/assets/guide.css").read_text("utf-8"))
    assert paper and told["theme_color"] == told["background_color"] == paper[1]
    assert (told["start_url"], told["scope"], told["display"]) == ("./", "./", "minimal-ui")
    found = {(icon["sizes"], icon["purpose"]) for icon in told["icons"]}
    assert found == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    for icon in told["icons"]:
        data = (second / icon["src"]).read_bytes()
        width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
        assert f"{width}x{height}" == icon["sizes"] and data.startswith(b"\x89PNG")
    for page in ("index.html", "decision-guide/index.html"):
        link = tree(second / page).css_first("link[rel=manifest]").attributes["href"]
        assert (second / page).parent.joinpath(link or "").resolve() == second / "manifest.webmanifest"


def test_the_icons_are_of_the_drawing_as_it_is() -> None:
    assert make_icons.LIST.read_text("utf-8") == make_icons.listed(), "run `make icons`"


def test_the_zip_and_the_one_file_offer_nothing_to_keep(second: Path) -> None:
    with zipfile.ZipFile(second.parent / "dist/tire-guide.zip") as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert "search/search_index.js" in files and "search/search_index.json" not in files
    ours = re.compile(r"/?(?:worker\.js|.*\.webmanifest|edition\.json|assets/keep\.js|assets/icon-.*)")
    assert not [name for name in files if ours.fullmatch(name)]
    texts = [data.decode() for name, data in files.items() if name.endswith(".html")]
    for text in (*texts, (second.parent / "dist/tire-guide.html").read_text("utf-8")):
        assert not re.search("on-phone|keep.js|manifest.webmanifest|data-stored|Share this page", text)


def test_a_change_of_any_stored_file_marks_another_edition(
    second: Path, tiny: Content, tmp_path: Path
) -> None:
    """Not the content's alone: a sentence of a template may be mended, too."""
    shutil.copytree(second, tmp_path / "site")
    marks = []
    for name in (
        "",
        "",
        "about/index.html",
        "assets/guide.css",
        "assets/keep.js",
        "search/search_index.json",
    ):
        path = tmp_path / "site" / name
        if name:
            path.write_text(path.read_text("utf-8") + " ", "utf-8")
        for_phones(tiny, tmp_path / "site")
        marks.append(json.loads((tmp_path / "site/edition.json").read_text())["edition"])
    assert marks[0] == marks[1] and len(set(marks)) == 5


def test_it_is_kept_by_a_browser_that_has_no_store_to_ask(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'storage', { value: undefined })")
    keep(page, address)
    page.reload()
    assert page.evaluate("navigator.storage === undefined")
    expect(page.locator(".on-phone [data-in=in]").first).to_be_visible()
    expect(page.locator(".on-phone [data-in~=failed]").first).to_be_hidden()
    assert len(page.evaluate(CACHES)) == 1


def test_the_browser_is_asked_not_to_clear_what_is_kept(page: Page, address: str) -> None:
    page.add_init_script(
        "window.asked = 0; navigator.storage.persist = () => { asked += 1; return Promise.resolve(true); }"
    )
    page.goto(f"{address}offline/")
    expect(page.get_by_role("button", name="Keep this guide on your phone")).to_be_visible()
    expect(page.get_by_role("button", name="Remove it from this phone")).to_be_hidden()
    assert page.evaluate("asked") == 0
    keep(page, address)
    expect(page.get_by_role("button", name="Keep this guide on your phone")).to_be_hidden()
    expect(page.get_by_role("button", name="Remove it from this phone")).to_be_visible()
    page.wait_for_timeout(100)
    assert page.evaluate("asked") == 1


def test_a_host_that_is_away_is_told_as_a_failure(page: Page, address: str) -> None:
    page.goto(f"{address}offline/")
    expect(page.get_by_role("button", name="Keep this guide on your phone")).to_be_visible()
    Host.down()
    page.get_by_role("button", name="Keep this guide on your phone").click()
    status = page.locator(".on-phone [role=status]")
    expect(status).to_have_text(re.compile("^That did not work"), use_inner_text=True)
    expect(page.get_by_role("button", name="Keep this guide on your phone")).to_be_visible()


def test_a_page_that_is_opened_again_meanwhile_tells_how_far_it_is(page: Page, address: str) -> None:
    page.goto(f"{address}offline/")
    button, status = page.locator(".on-phone button").first, page.locator(".on-phone [role=status]")
    expect(button).to_be_visible()
    Host.waits = 0.3
    button.click()
    page.wait_for_function("navigator.serviceWorker.getRegistration().then((found) => found?.installing)")
    page.reload()
    expect(status).to_have_text(re.compile("^Loading"), use_inner_text=True)
    expect(button).to_be_hidden()
    Host.up()
    expect(status).to_have_text(re.compile("^It is stored"), use_inner_text=True)


def test_an_application_above_is_not_taken_for_the_guide(page: Page, address: str, www: Path) -> None:
    shutil.copy(www / "other/worker.js", www / "worker.js")
    page.goto(f"{address}../other/")
    page.evaluate(
        "navigator.serviceWorker.register('../worker.js').then(() => navigator.serviceWorker.ready)"
    )
    page.goto(f"{address}offline/")
    expect(page.get_by_role("button", name="Keep this guide on your phone")).to_be_visible()
    expect(page.get_by_role("button", name="Remove it from this phone")).to_be_hidden()
    scopes = "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.scope))"
    assert page.evaluate(scopes) == [address.replace("some-repo/", "")]


@LONG
def test_a_stored_page_is_found_by_each_of_its_addresses(page: Page, address: str) -> None:
    keep(page, address)
    Host.down()
    for place in ("about/index.html", "about/?q=glue", "index.html?q=glue"):
        page.evaluate("(url) => { location.href = url; }", address + place)
        expect(page).to_have_url(address + place)
        expect(page.locator(STORED)).to_be_visible()


def test_a_page_that_breaks_off_comes_whole_from_the_store(page: Page, address: str) -> None:
    keep(page, address)
    page.goto("about:blank")
    Host.down(after=1)
    Host.asked = 1  # the next answer is cut in its middle
    page.goto(f"{address}about/", wait_until="commit")
    expect(page.locator(STORED)).to_be_visible()
    expect(page.locator(".edition code")).to_have_text("100000000000")


def test_a_page_that_the_host_has_taken_away_is_not_shown(page: Page, address: str) -> None:
    keep(page, address)
    Host.says = 404
    answer = page.goto(f"{address}about/")
    assert answer and answer.status == 404
    expect(page.locator(STORED)).to_be_hidden()


@LONG
def test_an_older_edition_stays_while_a_page_of_it_is_open(
    page: Page, address: str, www: Path, edited: Callable[..., Path]
) -> None:
    keep(page, address)
    other = page.context.new_page()
    other.goto(f"{address}about/")
    publish(www, edited(2))
    update(page)
    page.goto(address)
    assert told(page) == named(2)
    page.wait_for_timeout(300)
    later = "fetch(new URL(document.querySelector('script[src*=bundle]').src)).then((a) => a.ok, () => false)"
    assert other.evaluate(later), "what the open page asks for later"
    assert len(page.evaluate(CACHES)) == 2


def test_it_is_kept_whole_read_without_a_network_and_taken_away(page: Page, address: str, www: Path) -> None:
    page.goto(f"{address}../other/")
    page.evaluate("navigator.serviceWorker.register('worker.js')")
    page.evaluate(
        "caches.open('other-application').then((cache) => cache.put('/other/x', new Response('x')))"
    )
    neighbor = f"tire-guide {address}de/ 1"  # the same guide in another language, say
    page.evaluate(
        "([one, left]) => Promise.all([caches.open(one), caches.open(left)])",
        [neighbor, f"tire-guide {address} 9"],
    )
    page.goto(f"{address}offline/")
    expect(page.get_by_role("button", name="Keep this guide on your phone")).to_be_visible()
    assert page.evaluate(CACHES) == ["other-application", neighbor]  # nothing is stored unasked, or left
    keep(page, address)
    listed = json.loads((www / "some-repo/edition.json").read_text())
    assert {"", "about/", "feeling-unwell/", "decision-guide/", "assets/guide.css"} <= listed["files"].keys()
    own = f"tire-guide {address} {listed['edition']}"
    assert page.evaluate(CACHES) == ["other-application", neighbor, own]
    stored = page.evaluate(
        "(own) => caches.open(own).then((cache) => cache.keys()).then((all) => all.map((one) => one.url))",
        own,
    )
    assert sorted(stored) == sorted(address + path for path in listed["files"])

    page.goto(address)
    expect(page.locator(STORED)).to_be_hidden()  # the network has answered
    Host.down()
    for path in [path for path in listed["files"] if path == "" or path.endswith("/")][SAMPLE]:
        page.goto(address + path)
        expect(page.locator(STORED)).to_contain_text(
            "the edition stored on this device, of January 31, 2024."
        )
        assert told(page) == named(1), path
    page.goto(f"{address}decision-guide/#start")
    page.locator("section.view:visible .answers a").first.click()
    page.go_back()
    expect(page.locator("section.view:visible > h2")).to_have_id("start")
    open_box(page, address)
    assert ask(page, "sealant")[0].startswith(f"{address}treatments/sealant/")
    expect(page.locator(".md-search-result__list")).to_contain_text("Sealant 1")
    assert (
        page.evaluate("fetch('pathway.json').catch(() => 0)") == 0
    )  # what was not stored is the network's matter

    Host.up()
    page.goto(f"{address}offline/?q=glue#keep")
    page.get_by_role("button", name="Remove it from this phone").click()
    expect(page.get_by_role("button", name="Keep this guide on your phone")).to_be_focused()
    expect(page.get_by_role("button", name="Remove it from this phone")).to_be_hidden()
    expect(page.locator(".on-phone [role=status]")).to_have_text("", use_inner_text=True)
    assert page.evaluate(CACHES) == ["other-application", neighbor]
    scopes = page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.scope))"
    )
    assert scopes == [address.replace("some-repo", "other")]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.evaluate("indexedDB.databases()") == []
    page.reload()
    expect(page.get_by_role("button", name="Keep this guide on your phone")).to_be_visible()
    expect(page.get_by_role("button", name="Remove it from this phone")).to_be_hidden()
    keep(page, address)
    assert page.evaluate(CACHES) == ["other-application", neighbor, own]


def test_a_browser_without_workers_offers_nothing_to_keep(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}offline/")
    expect(page.locator("article .files a").first).to_be_visible()
    expect(page.locator(".on-phone")).to_be_hidden()
    assert errors == []


def test_the_page_on_which_it_is_kept_reads_from_the_store_at_once(page: Page, address: str) -> None:
    """What it has not loaded yet, too: search, say, before it is opened anew."""
    keep(page, address)
    Host.down()
    page.locator("label.md-header__button[for=__search]").click()
    assert ask(page, "sealant")[0].startswith(f"{address}treatments/sealant/")


def test_what_a_browser_holds_for_some_minutes_is_neither_stored_nor_shown(
    page: Page, address: str, www: Path, edited: Callable[..., Path]
) -> None:
    script = www.joinpath("some-repo/assets/compare.js")
    right, mark = script.read_text(), json.loads((www / "some-repo/edition.json").read_text())["edition"]
    script.write_text("// half of another edition")
    Host.holds = 600
    page.goto(f"{address}offline/")
    page.evaluate("(url) => fetch(url).then((answer) => answer.text())", f"{address}assets/compare.js?{mark}")
    script.write_text(right)
    keep(page, address)
    page.goto(f"{address}about/")
    assert told(page) == named(1)
    publish(www, edited(2))
    page.goto(address)
    page.goto(f"{address}about/")
    assert told(page) == named(2)


@LONG
def test_a_list_that_failed_is_asked_for_again(
    page: Page, address: str, www: Path, edited: Callable[..., Path]
) -> None:
    keep(page, address)
    folder = edited(2)
    (folder / "offline/index.html").write_text("not as listed")  # the new one cannot be stored
    (folder / "edition.json").rename(folder / "later.json")
    publish(www, folder)
    page.goto(f"{address}about/")
    assert page.evaluate(TOLD) == ["200000000000"]  # the page alone: its files are of no known edition
    (folder / "later.json").rename(folder / "edition.json")
    page.goto(f"{address}feeling-unwell/")
    assert told(page) == named(2)
    assert len(page.evaluate(TOLD)) > 5


def test_what_is_not_as_listed_is_not_stored(page: Page, address: str, www: Path) -> None:
    script = www.joinpath("some-repo/assets/compare.js")
    script.write_text(script.read_text() + "\n")
    page.goto(f"{address}offline/")
    page.get_by_role("button", name="Keep this guide on your phone").click()
    expect(page.locator(".on-phone [role=status]")).to_contain_text("That did not work")
    expect(page.get_by_role("button", name="Keep this guide on your phone")).to_be_visible()
    assert page.evaluate(CACHES) == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_two_editions_never_meet(
    browser: Browser, address: str, www: Path, edited: Callable[..., Path]
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()  # its scripts may fail: a search that belongs to no page stays closed
    keep(page, address)
    page.goto(address)
    publish(www, edited(2))
    update(page)  # stored, and the open page still has its own search
    page.click(".md-search__input")
    expect_engine(page)
    ask(page, "sealant")
    expect(page.locator(".md-search-result__list")).to_contain_text("Sealant 1")
    assert told(page) == named(1)

    publish(www, edited(3))
    for answered in random.Random(7).sample(range(1, 30), 2):
        Host.up()
        page.goto(address)  # the second edition is stored, the third answers
        assert told(page) == named(3)
        expect(page.locator(STORED)).to_be_hidden()
        Host.down(after=answered)
        update(page)  # cut off in the middle
        assert len(page.evaluate(CACHES)) == 1  # the second; nothing of the third
        page.goto(f"{address}about/")
        assert told(page) == named(2)
        expect(page.locator(STORED)).to_be_visible()

    Host.up()
    page.goto(address)
    publish(www, edited(4))  # what the open page has not loaded yet is nowhere any more
    page.click(".md-search__input")
    page.wait_for_timeout(300)
    assert told(page) == named(3) and not page.evaluate("window.SearchAnswers")

    update(page)
    Host.down()
    page.goto(address)
    assert told(page) == named(4)
    expect(page.locator(STORED)).to_be_visible()
    Host.up()
    page.goto(address)
    assert page.evaluate(LEFT) == 1  # older ones are gone
    context.close()


def test_an_edition_that_was_taken_back_is_not_shown(
    page: Page, address: str, www: Path, edited: Callable[..., Path]
) -> None:
    keep(page, address)
    other = edited(3, *named(9))  # of another edition than the stored one
    (other / "about/index.html").write_text("not as listed")
    publish(www, other)
    page.goto(address)
    update(page)
    Host.down()
    page.goto(address)
    expect(page.locator(STORED)).to_be_visible()
    expect(page.locator(WITHDRAWN)).to_be_hidden()
    expect(page.locator("article")).to_be_visible()
    Host.up()
    folder = edited(2, *named(1))
    (folder / "about/index.html").write_text("not as listed")  # the new one cannot be stored
    publish(www, folder)
    page.goto(address)
    update(page)
    Host.down()
    page.goto(address)
    expect(page.locator(WITHDRAWN)).to_be_visible()
    expect(page.locator(WITHDRAWN)).to_contain_text("This edition was taken back")
    assert told(page) == named(1)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        expect(page.locator("article")).to_be_hidden()
        tempting = page.locator(".md-sidebar, .md-search, .md-header__button, .key-toggle, .unwell-link")
        assert tempting.count() > 5
        expect(tempting.filter(visible=True)).to_have_count(0)
        said = [line for line in page.locator(".md-container").inner_text().split("\n") if line]
        assert said[1:3] == [GONE, "Ask in a shop before a long ride."]  # then the foot of the page
        assert said[0].startswith("No answer from the internet.") and len(said) == 8


@pytest.mark.parametrize("status", [429, 503, pytest.param(500, marks=LONG)])
def test_a_host_that_is_broken_or_asked_too_often_is_not_waited_for(
    page: Page, address: str, status: int
) -> None:
    keep(page, address)
    Host.says = status
    page.goto(f"{address}feeling-unwell/")
    expect(page.locator(STORED)).to_be_visible()
    expect(page.locator("h1")).to_have_text("Something is wrong")


@LONG
def test_three_seconds_are_a_failure_and_a_review_date_may_be_past(page: Page, address: str) -> None:
    keep(page, address)
    Host.waits = 3.5
    page.goto(f"{address}about/", wait_until="commit")
    expect(page.locator(STORED)).to_be_visible()
    assert page.evaluate("performance.timing.responseStart - performance.timing.navigationStart") >= 3000
    Host.up()
    Host.down()
    page.goto("about:blank")  # timers begun before the clock is set could not be ended after it
    page.clock.set_fixed_time("2024-02-29T12:00:00")  # reviewed on 31 January, for a month
    page.goto(address)
    expect(page.locator(STORED)).to_be_visible()
    expect(page.locator(OVERDUE)).to_be_hidden()
    page.clock.set_fixed_time("2024-03-01T12:00:00")
    page.goto(address)
    expect(page.locator(OVERDUE)).to_have_text(
        "The date of its next check is past: ask before you rely on it."
    )
    expect(page.locator("article")).to_be_visible()


def test_a_link_to_share_says_first_that_it_holds_answers(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}decision-guide/#mend")
    page.locator(".views > .share > summary").click()
    lines = page.locator(".share li")
    expect(lines).to_have_count(2)
    said = [" ".join(line.split()) for line in lines.all_inner_texts()]
    assert said == [
        "This link holds your answers. Whoever has it can see them. Link with my answers Copy",
        "This link holds no answers. It opens the first question. Link without my answers Copy",
    ]
    for line, link in (
        (lines.nth(0), f"{address}decision-guide/#mend"),
        (lines.nth(1), f"{address}decision-guide/"),
    ):
        line.get_by_role("button").click()
        expect(line.get_by_role("status")).to_have_text("Copied.")
        assert page.evaluate("navigator.clipboard.readText()") == link
    page.goto(f"{address}decision-guide/#start")
    expect(page.locator(".share")).to_be_hidden()
    page.goto(f"{address}decision-guide/#seal")  # another result, on the same page
    own = page.locator(".share a", has_text="with my answers")
    expect(own).to_have_attribute("href", re.compile("#seal$"))
    page.goto(f"{address}treatments/patch/#patch--risks")
    page.locator(".share > summary").click()
    page.get_by_role("button", name="Copy: Link to this page").click()
    expect(page.locator(".share [role=status]")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}treatments/patch/"
    assert "answers" not in page.locator(".share").inner_text()
    context.close()


def test_at_another_result_nothing_says_that_it_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}decision-guide/#mend")
    fold = page.locator(".views > .share")
    fold.locator("summary").click()
    fold.get_by_role("button").first.click()
    said = fold.locator(".own [role=status]")
    expect(said).to_be_visible()
    page.goto(f"{address}decision-guide/#seal")
    expect(fold).not_to_have_attribute("open", "")
    fold.locator("summary").click()
    expect(fold.locator("a").first).to_be_visible()
    expect(said).to_be_hidden()
    context.close()


def test_a_browser_that_cannot_copy_offers_the_link_alone(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{address}treatments/patch/")
    page.locator(".share > summary").click()
    expect(page.locator(".share a")).to_be_visible()
    expect(page.locator(".share button")).to_be_hidden()


def test_downloads_keep_their_names_and_tell_their_date(second: Path) -> None:
    for page, place in (("offline/index.html", "article .files a"), ("index.html", ".edition a")):
        links = tree(second / page).css(place)
        assert [(link.attributes["href"].rpartition("/")[2], link.text()) for link in links] in (
            [(f"tire-guide.{end}", f"tire-guide.{end}, January 31, 2024") for end in order]
            for order in (("zip", "html"), ("html", "zip"))
        )
    one = tree(second.parent / "dist/tire-guide.html").css_first("header.cover").text()
    assert "2024-01-31" in one
