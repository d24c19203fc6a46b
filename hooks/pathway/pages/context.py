"""What the templates may ask: everything here is derived from the records and the graph."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from ..model.coverage import Coverage
from ..model.graph import Graph, Path
from ..model.routes import Routes
from ..model.scorecard import Result, Score, results, scores
from ..model.statements import Line, LineReader, Slot, first_of
from ..records.content import Content
from ..records.pathway import Outcome, Scorecard, Term, Treatment
from ..source.prose import Page
from ..source.references import scan
from ..text.blocks import EASY, HARD, LONGEST, PageGrade
from ..text.dates import months_after
from ..text.drawing import Artist
from ..text.environment import environment
from ..text.links import link, sheet_path
from ..text.wording import Speaker, capital, listed, quantity, year_of

LATER = re.compile(
    r"<!-- later ([a-z-]+) (\S*) -->"
)  # no text can hold it: marks are escaped, prose has no HTML


@dataclass
class Views:
    """The derived views of a guide, by the names that templates use."""

    content: Content
    order: tuple[str, ...] = ()
    bundles: tuple[dict[str, str], ...] = ()
    mentions: dict[str, list[str]] = field(default_factory=dict)
    grades: dict[str, PageGrade] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.records = self.content.records
        self.guide = self.records.guide
        self.base = self.content.base
        self.graph = Graph(self.records)
        self.routes = Routes(self.graph)
        self.speaker = Speaker(self.content)
        self.plain = self.speaker.plain
        self.artist = Artist(self.content, self.speaker)
        self.reader = LineReader(self.content)
        self.coverage = Coverage(self.content, self.reader)
        self.limits = {"easy": EASY, "hard": HARD, "longest": LONGEST}
        self.listed, self.quantity, self.year_of, self.sentence = listed, quantity, year_of, capital
        self.next_review = months_after(self.guide.reviewed, self.guide.review_months)

    def in_reading_order(self) -> list[Page]:
        """Return the pages in the order of the navigation, where it is known."""
        place = {path: at for at, path in enumerate(self.order)}
        return sorted(self.content.pages, key=lambda page: place.get(page.path, len(place)))

    def bundle(self, name: str) -> dict[str, str] | None:
        """Return what is known of a file to take along, where it stands beside the pages."""
        return next((file for file in self.bundles if file["name"] == name), None)

    def root_way(self, here: str) -> Markup:
        """Return the way from a page to the top of the site, with a slash at its end."""
        return Markup("../" * here.count("/"))

    def first_of(self, sources: list[str]) -> list[str]:
        """Return one citation for each source: its first passage stands for the others."""
        return first_of(sources)

    def later(self, part: str, id: str = "") -> Markup:
        """Return the mark of a part that tells of other pages: it is filled in when all are known."""
        return Markup("<!-- later {} {} -->").format(part, id)

    def mentioned_on(self, record: str, but: str = "") -> list[str]:
        """Return the ids of the pages that point at a record, apart from one."""
        return [page for page in self.mentions.get(record, []) if page != but]

    def way(self, target: str, path: str) -> Markup:
        """Return the way to a record from the page at `path`."""
        return link(self.content, path, target)

    def view_page(self, name: str) -> str:
        """Return the id of the page that holds a view."""
        return next(p.id for p in self.content.pages if any(v.name == name for v in p.views))

    def is_base(self, id: str) -> bool:
        """Say whether the base source names a treatment at all."""
        slots = self.reader.slots(self.records.treatments[id])
        return any(slot.own.base for slot in slots)

    def silent_in_base(self, slot: Slot) -> bool:
        """Say whether only later sources fill a slot."""
        return not slot.own.base and not (slot.family and slot.family.base)

    def all_lines(self, treatment: Treatment, slot: str) -> list[Line]:
        """Return the lines of a slot, then those of the treatment's family."""
        found = next(s for s in self.reader.slots(treatment) if s.id == slot)
        return [*found.own.said, *(found.family.said if found.family else ())]

    def family_of(self, treatment: str) -> list[str]:
        """Return the treatments that belong to a family."""
        return [id for id, t in self.records.treatments.items() if t.family == treatment]

    def paths_for(self, treatment: str) -> list[Path]:
        """Return the paths whose ending names a treatment, or one of its family."""
        named = {treatment, *self.family_of(treatment)}
        return [p for p in self.graph.paths if named & self._named(p.outcome)]

    def _named(self, outcome: str) -> set[str]:
        record: Outcome = self.records.outcomes[outcome]
        return {str(t) for t in (*record.treatments, *record.since)}

    def compared(self, treatment: str) -> list[str]:
        """Return the treatments that stand beside one in some outcome."""
        each = [self._named(outcome) for outcome in self.records.outcomes]
        near = set().union(*(named for named in each if treatment in named))
        return [id for id in self.records.treatments if id in near - {treatment}]

    def _targets(self, treatment: Treatment, kind: str) -> list[str]:
        lines = [line for slot in self.reader.slots(treatment) for line in slot.own.said]
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
        names = {(name, id) for id, record in named for name in (record.name, *record.also)}
        return sorted(names, key=lambda item: (item[0].casefold(), item[0]))

    def card(self, treatment: str, where: str) -> Markup:
        """Return the card of a treatment; `where` is unique on a page."""
        return self._piece("card.md.j2", id=treatment, where=where)

    def drawing(self, treatment: str, uid: str, brief: bool = False) -> Markup:
        """Return the drawing of a treatment with its caption, or nothing; `uid` is unique on a page."""
        drawing = self.artist.draw(self.records.treatments[treatment], uid)
        return self._piece("drawing.md.j2", drawing=drawing, brief=brief) if drawing else Markup("")

    def dots(self, figure: str) -> Markup:
        """Return a figure as a grid of a hundred dots, with its words."""
        record = self.records.figures[figure]
        filled = round(float(record.to or record.value))
        spots = [f"M{10 + 20 * (i % 10)} {5 + 10 * (i // 10)}h0" for i in range(100)]
        grid = {"full": "".join(spots[:filled]), "empty": "".join(spots[filled:])}
        shown = grid if record.show != "amount" else None
        words = capital(quantity(record))
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
        }

    def cards(self) -> list[tuple[Scorecard, list[Result], list[Score]]]:
        """Return each standard with its items and scores."""
        found = [(card, results(self.content, card)) for card in self.records.scorecards.values()]
        return [(card, items, scores(items)) for card, items in found]

    def sheet_way(self, path: Path, here: str) -> Markup:
        """Return the way from a page to the clinic sheet of a path."""
        start = posixpath.dirname(here) or "."
        return Markup(posixpath.relpath(sheet_path(self.content, path), start))
