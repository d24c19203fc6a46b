"""The events of MkDocs, wired to the package beside this file. Nothing is decided here."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))  # MkDocs takes its own entry away again

from pathway.build import Built, build
from pathway.publish.html import with_policy
from pathway.publish.jsonld import structured
from pathway.publish.search_index import enrich
from pathway.source.navigation import listed
from pathway.source.problems import ContentError

BUNDLES = "BUNDLES"  # the variable that names the folder of files to take along

_now: dict[str, Built] = {}
_urls: dict[str, dict[str, str]] = {}


def _taken() -> tuple[dict[str, str], ...]:
    """Return what the folder of files to take along holds, where one is given."""
    folder = os.environ.get(BUNDLES)
    return tuple(
        {
            "name": path.name,
            "size": f"{max(1, path.stat().st_size // 1000)} KB",
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in (sorted(Path(folder).iterdir()) if folder else ())
    )


def _text(config: MkDocsConfig) -> str:
    return Path(config.config_file_path).read_text("utf-8")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything, before MkDocs touches the old site."""
    try:
        built = build(Path(config.docs_dir), listed(config.nav, _text(config)), _taken())
    except ContentError as error:
        raise PluginError(f"{len(error.problems)} problems in the content\n{error}") from None
    _now[config.config_file_path] = built
    guide = built.content.records.guide
    config.site_name = escape(guide.title)  # the theme prints it as it is
    config.extra["edition"] = built.edition
    config.extra["taken"] = _taken()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the downloads."""
    for name, text in _now[config.config_file_path].files.items():
        files.append(File.generated(config, name, content=_hosted(name, text, config)))
    for taken in _taken():
        data = Path(os.environ[BUNDLES], taken["name"]).read_bytes()
        files.append(File.generated(config, taken["name"], content=data))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the rendered text in place of the page's own."""
    rendered = _now[config.config_file_path].pages[page.file.src_uri]
    content = _now[config.config_file_path].content
    about = rendered.title, rendered.description, rendered.cited
    page.meta = {
        "description": escape(rendered.description),
        "hide": rendered.hide,
        "structured": structured(content, *about, page.canonical_url or ""),
    }
    _urls.setdefault(config.config_file_path, {})[page.file.src_uri] = page.url
    return rendered.markdown


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give each page its policy."""
    return _hosted(page.file.dest_uri, output, config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Give the page for missing addresses its policy, too."""
    return _hosted(template_name, output_content, config)


def _hosted(name: str, text: str, config: MkDocsConfig) -> str:
    """Give a hosted page its policy. In a folder, a policy would forbid the page's own files."""
    folder = config.plugins["material/offline"].config.enabled
    return with_policy(text) if name.endswith(".html") and not folder else text


def on_post_build(config: MkDocsConfig) -> None:
    """Add to the search index what the records know."""
    path = Path(config.site_dir, "search", "search_index.json")
    index = json.loads(path.read_text("utf-8"))
    key = config.config_file_path
    found = enrich(index, _now[key].content, _urls[key])
    path.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), "utf-8")
