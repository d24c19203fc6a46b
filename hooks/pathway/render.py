"""From the content to the Markdown of every page, with all that is generated in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .blocks import PageGrade, blocks, page_grade
from .content import Content
from .pages import Page
from .resolve import Resolver
from .templates import environment
from .views import Views

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


def render(views: Views) -> dict[str, Rendered]:
    """Return every page by its path. Each is rendered twice: links back need both."""
    content = views.content
    texts = {page.path: assemble(views, page) for page in content.pages}
    uses = {page.path: _write(content, views, page, texts[page.path])[1].used for page in content.pages}
    mentions: dict[str, list[str]] = {}
    for page in content.pages:
        own = {ref.record for ref in page.references()}
        for record in sorted(uses[page.path] | own):
            mentions.setdefault(record, []).append(page.id)
    views.mentions = mentions
    views.grades = {page.id: grade_of(views, texts[page.path]) for page in content.pages}
    return {page.path: _finish(content, views, page) for page in content.pages}


def grade_of(views: Views, text: str) -> PageGrade:
    """Return how hard a page is to read, from its text with references."""
    return page_grade(blocks(views.content, views.speaker, text))


def assemble(views: Views, page: Page) -> str:
    """Return a page with its views filled in; references still stand in it."""
    asked = {view.line: view for view in page.views}
    parts = []
    for number, line in enumerate(page.body.splitlines(keepends=True), page.offset):
        view = asked.get(number)
        if view:
            template = environment().get_template(f"views/{view.name}.md.j2")
            line = template.render(g=views, id=view.argument, page=page.id, here=page.path)
        parts.append(line)
    return "".join(parts)


def _write(content: Content, views: Views, page: Page, text: str) -> tuple[str, Resolver]:
    resolver = Resolver(content, page.path, views.speaker)
    return resolver.resolve(_ASIDE.sub("", text)), resolver


def _finish(content: Content, views: Views, page: Page) -> Rendered:
    markdown, resolver = _write(content, views, page, assemble(views, page))
    plain = views.speaker.plain
    return Rendered(
        page.path,
        plain(page.title),
        plain(page.front["description"]),
        markdown,
        tuple(page.front.get("hide", "").split()),
        tuple(sorted(resolver.cited)),
    )
