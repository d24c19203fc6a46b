"""Any text of the data is shown as text, wherever it stands: nothing in it runs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml
from playwright.sync_api import Browser

from commands.site import publish
from helpers.editing import Copy
from helpers.html_pages import tree
from pathway.records.content import read_folder
from pathway.records.fields import Ref, Words

HOSTILE = ' </title><img src=x onerror="window.hit=true"><script>window.hit=true</script> "\'}}{{ hit }}{# x #} `c` *b* |p| \u202egnp'
TIGHT = "<img/src=x/onerror=hit=self> "  # a short form holds few words


def _poisoned(copy: Copy) -> int:
    """Put the hostile text behind every text and name of the data file; return how many."""
    content = read_folder(copy.root / "docs")
    tree_, count = content.data.source.value, 0
    for path, words in content.texts:
        if (
            isinstance(words, Ref)
            or not isinstance(words, Words)
            or path[-1] in ("page", "picture", "file")
            or path == ("figures", "patches-hold", "unit")  # counted in a short form
            or "fields" in path
        ):
            continue
        at = tree_
        for part in path[:-1]:
            at = at[part]
        tight = path[0] == "claims" and path[-1] == "short"  # all but what it refers to
        at[path[-1]] = re.sub(r"^[^\[]*", TIGHT, words) if tight else f"{words}{HOSTILE}"
        count += 1
    for claim in tree_["claims"].values():  # the same long words stand in each now
        claim["alike"] = "Poisoned"
    copy.write("docs/pathway.yml", yaml.safe_dump(tree_, sort_keys=False, allow_unicode=True))
    return count


def test_hostile_text_is_shown_and_never_run(copy: Copy, browser: Browser, tmp_path: Path) -> None:
    assert _poisoned(copy) > 50
    assert copy.problems() == []
    publish(copy.root)
    site = copy.root / "site"
    slug = read_folder(copy.root / "docs").records.guide.slug
    context = browser.new_context()
    page, dialogs = context.new_page(), []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    files = sorted(site.rglob("*.html"))
    assert files
    for file in files:
        for script in tree(file).css("script:not([src])"):
            if "application/ld+json" in (script.attributes.get("type") or ""):
                json.loads(script.text())
            assert "window.hit" not in script.text() or script.attributes.get("type"), file
        assert not tree(file).css("[onerror]"), file
        page.goto(file.as_uri())
        assert page.evaluate("window.hit") is None, file
    page.goto((copy.root / "dist" / f"{slug}.html").as_uri())
    assert page.evaluate("window.hit") is None
    assert not dialogs
    assert "\u202e" not in (site / "index.html").read_text("utf-8")
    for line in (site / "paths.csv").read_text("utf-8").splitlines():
        assert not line.startswith(("=", "+", "-", "@"))
    context.close()
