"""The guide to take along: a zip that opens by double click, and one file to mail."""

import io
import zipfile
from fnmatch import fnmatchcase
from html import unescape
from pathlib import Path

from ..pages.site import Site
from ..records.content import Content
from ..records.kinds import KINDS
from .html import guarded
from .single_file import Section, single_file

# What no page opens: maps, other languages.
UNREAD = ("assets/booklet.css", "assets/javascripts/*/*", "assets/stylesheets/palette*", "*.map")
# The zip leaves out also what no reader of a folder opens.
_LEFT_OUT = (*UNREAD, "404.html", "sitemap.xml*", "search/*.json", "assets/keep.js", "assets/icon-*")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a fixed time in every entry: equal content, equal bytes


def bundles(content: Content, offline: Path) -> dict[str, bytes]:
    """Return the zip and the one file by name, made from a finished offline build."""
    slug, site = content.records.guide.slug, Site(content)
    readme = site.environment.get_template("readme.txt.j2").render(v=site)
    zipped = _zip(offline, slug, unescape(readme))
    return {f"{slug}.zip": zipped, f"{slug}.html": _one_file(site, offline)}


def _zip(folder: Path, slug: str, readme: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        _add(out, f"{slug}/README.txt", readme.encode())
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not any_matches(name, _LEFT_OUT):
                _add(out, f"{slug}/{name}", path.read_bytes())
    return made.getvalue()


def any_matches(name: str, patterns: tuple[str, ...]) -> bool:
    """Say whether a file's name fits one of some patterns."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _add(out: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.external_attr = 0o100644 << 16  # a file that all may read
    info.create_system = 3
    out.writestr(info, data, zipfile.ZIP_DEFLATED)


def _one_file(site: Site, folder: Path) -> bytes:
    """Return all pages in one file, with the styles and scripts that any of them loads."""
    assets = folder / "assets"
    book, appendix, others = site.book()
    sections = []
    for page in book + appendix:
        name = page.path.removesuffix(".md") + ".html"
        text = (folder / name).read_text("utf-8")
        id, title = page.id.replace("/", "-"), site.wording.plain(page.title)
        sections.append(Section(name, id, title, text, page in appendix))
    kinds = KINDS.values()
    own = dict.fromkeys(s for kind in kinds for s in kind.styles)
    styles = ["guide.css", "pictures.css", *own, "booklet.css"]
    scripts = ["page.js", *dict.fromkeys(k.script for k in kinds if k.script)]
    found = [
        [p.read_text("utf-8") for n in names if (p := assets / n).exists()] for names in (styles, scripts)
    ]
    style, script = map("\n".join, found)
    titles = [site.wording.plain(page.title) for page in others]
    text = single_file(sections, site, titles, style, script)
    name = f"{site.content.records.guide.slug}.html"
    return guarded(site.content, name, text, "", f"\n{style}\n", f"\n{script}\n").encode()
