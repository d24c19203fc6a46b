"""What must hold between records and pages: each treatment has one, each view is known."""

import posixpath
from collections.abc import Iterator

from ..records.content import Content
from ..records.kinds import KINDS
from ..source.navigation import NavEntries
from ..source.positions import KeyPath
from ..source.problems import Found, Problem, nearest
from ..source.prose import LINK
from ..source.references import LOOSE

FRONT = "index.md"


def check_pages(content: Content, listed: NavEntries | None) -> Iterator[Found]:
    """Yield what is wrong with the pages as a whole. `listed` is what the navigation names."""
    if listed is not None:
        yield from _navigation(content, listed)
    yield from _views(content)
    yield from _homes(content)
    yield from _links(content)
    if FRONT not in [page.path for page in content.pages]:
        file = f"{posixpath.dirname(content.data.source.file)}/{FRONT}"
        yield Problem(file, 1, 1, "page", "there is no front page: readers come here first")


def _views(content: Content) -> Iterator[Found]:
    for page in content.pages:
        first: dict[tuple[str, str], int] = {}
        for view in page.views:
            line = first.setdefault((view.name, view.argument), view.line)
            kind = KINDS[view.name].about if view.name in KINDS else ""
            known = content.sets[kind] if kind else {}
            what = None
            if view.name not in KINDS:
                what = f"unknown view '{view.name}'{nearest(view.name, KINDS)}"
            elif kind and view.argument not in known:
                what = f"unknown id '{view.argument}' in {kind}{nearest(view.argument, known)}"
            elif line != view.line:
                what = f"the same view stands in line {line} already"
            elif view.argument and not kind:
                what = f"the view '{view.name}' takes no id"
            if what:
                yield Problem(page.file, view.line, 1, "view", what)


def _links(content: Content) -> Iterator[Found]:
    for page in content.pages:
        for match in LINK.finditer(page.body):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), match[1]))
            if path not in content.by_path:
                what = f"there is no page '{path}' in docs{nearest(path, content.by_path)}"
                yield page.problem(match.start(1), what)


def _homes(content: Content) -> Iterator[Found]:
    """Every record that links lead to, and all that one kind of part tells, is shown on exactly one page."""
    shown = [(v.name, v.argument, p) for p in content.pages for v in p.views]
    filled = {path[:depth] for path, _ in content.texts for depth in (1, 2)}
    for kind in KINDS.values():
        ids = content.sets[kind.about] if kind.folder else ()
        wanted: list[tuple[KeyPath, str, str]] = [((kind.about, id), "shown", f" {id}") for id in ids]
        if kind.tells in filled or any(content.part(part) for part in kind.shows):
            place = kind.tells or (kind.shows[0].partition(" ")[0],)
            wanted.append((place, f"the view '{kind.name}' stands", ""))
        for path, how, id in wanted:
            pages = [p.file for n, argument, p in shown if n == kind.name and id in ("", f" {argument}")]
            if len(pages) != 1:
                where = ", ".join(pages) or "no page"
                yield path, f"{how} on {where}: one page must hold the line '::: {kind.name}{id}'"


def _navigation(content: Content, listed: NavEntries) -> Iterator[Found]:
    """Every entry of the navigation has a page, and every page an entry."""
    paths = [page.path for page in content.pages]
    for title, place in listed.titles:
        if "<" in title or LOOSE.search(title):
            what = f"the title '{title}' must be plain words, without brackets or HTML"
            yield Problem("mkdocs.yml", *place, "nav", what)
    folders = [entry for entry in listed if entry.endswith("/") and content.record_pages(entry)]
    covered = {path for folder in folders for path in content.record_pages(folder)}
    for entry, place in listed.items():
        if entry not in paths and entry not in folders:
            what = f"there is no page '{entry}' in docs{nearest(entry, paths)}"
            yield Problem("mkdocs.yml", *place, "nav", what)
    for entry, place in listed.duplicates:
        yield Problem("mkdocs.yml", *place, "nav", f"'{entry}' is listed in line {listed[entry][0]} already")
    for page in content.pages:
        if page.moved and page.moved not in content.by_id:
            what = f"'moved' names no page: '{page.moved}'{nearest(page.moved, content.by_id)}"
            yield Problem(page.file, 1, 1, "page", what)
        if page.path not in listed and page.path not in covered and not page.moved:
            what = f"the page stands nowhere in the navigation: list '{page.path}' in mkdocs.yml"
            yield Problem(page.file, 1, 1, "page", what)
