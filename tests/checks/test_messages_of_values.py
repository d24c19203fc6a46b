"""Mistakes that look sound one by one: days, ranges, families, layers, names of pages, the pictures."""

from __future__ import annotations

import pytest

from helpers.editing import Copy, run_command

DATA = "docs/pathway.yml"


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2024-02-31", "day is out of range for month"),
        ("2024-13-01", "month must be in 1..12"),
        ("0202-01-31", "the year is not within 1900 and 2200"),
        ("9999-01-31", "the year is not within 1900 and 2200"),
    ],
)
def test_a_day_that_does_not_exist(copy: Copy, day: str, what: str) -> None:
    copy.replace("reviewed: 2024-01-31", f"reviewed: {day}")
    found = copy.problem()
    assert found.startswith(f"{copy.place(day)}: guide > reviewed: ") and what in found


@pytest.mark.parametrize(
    ("old", "new", "fragment", "where", "what"),
    [
        ("value: 85, to: 90", "value: 85, to: 101", "101,", "figures > patches-hold > to", "101 of 100: more than all"),
        ("show: people, value: 85, to: 90", "show: share, value: 85, to: 101", "101,", "figures > patches-hold > to", "101 of 100: more than all"),
        ("to: 10", "to: 4", "4, unit", "figures > drying-time > to", "a range that does not rise: 5 to 4"),
        ("base: leaflet-1998", "base: shop", None, "sources > leaflet-1998 > layer", "its layer is 'base': the one base is the guide's, 'shop'"),
    ],
)  # fmt: skip
def test_what_cannot_be(copy: Copy, old: str, new: str, fragment: str | None, where: str, what: str) -> None:
    copy.replace(old, new)
    found = [line for line in copy.problems() if line.endswith(f": {where}: {what}")]
    assert found and (fragment is None or found == [f"{copy.place(fragment)}: {where}: {what}"])


@pytest.mark.parametrize(
    ("old", "new", "end"),
    [
        ("value: 85", "value: 85%", "figures > patches-hold > value: '85%' is not a number such as 7 or 0.5, of 7 digits and 3 decimals at most"),
        ("value: 85", "value: 0.1234", "figures > patches-hold > value: '0.1234' is not a number such as 7 or 0.5, of 7 digits and 3 decimals at most"),
        ("value: 5,", "value: 12345678,", "figures > drying-time > value: '12345678' is not a number such as 7 or 0.5, of 7 digits and 3 decimals at most"),
        ("reviewed: 2024-01-31", "reviewed: 31.1.2024", "guide > reviewed: '31.1.2024' is not a day such as 2026-11-23"),
        ("show: amount", 'show: "a\\nb"', "figures > drying-time > show: 'a\\nb' is not allowed: input should be 'people', 'share' or 'amount'"),
        ("show: amount", f"show: {'x' * 999}", f"figures > drying-time > show: '{'x' * 80}...' is not allowed: input should be 'people', 'share' or 'amount'"),
    ],
)  # fmt: skip
def test_words_for_what_was_meant(copy: Copy, old: str, new: str, end: str) -> None:
    copy.replace(old, new)
    found = copy.problem()
    assert found.endswith(f": {end}"), found


@pytest.mark.parametrize("words", ["20mg", "5-year", "3cm", "2x", "½", "100-fold"])
def test_a_quantity_with_something_that_hangs_on_it(copy: Copy, words: str) -> None:
    copy.replace("It makes a mess.", f"It makes a {words} mess.")
    assert any(f"the quantity '{words}' is written by hand" in line for line in copy.problems())


@pytest.mark.parametrize("words", ["IT2", "since 2019", "in 2014-2017", "the 1990s", "its 5th day", "A-177"])
def test_digits_that_are_no_quantity(copy: Copy, words: str) -> None:
    copy.replace("It makes a mess.", f"It makes {words} a mess.")
    assert copy.problems() == []


def test_a_record_that_a_list_names_again(copy: Copy) -> None:
    copy.replace("questions: [which-size]", "questions: [which-size, which-size]")
    at = copy.place("which-size]")
    what = "'which-size' stands in this list already"
    assert f"{at}: treatments > new-tube > questions > item 2: {what}" in copy.problems()


def test_front_matter_without_an_end_and_with_a_space(copy: Copy) -> None:
    text = copy.read("docs/all-results.md")
    copy.write("docs/all-results.md", text.replace("---\n", "--- \n"))
    assert copy.problems() == []
    copy.write("docs/all-results.md", text.replace("\n---\n", "\n", 1))
    what = "front matter: it has no end: close it with a line of '---'"
    assert [line for line in copy.problems() if "front matter" in line] == [
        f"docs/all-results.md:1:1: {what}"
    ]


def test_a_family_of_a_family(copy: Copy) -> None:
    copy.replace("name: sealant", "name: sealant\n    family: sealant")
    what = "'sealant' is one kind of 'sealant' itself: name that, or nothing"
    at = copy.place("sealant", after="family: ")
    assert f"{at}: treatments > sealant > family: {what}" in copy.problems()


def test_a_claim_that_rests_on_no_source_is_told_and_not_followed(copy: Copy) -> None:
    copy.replace("{say: It makes a mess., from: shop,", "{say: It makes a mess., from: tire,")
    what = "claims > makes-a-mess > from > item 1: 'tire' is no source"
    assert any(line.endswith(what) for line in copy.problems())


def test_a_comment_that_ends_a_text(copy: Copy) -> None:
    copy.replace("kind: leaflet", "kind: a leaflet #1 of one")
    what = "' #' begins a comment, and the text ends there: put it in quotes, or the comment above"
    assert str(copy.shown()[0]).startswith(f"{copy.place('#1')}: sources > leaflet-1998 > kind: {what}\n")
    copy.replace("a leaflet #1 of one", "a leaflet\n      that is #1 of one")
    assert str(copy.shown()[0]).startswith(f"{copy.place('#1')}: sources > leaflet-1998 > kind: {what}\n")
    copy.replace("a leaflet\n      that is #1 of one", '"a leaflet #1 of one"  # said so')
    assert copy.problems() == []


def test_a_comment_that_ends_a_text_of_a_list(copy: Copy) -> None:
    copy.replace(
        "  tire: {name: tire, spellings: [tyre],",
        "  tire:\n    {name: tire, spellings: [tyre,\n    tyres #1\n    ],",
    )
    what = "' #' begins a comment, and the text ends there: put it in quotes, or the comment above"
    assert copy.problems()[:1] == [f"{copy.place('#1')}: terms > tire: {what}"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("own_words: false", "'own_words' must be text"),
        ("hide: [toc]", "'hide' must be text"),
        ("hide: tocc", "'tocc' cannot be hidden; did you mean 'toc'?"),
    ],
)
def test_front_matter_of_another_kind(copy: Copy, line: str, what: str) -> None:
    copy.replace("own_words: Leads into the page", line, "docs/all-results.md")
    assert f"docs/all-results.md:3:1: front matter: {what}" in copy.problems()


def test_a_page_that_is_called_as_a_record_or_another_page(copy: Copy) -> None:
    for name in ("docs/tire.md", "docs/home.md"):
        copy.write(name, copy.read("docs/all-results.md"))
    found = copy.problems()
    assert (
        "docs/tire.md:1:1: page: links call it 'tire', which is also one of terms: rename the file" in found
    )
    assert any("links call it 'home', which is also one of the pages, docs/home.md" in line for line in found)


@pytest.mark.parametrize("name", ["extra.markdown", "extra.mdown", "extra.mkdn", "extra.mkd"])
def test_a_guide_without_a_front_page_and_a_page_that_is_not_read(copy: Copy, name: str) -> None:
    (copy.root / "docs/index.md").rename(copy.root / "docs" / name)
    found = copy.problems()
    assert "docs/index.md:1:1: page: there is no front page: readers come here first" in found
    assert f"docs/{name}:1:1: page: pages end in .md: rename '{name}'" in found


PICTURES = "docs/pictures.svg"
XLINK = "xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href"  # an older form, which nothing here draws


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("</symbol>", "<script>1</script></symbol>", "1:1: pictures: 'script' is not allowed: bare symbols (without <svg>), shapes and links inside alone"),
        ("<circle", "<circle onclick='x()'", "1:1: pictures: 'circle' with ['onclick'] is not allowed: bare symbols (without <svg>), shapes and links inside alone"),
        ("</symbol>", "<use href='https://example.org/a.svg'/></symbol>", "1:1: pictures: 'use' with ['href'] is not allowed: bare symbols (without <svg>), shapes and links inside alone"),
        ("</symbol>", "</symbl>", None),
    ],
)  # fmt: skip
def test_pictures_that_may_not_stand_in_a_page(copy: Copy, old: str, new: str, what: str | None) -> None:
    copy.replace(old, new, PICTURES)
    found = copy.problems()
    if what:
        assert found == [f"{PICTURES}:{what}"]
    else:
        (line,) = found
        assert line.startswith(f"{PICTURES}:2:") and ": pictures: not whole: mismatched tag" in line


@pytest.mark.parametrize(
    ("old", "new", "fragment", "where", "what"),
    [
        ("short: Small hole, picture: wheel", "short: Small hole, picture: weel", "weel", "questions > small-hole > answers > yes > picture", "no symbol 'picture--weel'; did you mean 'picture--wheel'?"),
        ("symbol: patch", "symbol: pach", "pach", "treatments > patch > picture > symbol", "no symbol 'picture--pach'; did you mean 'picture--patch'?"),
        ("picture_key: {covered: Covered, ", "picture_key: {", "covered]", "treatments > patch > picture > key > item 1", "no name for 'covered' in guide > picture_key"),
    ],
)  # fmt: skip
def test_a_picture_or_sign_that_is_not_there(
    copy: Copy, old: str, new: str, fragment: str, where: str, what: str
) -> None:
    copy.replace(old, new)
    assert copy.problems() == [f"{copy.place(fragment)}: {where}: {what}"]


def test_a_part_that_is_not_drawn_and_one_of_itself(copy: Copy) -> None:
    copy.replace('<use href="#part--wheel"/>', '<use href="#part--weel"/>', PICTURES)
    what = "there is no 'part--weel', which 'picture--patch' needs"
    assert copy.problems() == [f"{PICTURES}:1:1: pictures: {what}"]
    copy.replace("#part--weel", "#picture--patch", PICTURES)
    assert copy.problems() == [f"{PICTURES}:1:1: pictures: 'picture--patch' is a part of itself"]


def test_settings_that_are_no_yaml_have_a_place(copy: Copy) -> None:
    text = copy.read("mkdocs.yml")
    copy.write("mkdocs.yml", f"{text}x: [1\ny: 2\n")
    found = copy.problem()
    line = text.count("\n") + 1
    assert found == f"mkdocs.yml:{line}:4: x: '[' opens here and is not closed"


@pytest.mark.parametrize("words", [["paths"], ["export", "out"]])
def test_other_commands_tell_mistakes_as_the_check_does(copy: Copy, words: list[str]) -> None:
    copy.replace("[][tire]", "[][tyr]", "docs/index.md")
    said = run_command(copy.root, *words)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == "\n".join(copy.problems()) + "\n"


@pytest.mark.parametrize(
    ("old", "new", "fragment", "told"),
    [
        ("name: inner tube", "name: Tire", "Tire,", "terms > inner-tube > name: 'Tire' is the name of 'tire': keep one"),
        ("abbreviations: [IT]", "abbreviations: [IT, TIRE]", "TIRE]", "terms > inner-tube > abbreviations: 'TIRE' is the name of 'tire': keep one"),
        ("misspellings: [iner tube]", "synonyms: [sealant]", "sealant]", "terms > inner-tube > synonyms: 'sealant' is the name of 'sealant': keep one"),
        ("spellings: [tyre]", "spellings: [inner tube]", "inner tube]", "terms > tire > spellings: 'inner tube' is the name of 'inner-tube': keep one"),
    ],
)  # fmt: skip
def test_a_name_means_one_record(copy: Copy, old: str, new: str, fragment: str, told: str) -> None:
    copy.replace(old, new)
    assert f"{copy.place(fragment, after=new.split(':')[0])}: {told}" in copy.problems()


def test_two_signs_of_one_name(copy: Copy) -> None:
    names = [line for line in copy.read(DATA).split("signs:")[1].splitlines() if "name: " in line]
    first, second = (line.split("name: ")[1].split(",")[0].strip() for line in names[:2])
    copy.replace(f"name: {second}", f"name: {first}")
    assert any(f"> name: '{first}' is the name of '" in line for line in copy.problems())


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("from: leaflet-1998#tube, kind: fact}", "from: leaflet-1998, kind: fact}", "claims > tube-mends-all > from > item 1"),
        ("from: leaflet-1998#glue}", "from: [shop, leaflet-1998]}", "figures > drying-time > from > item 2"),
        ("from: leaflet-1998#hole}", "from: leaflet-1998}", "terms > tire > from > item 1"),
    ],
)  # fmt: skip
def test_the_base_is_cited_with_its_passage(copy: Copy, old: str, new: str, where: str) -> None:
    copy.replace(old, new)
    place = copy.place("leaflet-1998", after=new)
    told = (
        f"{place}: {where}: 'leaflet-1998' is the base source: name the passage too, 'leaflet-1998#a-passage'"
    )
    assert told in copy.problems()


@pytest.mark.parametrize(
    ("old", "new", "fragment", "where", "what"),
    [
        ("to: 10", "to: 5", "5, unit", "figures > drying-time > to", "a range that does not rise: 5 to 5"),
        ("value: 85, to: 90", "value: 101", "101,", "figures > patches-hold > value", "101 of 100: more than all"),
        ("key: [covered]", "key: [changed, covred]", "covred]", "treatments > patch > picture > key > item 2", "no name for 'covred' in guide > picture_key"),
        ("short: Small hole\n    picture: wheel", "short: Small hole\n    picture: weel", "weel", "outcomes > mend > picture", "no symbol 'picture--weel'; did you mean 'picture--wheel'?"),
    ],
)  # fmt: skip
def test_the_place_of_what_cannot_be(
    copy: Copy, old: str, new: str, fragment: str, where: str, what: str
) -> None:
    copy.replace(old, new)
    told = f"{copy.place(fragment)}: {where}: {what}"
    assert [line for line in copy.problems() if "no symbol 'key--" not in line] == [told]


@pytest.mark.parametrize(("old", "new"), [("value: 85, to: 90", "value: 85, to: 100"), ("to: 10", "to: 120")])
def test_all_of_a_hundred_and_more_of_an_amount_can_be(copy: Copy, old: str, new: str) -> None:
    copy.replace(old, new)
    assert not [line for line in copy.problems() if "figures > " in line]


def test_a_sign_of_the_key_that_is_named_and_not_drawn(copy: Copy) -> None:
    copy.replace('<symbol id="key--covered"', '<symbol id="key--cover"', PICTURES)
    what = "no symbol 'key--covered'; did you mean 'key--cover'?"
    at = copy.place("covered]", after="key: [")
    assert copy.problems() == [f"{at}: treatments > patch > picture > key > item 1: {what}"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("<circle", "<circle onfocus='x()'", "'circle' with ['onfocus']"),
        ("</symbol>", "<image/></symbol>", "'image'"),
        ("</symbol>", "<a href='#x'/></symbol>", "'a'"),
        ("</symbol>", "<style/></symbol>", "'style'"),
        ("</symbol>", "<foreignObject/></symbol>", "'foreignObject'"),
        ("</symbol>", "<animate/></symbol>", "'animate'"),
        (
            "</symbol>",
            f"<use {XLINK}='#part--wheel'/></symbol>",
            "'use' with ['{http://www.w3.org/1999/xlink}href']",
        ),
        (
            "</symbol>",
            f"<use {XLINK}='a.svg'/></symbol>",
            "'use' with ['{http://www.w3.org/1999/xlink}href']",
        ),
    ],
)
def test_parts_and_attributes_that_no_picture_has(copy: Copy, old: str, new: str, what: str) -> None:
    copy.replace(old, new, PICTURES)
    said = f"{what} is not allowed: bare symbols (without <svg>), shapes and links inside alone"
    assert copy.problems() == [f"{PICTURES}:1:1: pictures: {said}"]


@pytest.mark.parametrize(
    ("old", "new", "fragment", "where"),
    [
        ("misspellings: [iner tube]", "misspellings: [tire]", "tire], meaning", "terms > inner-tube > misspellings"),
        ("misspellings: [iner tube]", "old_names: [tire]", "tire], meaning", "terms > inner-tube > old_names"),
        ("plural: patches", "plural: sealant", "sealant\n    label", "treatments > patch > plural"),
    ],
)  # fmt: skip
def test_no_other_name_is_that_of_another_record(
    copy: Copy, old: str, new: str, fragment: str, where: str
) -> None:
    copy.replace(old, new)
    name = fragment.split("]")[0].split("\n")[0]
    what = f"'{name}' is the name of '{name}': keep one"
    assert f"{copy.place(fragment)}: {where}: {what}" in copy.problems()


def test_a_page_that_has_moved_to_no_page_and_one_that_stands_in_no_navigation(copy: Copy) -> None:
    text = copy.read("docs/all-results.md")
    copy.write("docs/old.md", text.split("::: ")[0].replace("---\n", "---\nmoved: glosary\n", 1))
    what = "'moved' names no page: 'glosary'; did you mean 'glossary'?"
    assert copy.problems() == [f"docs/old.md:1:1: page: {what}"]
    copy.replace("moved: glosary", "moved: glossary", "docs/old.md")
    assert copy.problems() == []


def test_a_slot_that_is_asked_for_and_unknown(copy: Copy) -> None:
    copy.replace("  slots: {what:", "  slots_asked_as: {riks: [what can happen]}\n  slots: {what:")
    copy.replace(
        "    label: Put on a piece", "    label: Put on a piece\n    slots_asked_as: {wors: [does it hold]}"
    )
    found = copy.problems()
    for name, where, near in (("riks", "guide", "risks"), ("wors", "treatments > patch", "works")):
        what = f"{where} > slots_asked_as > {name}: unknown slot '{name}'; did you mean '{near}'?"
        assert any(line.endswith(f": {what}") for line in found), found
