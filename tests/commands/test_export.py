"""What editors are given: the schema, the list of paths, and the way out."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from commands import export
from commands.__main__ import SCHEMA, json_schema
from commands.site import log_to_stderr
from conftest import LONG
from helpers.editing import ROOT
from helpers.html_pages import tree
from pathway.pages.site import Site


def test_the_schema_is_that_of_the_records() -> None:
    kept = (ROOT / SCHEMA).read_text("utf-8")
    assert kept == json_schema(), "run `make schema`"
    assert json.loads(kept)["$defs"]["Treatment"]["additionalProperties"] is False
    first = (ROOT / "docs/pathway.yml").read_text("utf-8").splitlines()[0]
    assert first.endswith("$schema=pathway.schema.json")


def test_paths_are_printed_as_text(snapshot: Path, site: Site) -> None:
    text = export.paths(snapshot)
    for route in site.graph.routes:
        assert site.wording.plain(site.content.records.outcomes[route.outcome].case) in text
    assert "    first somatostatin-analogs: " in text


@LONG
def test_the_export_builds_without_any_hook(snapshot: Path, tmp_path: Path, site: Site) -> None:
    out = tmp_path / "export"
    assert export.export(out, snapshot) == len(site.content.pages)
    assert "hooks" not in (out / "mkdocs.yml").read_text("utf-8")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    mkdocs_build(load_config(str(out / "mkdocs.yml"), site_dir=str(tmp_path / "plain"), strict=False))
    log_to_stderr()
    guide = tree(tmp_path / "plain/decision-guide/index.html")
    assert len(guide.css("section.result")) == len(site.graph.routes)
    assert len(guide.css("section.question .answers a[data-answer]")) == len(site.graph.edges)
