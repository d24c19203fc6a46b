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
from pathway.publish.jsonld import json_ld
from pathway.publish.single_file import Section, article
from pathway.records.content import Content

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


def test_a_lost_page_leads_to_the_first_page_of_each_part(second: Path) -> None:
    links = tree(second / "404.html").css("article nav.doors a")
    assert [(squeeze(link.text()), str(link.attributes["href"]).strip("./")) for link in links] == [
        ("Your tire is flat", ""),
        ("Decision guide", "decision-guide"),
        ("Treatments", "treatments"),
        ("Something is wrong", "feeling-unwell"),
        ("Afterwards", "after"),
        ("My visit", "my-appointment"),
        ("In short", "easy-read"),
        ("Glossary", "glossary"),
        ("Sources", "sources"),
        ("The leaflet, line by line", "base-source"),
        ("Every figure", "figures"),
        ("What is not said", "not-said"),
        ("All results", "all-results"),
        ("About this guide", "about"),
        ("Changes", "changes"),
        ("Take it along", "offline"),
    ]


def test_the_one_file_names_each_page_in_its_contents_in_the_order_of_the_pages(second: Path) -> None:
    page = tree(second.parent / "dist/tire-guide.html")
    named = [str(link.attributes["href"]) for link in page.css("#contents ol a")]
    assert named == [f"#{part.id}" for part in page.css("section.leaf")]
    assert named[:2] == ["#about", "#after"]


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
    rows = [[*row.values()][:6] for row in csv.DictReader(text.splitlines())]
    assert rows == [
        ["mend", "Is the hole small? Yes, it is small", "Your hole is small", "patch", "new tube", ""],
        ["change", "Is the hole small? No, it is large > Are you at home? Yes, I am", "Your hole is large, and you are at home", "", "new tube", ""],
        ["seal", "Is the hole small? No, it is large > Are you at home? No, I am on the way", "Your hole is large, and you are on the way", "", "sealant", "new tube"],
        ["soak", "Is the hole small? I see none > Are you at home? Yes, I am", "You see no hole, and you are at home", "", "patch; new tube", ""],
        ["pump", "Is the hole small? I see none > Are you at home? No, I am on the way", "You see no hole, and you are on the way", "", "sealant", "new tube"],
    ]  # fmt: skip


def test_the_data_to_download_is_written_out(second: Path, tiny: Content) -> None:
    data = json.loads((second / "pathway.json").read_text("utf-8"))
    assert (data["content_hash"], data["reviewed"]) == (tiny.hash, "2024-01-31")
    for row in csv.DictReader((second / "paths.csv").read_text("utf-8").splitlines()):
        assert (row["content_hash"], row["reviewed"]) == (tiny.hash, "2024-01-31")
    assert data["claims"]["patch-holds"] == {
        "say": "It costs little, and in one summer about 85 to 90 in 100 patches hold.",
        "from": ["leaflet-1998#patch"],
        "kind": "benefit",
        "short": "It is cheap, and about 85 to 90 in 100 patches hold.",
    }
    assert data["guide"]["readers"] == ["Your tire is flat."]
    ways = [("mend", "start=yes"), ("change", "start=no large-where=yes"), ("seal", "start=no large-where=no"), ("soak", "start=unseen slow-where=yes"), ("pump", "start=unseen slow-where=no")]  # fmt: skip
    told = [
        (p["outcome"], " ".join(f"{a['step']}={a['answer']}" for a in p["answers"])) for p in data["paths"]
    ]
    assert told == ways


def test_a_phone_is_told_the_digest_of_each_file_that_it_stores(second: Path) -> None:
    files = json.loads((second / "edition.json").read_text("utf-8"))["files"]
    for name, digest in files.items():
        path = second / name
        path = path / "index.html" if path.is_dir() else path
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest, name
    others = {name for name in files if name and not name.endswith("/")}
    assert {"assets/guide.css", "assets/page.js", "search/search_index.json"} <= others
    unread = ("assets/booklet.css", "assets/javascripts/workers", "assets/stylesheets/palette")
    assert not [name for name in others if name.startswith(unread) or name.endswith((".map", ".html"))]


def test_machines_are_told_of_a_page_and_its_sources(tiny: Content) -> None:
    cited = ("shop", "test-2015", "test-2015", "leaflet-1998#hole", "leaflet-1998#tube")
    told = json_ld(tiny, "A <b> & c", "What it is", cited, "https://example.org/x/")
    assert "<" not in told and ">" not in told and "&" not in told
    assert json.loads(told) == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": "A <b> & c",
        "description": "What it is",
        "inLanguage": "en-US",
        "lastReviewed": "2024-01-31",
        "audience": [{"@type": "Audience", "audienceType": "Your tire is flat."}],
        "about": {"@type": "Thing", "name": "Mending a bicycle tire"},
        "isPartOf": {"@type": "WebSite", "name": "Mending a bicycle tire"},
        "citation": [
            {"@type": "CreativeWork", "name": "Advice of a shop"},
            {"@type": "CreativeWork", "name": "A test of sealants", "datePublished": "2015", "url": "https://example.org/sealants"},
            {"@type": "CreativeWork", "name": "A leaflet on tires", "datePublished": "1998"},
        ],
        "url": "https://example.org/x/",
    }  # fmt: skip
    assert "url" not in json.loads(json_ld(tiny, "A", "What", (), ""))


KNOWN = {"a/one.html": ("a-one", "p0-"), "a/two.html": ("a-two", "p1-"), "index.html": ("home", "p2-")}


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<a href="two.html">x</a>', '<a href="#a-two">x</a>'),
        ('<a href="two.html#b">x</a>', '<a href="#p1-b">x</a>'),
        ('<a href="../index.html#b">x</a>', '<a href="#p2-b">x</a>'),
        ('<a href="#b">x</a>', '<a href="#p0-b">x</a>'),
        ('<a href="#">x</a>', '<a href="#a-one">x</a>'),
        ('<a href="">x</a>', '<a href="#a-one">x</a>'),
        ('<div class="meaning">a<p class="meaning">b</p></div><p>c</p>', '<p>c</p>'),
        ('<a href="two.html#~b">x</a>', '<a href="#~b">x</a>'),
        ('<a href="three.html#b">x</a>', '<a href="#not-in-this-file">x</a>'),
        ('<a href="two.txt">x</a>', '<a href="#not-in-this-file">x</a>'),
        ('<a href="tel:112">x</a> <a href="https://example.org/#b">x</a>', '<a href="tel:112">x</a> <a href="https://example.org/#b">x</a>'),
        ('<h2 id="b">x</h2><label for="c">x</label><p aria-labelledby="b c">x</p>', '<h2 id="p0-b">x</h2><label for="p0-c">x</label><p aria-labelledby="p0-b p0-c">x</p>'),
        ('<svg><use href="#b"/><path fill="url(#c)"/><path fill="red"/></svg>', '<svg><use href="#p0-b"></use><path fill="url(#p0-c)"></path><path fill="red"></path></svg>'),
        ('<input name="n" value="b" checked><meta name="n">', '<input name="p0-n" value="b" checked=""><meta name="n">'),
        ('<p title="x" data-search-exclude rel="y" class="z">a &amp; b &lt;&#233;</p>', '<p class="z">a &amp; b &lt;é</p>'),
        ('<p>a</p><div class="aside used-on"><br><p>b</p></div><div class="meaning">c</div><p>d</p>', "<p>a</p><p>d</p>"),
        ('<p title="&quot;x" data-x="&quot;&lt;">a</p>', '<p data-x="&quot;&lt;">a</p>'),
    ],
)  # fmt: skip
def test_links_and_ids_of_a_page_are_those_of_the_one_file(html: str, made: str) -> None:
    whole = f'<nav>out</nav><article class="md-content__inner md-typeset">{html}</article><p id="b">out</p>'
    assert article(Section("a/one.html", "a-one", "One", whole, False), KNOWN) == made


def test_search_knows_sections_by_their_place(docs: dict[str, dict[str, list[str]]]) -> None:
    titles = {place: str(doc["title"]) for place, doc in docs.items()}
    assert titles.get("feeling-unwell/#fall") == "You fell"
    assert titles.get("treatments/patch/#patch--risks") == "Risks"
    assert titles.get("decision-guide/#mend") == "Your hole is small"


def test_search_knows_how_a_name_is_misspelled(docs: dict[str, dict[str, list[str]]]) -> None:
    known = [name for doc in docs.values() for key in ("names", "words") for name in doc[key]]
    assert "iner tube" in known and "inner tube" in known


def test_search_is_told_this_beside_the_sections(second: Path) -> None:
    told = read_index(second)["config"]
    assert told["help"] == [["decision-guide/", "Decision guide"], ["feeling-unwell/", "Something is wrong"], ["my-appointment/", "My visit"]]  # fmt: skip
    said = {key: told[key] for key in ("guess", "nothing", "unknown", "same", "slots")}
    assert said == {"guess": "Did you mean:", "nothing": "Nothing was found.", "unknown": "Not found in this guide:", "same": {"tyre": "tire"}, "slots": {}}  # fmt: skip
    assert told["small"].startswith("a about after ") and told["soft"].startswith("cannot cant not ")
    assert told["often"] == [
        "Look for the cause before you mend the tire.",
        "Spots on the frame are usual.",
        "The wheel must come off for a new tube.",
        "When to call, and whom",
    ]


@pytest.mark.parametrize(
    ("place", "under", "text"),
    [
        ("feeling-unwell/#fall", "", "Emergency now Someone who fell on the head must not get up. Call now Someone who fell and is sore should not ride on. Until help comes Sit down in the shade."),
        ("decision-guide/#start", "", "A patch covers a small hole only. Yes, it is small. No, it is large. I see none."),
        ("decision-guide/#mend", "", ""),
        ("decision-guide/", "", "Questions on the hole."),
        ("sources/", "", "Where all of it comes from."),
        ("treatments/patch/#patch--day", "What happens", "Some kinds stick without glue."),
        ("treatments/patch/#patch--works", "", "It costs little, and in one summer about 85 to 90 in 100 patches hold."),
        ("treatments/patch/#patch--not-suits", "Who it may suit, and who not", "Glue does not hold on wet rubber."),
    ],
)  # fmt: skip
def test_search_shows_this_of_a_section(
    docs: dict[str, dict[str, list[str]]], place: str, under: str, text: str
) -> None:
    assert (docs[place]["under"], docs[place]["text"]) == (under, text)


def test_search_leads_from_a_name_to_this_section_and_no_other(docs: dict[str, dict[str, list[str]]]) -> None:
    told = {
        place: (doc["names"], doc["words"]) for place, doc in docs.items() if doc["names"] or doc["words"]
    }
    assert told == {
        "": ([], ["tire", "tyre"]),
        "treatments/new-tube/": (["new tube"], ["inner tube", "IT", "iner tube"]),
        "treatments/patch/": (["patch", "patches"], []),
        "treatments/sealant/": (["sealant"], []),
    }
