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
from helpers.editing import ROOT, Copy, run_command
from helpers.html_pages import tree
from pathway.pages.site import Site
from pathway.records.content import read_folder


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


PATHS = """\
Your hole is small
    Is the hole small? Yes, it is small
    first patch: Small holes can be mended.
    some  new-tube: A whole inner tube works for a hole of any size.
          if: You have one at hand
Your hole is large, and you are at home
    Is the hole small? No, it is large > Are you at home? Yes, I am
    first new-tube: A whole inner tube works for a hole of any size.
Your hole is large, and you are on the way
    Is the hole small? No, it is large > Are you at home? No, I am on the way
    some  sealant: Riders who are far from home can use it.
    not   new-tube: The wheel must come off for it.
You see no hole, and you are at home
    Is the hole small? I see none > Are you at home? Yes, I am
    some  patch: Slow leaks show as bubbles in a bucket.
          if: The water shows the hole
    some  new-tube: A whole inner tube works for a hole of any size.
You see no hole, and you are on the way
    Is the hole small? I see none > Are you at home? No, I am on the way
    some  sealant: Riders who are far from home can use it.
    not   new-tube: The wheel must come off for it.
Is it raining?
    It is dry
    It is raining
    not   patch: Glue does not hold on wet rubber.
    some  sealant: Rain does not keep the fluid out.
          if: You have a can of sealant
Do you carry a load?
    No, nothing heavy
    Yes, much
    first new-tube: A heavy load asks for a whole ring.
    some  patch: A heavy load may open the place again.
"""


def test_the_commands_tell_editors_in_these_words(copy: Copy) -> None:
    mark = read_folder(copy.root / "docs").hash[:12]
    kept = "docs/reviews/ada-1.txt"
    for words, told in (
        (["paths"], PATHS),
        (["check"], f"{PATHS}No problems in 19 pages. Content hash {mark}.\n"),
        (["schema"], "docs/pathway.schema.json is written.\n"),
        (["export", "out"], "19 pages are written to out.\n"),
        (["review", "ada-1"], f"{kept} is written. Name it under 'reviews' in docs/pathway.yml:\n  - {{who: , qualification: , on: , file: ada-1.txt}}\n"),
    ):  # fmt: skip
        said = run_command(copy.root, *words)
        assert (said.returncode, said.stdout, said.stderr) == (0, told, ""), words
    again = run_command(copy.root, "review", "ada-1")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == f"{kept} is there already: choose another name.\n"
    assert copy.read("docs/pathway.schema.json") == json_schema()


def test_what_is_exported_is_named_described_and_in_order(copy: Copy, tmp_path: Path) -> None:
    out = tmp_path / "out"
    copy.write("docs/assets/guide.css.bak", "left")
    assert export.export(out, copy.root) == 19
    made = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert [name for name in made if "/assets/" not in name] == [
        *("docs/about.md", "docs/after.md", "docs/all-results.md", "docs/base-source.md", "docs/changes.md", "docs/decision-guide/index.md", "docs/easy-read.md"),
        *("docs/feeling-unwell.md", "docs/figures.md", "docs/glossary.md", "docs/index.md", "docs/my-appointment.md", "docs/not-said.md", "docs/offline.md"),
        *("docs/paths.csv", "docs/pathway.json", "docs/sources.md", "docs/treatments/index.md", "docs/treatments/new-tube.md", "docs/treatments/patch.md"),
        *("docs/treatments/sealant.md", "mkdocs.yml"),
    ]  # fmt: skip
    assert {
        "docs/assets/guide.css",
        "docs/assets/decision-guide-answers.css",
        "docs/assets/vendor/minisearch.min.js",
    } <= {*made}
    assert "docs/assets/guide.css.bak" not in made
    head = '---\ndescription: "A small guide to a flat tire."\n---\n# Your tire is flat\n'
    assert (out / "docs/index.md").read_text("utf-8").startswith(head)
    plain = json.loads((out / "mkdocs.yml").read_text("utf-8"))
    assert (plain["site_name"], plain["theme"]) == (
        "Mending a bicycle tire",
        {"name": "material", "font": False},
    )
    ways = ["treatments/index.md", "treatments/patch.md", "treatments/new-tube.md", "treatments/sealant.md"]
    assert plain["nav"][:4] == [
        "index.md",
        "decision-guide/index.md",
        {"Treatments": ways},
        "feeling-unwell.md",
    ]
    for kind, end in (("extra_css", "css"), ("extra_javascript", "js")):
        assert plain[kind] == [name[5:] for name in made if name.endswith(end) and name.count("/") == 2], kind
    assert plain["plugins"] == ["search"]
    assert [*plain["markdown_extensions"][0].items()] == [("toc", {"permalink": False, "toc_depth": 3})]
    named = [name for extension in plain["markdown_extensions"] for name in extension]
    assert named == [
        "toc",
        "tables",
        "fenced_code",
        "attr_list",
        "md_in_html",
        "pymdownx.details",
        "sane_lists",
    ]
