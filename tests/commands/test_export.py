"""What editors are given: the schema, the list of paths, and the way out."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from pathway.pages.context import PageContext

from commands import export, site
from commands.__main__ import SCHEMA, json_schema
from helpers.editing import ROOT
from helpers.html_pages import tree


def test_the_schema_is_that_of_the_records() -> None:
    kept = (ROOT / SCHEMA).read_text("utf-8")
    assert kept == json_schema(), "run `make schema`"
    assert json.loads(kept)["$defs"]["Treatment"]["additionalProperties"] is False
    first = (ROOT / "docs/pathway.yml").read_text("utf-8").splitlines()[0]
    assert first.endswith("$schema=pathway.schema.json")


def test_paths_are_printed_as_text(snapshot: Path, views: PageContext) -> None:
    text = export.paths(snapshot)
    for path in views.graph.routes:
        assert f"{path.code}  {views.plain(views.records.outcomes[path.outcome].name)}" in text


def test_the_export_builds_without_any_hook(snapshot: Path, tmp_path: Path, views: PageContext) -> None:
    out = tmp_path / "export"
    assert export.export(out, snapshot) == len(views.content.pages)
    assert "hooks" not in (out / "mkdocs.yml").read_text("utf-8")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    mkdocs_build(load_config(str(out / "mkdocs.yml"), site_dir=str(tmp_path / "plain"), strict=False))
    site.log_to_stderr()
    guide = tree(tmp_path / "plain/decision-guide/index.html")
    assert len(guide.css("section.outcome")) == len(views.routes.routes_by_outcome)
    assert len(guide.css("section.step .answers a")) == len(views.graph.edges)
