"""Words are explained where they first stand, and the glossary leads back to them."""

from __future__ import annotations

from pathlib import Path

from helpers.html_pages import pages, squeeze, tree
from pathway.records.content import Content


def test_first_use_of_a_term_is_explained(content: Content, views, built: Path) -> None:
    explained = 0
    for path in pages(built):
        ids = []
        for term in tree(path).css(".term"):
            link, meaning = term.css_first("a"), term.css_first(".meaning")
            assert link.attributes["aria-describedby"] == meaning.id
            id = meaning.id.removeprefix("meaning-")
            assert squeeze(meaning.text()) == views.plain(content.records.terms[id].meaning)
            assert link.attributes["href"].endswith(f"#{id}")
            ids.append(id)
        assert len(ids) == len(set(ids)), path
        explained += len(ids)
    assert explained


def test_every_entry_leads_back_to_its_uses(content: Content, built: Path) -> None:
    page = tree(built / "glossary" / "index.html")
    for id in content.records.terms:
        assert page.css_first(f"#{id}") is not None
    unused = [e.css_first("h2").id for e in page.css(".entry") if "Used on:" not in e.text()]
    assert not unused


def test_every_name_stands_in_the_list_from_a_to_z(content: Content, built: Path) -> None:
    listed = {squeeze(a.text()) for a in tree(built / "glossary" / "index.html").css(".names a")}
    for kind in ("terms", "treatments"):
        for record in content.sets[kind].values():
            assert {record.name, *record.other_names} <= listed
