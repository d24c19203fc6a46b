"""Mistakes in pages: form, views, sources, links and the navigation, each as one exact line."""

from __future__ import annotations

import pytest

from commands import site
from helpers.editing import Copy
from helpers.html_pages import tree

HOME, TABLE, SOURCES = "docs/index.md", "docs/all-results.md", "docs/sources.md"


def test_page_without_heading_and_description(copy: Copy) -> None:
    copy.write("docs/glossary.md", "---\nown_words: none\n---\n\n::: glossary\n")
    assert copy.problems() == [
        "docs/glossary.md:1:1: prose: no 'description' in the front matter: one sentence on the page",
        "docs/glossary.md:4:1: prose: the page has no '# ' heading",
    ]


def test_front_matter_with_an_unknown_key(copy: Copy) -> None:
    copy.replace("own_words:", "ownwords:", TABLE)
    found = copy.problems()
    assert f"{TABLE}:3:1: front matter: unknown key 'ownwords'; did you mean 'own_words'?" in found


def test_front_matter_that_does_not_parse(copy: Copy) -> None:
    copy.replace("description: Every way", 'description: "Every way', TABLE)
    what = "description: a quote opens here and is not closed: close it where the text ends"
    assert any(line.startswith(f"{TABLE}:2:14: {what}") for line in copy.problems())


def test_page_name_with_capitals(copy: Copy) -> None:
    (copy.root / TABLE).rename(copy.root / "docs/All_Results.md")
    copy.replace("  - all-results.md\n", "  - All_Results.md\n", "mkdocs.yml")
    copy.replace("](all-results.md)", "](All_Results.md)", HOME)
    what = "the name of a page has small letters, digits and single hyphens only"
    assert copy.problems() == [f"docs/All_Results.md:1:1: file: {what}"]


@pytest.mark.parametrize("html", ["<b>", "</p>", "<!-- hidden -->", "<script>", "<?php"])
def test_raw_html_in_prose(copy: Copy, html: str) -> None:
    copy.replace("one rule", f"a {html} rule", HOME)
    what = "raw HTML: pages are Markdown, generated parts come from views"
    assert copy.problems() == [f"{copy.place(html, HOME)}: prose: {what}"]


@pytest.mark.parametrize("link", ["glossary.md#tire", "#top", "https://example.org/#there"])
def test_link_by_hand_to_a_place_in_a_page(copy: Copy, link: str) -> None:
    copy.replace("one rule", f"a [rule]({link})", HOME)
    what = f"'{link}' is a link by hand to a place in a page: use a reference, [words][id]"
    assert copy.problems() == [f"{copy.place(f']({link})', HOME)}: prose: {what}"]


def test_a_definition_of_a_link_to_a_place_in_a_page(copy: Copy) -> None:
    copy.replace("one rule", "a [rule]", HOME)
    copy.write(HOME, copy.read(HOME) + "\n[rule]: glossary.md#place\n")
    what = "'glossary.md#place' is a link by hand to a place in a page: use a reference, [words][id]"
    assert copy.problems() == [f"{copy.place('[rule]: ', HOME)}: prose: {what}"]


@pytest.mark.parametrize(
    ("file", "link", "said"),
    [
        (HOME, "glosary.md", "'glosary.md' in docs; did you mean 'glossary.md'?"),
        (HOME, "treatments/seelant.md", "'treatments/seelant.md' in docs; did you mean 'treatments/sealant.md'?"),
        (HOME, "../glossary.md", "'../glossary.md' in docs; did you mean 'glossary.md'?"),
        ("docs/treatments/index.md", "../zzz.md", "'zzz.md' in docs"),
    ],
)  # fmt: skip
def test_a_link_by_hand_to_a_page_that_is_not_there(copy: Copy, file: str, link: str, said: str) -> None:
    for text in (f"\nA [rule]({link}).\n", f"\n[rule]: {link}\n"):
        before = copy.read(file)
        copy.write(file, before + text)
        place = copy.place(link, file, after="rule]")
        assert copy.problems() == [f"{place}: prose: there is no page {said}"]
        copy.write(file, before)


def test_links_by_hand_to_pages_that_are_there(copy: Copy) -> None:
    links = "[a](glossary.md) [b](treatments/sealant.md) [c](https://example.org/x.md) [d](./sources.md)"
    copy.write(HOME, f"{copy.read(HOME)}\n{links}\n\n[e]: treatments/index.md\n")
    assert copy.problems() == []


def test_a_second_title(copy: Copy) -> None:
    copy.replace("::: table-of-routes", "# Another title\n\n::: table-of-routes", TABLE)
    line = copy.place("# Another title", TABLE)
    assert len(copy.problems()) == 1
    assert copy.problems()[0].startswith(f"{line}: prose: a second '# ' heading, the first is in line ")


def test_a_view_that_stands_twice_on_a_page(copy: Copy) -> None:
    copy.replace("::: table-of-routes", "::: table-of-routes\n\n::: table-of-routes", TABLE)
    _, line, column = copy.place("::: table-of-routes", TABLE).split(":")
    what = f"view: the same view stands in line {line} already"
    assert f"{TABLE}:{int(line) + 2}:{column}: {what}" in copy.problems()


def test_nav_entry_that_stands_twice(copy: Copy) -> None:
    copy.replace("  - all-results.md", "  - all-results.md\n  - all-results.md", "mkdocs.yml")
    _, line, column = copy.place("all-results.md", "mkdocs.yml").split(":")
    what = f"nav: 'all-results.md' is listed in line {line} already"
    assert copy.problems() == [f"mkdocs.yml:{int(line) + 1}:{column}: {what}"]


@pytest.mark.parametrize(
    "said",
    [
        "A hole shows under water.",
        "A hole shows when the [][tire] is under water.",
        "A hole shows where a [][patch] was.",
    ],
)
def test_prose_without_a_source(copy: Copy, said: str) -> None:
    """A word that is explained is no source, and neither is the name of a treatment."""
    copy.replace("A hole shows under water. [][leaflet-1998#hole]", said, SOURCES)
    what = "states something without a source: cite one, [][source#passage], or a claim"
    assert copy.problems() == [f"{copy.place('A hole shows', SOURCES)}: prose: {what}"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("::: table-of-routes", "::: table-of-route", "view: unknown view 'table-of-route'; did you mean 'table-of-routes'?"),
        ("::: table-of-routes", "::: table-of-routes patch", "view: the view 'table-of-routes' takes no id"),
        ("::: table-of-routes", "::: treatment patc", "view: unknown id 'patc' in treatments; did you mean 'patch'?"),
        ("::: table-of-routes", "::: Table", "prose: '::: Table' is no view: write '::: name' or '::: name id'"),
        ("::: table-of-routes", "  ::: figures", "prose: '::: figures' is no view: write '::: name' or '::: name id'"),
    ],
)  # fmt: skip
def test_view_that_cannot_be_filled(copy: Copy, old: str, new: str, what: str) -> None:
    copy.replace(old, new, TABLE)
    line = copy.place(new, TABLE).split(":")[1]
    assert copy.problems() == [f"{TABLE}:{line}:1: {what}"]


def test_view_that_must_stand_on_one_page(copy: Copy) -> None:
    copy.replace("::: table-of-routes\n", "::: table-of-routes\n\n::: glossary\n", TABLE)
    at = copy.place("tire: {name: tire")
    what = "the view 'glossary' stands on docs/all-results.md, docs/glossary.md: one page must hold the line '::: glossary'"
    assert copy.problems() == [f"{at}: terms: {what}"]


@pytest.mark.parametrize(
    ("view", "file", "place", "where"),
    [
        ("after-by-treatment", "docs/after.md", "{sealant: [sealant-after]}", "unwell > after"),
        ("easy-read", "docs/easy-read.md", "{what: [small-holes]", "guide > easy_read"),
        ("picture", "docs/index.md", "{symbol: wheel", "guide > picture"),
    ],
)
def test_what_is_written_and_no_page_shows(copy: Copy, view: str, file: str, place: str, where: str) -> None:
    copy.replace(f"::: {view}\n", "", file)
    what = f"the view '{view}' stands on no page: one page must hold the line '::: {view}'"
    assert f"{copy.place(place)}: {where}: {what}" in copy.problems()


def test_nav_entry_without_a_page(copy: Copy) -> None:
    copy.replace("  - all-results.md\n", "  - all-results.md\n  - glosary.md\n", "mkdocs.yml")
    at = copy.place("glosary.md", "mkdocs.yml")
    what = "there is no page 'glosary.md' in docs; did you mean 'glossary.md'?"
    assert copy.problems() == [f"{at}: nav: {what}"]


def test_page_absent_from_the_navigation(copy: Copy) -> None:
    copy.replace("  - all-results.md\n", "", "mkdocs.yml")
    what = "the page stands nowhere in the navigation: list 'all-results.md' in mkdocs.yml"
    assert copy.problems() == [f"{TABLE}:1:1: page: {what}"]


OWN = """\
---
description: A piece of rubber.
own_words: The rider's own
---
# [][patch]

Rinse it first.

"""


def test_a_file_with_prose_stands_in_the_place_of_the_page_made_from_a_record(copy: Copy) -> None:
    copy.write("docs/treatments/patch.md", f"{OWN}::: treatment patch\n")
    assert copy.problems() == []
    site.build_to(copy.root / "out", copy.root)
    shown = tree(copy.root / "out/treatments/patch/index.html").css_first("article").text()
    assert "Rinse it first." in shown and "Some kinds stick without glue." in shown


def test_treatment_whose_own_file_does_not_show_it(copy: Copy) -> None:
    copy.write("docs/treatments/patch.md", OWN)
    at = copy.place("name: patch")
    what = "shown on no page: one page must hold the line '::: treatment patch'"
    listed = "the page stands nowhere in the navigation: list 'treatments/patch.md' in mkdocs.yml"
    assert copy.problems() == [
        f"{at}: treatments > patch: {what}",
        f"docs/treatments/patch.md:1:1: page: {listed}",
    ]


def test_treatment_with_two_pages(copy: Copy) -> None:
    copy.replace("::: table-of-routes", "::: table-of-routes\n\n::: treatment patch", TABLE)
    place = copy.place("name: patch")
    pages = "docs/all-results.md, docs/pathway.yml"
    what = f"shown on {pages}: one page must hold the line '::: treatment patch'"
    assert copy.problems() == [f"{place}: treatments > patch: {what}"]


def test_page_that_leads_out_of_the_folder(copy: Copy) -> None:
    (copy.root / "docs/out.md").symlink_to(copy.root / "settings.yml")
    assert copy.problems()[0] == "docs/out.md:1:1: file: leads out of the docs folder"


def test_problems_of_all_files_are_told_at_once_in_order(copy: Copy) -> None:
    copy.replace("It makes a mess.", "It makes 45 holes.")
    copy.replace("[][find-the-cause]", "[][find-cause]", HOME)
    copy.replace("one rule", "a <b>rule", HOME)
    copy.replace("  - all-results.md\n", "", "mkdocs.yml")
    files = [p.split(": ")[0].rsplit(":", 2) for p in copy.problems()]
    assert [name for name, _, _ in files] == [TABLE, HOME, HOME, "docs/pathway.yml"]
    assert int(files[1][1]) < int(files[2][1])


def test_nav_entry_that_comes_again_further_down(copy: Copy) -> None:
    copy.replace("  - offline.md", "  - offline.md\n  - easy-read.md", "mkdocs.yml")
    _, first, column = copy.place("easy-read.md", "mkdocs.yml").split(":")
    _, last, _ = copy.place("offline.md", "mkdocs.yml").split(":")
    what = f"nav: 'easy-read.md' is listed in line {first} already"
    assert copy.problems() == [f"mkdocs.yml:{int(last) + 1}:{column}: {what}"]
