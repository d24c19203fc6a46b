"""The events of MkDocs, wired to the package beside this file. Nothing is decided here."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))  # MkDocs takes its own entry away again

from pathway.build import Built, build
from pathway.problems import ContentError
from pathway.searching import enrich
from pathway.views import Views

_now: dict[str, Built] = {}
_urls: dict[str, dict[str, str]] = {}


def _listed(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _listed(entry)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything, before MkDocs touches the old site."""
    try:
        built = build(Path(config.docs_dir), list(_listed(config.nav)))
    except ContentError as error:
        raise PluginError(f"{len(error.problems)} problems in the content\n{error}") from None
    _now[config.config_file_path] = built
    guide = built.content.records.guide
    config.site_name = guide.title
    config.extra["edition"] = Views(built.content).edition
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the downloads."""
    for name, text in _now[config.config_file_path].files.items():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the rendered text in place of the page's own."""
    rendered = _now[config.config_file_path].pages[page.file.src_uri]
    page.meta = {"description": rendered.description, "hide": rendered.hide}
    _urls.setdefault(config.config_file_path, {})[page.file.src_uri] = page.url
    return rendered.markdown


def on_post_build(config: MkDocsConfig) -> None:
    """Add to the search index what the records know."""
    path = Path(config.site_dir, "search", "search_index.json")
    index = json.loads(path.read_text("utf-8"))
    key = config.config_file_path
    found = enrich(index, _now[key].content, _urls[key])
    path.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), "utf-8")
