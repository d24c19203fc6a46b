"""What the templates may ask: everything here is derived from the records and the graph."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from ..model.coverage import Coverage
from ..model.graph import Graph, Route
from ..model.routes import Routes
from ..model.scorecard import Result, Score, results, scores
from ..model.statements import Slot, Statement, StatementReader
from ..records.content import Content
from ..records.decision import Outcome
from ..records.fields import Text
from ..records.guide import Scorecard
from ..records.treatments import Term, Treatment
from ..source.prose import Page
from ..source.references import first_of, scan
from ..text.dates import months_after
from ..text.drawing import DrawingRenderer
from ..text.environment import environment
from ..text.links import link, sheet_path
from ..text.wording import TextRenderer, capitalize_first, join_words, quantity, year_of

# No text can hold it: marks are escaped, prose has no HTML.
DEFERRED = re.compile(r"<!-- deferred ([a-z-]+) (\S*) -->")
CARD_POINTS = 3  # points of each side on a card; the rest stands on the page of the treatment


@dataclass
class PageContext:
    """The derived views of a guide, by the names that templates use."""

    content: Content
    order: tuple[str, ...] = ()
    bundles: tuple[dict[str, str], ...] = ()
    mentions: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.records = self.content.records
        self.guide = self.records.guide
        self.base = self.content.base
        self.graph = Graph(self.records)
        self.routes = Routes(self.graph)
        self.wording = TextRenderer(self.content)
        self.plain = self.wording.plain
        self.drawings = DrawingRenderer(self.content, self.wording)
        self.statements = StatementReader(self.content)
        self.coverage = Coverage(self.content, self.statements)
        self.join_words, self.quantity, self.year_of, self.sentence = (
            join_words,
            quantity,
            year_of,
            capitalize_first,
        )
        self.next_review = months_after(self.guide.reviewed, self.guide.review_months)

    def in_reading_order(self) -> list[Page]:
        """Return the pages in the order of the navigation, where it is known."""
        place = {path: at for at, path in enumerate(self.order)}
        return sorted(self.content.pages, key=lambda page: place.get(page.path, len(place)))

    def bundle(self, name: str) -> dict[str, str] | None:
        """Return what is known of a file to take along, where it stands beside the pages."""
        return next((file for file in self.bundles if file["name"] == name), None)

    def root_href(self, here: str) -> Markup:
        """Return the way from a page to the top of the site, with a slash at its end."""
        return Markup("../" * here.count("/"))

    def first_of(self, sources: list[str]) -> list[str]:
        """Return one citation for each source: its first passage stands for the others."""
        return first_of(sources)

    def deferred(self, part: str, id: str = "") -> Markup:
        """Return the mark of a part that tells of other pages: it is filled in when all are known."""
        return Markup("<!-- deferred {} {} -->").format(part, id)

    def mentioned_on(self, record: str, but: str = "") -> list[str]:
        """Return the ids of the pages that point at a record, apart from one."""
        return [page for page in self.mentions.get(record, []) if page != but]

    def href(self, target: str, path: str) -> Markup:
        """Return the way to a record from the page at `path`."""
        return link(self.content, path, target)

    def view_page(self, name: str) -> str:
        """Return the id of the page that holds a view."""
        return next(p.id for p in self.content.pages if any(v.name == name for v in p.views))

    def is_base(self, id: str) -> bool:
        """Say whether the base source names a treatment at all."""
        slots = self.statements.slots(self.records.treatments[id])
        return any(slot.own.base for slot in slots)

    def silent_in_base(self, slot: Slot) -> bool:
        """Say whether only later sources fill a slot."""
        return not slot.own.base and not (slot.family and slot.family.base)

    def card_points(self, treatment: Treatment) -> tuple[list[Statement], list[Statement]]:
        """Return the first good and bad points of a treatment, its own before its family's."""
        family = self.records.treatments[treatment.family] if treatment.family else None
        read = self.statements.read
        good = [*read(treatment.good).all, *read(family.good if family else []).all]
        bad = [*read(treatment.bad).all, *read(family.bad if family else []).all]
        return good[:CARD_POINTS], bad[:CARD_POINTS]

    def join_references(self, ids: list[str]) -> Text:
        """Return references to records as `a, b and c`."""
        return Text(join_words([f"[][{id}]" for id in ids]))

    def family_of(self, treatment: str) -> list[str]:
        """Return the treatments that belong to a family."""
        return [id for id, t in self.records.treatments.items() if t.family == treatment]

    def routes_for(self, treatment: str) -> list[Route]:
        """Return the paths whose ending names a treatment, or one of its family."""
        named = {treatment, *self.family_of(treatment)}
        return [p for p in self.graph.routes if named & self._named(p.outcome)]

    def _named(self, outcome: str) -> set[str]:
        record: Outcome = self.records.outcomes[outcome]
        return {str(t) for t in (*record.treatments, *record.since)}

    def compared(self, treatment: str) -> list[str]:
        """Return the treatments that stand beside one in some outcome."""
        each = [self._named(outcome) for outcome in self.records.outcomes]
        near = set().union(*(named for named in each if treatment in named))
        return [id for id in self.records.treatments if id in near - {treatment}]

    def _targets(self, treatment: Treatment, kind: str) -> list[str]:
        lines = [line for slot in self.statements.slots(treatment) for line in slot.own.all]
        found = [ref.record for line in lines for ref in scan(line.say)]
        return [id for id in dict.fromkeys(found) if self.content.kinds[id] == kind]

    def terms_of(self, treatment: Treatment) -> list[str]:
        """Return the terms that the claims of a treatment use."""
        return self._targets(treatment, "terms")

    def figures_of(self, treatment: Treatment) -> list[str]:
        """Return the figures in the claims of a treatment that count people or parts."""
        figures = self.records.figures
        return [f for f in self._targets(treatment, "figures") if figures[f].show != "amount"]

    def sorted_terms(self) -> list[tuple[str, Term]]:
        """Return the (id, term) pairs from A to Z."""
        return sorted(self.records.terms.items(), key=lambda item: item[1].name.casefold())

    @cached_property
    def every_name(self) -> list[tuple[str, str]]:
        """Return (name, id) for every name of every term and treatment, from A to Z."""
        named = [*self.records.terms.items(), *self.records.treatments.items()]
        names = {(name, id) for id, record in named for name in (record.name, *record.other_names)}
        return sorted(names, key=lambda item: (item[0].casefold(), item[0]))

    def card(self, treatment: str, where: str) -> Markup:
        """Return the card of a treatment; `where` is unique on a page."""
        return self._piece("card.md.j2", id=treatment, where=where)

    def drawing(self, treatment: str, uid: str, brief: bool = False) -> Markup:
        """Return the drawing of a treatment with its caption, or nothing; `uid` is unique on a page."""
        drawing = self.drawings.draw(self.records.treatments[treatment], uid)
        return self._piece("drawing.md.j2", drawing=drawing, brief=brief) if drawing else Markup("")

    def dots(self, figure: str) -> Markup:
        """Return a figure as a grid of a hundred dots, with its words."""
        record = self.records.figures[figure]
        filled = round(float(record.to or record.value))
        spots = [f"M{10 + 20 * (i % 10)} {5 + 10 * (i // 10)}h0" for i in range(100)]
        grid = {"full": "".join(spots[:filled]), "empty": "".join(spots[filled:])}
        shown = grid if record.show != "amount" else None
        words = capitalize_first(quantity(record))
        return self._piece("dots.md.j2", id=figure, figure=record, grid=shown, words=words, filled=filled)

    def _piece(self, template: str, **names: object) -> Markup:
        return Markup(environment().get_template(template).render(g=self, **names))

    @property
    def edition(self) -> dict[str, str]:
        """Return what names this edition on every page: dates and the hash of the content."""
        return {
            "slug": self.guide.slug,
            "reviewed": self.guide.reviewed,
            "next_review": self.next_review,
            "hash": self.content.hash,
            "short_hash": self.content.hash[:12],
            "disclaimer": self.plain(self.guide.disclaimer),
        }

    def cards(self) -> list[tuple[Scorecard, list[Result], list[Score]]]:
        """Return each standard with its items and scores."""
        found = [(card, results(self.content, card)) for card in self.records.scorecards.values()]
        return [(card, items, scores(items)) for card, items in found]

    def sheet_href(self, path: Route, here: str) -> Markup:
        """Return the way from a page to the clinic sheet of a path."""
        start = posixpath.dirname(here) or "."
        return Markup(posixpath.relpath(sheet_path(self.content, path.slug), start))
