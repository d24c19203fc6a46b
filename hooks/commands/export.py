"""Small commands for editors: `make paths`, `make schema`, `make export`."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from commands.site import ROOT, check_content, settings
from pathway.build import build
from pathway.pages.context import Views
from pathway.publish import atomic
from pathway.records.pathway import Pathway
from pathway.source.navigation import listed
from pathway.source.problems import ContentError

SCHEMA = "docs/pathway.schema.json"


def paths(root: Path = ROOT) -> str:
    """Return every path of the decision guide as text, one below the other."""
    views = Views(check_content(root))
    lines = []
    for path in views.graph.paths:
        lines.append(f"{path.code}  {views.plain(views.records.outcomes[path.outcome].name)}")
        lines += [f"      {views.plain(q)} {views.plain(a)}" for q, a in views.routes.said(path)]
    return "\n".join(lines)


def schema() -> str:
    """Return the JSON Schema of the data file, made from the records."""
    return json.dumps(Pathway.model_json_schema(by_alias=True), indent=1, ensure_ascii=False) + "\n"


def export(target: Path, root: Path = ROOT) -> int:
    """Write the guide as plain Markdown that builds without any hook. Returns the number of pages."""
    if target.exists() and any(target.iterdir()):
        raise ContentError([])
    nav = settings(root)
    built = build(root / "docs", listed(nav, ""))
    docs = target / "docs"
    for path, page in built.pages.items():
        head = f"---\ndescription: {json.dumps(page.description, ensure_ascii=False)}\n---\n"
        _write(docs / path, head + page.markdown)
    for name, text in built.files.items():
        _write(docs / name, text)
    shutil.copytree(root / "docs/assets", docs / "assets", dirs_exist_ok=True)
    title = built.content.records.guide.title
    plain = {
        "site_name": title,
        "theme": {"name": "material", "font": False},
        "nav": nav,
        "extra_css": ["assets/guide.css"],
        "extra_javascript": ["assets/page.js", "assets/guide.js", "assets/compare.js"],
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "md_in_html", "sane_lists", "tables", {"toc": {"toc_depth": 3}}],
    }
    _write(target / "mkdocs.yml", json.dumps(plain, indent=1, ensure_ascii=False))  # JSON is YAML
    return len(built.pages)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def main(command: str, *rest: str) -> int:
    """Run one command. Returns the exit status."""
    atomic.complete(ROOT)
    try:
        if command == "paths":
            print(paths())
        elif command == "schema":
            _write(ROOT / SCHEMA, schema())
            print(f"{SCHEMA} is written.")
        else:
            print(f"{export(Path(rest[0]).resolve())} pages are written to {rest[0]}.")
    except ContentError as error:
        print(error if error.problems else "The folder is not empty.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
