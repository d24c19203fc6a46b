"""Search in a real browser, hosted under the policy and from a folder: what is typed, pasted or put back is answered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from conftest import PROOF
from helpers.searching import BOX, ITEM, SETS, ask, ask_engine, open_box, queries, read_index

GOAL = 0.95  # of the known queries lead to a wanted page first
RANKING = yaml.safe_load((SETS.parent / "ranking.yml").read_text("utf-8"))
META = ".md-search-result__meta"
HELP = ["decision-guide/", "feeling-unwell/", "my-appointment/"]


@pytest.mark.parametrize("name", ["known", "tuning"])
def test_the_engine_answers_the_sets(page: Page, served: str, built: Path, name: str) -> None:
    page.goto(served)
    asked = queries(name)
    found = ask_engine(page, read_index(built), [q["query"] for q in asked])["found"]
    first = [answer["items"][0][0].partition("#")[0] if answer["items"] else "" for answer in found]
    wrong = [(q["query"], page) for q, page in zip(asked, first, strict=True) if page not in q["page"]]
    assert len(wrong) <= (1 - GOAL) * len(asked), wrong


def test_every_name_and_phrase_leads_first_to_its_section(page: Page, served: str, built: Path) -> None:
    page.goto(served)
    index = read_index(built)
    phrases = [
        (phrase, doc["location"])
        for doc in index["docs"]
        for key in ("names", "words", "asked")
        for phrase in doc.get(key, ())
    ]
    assert len(phrases) > 500
    phrases = phrases if PROOF else phrases[::20]
    found = ask_engine(page, index, [phrase for phrase, _ in phrases])["found"]
    first = [answer["items"][0][0] for answer in found]
    assert [(p, want, got) for (p, want), got in zip(phrases, first, strict=True) if want != got] == []


def test_the_result_is_the_section_that_answers_with_the_words_around(page: Page, served: str) -> None:
    open_box(page, served)
    assert ask(page, "can I drive after liver ablation home")[0] == f"{served}living-with-it/#driving"
    item = page.locator(ITEM).first
    assert item.locator("h1").inner_text() == "Living with it"
    assert item.locator("h2").first.inner_text() == "Driving"
    assert "drive" in item.locator("mark").all_inner_texts()


def test_from_the_unzipped_folder(browser: Browser, built_flat: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_box(page, (built_flat / "index.html").as_uri())
    assert ask(page, "lutathera")[0] == f"{built_flat.as_uri()}/treatments/prrt.html"
    assert asked and all(url.startswith("file:") for url in asked)
    context.close()


def test_nothing_of_search_is_fetched_before_the_reader_turns_to_it(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served)
    page.wait_for_timeout(500)
    assert not [url for url in asked if "search_index" in url or "vendor" in url or "answers" in url]
    page.set_viewport_size({"width": 1280, "height": 900})
    with page.expect_request("**/search_index.json*"):
        page.click(BOX)
    assert len([url for url in asked if "search_index" in url]) == 1


def test_the_value_counts_and_not_the_keys(page: Page, served: str) -> None:
    open_box(page, served)
    assert "wedge-resection" in ask(page, "wedge")[0]
    page.evaluate("""() => { const box = document.querySelector("input[name=query]");
      box.value = "ablation"; box.dispatchEvent(new InputEvent("input", {bubbles: true, inputType: "insertFromPaste"})); }""")
    expect(page.locator(f"{ITEM} a").first).to_have_attribute("href", re.compile("radiofrequency"))


def test_a_value_put_back_by_the_browser_is_answered(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(served)
    page.evaluate("""() => { document.querySelector("input[name=query]").value = "wedge" }""")
    page.click(BOX)
    expect(page.locator(f"{ITEM} a").first).to_have_attribute("href", re.compile("wedge-resection"))


def test_clearing_the_box_clears_the_results(page: Page, served: str) -> None:
    open_box(page, served)
    ask(page, "wedge")
    page.locator("form.md-search__form button[type=reset]").click()
    expect(page.locator(ITEM)).to_have_count(0)


def test_an_answer_bears_no_help_and_an_empty_box_says_nothing(page: Page, served: str) -> None:
    open_box(page, served)
    page.fill(BOX, "histotripsy")
    links = page.locator(f"{ITEM} a")
    expect(links.first).to_have_attribute("href", f"{served}treatments/histotripsy/")
    expect(page.locator(META)).to_have_text("")
    expect(links.last).not_to_have_attribute("href", f"{served}{HELP[-1]}")
    page.fill(BOX, "")
    page.wait_for_timeout(300)
    expect(page.locator(ITEM)).to_have_count(0)
    expect(page.locator(META)).not_to_contain_text("Nothing was found.")


ALIKE = {
    "flushing": [
        "“flushing”",
        '"flushing"',
        "ﬂushing",
        "Ｆｌｕｓｈｉｎｇ",
        "flúshing",
        "flushing\u00a0",
        "  FLUSHING\n",
    ],
    "ki-67": ["ki 67", "ki\u00a067", "Ki‑67", "KI-⁶⁷", "“Ki-67”"],
    "doctor's questions": ["doctor’s questions", "doctors questions", "doctor‘s\nquestions"],
    "well differentiated": ["well-differentiated", "well–differentiated", "Well\r\ndifferentiated"],
}


PARTS = {
    "sideeffectsofprrt": "treatments/prrt/#prrt--risks",
    "histo trip sey": "treatments/histotripsy/",
    "who should not get lutathera": "treatments/prrt/#prrt--not-suits",
    "octreotide interval": "treatments/somatostatin-analogs/#somatostatin-analogs--often",
    "tumour not operable": "understand/who-can-have-surgery/",
}
ODD = ["a", "?", "肝", "qqqzzz", " ", "&amp;", "<b>", "constructor", "__proto__"]


@pytest.fixture(scope="module")
def answers(browser: Browser, served: str, built: Path) -> dict[str, Any]:
    """The first answer to each of many queries, asked of one engine."""
    page = browser.new_page()
    page.goto(served)
    asked = [*ALIKE, *(words for alike in ALIKE.values() for words in alike), *PARTS]
    found = ask_engine(page, read_index(built), asked)["found"]
    page.close()
    return {words: answer["items"][0] for words, answer in zip(asked, found, strict=True)}


@pytest.mark.parametrize("plain", ALIKE)
def test_signs_and_letters_of_other_kinds_find_what_plain_words_find(
    answers: dict[str, Any], plain: str
) -> None:
    assert [answers[words] for words in ALIKE[plain]] == [answers[plain]] * len(ALIKE[plain])


@pytest.mark.parametrize(("query", "section"), PARTS.items())
def test_parts_of_words_and_what_is_asked_of_a_treatment_lead_to_the_section(
    answers: dict[str, Any], query: str, section: str
) -> None:
    assert answers[query][0] == section


def test_no_query_breaks_the_engine(page: Page, served: str, built: Path) -> None:
    page.goto(served)
    asked = [words for odd in ODD for words in (odd, "flushing")]
    found = ask_engine(page, read_index(built), asked)["found"]
    assert [odd for odd, after in zip(ODD, found[1::2], strict=True) if not after["items"]] == []


def test_a_word_that_each_object_of_a_script_knows_is_a_word(page: Page, served: str, built: Path) -> None:
    """They stand in the guide here, as a name of somebody's illness may."""
    index = read_index(built)
    index["docs"][0]["text"] += " Constructor, valueOf and hasOwnProperty."
    index["docs"][-1]["location"] += "--constructor"
    page.goto(served)
    found = ask_engine(page, index, ["constructor", "valueof", "hasownproperty", "fever"])["found"]
    assert [answer["items"][0][0] for answer in found[:3]] == [index["docs"][0]["location"]] * 3
    assert found[3]["items"][0][0] == "feeling-unwell/#fever"


def test_ten_words_with_line_ends_are_answered(page: Page, served: str, built: Path) -> None:
    page.goto(served)
    query = "my husband has a fever\nand is shivering since the\nablation last week"
    found = ask_engine(page, read_index(built), [query])["found"]
    assert found[0]["items"][0][0] == "feeling-unwell/#fever"


def test_the_nearest_word_is_a_link_that_asks_for_it(page: Page, served: str) -> None:
    open_box(page, served)
    assert [link.removeprefix(served) for link in ask(page, "rfs")] == ["?q=rfa", *HELP]
    assert page.locator(ITEM).first.inner_text() == "Did you mean: rfa"
    assert page.inner_text(META).strip() == "Nothing was found."
    page.locator(f"{ITEM} a").first.click()
    expect(page.locator(f"{ITEM} a").first).to_have_attribute("href", re.compile("radiofrequency"))
    assert page.input_value(BOX) == "rfa"


def test_a_word_that_stands_nowhere_is_named_above_what_the_others_find(page: Page, served: str) -> None:
    open_box(page, served)
    assert "hormone-symptoms" in ask(page, "flushing from qqqzzz")[0]
    expect(page.locator(META)).to_have_text("Not found in this guide: qqqzzz")
    ask(page, "qqqzzz flushing xxxjjj")
    expect(page.locator(META)).to_have_text("Not found in this guide: qqqzzz, xxxjjj")


@pytest.mark.parametrize(
    ("query", "place"), [("肝", ""), ("octrexxxxxtide", "treatments/prrt/"), ("turmeric", "about/")]
)
def test_nothing_found_is_said_once_and_leads_on(page: Page, served: str, query: str, place: str) -> None:
    open_box(page, served + place)
    ask(page, "flushing")
    expect(page.locator(META)).to_have_text("")
    assert [link.removeprefix(served) for link in ask(page, query)] == HELP
    assert page.inner_text(META).strip() == "Nothing was found."
    assert "matching" not in page.inner_text(".md-search-result")


def test_marked_up_text_is_not_searched_as_text(page: Page, served: str, built: Path) -> None:
    index = read_index(built)
    docs = [{"location": "a/", "title": "Food & drink <today>", "text": "Salt & sugar. <b>Bold</b> words."}]
    page.goto(served)
    found = ask_engine(page, {**index, "docs": docs}, ["amp", "lt", "drink", "sugar"])["found"]
    assert [len(answer["items"]) for answer in found] == [0, 0, 1, 1]


def test_each_section_of_an_answer_bears_its_own_words(page: Page, served: str) -> None:
    open_box(page, served)
    ask(page, "bleeding")
    links = page.locator(ITEM).first.locator("a").all()
    said = {link.get_attribute("href").partition("#")[2]: link.text_content() for link in links}
    assert "Heavy bleeding. Bleeding that will not stop" in said["bleeding"]
    assert "red, hot, swollen, painful or leaking" in said["wound"]


_DRAWN = """([index, query]) => new SearchAnswers(index).search(query)
    .map((page) => page.map((one) => [one.location, one.title, one.text]))"""


def test_an_answer_shows_the_sentence_that_answers_and_signs_as_they_are(
    page: Page, served: str, built: Path
) -> None:
    long = " ".join(["Plain words follow here and go on."] * 12)
    rows = [
        ("a/", "Meals & drinks", "", "Nothing of use. More of nothing."),
        ("a/#b", "Below <3", "Salt", f"Eat well. Take <5 g of zinc & water. {long} More of zinc."),
    ]
    docs = dict(zip(("location", "title", "under", "text"), map(list, zip(*rows, strict=True)), strict=True))
    open_box(page, served)
    (found,) = page.evaluate(_DRAWN, [{**read_index(built), "docs": docs}, "zinc"])
    assert [one[:2] for one in found] == [["a/#b", "Salt: Below &lt;3"], ["a/#b", "Meals &amp; drinks"]]
    text = found[0][2]
    assert text.startswith("<p>… Take &lt;5 g of <mark>zinc</mark> &amp; water. Plain words follow")
    assert text.endswith(" …</p>") and 200 < len(text) < 280


_RANKED = """([index, queries]) => { const answers = new SearchAnswers(index); return queries.map((query) => {
    const { list, terms } = answers.rank(query);
    const ranked = list.slice(0, 4).map((one) =>
        `${one.doc.location} ${one.score.toPrecision(3)}${one.first ? ` named ${one.first}` : ""}`);
    return [query, ranked, [...terms].join(" "), answers.unknown.join(" "), answers.guess]; }); }"""


def _small(index: dict[str, Any], key: str, more: int = 0) -> dict[str, Any]:
    """Return an index of the docs that were made by hand, and of more pages, all of one word."""
    rows = [
        *RANKING[key],
        *({"location": f"q{n}/", "title": f"Page {n}", "text": "Copper here."} for n in range(more)),
    ]
    kinds = {"location": "", "title": "", "under": "", "text": "", "names": [], "asked": [], "words": []}
    columns = {key: [row.get(key, none) for row in rows] for key, none in kinds.items()}
    return {"config": {**index["config"], **RANKING["config"], "often": []}, "docs": columns}


def test_sections_are_ranked_by_what_they_know_and_what_is_misspelled_is_understood(
    page: Page, served: str, built: Path
) -> None:
    open_box(page, served)
    found = page.evaluate(_RANKED, [_small(read_index(built), "docs"), [*RANKING["queries"]]])
    expected = [
        [query, one["ranked"], one["meant"], one.get("unknown", ""), one.get("guess", "")]
        for query, one in RANKING["queries"].items()
    ]
    assert found == expected
    index = _small(read_index(built), "other_docs", more=23)
    drawn = _DRAWN.replace("one.text]", "one.text, Number(one.score.toPrecision(3))]")
    assert page.evaluate(drawn, [index, "zinc"]) == RANKING["drawn"]
    assert len(page.evaluate(drawn, [index, "copper"])) == 20  # no more


def test_every_section_is_searched_with_its_own_words(page: Page, served: str, built: Path) -> None:
    """The index holds a sentence that stands in many sections once, by its number."""
    open_box(page, served)
    texts = page.evaluate(
        """() => fetch("search/search_index.json").then((answer) => answer.json())
        .then((index) => new SearchAnswers(index).docs.map((doc) => [doc.location, doc.text]))"""
    )
    assert texts == [[doc["location"], doc["text"]] for doc in read_index(built)["docs"]]
    said = dict(texts)
    assert "Never give insulin for this." in said["feeling-unwell/#low-sugar"]
    assert "\t" not in "".join(said.values())
