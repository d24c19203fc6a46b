"""Which statements the pages of prose tell, under which heading and in which order: none may be cut or moved unseen."""

from __future__ import annotations

import re
from itertools import groupby

import pytest
import yaml

from conftest import ROOT
from pathway.records.content import Content

TOLD = yaml.safe_load((ROOT / "tests/data/prose.yml").read_text("utf-8"))
_LINE = re.compile(r'^(?:#+ (.*?)(?: \{.*\})?|\?\?\? "(.*)"|[ ]*[-*] .*)$', re.MULTILINE)
_NAMED = re.compile(r"\]\[([a-z0-9-]+)\]")


def _told(text: str) -> dict[str, list[str]]:
    """Return the ids that the lists of a page point at, by the heading or the fold that they stand under."""
    heading, found = "", list[tuple[str, str]]()
    for line in _LINE.finditer(text):
        heading = line[1] or line[2] or heading
        found += [(heading, id) for id in _NAMED.findall(line[0])] if not (line[1] or line[2]) else []
    return {under: [id for _, id in held] for under, held in groupby(found, lambda pair: pair[0])}


def test_every_page_with_lists_is_written_out(content: Content) -> None:
    assert sorted(page.path for page in content.pages if _told(page.body) and page.text) == sorted(TOLD)


@pytest.mark.parametrize("path", TOLD)
def test_these_statements_stand_under_these_headings(content: Content, path: str) -> None:
    (page,) = [page for page in content.pages if page.path == path]
    assert list(_told(page.body).items()) == list(TOLD[path].items())
