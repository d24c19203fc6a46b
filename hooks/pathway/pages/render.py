"""From the content to the Markdown of every page, with all that is generated in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..records.kinds import KINDS
from ..source.prose import Page
from ..source.references import REFERENCE
from ..text.environment import environment
from ..text.resolve import Resolver
from .context import DEFERRED, PageContext

_ASIDE = re.compile(r"<!-- /?aside -->\n?")  # marks what is no sentence of ours, for the measure


@dataclass(frozen=True)
class Rendered:
    """One finished page: Markdown without references, and the texts for its head.

    `cited` holds what statements that stand on this page alone rest on.
    """

    path: str
    title: str
    description: str
    markdown: str
    hide: tuple[str, ...]
    cited: tuple[str, ...]
    scripts: tuple[str, ...]


@dataclass(frozen=True)
class _Draft:
    """A page whose references are resolved, but for its parts that need all pages."""

    page: Page
    text: str
    markdown: str
    resolver: Resolver


def render(views: PageContext) -> dict[str, Rendered]:
    """Return every page by its path. Parts that tell of other pages are filled in last."""
    drafts = [_draft(views, page) for page in views.content.pages]
    views.mentions = _mentions(views, drafts)
    return {draft.page.path: _finish(views, draft) for draft in drafts}


def _mentions(views: PageContext, drafts: list[_Draft]) -> dict[str, list[str]]:
    """Return the pages that point at each record, or show a figure that rests on it; not the lists of all."""
    figures = views.records.figures
    found: dict[str, list[str]] = {}
    for draft in drafts:
        if repeats(draft.page):
            continue
        used = draft.resolver.used | {ref.record for ref in draft.page.references}
        behind = [source for id in used & figures.keys() for source in figures[id].from_]
        for record in sorted(used.union(source.partition("#")[0] for source in behind)):
            found.setdefault(record, []).append(draft.page.id)
    return found


def assemble(views: PageContext, page: Page) -> str:
    """Return a page with its views filled in; references and marks of later parts still stand in it."""
    asked = {view.line: view for view in page.views}
    parts = []
    for number, line in enumerate(_marked(views, page.body).splitlines(keepends=True), page.offset):
        view = asked.get(number)
        if view:
            template = environment().get_template(f"views/{view.name}.md.j2")
            line = template.render(g=views, id=view.argument, page=page.id, here=page.path)
        parts.append(line)
    return "".join(parts)


def _marked(views: PageContext, prose: str) -> str:
    """Return prose with a mark behind each citation that newer sources differ from, as templates set it."""
    parts: Any = environment().get_template("parts.md.j2").module
    return REFERENCE.sub(lambda ref: f"{ref[0]}{parts.newer(views.statements.newer_than(ref[2]))}", prose)


def repeats(page: Page) -> bool:
    """Say whether a page lists what stands in full elsewhere."""
    return any(KINDS[view.name].repeats for view in page.views)


def _draft(views: PageContext, page: Page) -> _Draft:
    text = assemble(views, page)
    resolver = Resolver(views.content, page.path, views.wording)
    return _Draft(page, text, resolver.resolve(_ASIDE.sub("", text)), resolver)


def _finish(views: PageContext, draft: _Draft) -> Rendered:
    page, resolver = draft.page, draft.resolver

    def part(mark: re.Match[str]) -> str:
        template = environment().get_template(f"deferred/{mark[1]}.md.j2")
        return resolver.resolve(template.render(g=views, id=mark[2], page=page.id))

    markdown = DEFERRED.sub(part, draft.markdown)
    plain = views.wording.plain
    return Rendered(
        page.path,
        plain(page.title),
        plain(page.front["description"]),
        markdown,
        tuple(page.front.get("hide", "").split()),
        () if repeats(page) else tuple(sorted(resolver.cited)),
        tuple(KINDS[view.name].script for view in page.views if KINDS[view.name].script),
    )
