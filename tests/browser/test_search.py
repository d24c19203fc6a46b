"""Search: what people type leads to the wanted page, hosted and from a folder, in a real browser."""

from __future__ import annotations

import json
import random
import string
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from commands import site
from conftest import PROOF
from helpers.editing import ROOT, copy_project
from helpers.searching import ask, open_box, queries
from pathway.records.content import Content

QUERIES = ROOT / "tests/data/search-queries.yml"
GOAL = 0.95  # of the queries lead to a wanted page first
TYPOS = 1000 if PROOF else 120
_ENGINE = """([docs, queries]) => new Promise(done => {
  const worker = new Worker("x/workers/search.js"), found = [];
  worker.addEventListener("message", ({data}) => {
    if (data.type === 3) found.push(data.data.items.map(item => item.map(d => d.location)));
    if (found.length === queries.length) done(found);
    else worker.postMessage({type: 2, data: queries[found.length]});
  });
  worker.postMessage({type: 0, data: {config: {}, docs}});
})"""


@pytest.fixture(scope="session")
def unzipped(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, opened in a folder whose name is not easy."""
    folder = tmp_path_factory.mktemp("Wohnung Zoë & co")
    with zipfile.ZipFile(project / "dist/islet-liver-guide.zip") as archive:
        archive.extractall(folder)
    return folder / "islet-liver-guide"


def _first(page: Page, start: str, root: str) -> None:
    open_box(page, start)
    asked, missed, empty = queries(QUERIES), [], []
    for query in asked:
        answer = ask(page, root, str(query["q"]))
        if not answer.pages:
            empty.append(query["q"])
        elif answer.pages[0] not in query["want"]:
            missed.append((query["q"], answer.pages[:3]))
    print(f"\n{len(asked) - len(missed)} of {len(asked)} first; not first: {missed}")
    assert not empty
    assert len(asked) - len(missed) >= GOAL * len(asked)


def test_typed_queries_hosted_below_a_path(page: Page, served: str) -> None:
    _first(page, served, served)


def test_typed_queries_from_the_unzipped_folder(browser: Browser, unzipped: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _first(page, (unzipped / "index.html").as_uri(), f"{unzipped.as_uri()}/")
    assert asked and all(url.startswith("file:") for url in asked)
    context.close()


def test_no_page_asks_for_the_index_before_the_reader_turns_to_search(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served)
    page.wait_for_timeout(500)
    assert not [url for url in asked if "search_index" in url]
    page.set_viewport_size({"width": 1280, "height": 900})
    with page.expect_request("**/search_index.json"):
        page.click("input[name=query]")
    assert len([url for url in asked if "search_index" in url]) == 1


def _docs(site: Path) -> list[dict[str, object]]:
    return list(json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"])


def _found(page: Page, start: str, docs: list[dict[str, object]], asked: list[str]) -> list[list[list[str]]]:
    page.goto(start)
    return list(page.evaluate(_ENGINE, [docs, asked]))


def test_every_listed_name_and_misspelling_leads_to_its_page(page: Page, served: str, built: Path) -> None:
    docs = _docs(built)
    names = [(name, str(doc["location"])) for doc in docs for name in doc.get("names", ())]
    assert len(names) > 200
    lost = []
    for (name, want), found in zip(names, _found(page, served, docs, [n for n, _ in names]), strict=True):
        first = found[0][0] if found else None
        if first != want.partition("#")[0]:
            lost.append((name, want, first))
    assert not lost


def test_words_that_no_list_foresees_are_found(page: Page, served: str, built: Path) -> None:
    docs, chance = _docs(built), random.Random(7)
    titles = [(str(d["title"]), str(d["location"])) for d in docs if "#" not in str(d["location"])]
    asked = [(_misspelled(title, chance), place) for title, place in chance.choices(titles, k=TYPOS)]
    found = _found(page, served, docs, [query for query, _ in asked])
    right = sum(bool(f) and f[0][0] == want for (_, want), f in zip(asked, found, strict=True))
    print(f"\n{right} of {TYPOS} misspelled titles lead to their page")
    assert right >= 0.9 * TYPOS


def _misspelled(title: str, chance: random.Random) -> str:
    """Return a title with one letter left out, doubled, swapped or wrong in one of its long words."""
    words = title.split()
    long = [i for i, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not long:
        return title
    which = chance.choice(long)
    word = words[which]
    at = chance.randrange(1, len(word) - 1)
    made = [
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :],
    ]
    words[which] = chance.choice(made)
    return " ".join(words)


def test_nothing_found_offers_a_way_on(page: Page, served: str) -> None:
    open_box(page, served)
    answer = ask(page, served, "qqqzzz")
    assert answer.pages == ["glossary/", "decision-guide/"]
    assert "Nothing was found" in page.inner_text(".md-search-result__list")


def test_a_synonym_added_to_the_data_is_found_and_not_shown(browser: Browser, tmp_path: Path) -> None:
    copy = copy_project(tmp_path / "project")
    data = copy / "docs/pathway.yml"
    text = data.read_text("utf-8")
    old = "    synonyms: [wedge excision,"
    assert old in text
    data.write_text(text.replace(old, f"{old} shaving zorbectomy,", 1), "utf-8")
    site.build_to(tmp_path / "site", copy, offline=True)
    page = browser.new_page()
    open_box(page, (tmp_path / "site/index.html").as_uri())
    answer = ask(page, f"{(tmp_path / 'site').as_uri()}/", "zorbectomy")
    assert answer.pages[0] == "treatments/wedge-resection/"
    page.close()


def test_clinic_sheets_stay_out_of_the_index(content: Content, built: Path) -> None:
    assert not [doc for doc in _docs(built) if "sheets" in str(doc["location"])]
