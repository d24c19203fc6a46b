"""The two layers: what the base source says, and what came since, never mixed."""

from __future__ import annotations

from pathlib import Path

from pathway.pages.context import PageContext

from commands import site
from helpers.editing import Copy
from helpers.html_pages import pages, squeeze, text_of, tree
from pathway.records.content import Content
from pathway.records.evidence import Layer
from pathway.text.wording import year_of


def test_every_claim_shows_its_source_and_year(content: Content, built: Path) -> None:
    sources = content.records.sources
    seen = 0
    for page in pages(built):
        for chip in tree(page).css("a.cite"):
            target = chip.attributes["href"].rpartition("#")[2]
            id = next(
                i for i in sorted(sources, key=len, reverse=True) if target == i or target.startswith(f"{i}-")
            )
            words = squeeze(chip.text())
            assert words.endswith(year_of(sources[id])), (page, words)
            assert sources[id].layer.value in chip.attributes["class"].split(), (page, words)
            assert words.startswith("since") == (sources[id].layer == Layer.SINCE)
            seen += 1
    assert seen > 100


def test_layers_stand_in_lists_of_their_own(built: Path) -> None:
    for page in pages(built):
        for block in tree(page).css(".said.base"):
            assert not block.css("a.cite.since"), page
        for block in tree(page).css(".said.since"):
            assert block.css_first(".layer") is not None, page
            for item in block.css("li"):
                assert item.css("a.cite.since, a[href]"), page


def test_each_line_stands_in_the_list_of_its_layer(content: Content, views: PageContext, built: Path) -> None:
    for id, treatment in content.records.treatments.items():
        page = tree(built / "treatments" / id / "index.html")
        lists = {layer: {text_of(item) for item in page.css(f".said.{layer.value} li")} for layer in Layer}
        for slot in views.statements.slots(treatment):
            for line in slot.own.all:
                said = squeeze(views.plain(line.say))
                found = {layer for layer, items in lists.items() if any(i.startswith(said) for i in items)}
                assert found == {line.layer}, (id, slot.id, said)


def test_chips_of_the_small_guide_to_the_letter(copy: Copy, tmp_path: Path) -> None:
    site.build_to(tmp_path / "site", copy.root)
    patch, sealant = (tree(tmp_path / f"site/treatments/{id}/index.html") for id in ("patch", "sealant"))
    assert [squeeze(a.text()) for a in patch.css(".said.base li a.cite")][:1] == ["1998"]
    assert [squeeze(a.text()) for a in sealant.css(".said.since li")[0].css("a.cite")] == [
        "since 1998: 2015",
        "since 1998: undated",
    ]
    assert [a.attributes["class"] for a in sealant.css(".said.since a.cite")] == ["cite since"] * 4
    assert not patch.css(".said.since") and not sealant.css(".said.base")


def test_every_claim_rests_on_a_source(content: Content, views: PageContext) -> None:
    for id in content.records.treatments:
        for slot in views.statements.slots(content.records.treatments[id]):
            for line in slot.own.all:
                assert line.sources, (id, slot.id)
                assert all(s.partition("#")[0] in content.records.sources for s in line.sources)


def test_what_is_newer_is_marked_beside_the_old(content: Content, views: PageContext, built: Path) -> None:
    marked = set()
    for page in pages(built):
        marked |= {
            a.attributes["href"].rpartition("#")[2]
            for a in tree(page).css("a")
            if a.text() == "Newer sources differ"
        }
    for id, update in content.records.updates.items():
        carried = [p for p in update.passages if any(p in line.sources for line in _lines(content, views))]
        assert id in marked or not carried, id


def test_no_old_claim_is_told_anywhere_without_the_mark(
    content: Content, views: PageContext, built: Path
) -> None:
    """On pages, in cards and on the sheets that are handed out."""
    old = {
        squeeze(views.plain(c.say)): id
        for id, c in content.records.claims.items()
        if views.statements.newer_than(id)
    }
    seen = set()
    for page in [p for p in built.rglob("*.html") if p.parent != built or p.name == "index.html"]:
        listed = {item.mem_id for item in tree(page).css(".passage *")}  # marked by passage, see below
        for item in tree(page).css("li, p"):
            said = text_of(item)
            told = {id for say, id in old.items() if say in said and item.mem_id not in listed}
            assert not told or "newer sources differ" in said.lower(), (page, told)
            seen |= {(id, "sheets" in page.parts) for id in told}
    assert {id for id, _ in seen} == set(old.values())
    assert {sheet for _, sheet in seen} == {True, False}
    base = tree(built / "base-source/index.html")
    for passage in views.statements.newer:
        place = base.css_first(f"[id='{passage.replace('#', '-')}']")
        assert "newer sources differ" in squeeze(place.text()).lower(), passage


def _lines(content: Content, views: PageContext) -> list:
    found = []
    for treatment in content.records.treatments.values():
        found += [line for slot in views.statements.slots(treatment) for line in slot.own.all]
    return found
