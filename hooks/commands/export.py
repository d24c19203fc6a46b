"""The guide for another generator, and its paths as text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from commands.site import check_content, read_nav
from pathway.build import build
from pathway.pages.context import PageContext
from pathway.records.pathway import Pathway
from pathway.source.navigation import nav_entries

ASSETS = ("guide.css", "page.js", "guide.js", "compare.js")


class NotEmpty(Exception):
    """The folder to write in holds something already."""


def paths(root: Path) -> str:
    """Return every path of the decision guide as text, one below the other. Raises `ContentError`."""
    views = PageContext(check_content(root))
    lines = []
    for route in views.graph.routes:
        lines.append(f"{route.code}  {views.plain(views.records.outcomes[route.outcome].name)}")
        answers = views.routes.questions_and_answers(route)
        lines += [f"      {views.plain(question)} {views.plain(answer)}" for question, answer in answers]
    return "\n".join(lines)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the data file, made from the records."""
    return Pathway.model_json_schema(by_alias=True)


def export(target: Path, root: Path) -> int:
    """Write the guide as plain Markdown that builds without any hook. Returns the number of pages.

    Raises `NotEmpty`, or `ContentError`.
    """
    if target.exists() and any(target.iterdir()):
        raise NotEmpty(f"{target} is not empty: name a new folder.")
    nav = read_nav(root)
    built = build(root / "docs", nav_entries(nav, ""))
    docs = target / "docs"
    for path, page in built.pages.items():
        head = f"---\ndescription: {json.dumps(page.description, ensure_ascii=False)}\n---\n"
        _write(docs / path, head + page.markdown)
    for name, text in built.files.items():
        _write(docs / name, text)
    shutil.copytree(root / "docs/assets", docs / "assets", dirs_exist_ok=True)
    plain = {
        "site_name": built.content.records.guide.title,
        "theme": {"name": "material", "font": False},
        "nav": built.content.expand(nav),
        "extra_css": [f"assets/{name}" for name in ASSETS if name.endswith(".css")],
        "extra_javascript": [f"assets/{name}" for name in ASSETS if name.endswith(".js")],
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "md_in_html", "sane_lists", "tables", {"toc": {"toc_depth": 3}}],
    }
    _write(target / "mkdocs.yml", json.dumps(plain, indent=1, ensure_ascii=False))  # JSON is YAML
    return len(built.pages)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
