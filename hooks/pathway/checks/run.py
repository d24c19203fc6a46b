"""All checks, in an order in which each may trust the ones before."""

from ..model.scorecard import check_scorecards
from ..records.content import Content
from ..source.navigation import NavEntries
from ..source.problems import ContentError, Found
from .balance import check_balance
from .claims import check_claims
from .drawing import check_drawing
from .graph import check_graph
from .options import check_options
from .pages import check_pages
from .phrases import check_names, check_phrases
from .records import check_records, check_targets
from .texts import check_references, check_texts
from .values import check_values


def check(content: Content, listed: NavEntries | None) -> None:
    """Raise `ContentError` with every problem of the content, or return.

    `listed` is what the navigation names, where there is one. What follows references waits until
    each of them leads somewhere.
    """
    lost = [*check_targets(content), *check_references(content)]
    found: list[Found] = [*content.problems, *lost, *check_records(content), *check_values(content)]
    found += [*check_names(content), *check_texts(content)]
    found += check_pages(content, listed)
    found += check_phrases(content) if not found else []
    if not lost:
        routing = list(check_graph(content))
        found += routing
        found += check_claims(content)
        found += [] if routing else check_options(content)
        found += check_balance(content)
        found += check_drawing(content)
    found += check_scorecards(content)
    if found:
        raise ContentError(content.told(found))
