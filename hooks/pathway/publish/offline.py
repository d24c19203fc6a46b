"""The guide to take along: a zip that opens by double click, and one file to mail."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from ..pages.context import PageContext
from ..records.content import Content
from ..text.environment import environment
from .html import with_policy
from .single_file import Section, single_file

# The zip leaves out what no reader opens: the page for missing addresses, maps, other languages.
_LEFT_OUT = (
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "search/search_index.json",
    "assets/booklet.css",
)
_LEFT_OUT_STARTS = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/stylesheets/palette",
)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a fixed time in every entry: equal content, equal bytes


@dataclass(frozen=True)
class Bundle:
    """One file to take along."""

    name: str
    data: bytes


def bundles(content: Content, offline: Path, work: Path) -> list[Bundle]:
    """Return the zip and the one file, made from a finished offline build."""
    slug = content.records.guide.slug
    views = PageContext(content)
    zipped = work / "bundle.zip"
    _write_zip(zipped, offline, slug, _readme(views))
    return [Bundle(f"{slug}.zip", zipped.read_bytes()), Bundle(f"{slug}.html", _one_file(views, offline))]


def _readme(views: PageContext) -> str:
    template = environment().get_template("readme.txt.j2")
    return unescape(template.render(g=views))


def _write_zip(target: Path, folder: Path, slug: str, readme: str) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        _add(out, f"{slug}/README.txt", readme.encode())
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_dir() or name in _LEFT_OUT or name.endswith(".map"):
                continue
            if not name.startswith(_LEFT_OUT_STARTS):
                _add(out, f"{slug}/{name}", path.read_bytes())


def _add(out: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3
    out.writestr(info, data)


def _one_file(views: PageContext, folder: Path) -> bytes:
    sections = []
    for page in views.in_reading_order():
        file = folder / (page.path.removesuffix(".md") + ".html")
        name = file.relative_to(folder).as_posix()
        sections.append(Section(name, views.plain(page.title), file.read_text("utf-8")))
    assets = folder / "assets"
    styles = "\n".join((assets / name).read_text("utf-8") for name in ("guide.css", "booklet.css"))
    scripts = "\n".join((assets / name).read_text("utf-8") for name in ("page.js", "guide.js"))
    text = single_file(sections, views.edition, views.guide.title, styles, scripts)
    return with_policy(text).encode()
