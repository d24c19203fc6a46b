"""What every kind of page is made from: the content, and all that follows from it, built once."""

from collections.abc import Callable, Iterable
from functools import cached_property

from ..model.graph import Graph, Route
from ..model.options import Options
from ..model.statements import Statement, Statements
from ..records.content import Content
from ..source.prose import Page
from ..text.dates import in_words, months_after
from ..text.drawing import Drawings
from ..text.environment import environment, interface
from ..text.wording import TextRenderer, year_of


class Site:
    """The content with its graph, options, statements, words, pictures and templates.

    `order` holds the paths of the pages as the navigation lists them, `bundles` describes the files
    to take along (name, size, sha256). `mentions` holds the ids of the pages that point at each record,
    filled while pages are resolved.
    """

    def __init__(
        self, content: Content, order: tuple[str, ...] = (), bundles: tuple[dict[str, str], ...] = ()
    ) -> None:
        self.content, self.order, self.bundles = content, order, bundles
        self.graph = Graph(content.records)
        self.options = Options(content.records, self.graph)
        self.statements = Statements(content.records)
        self.wording = TextRenderer(content)
        self.drawings = Drawings(content.pictures)
        self.ui = interface(content.records.guide)
        self.environment = environment(frozenset(content.records.guide.interface.items()))
        self.mentions: dict[str, list[str]] = {}

    @cached_property
    def topics(self) -> dict[str, str]:
        """The topic of each statement: first treatments, then prose, then what other records tell."""
        named = [(str(ref), str(path[0]), str(path[1])) for path, ref in self.content.refs]
        pairs = [(id, record) for id, kind, record in named if kind == "treatments"]
        pairs += [(r.record, page.id) for page in self.in_reading_order() for r in page.references]
        first = str(self.content.records.guide.first)
        asked = [(id, first if kind == "questions" else record) for id, kind, record in named]
        pairs += [(id, page) for id, record in asked if (page := self.page_of(record))]
        first_of = dict(reversed(pairs))
        return {id: first_of[id] for id, _ in pairs}

    @cached_property
    def naming(self) -> dict[str, list[str]]:
        """The records that name each record."""
        found: dict[str, list[str]] = {}
        for path, ref in self.content.refs:
            found.setdefault(ref.partition("#")[0], []).append(str(path[1]))
        return found

    @cached_property
    def edition(self) -> dict[str, str]:
        """What names this edition on every page: dates, the hash of the content, the disclaimer."""
        guide = self.content.records.guide
        due = months_after(guide.reviewed, guide.review_months)
        return {
            "slug": guide.slug,
            "reviewed": guide.reviewed,
            "reviewed_on": in_words(guide.reviewed),
            "next_review": due,
            "next_review_on": in_words(due),
            "base_year": year_of(self.content.base),
            "base_note": self.wording.plain(guide.base_note),
            "hash": self.content.hash,
            "short_hash": self.content.hash[:12],
            "disclaimer": self.wording.plain(guide.disclaimer),
            "contact": str(guide.contact or ""),
            "unwell": self.ui["feeling_unwell"],
            "unwell_page": next((p.path for p in self.content.pages if p.shows("unwell")), ""),
        }

    def today(self, id: str) -> Statement:
        """Return what stands in a claim's place today; of more than one, the first."""
        return self.statements.one(self.statements.newest(id)[0])

    def answers(self, route: Route) -> str:
        """Return the questions and answers of a route in words, in a line."""
        said = [f"{self.graph.question(e.step).ask} {self.graph.answer(e).label}" for e in route.edges]
        return " > ".join(map(self.wording.plain, said))

    def row_names(self, treatments: Iterable[str]) -> list[str]:
        """Return the short plain names of treatments."""
        return [self.content.records.treatments[id].row_name for id in treatments]

    def page_of(self, record: str) -> str:
        """Return the id of the page on which a record stands in full, or nothing."""
        home = self.content.by_path.get(self.content.homes.get(record, ""))
        return home.id if home else ""

    @cached_property
    def page_of_kind(self) -> Callable[[str], str | None]:
        """Return the id of the page that holds a kind of part, by the name of the kind, or nothing."""
        return {view.name: page.id for page in reversed(self.content.pages) for view in page.views}.get

    def book(self) -> tuple[list[Page], list[Page], list[Page]]:
        """Return the pages of the book, of its appendix, and the others. Without a book, all are in it."""
        guide, here = self.content.records.guide, [p for p in self.content.pages if not p.moved]
        if not guide.book:
            return here, [], []
        by_path, by_id = self.content.by_path, self.content.by_id
        found = [
            [by_path[path] for id in ids for path in (by_id[id].path, *self.content.record_pages(f"{id}/"))]
            for ids in (guide.book, guide.appendix)
        ]
        return found[0], found[1], [page for page in here if page not in found[0] + found[1]]

    def in_reading_order(self) -> list[Page]:
        """Return the pages in the order of the navigation, where it is known."""
        place = {path: at for at, path in enumerate(self.order)}
        return sorted(self.content.pages, key=lambda page: place.get(page.path, len(place)))
