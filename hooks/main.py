"""The events of MkDocs, wired to the package beside this file. Nothing is decided here."""

import gc
import hashlib
import json
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

sys.path.insert(0, str(Path(__file__).parent))  # MkDocs takes its own entry away again

from pathway.build import Built, build
from pathway.publish.html import guarded
from pathway.publish.jsonld import json_ld
from pathway.publish.search_index import search_index
from pathway.publish.sections import sections_of
from pathway.records.content import ASSET, Content
from pathway.source.navigation import nav_entries
from pathway.source.problems import ContentError, Problem
from pathway.text.environment import Compiled

gc.set_threshold(200_000, 10, 2)  # a build keeps what it makes: to look for waste took a tenth of it

_built: dict[str, Built] = {}  # by the file of the settings: events are functions, and share only this

# Settings that the theme would print as they are, where this guide has its own words; and those in use.
_UNUSED = dict.fromkeys(("copyright", "repo_name", "repo_url", "site_author", "site_description"))
_EXTRA = {"generator", "polyfills", "taken_from"}


def _bundle_info(folder: Path | None) -> tuple[dict[str, str], ...]:
    """Return name, size and SHA-256 of each file to take along, where their folder is given."""
    return tuple(
        {
            "name": path.name,
            "size": f"{max(1, path.stat().st_size // 1000)} KB",
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in (sorted(folder.iterdir()) if folder else ())
    )


def _refusal(error: ContentError) -> PluginError:
    count = len(error.problems)
    return PluginError(f"{count} problem{'s' * (count > 1)} in the content\n{error}")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything, before MkDocs touches the old site."""
    taken = _bundle_info(config.extra.get("taken_from"))
    text = Path(config.config_file_path).read_text("utf-8-sig")
    try:
        built = build(Path(config.docs_dir), nav_entries(config.nav, text), taken)
    except ContentError as error:
        raise _refusal(error) from None
    # MkDocs takes this day for today: no clock is read, so that equal content gives equal bytes.
    day = datetime.fromisoformat(built.site.content.records.guide.reviewed).replace(tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))
    _built[config.config_file_path] = built
    config.nav = built.site.content.expand(config.nav, escape)  # the theme prints titles as they are
    config.site_name = escape(built.site.content.records.guide.title)
    config.update(_UNUSED)
    config.mdx_configs.setdefault("tables", {"use_align_attribute": True})  # a page may hold no style
    for key in config.extra.keys() - _EXTRA:
        del config.extra[key]
    config.extra.update(edition=built.site.edition, taken=taken, ui=built.site.ui)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the downloads, and the pages that have no file."""
    built = _built[config.config_file_path]
    for file in [f for f in files if f.src_dir == config.docs_dir and not f.is_documentation_page()]:
        if not ASSET.fullmatch(file.src_uri):
            files.remove(file)
    for name, text in built.files.items():
        files.append(File.generated(config, name, content=text))
    for taken in config.extra["taken"]:
        data = Path(config.extra["taken_from"], taken["name"]).read_bytes()
        files.append(File.generated(config, taken["name"], content=data))
    for path, page in built.pages.items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=page.markdown))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Keep what the theme's templates compile to, as ours are kept."""
    env.bytecode_cache = Compiled()


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the rendered text in place of the page's own."""
    built = _built[config.config_file_path]
    rendered = built.pages[page.file.src_uri]
    about = rendered.title, rendered.description, rendered.cited
    page.meta = {
        "title": escape(rendered.title),
        "description": escape(rendered.description),
        "hide": rendered.page.front.get("hide", "").split(),
        "search": {"exclude": True},  # our own index takes the place of the theme's
        "scripts": [f"assets/{name}" for name in dict.fromkeys(k.script for k in rendered.kinds) if name],
        "styles": [f"assets/{name}" for name in dict.fromkeys(s for k in rendered.kinds for s in k.styles)],
        "structured": json_ld(built.site.content, *about, page.canonical_url or ""),
    }
    page.previous_page = page.next_page = None  # as links in the head, Firefox fetches them unasked
    return rendered.markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read the page as search will know it."""
    _built[config.config_file_path].read[page.file.src_uri] = page.url, sections_of(html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Leave the theme no headings to link to where one view is shown at a time: each link would lose it."""
    if _built[config.config_file_path].pages[page.file.src_uri].in_views:
        page.toc = TableOfContents([])
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take out the theme's empty lines and indents."""
    return output if "<pre" in output else re.sub(r"\n\s+", "\n", output)


def on_post_build(config: MkDocsConfig) -> None:
    """Give each page its policy, and put our search index in the place of the theme's."""
    path = Path(config.site_dir, "search", "search_index.json")
    theirs = json.loads(path.read_text("utf-8"))
    built = _built[config.config_file_path]
    _guard(built.site.content, config)
    ours = search_index(built.site.content, built.read, theirs["config"])
    path.write_text(json.dumps(ours, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _guard(content: Content, config: MkDocsConfig) -> None:
    """Give each page its policy. Raises `ContentError` with all that is not ours in any of them."""
    own = "'self' file:" if config.plugins["material/offline"].config.enabled else "'self'"
    taken, problems = [file["name"] for file in config.extra["taken"]], list[Problem]()
    for path in sorted(Path(config.site_dir).rglob("*.html")):
        name = path.relative_to(config.site_dir).as_posix()
        if name not in taken:  # they have theirs
            try:
                path.write_text(guarded(content, name, path.read_text("utf-8"), own), "utf-8")
            except ContentError as error:
                problems += error.problems
    if problems:
        raise ContentError(problems)
