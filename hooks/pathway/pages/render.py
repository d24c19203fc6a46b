"""From the content to the Markdown of every page, with all that is generated in it."""

import re
from functools import partial
from typing import Any, NamedTuple

from ..records.kinds import KINDS, Kind
from ..source.prose import Page
from ..text.links import link
from ..text.resolve import Resolver
from ..text.wording import year_of
from .site import Site
from .topics import told_on
from .views import VIEWS

_ASIDE = re.compile(r"<!-- /?aside -->\n?")  # marks what is no sentence of ours, for the measure
DEFERRED = re.compile(r"<!-- deferred (\S+) -->")  # no text can hold it: marks are escaped, prose has no HTML


class Rendered(NamedTuple):
    """A page as Markdown without references. Its resolver knows what it points at."""

    page: Page
    kinds: tuple[Kind, ...]
    markdown: str
    resolver: Resolver

    @property
    def repeats(self) -> bool:
        """Say whether the page lists what stands in full elsewhere."""
        return any(kind.repeats for kind in self.kinds)

    @property
    def in_views(self) -> bool:
        """Say whether the page shows one section at a time."""
        return any(kind.views for kind in self.kinds)

    @property
    def title(self) -> str:
        """The title in plain words."""
        return self.resolver.wording.plain(self.page.title)

    @property
    def description(self) -> str:
        """What the page is, in plain words."""
        return self.resolver.wording.plain(self.page.front["description"])

    @property
    def cited(self) -> tuple[str, ...]:
        """What statements that stand on this page alone rest on."""
        return () if self.repeats or self.in_views else tuple(self.resolver.cited)


def render(site: Site) -> dict[str, Rendered]:
    """Return every page by its path. Parts that tell of other pages are filled in last."""
    drafts = [_draft(site, page) for page in site.content.pages]
    for draft in drafts:
        for record in sorted(draft.resolver.used | {ref.record for ref in draft.page.references}):
            if not draft.repeats and not draft.page.moved:
                site.mentions.setdefault(record, []).append(draft.page.id)
    return {draft.page.path: _finish(site, draft) for draft in drafts}


def assemble(site: Site, page: Page) -> str:
    """Return a page with its parts filled in; references and marks of deferred parts still stand in it."""
    asked = {directive.line: directive for directive in page.views}
    parts = []
    for number, line in enumerate(page.body.splitlines(keepends=True), page.offset):
        if directive := asked.get(number):
            view = VIEWS[directive.name](site, directive.argument, page) if directive.name in VIEWS else None
            line = _fill(site, page, directive.name, view)
        parts.append(line)
    return "".join(parts)


def _fill(site: Site, page: Page, part: str, view: Any) -> str:
    """Return a part of a page: its template may ask the view, and the records by themselves."""
    template = site.environment.get_template(f"{part}.md.j2")
    return template.render(
        v=view,
        page=page,
        site=site,
        records=site.content.records,
        base_year=year_of(site.content.base),
        plain=site.wording.plain,
        href=partial(link, site.content, page.path),
    )


def _draft(site: Site, page: Page) -> Rendered:
    kinds = tuple(KINDS[directive.name] for directive in page.views)
    quiet = any(kind.quiet for kind in kinds)
    ends = not any(kind.repeats for kind in kinds)
    resolver = Resolver(site.content, page.path, site.wording, quiet, ends, any(k.views for k in kinds))
    text = _ASIDE.sub("", assemble(site, page))
    return Rendered(page, kinds, resolver.resolve(text), resolver)


def _finish(site: Site, draft: Rendered) -> Rendered:
    page, resolver = draft.page, draft.resolver

    def mentioned(mark: re.Match[str]) -> str:
        pages = [id for id in site.mentions.get(mark[1], []) if id != page.id] or told_on(site, mark[1])
        return resolver.resolve(_fill(site, page, "mentioned", pages))

    markdown = DEFERRED.sub(mentioned, draft.markdown)
    if not draft.repeats:
        markdown += "\n\n" + resolver.resolve(_fill(site, page, "page-end", resolver))
    return draft._replace(markdown=markdown)
