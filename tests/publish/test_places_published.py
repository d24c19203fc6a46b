"""What is published of the small guide: every page in every form, its files' marks, sums and policy, in literal words."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest

from helpers.html_pages import squeeze, tree
from helpers.searching import read_index

PAGES = [
    *("about", "after", "all-results", "base-source", "changes", "decision-guide/", "easy-read", "feeling-unwell", "figures"),
    *("glossary", "index", "my-appointment", "not-said", "offline", "sources", "treatments/", "treatments/new-tube"),
    *("treatments/patch", "treatments/sealant"),
]  # fmt: skip
STORED = ["" if name == "index" else f"{name.rstrip('/')}/" for name in PAGES]
# the start page, and the pages that name the year of the base
NAMES_THE_BASE = {
    *("", "all-results/", "base-source/", "decision-guide/", "figures/", "not-said/", "sources/"),
    *("treatments/new-tube/", "treatments/patch/"),
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


@pytest.fixture(scope="module")
def docs(second: Path) -> dict[str, dict[str, list[str]]]:
    return {str(doc["location"]): doc for doc in read_index(second)["docs"]}


def test_the_folder_to_take_along_holds_these_pages(second: Path) -> None:
    with zipfile.ZipFile(second.parent / "dist/tire-guide.zip") as archive:
        names = [name.removeprefix("tire-guide/") for name in archive.namelist() if name.endswith(".html")]
    assert names == sorted(f"{name}index.html" if name.endswith("/") else f"{name}.html" for name in PAGES)


def test_the_one_file_holds_these_pages(second: Path) -> None:
    leaves = [node.id for node in tree(second.parent / "dist/tire-guide.html").css("section.leaf")]
    meant = ["home" if name == "index" else name.rstrip("/").replace("/", "-") for name in PAGES]
    assert sorted(leaves) == sorted(meant)


def test_a_phone_stores_these_pages(second: Path) -> None:
    files = json.loads((second / "edition.json").read_text("utf-8"))["files"]
    assert sorted(name for name in files if not name or name.endswith("/")) == sorted(STORED)


def test_every_style_and_script_bears_the_mark_of_the_edition(second: Path) -> None:
    mark = json.loads((second / "edition.json").read_text("utf-8"))["edition"]
    assert re.fullmatch(r"[0-9a-f]{12}-[0-9a-f]{8}", mark)
    for page in STORED:
        nodes = tree(second / page / "index.html").css("link[rel=stylesheet], script[src], link[rel=icon]")
        named = [node.attributes.get("href") or node.attributes.get("src") or "" for node in nodes]
        assert len(named) > 3
        assert [link for link in named if not link.endswith(f"?{mark}")] == [], page


def test_nothing_that_must_run_stands_before_what_is_read(second: Path) -> None:
    """What search needs comes below the page, and before the theme's own script, which asks for it."""
    for page in STORED:
        whole = tree(second / page / "index.html")
        assert whole.css("head script[src]:not([defer])") == [], page
        scripts = whole.css("body script[src]")
        names = [str(node.attributes["src"]).rpartition("/")[2].partition(".")[0] for node in scripts]
        assert names == ["search", "bundle", "page"], page
        assert ["defer" in node.attributes for node in scripts] == [False, True, True], page


@pytest.mark.parametrize("name", ["tire-guide.zip", "tire-guide.html"])
def test_checksums_are_those_of_the_files(second: Path, name: str) -> None:
    file = second.parent / "dist" / name
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert file.with_name(f"{name}.sha256").read_text() == f"{digest}  {name}\n"
    shown = [squeeze(node.text()) for node in tree(second / "offline/index.html").css(".sums p")]
    assert f"{name}: {digest}" in shown


def test_every_page_has_this_policy_and_tells_no_address(second: Path) -> None:
    for path in sorted(second.rglob("*.html")):
        if path.name == "tire-guide.html":
            continue
        policy = tree(path).css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
        if (
            path.name == "tire-guide.html"
        ):  # the one file holds its style and its script, and names their hashes
            policy, hashes = re.subn(
                r" 'sha256-[\w+/=]{44}'", "", policy.replace("-src 'sha256", "-src 'self' 'sha256")
            )
            assert hashes == 2
        assert policy == POLICY, path
        assert tree(path).css_first("meta[name=referrer]").attributes["content"] == "no-referrer", path


def test_every_page_ends_with_these_words(second: Path) -> None:
    for page in STORED:
        said = [squeeze(node.text()) for node in tree(second / page / "index.html").css(".edition p")]
        assert said[0] == "Ask in a shop before a long ride.", page
        assert said[1].startswith("Last checked: January 31, 2024. Next check: February 29, 2024. "), page
        assert ("The leaflet is old." in said) == (page in NAMES_THE_BASE), page
        assert said[-3] == "Tell us of a mistake: The club at the old mill", page
        assert re.fullmatch(r"Edition [0-9a-f]{12}", said[-1]), page


def test_the_table_to_download_has_each_option_in_its_column(second: Path) -> None:
    text = (second / "paths.csv").read_text("utf-8")
    rows = [(r["outcome"], r["first"], r["some"], r["not"]) for r in csv.DictReader(text.splitlines())]
    assert rows == [
        ("mend", "patch", "new tube", ""),
        ("change", "", "new tube", ""),
        ("seal", "", "sealant", "new tube"),
        ("soak", "", "patch; new tube", ""),
        ("pump", "", "sealant", "new tube"),
    ]


def test_search_knows_sections_by_their_place(docs: dict[str, dict[str, list[str]]]) -> None:
    titles = {place: str(doc["title"]) for place, doc in docs.items()}
    assert titles.get("feeling-unwell/#fall") == "You fell"
    assert titles.get("treatments/patch/#patch--risks") == "Risks"
    assert titles.get("decision-guide/#mend") == "Your hole is small"


def test_search_knows_how_a_name_is_misspelled(docs: dict[str, dict[str, list[str]]]) -> None:
    known = [name for doc in docs.values() for key in ("names", "words") for name in doc[key]]
    assert "iner tube" in known and "inner tube" in known
