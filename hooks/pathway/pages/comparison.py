"""The comparison: a short table of all treatments, and the picked ones beside each other, row by row."""

from ..records.kinds import KINDS
from ..records.treatments import Treatment
from ..source.prose import Page
from .points import Point, short_point
from .site import Site

ROWS = ("day", "nights", "normal", "often", "benefit", "harm", "not_suits")
ALWAYS = ("benefit", "harm")  # what the short table of all shows, too


def view(site: Site, _id: str, _page: Page) -> dict[str, dict[str, tuple[Treatment, Point] | None]]:
    """Return for each treatment what a row says, and who says it: the treatment or its family."""
    records = site.content.records.treatments.items()
    return {id: {row: _told(site, record, row) for row in ROWS} for id, record in records}


def _told(site: Site, record: Treatment, row: str) -> tuple[Treatment, Point] | None:
    treatments = site.content.records.treatments
    for of in (record, *([treatments[record.family]] if record.family else [])):
        refs = getattr(of, row)
        if told := site.statements.read([refs] if row in ALWAYS else refs).statements:
            return of, short_point(site, told[0])
    return None


def pick_styles(site: Site) -> dict[str, str]:
    """Return the style sheet that shows the picked treatments, so that picking needs no script."""
    template = site.environment.get_template("compare-picks.css.j2")
    text = template.render(ids=list(site.content.records.treatments))
    return {f"assets/{KINDS['comparison'].styles[1]}": text}
