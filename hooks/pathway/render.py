"""From the content to the Markdown of every page, with all that is generated in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .blocks import PageGrade, blocks, page_grade
from .pages import Page
from .resolve import Resolver
from .templates import environment
from .views import LATER, Views

_ASIDE = re.compile(r"<!-- /?aside -->\n?")  # marks what is no sentence of ours, for the measure


@dataclass(frozen=True)
class Rendered:
    """One finished page: Markdown without references, and the texts for its head."""

    path: str
    title: str
    description: str
    markdown: str
    hide: tuple[str, ...]
    cited: tuple[str, ...]


@dataclass(frozen=True)
class _Draft:
    """A page whose references are resolved, but for its parts that need all pages."""

    page: Page
    text: str
    markdown: str
    resolver: Resolver


def render(views: Views) -> dict[str, Rendered]:
    """Return every page by its path. Parts that tell of other pages are filled in last."""
    drafts = [_draft(views, page) for page in views.content.pages]
    mentions: dict[str, list[str]] = {}
    for draft in drafts:
        own = {ref.record for ref in draft.page.references}
        for record in sorted(draft.resolver.used | own):
            mentions.setdefault(record, []).append(draft.page.id)
    views.mentions = mentions
    views.grades = {draft.page.id: grade_of(views, draft.text) for draft in drafts}
    return {draft.page.path: _finish(views, draft) for draft in drafts}


def grade_of(views: Views, text: str) -> PageGrade:
    """Return how hard a page is to read, from its text with references."""
    return page_grade(blocks(views.content, views.speaker, text))


def assemble(views: Views, page: Page) -> str:
    """Return a page with its views filled in; references and marks of later parts still stand in it."""
    asked = {view.line: view for view in page.views}
    parts = []
    for number, line in enumerate(page.body.splitlines(keepends=True), page.offset):
        view = asked.get(number)
        if view:
            template = environment().get_template(f"views/{view.name}.md.j2")
            line = template.render(g=views, id=view.argument, page=page.id, here=page.path)
        parts.append(line)
    return "".join(parts)


def _draft(views: Views, page: Page) -> _Draft:
    text = assemble(views, page)
    resolver = Resolver(views.content, page.path, views.speaker)
    return _Draft(page, text, resolver.resolve(_ASIDE.sub("", text)), resolver)


def _finish(views: Views, draft: _Draft) -> Rendered:
    page, resolver = draft.page, draft.resolver

    def part(mark: re.Match[str]) -> str:
        template = environment().get_template(f"later/{mark[1]}.md.j2")
        return resolver.resolve(template.render(g=views, id=mark[2], page=page.id))

    markdown = LATER.sub(part, draft.markdown)
    plain = views.speaker.plain
    return Rendered(
        page.path,
        plain(page.title),
        plain(page.front["description"]),
        markdown,
        tuple(page.front.get("hide", "").split()),
        tuple(sorted(resolver.cited)),
    )
