"""Where the checks are taken away, hostile names and titles are still shown as text: nothing of them runs."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser as HTMLParser

import pathway.build
from commands import site
from helpers.editing import Copy
from helpers.html_pages import squeeze

HOSTILE = "[x][median#<script>alert(1)</script>] [y][nowhere] [][an-id] </title></a><script>alert(2)</script>"
SHOWN = squeeze(HOSTILE)


@pytest.fixture
def bypassed(write: Callable[..., Copy], monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A guide with hostile names and titles, published without any check."""
    guide = write()
    for old, new in (
        ("title: A manual,", f'title: "A manual {HOSTILE}",'),
        ("    name: washer", f'    name: "washer {HOSTILE}"'),
        ("name: seal,", f'name: "seal {HOSTILE}",'),
        ("title: A dripping tap", f'title: "A dripping tap {HOSTILE}"'),
        ("meaning: A new ring.", "meaning: A ring, a [][seal]."),
    ):
        guide.replace(old, new)
    guide.replace("- Ways:", f'- "Ways {HOSTILE}":', "mkdocs.yml")
    assert len(guide.problems()) >= 5
    monkeypatch.setattr(pathway.build, "check", lambda content, listed: None)
    site.publish(guide.root)
    return guide


def _outputs(guide: Copy, folder: Path) -> list[Path]:
    """Return every page of the hosted site, of the zip, and the single file."""
    with zipfile.ZipFile(guide.root / "dist/tap-guide.zip") as archive:
        archive.extractall(folder)
    files = [*(guide.root / "site").rglob("*.html"), *folder.rglob("*.html")]
    return [*files, guide.root / "dist/tap-guide.html"]


def test_nothing_of_a_name_runs_in_any_output(bypassed: Copy, browser: Browser, tmp_path: Path) -> None:
    files = _outputs(bypassed, tmp_path / "zip")
    assert len(files) > 10
    context = browser.new_context()
    page, dialogs = context.new_page(), []
    page.on("dialog", lambda dialog: (dialogs.append((page.url, dialog.message)), dialog.dismiss()))
    for file in files:
        tree = HTMLParser(file.read_text("utf-8"))
        for script in tree.css("script"):
            assert "alert(" not in script.text() or "ld+json" in (script.attributes.get("type") or ""), file
        page.goto(file.as_uri())
    context.close()
    assert dialogs == []


@pytest.mark.parametrize("file", ["site/treatments/washer/index.html", "dist/tap-guide.html"])
def test_a_name_is_shown_as_it_was_typed(bypassed: Copy, file: str) -> None:
    tree = HTMLParser((bypassed.root / file).read_text("utf-8"))
    headings = [squeeze(node.text()) for node in tree.css("h1, h2")]
    assert any(heading.startswith(f"Washer {SHOWN}") for heading in headings)
    assert f"A manual {SHOWN}" in squeeze(tree.css_first("body").text())


def test_a_page_is_titled_as_it_was_typed(bypassed: Copy) -> None:
    tree = HTMLParser((bypassed.root / "site/treatments/washer/index.html").read_text("utf-8"))
    assert squeeze(tree.css_first("title").text()) == f"Washer {SHOWN} - A dripping tap {SHOWN}"
    assert [squeeze(node.text()) for node in tree.css(".md-nav__link .md-ellipsis")].count(
        f"Ways {SHOWN}"
    ) >= 1
