"""`make new`: a guide on any subject, from its own files alone, of which two are built and read word by word."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import new
from commands.__main__ import json_schema
from commands.site import publish
from conftest import ROOT
from helpers.crawl import Site
from helpers.editing import Copy, digests, run_command
from helpers.html_pages import squeeze, tree
from helpers.medicine import ANYWHERE, words_of_medicine
from pathway.build import build
from pathway.records.content import Content
from pathway.records.kinds import KINDS

READ_OUT = ("aria-label", "alt", "placeholder", "content", "title")
CODE = (".py", ".j2", ".html", ".yml")


@pytest.fixture(params=["started", "moving"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def _make(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    line = [
        "make",
        "-s",
        f"RUN={sys.executable}",
        f"PYTHON={sys.executable}",
        "-o",
        ".venv/site.done",
        *words,
    ]
    env = {
        name: value for name, value in os.environ.items() if not name.startswith("MAKE")
    }  # as from a shell
    return subprocess.run(line, cwd=root, env=env, capture_output=True, text=True, check=False)


def test_a_new_guide_has_the_pages_that_it_needs_and_no_other(started: Path) -> None:
    assert sorted(path.relative_to(started).as_posix() for path in started.rglob("*.html")) == [
        "404.html", "about/index.html", "decision-guide/index.html", "index.html", "my-guide.html", "questions/index.html",
        "sources/index.html", "treatments/one-way/index.html", "treatments/other-way/index.html",
    ]  # fmt: skip
    doors = tree(started / "index.html").css(".doors li")
    assert [squeeze(door.text()) for door in doors] == [
        "Find my options Answer some questions",
        "Get ready to ask Questions to take along",
    ]
    assert not tree(started / "decision-guide/index.html").css("label.pick, details.adding")


def test_every_link_leads_and_no_id_stands_twice(site: Path) -> None:
    whole = Site(site)
    assert len(whole.pages) >= 8
    assert whole.broken() == []
    assert whole.doubled() == []


def test_no_word_of_medicine_shows(site: Path) -> None:
    """In no text, and in nothing that is read out, of a page, the one file, and what search knows."""
    pages = [*site.rglob("*.html"), *(site.parent / "dist").glob("*.html")]
    assert len(pages) >= 9
    for path in pages:
        page = tree(path)
        for unread in page.css("script:not([type='application/ld+json']), style"):
            unread.decompose()
        told = [n.attributes.get(name) or "" for name in READ_OUT for n in page.css(f"[{name}]")]
        assert not words_of_medicine(" ".join([page.css_first("html").text(separator=" "), *told])), path
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    read = [index["docs"][name] for name in ("title", "text", "under", "names", "words", "asked")]
    assert not words_of_medicine(json.dumps([read, index["config"]["small"], index["config"]["soft"]]))


def test_no_word_of_medicine_stands_in_what_machines_read(site: Path) -> None:
    looked = 0
    for path in [p for p in (*site.rglob("*"), *(site.parent / "docs").rglob("*")) if p.is_file()]:
        ours = not path.is_relative_to(site / "assets/javascripts")
        if ours and path.suffix in (
            ".html",
            ".json",
            ".csv",
            ".css",
            ".js",
            ".svg",
            ".yml",
            ".md",
            ".webmanifest",
        ):
            assert not words_of_medicine(path.read_text("utf-8"), ANYWHERE), path
            looked += 1
    assert looked > 30


def test_no_word_of_medicine_stands_in_the_schema_and_in_the_code_with_its_messages() -> None:
    assert not words_of_medicine(json_schema(), ANYWHERE)
    paths = [path for path in (ROOT / "hooks").rglob("*") if path.suffix in CODE]
    assert len(paths) > 100
    for path in [*paths, ROOT / "guide.mk", ROOT / "install.py", new.START / "README.md"]:
        assert not words_of_medicine(path.read_text("utf-8"), ANYWHERE), path


def test_the_words_of_medicine_are_those_of_the_first_guide(content: Content) -> None:
    """The list sees what that guide says: in nearly every claim's source, term or treatment stands one."""
    assert len(ANYWHERE) >= 150
    records = content.records
    said = [f"{t.name} {t.meaning}" for t in (*records.terms.values(), *records.treatments.values())]
    unseen = [words for words in said if not words_of_medicine(words)]
    assert len(unseen) < len(said) / 4, unseen


def test_an_answer_moves_an_option_in_a_guide_without_figures(page: Page, moving: Path) -> None:
    page.goto((moving / "find-a-way/index.html").as_uri() + "#in-town")
    view = page.locator("section.view:visible")
    expect(view.locator("section[data-group=some] article h4:visible")).to_have_text(
        ["Rent a van", "Hire movers"]
    )
    page.locator("details.adding > summary").click()
    page.locator("label.chip", has_text="Piano").last.click()
    expect(view.locator("ul.moved-not li:visible")).to_contain_text("Few friends can lift a piano.")


def test_its_own_words_stand_in_the_place_of_the_usual_ones(moving: Path) -> None:
    doors = [squeeze(door.text()) for door in tree(moving / "index.html").css(".doors li")]
    assert doors[1:] == ["Look at all ways Side by side", "Before you pack Questions to take along"]
    van = tree(moving / "treatments/rented-van/index.html")
    assert van.css_first("#rented-van--risks").text() == "What can go wrong"
    whole = tree(moving.parent / "dist/moving-guide.html")
    assert "What can go wrong" in [squeeze(h.text()) for h in whole.css("h2")]


def test_nothing_of_how_a_page_is_written_shows(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert not re.search(r"\{[:#%]|\]\[|^:::", tree(path).css_first("body").text(), re.MULTILINE), path


SHOWN = ("about", "after-by-treatment", "comparison", "easy-read", "figures", "glossary", "not-said", "unwell")  # fmt: skip


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make new` writes, with all that its data file holds as examples, on a page for each."""
    root = tmp_path_factory.mktemp("grown") / "guide"
    new.write(root)
    data = root / "docs/pathway.yml"
    data.write_text(re.sub(r"^#\| ", "", data.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    for name in SHOWN[1:]:
        page = f"---\ndescription: A page.\nown_words: Leads into a list\n---\n# About {name}\n\n::: {name}\n"
        (root / f"docs/{name}.md").write_text(page, "utf-8")
    return root


def test_examples_that_no_page_shows_are_told(grown: Path, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "guide")
    shutil.copytree(grown, copy.root)
    for name in SHOWN[1:]:
        (copy.root / f"docs/{name}.md").unlink()
    told = " ".join(copy.problems())
    for name in ("after-by-treatment", "easy-read", "figures", "glossary", "not-said", "unwell"):
        assert f"the view '{name}' stands on no page" in told, name


def test_the_examples_of_its_data_file_build_and_are_shown(grown: Path) -> None:
    with (grown / "mkdocs.yml").open("a") as settings:
        settings.writelines(f"  - {name}.md\n" for name in SHOWN[1:])
    assert Copy(grown).problems() == []
    publish(grown)

    def told(page: str, place: str) -> list[str]:
        return [squeeze(node.text()) for node in tree(grown / f"site/{page}/index.html").css(place)]

    assert told("unwell", ".urgent .tel") == ["Call 112"]
    assert told("unwell", ".sign h2") == ["You are worn out"]
    assert told("unwell", ".rules li") == [
        "Emergency now Say what needs help at once.", "Call now Say when to call, such as after 10 hours.",
    ]  # fmt: skip
    assert told("unwell", "details.rules-from > p") == []  # nothing differs where one source speaks
    assert "Say what is usual afterwards." in told("after-by-treatment", "article")[0]
    assert told("glossary", "h2, dt, .entry b, article p b")[:1] == ["haste"]
    assert told("figures", ".figure")[0].startswith(
        "10 hours. Say when to call, such as after 10 hours. Who: Say of whom."
    )
    assert "No source says what it costs later." in told("not-said", "article")[0]
    assert told("decision-guide", ".adding legend") == ["Does it rain?"]
    assert told("comparison", ".compared:first-of-type b.row") == [
        "On the day", "The nights after", "Back to normal", "How often", "Main benefit", "Main risk",
        "Who it may not suit",
    ]  # fmt: skip
    assert told("treatments/one-way", "p.listed") == ["In the lists of this guide: Quick way."]


def test_its_readme_names_every_line_that_a_page_may_hold() -> None:
    said = (new.START / "README.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| `::: ([a-z-]+)", said, re.MULTILINE)) == sorted(KINDS)


def test_a_name_that_is_its_own_label_stands_once(started: Path, copy: Copy) -> None:
    page = tree(started / "treatments/one-way/index.html")
    assert [squeeze(p.text()) for p in page.css("p.listed")] == ["In the lists of this guide: Quick way."]
    copy.replace("label: Put on a piece", "label: Patch")
    shown = build(copy.root / "docs", None).pages["treatments/patch.md"].markdown
    assert "In the lists" not in shown


def test_a_short_list_of_questions_is_printed_by_one_button(started: Path, second: Path) -> None:
    assert len(tree(started / "questions/index.html").css("p.print")) == 1
    assert len(tree(second / "my-appointment/index.html").css("p.print")) == 2


def test_what_it_is_is_not_called_untold(started: Path) -> None:
    untold = squeeze(tree(started / "treatments/one-way/index.html").css("article p.small")[-1].text())
    assert untold.startswith("Not told by the sources we read: Before; On the day;")


def test_a_sentence_that_no_page_has_is_refused(copy: Copy) -> None:
    copy.replace("  slots: {what", "  interface: {door_guid: Go}\n  slots: {what")
    place = copy.place("door_guid: ").removesuffix(":6").rpartition(":")[0]
    told = copy.problem()
    assert told.splitlines()[0].startswith(place)
    assert "unknown sentence 'door_guid'; did you mean 'door_guide'?" in told


def test_what_make_new_writes_checks_with_its_own_commands(tmp_path: Path) -> None:
    made = _make(ROOT, "new", f"DIR={tmp_path / 'a guide'}")
    assert (made.returncode, made.stderr) == (0, "")
    assert (
        made.stdout
        == f"{tmp_path / 'a guide'} holds a guide. Fill in docs/pathway.yml, then run make site there.\n"
    )
    checked = _make(tmp_path / "a guide", "check")
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.splitlines()[:3] == [
        "You are in a hurry",
        "    Are you in a hurry? Yes, I am",
        "    some  one-way: It can be done in a hurry.",
    ]
    copy = Copy(tmp_path / "a guide")
    copy.replace("because: one-fits", "because: one-fit")
    told = run_command(copy.root, "check")
    assert told.returncode == 1
    assert told.stderr.startswith(
        copy.place("one-fit}") + ": outcomes > quick-case > options > item 1 > because: "
    )
    assert "did you mean 'one-fits'?" in told.stderr


def test_every_set_and_field_of_a_new_guide_says_what_to_fill_in() -> None:
    lines = (new.START / "docs/pathway.yml").read_text("utf-8").splitlines()
    sets = [line for line in lines if line[:1].isalpha()]
    assert len(sets) == 9
    assert [line for line in sets if " # " not in line and line != "guide:"] == []


@pytest.mark.parametrize("kept", ["file", "folder", ""])
def test_it_writes_into_an_empty_folder_alone(tmp_path: Path, kept: str) -> None:
    target = tmp_path / "mine"
    if kept == "folder":
        target.mkdir()
        (target / "notes.txt").write_text("mine")
    if kept == "file":
        target.write_text("mine")
    before = digests(tmp_path)
    made = _make(ROOT, "new", f"DIR={target if kept else ''}")
    assert made.returncode != 0 and made.stdout == ""
    told = made.stderr.splitlines()
    wanted = (
        f"{target} is not an empty folder: name a new one."
        if kept
        else "Name a new folder: make new DIR=../my-guide"
    )
    assert told[0] == wanted
    assert [line for line in told[1:] if not line.startswith("make: ***")] == []
    assert digests(tmp_path) == before
