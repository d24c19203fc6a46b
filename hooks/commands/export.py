"""The guide for another generator, and its paths as text."""

import json
from collections.abc import Iterator
from pathlib import Path

from commands.site import check_content, read_settings
from pathway.build import build
from pathway.pages.site import Site
from pathway.records.content import ASSET
from pathway.records.decision import Option
from pathway.source.navigation import nav_entries


class NotEmpty(Exception):
    """The folder to write in holds something already."""


def paths(root: Path) -> str:
    """Return each route with its options, and what answers in results add, as text. Raises `ContentError`."""
    site = Site(check_content(root))
    records, lines = site.content.records, []
    for route in site.graph.routes:
        outcome = records.outcomes[route.outcome]
        lines += [site.wording.plain(outcome.case), f"    {site.answers(route)}"]
        lines += _options(site, outcome.options)
    for question in site.options.adding.values():
        lines.append(site.wording.plain(question.ask))
        for answer in question.answers.values():
            lines += [f"    {site.wording.plain(answer.label)}", *_options(site, answer.adds)]
    return "\n".join(lines)


def _options(site: Site, options: list[Option]) -> Iterator[str]:
    for option in options:
        reason = site.wording.plain(site.content.records.claims[option.because].say)
        yield f"    {option.group.value:5} {option.treatment}: {reason}"
        if option.if_:
            yield f"          if: {site.wording.plain(option.if_)}"


def export(target: Path, root: Path) -> int:
    """Write the guide as plain Markdown that builds without any hook. Returns the number of pages.

    Raises `NotEmpty`, or `ContentError`.
    """
    if target.exists() and any(target.iterdir()):
        raise NotEmpty(f"{target} is not empty: name a new folder.")
    settings = read_settings(root)
    built = build(root / "docs", nav_entries(settings.nav, ""))
    docs = target / "docs"
    for path, page in built.pages.items():
        head = f"---\ndescription: {json.dumps(page.description, ensure_ascii=False)}\n---\n"
        _write(docs / path, head + page.markdown)
    for name, text in built.files.items():
        _write(docs / name, text)
    for asset in (root / "docs/assets").rglob("*"):
        if ASSET.fullmatch(name := asset.relative_to(root / "docs").as_posix()):
            _write(docs / name, asset.read_bytes())
    plain = {
        "site_name": built.site.content.records.guide.title,
        "theme": {"name": "material", "font": False},
        "nav": built.site.content.expand(settings.nav),
        "extra_css": sorted(f"assets/{path.name}" for path in (docs / "assets").glob("*.css")),
        "extra_javascript": sorted(f"assets/{path.name}" for path in (docs / "assets").glob("*.js")),
        "plugins": ["search"],
        "markdown_extensions": [{n: settings.mdx_configs.get(n, {})} for n in settings.markdown_extensions],
    }
    _write(target / "mkdocs.yml", json.dumps(plain, indent=1, ensure_ascii=False))  # JSON is YAML
    return len(built.pages)


def _write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
