"""The kinds of generated parts: what each shows, and how search treats the page that holds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of part, asked for by a line `::: name`, or `::: name id` where it is about one record.

    `shows` names the record sets, or layers of a set (`sources since`), that stand in full there:
    links lead to it. `about` names the set that its id comes from; with `home`, one page must hold
    the part of each record, and one is made in `folder` where no file does. `repeats` marks lists
    of what stands in full elsewhere: machines and search are shown the head of their pages.
    `boost` multiplies the score in search, `help` names the sentence of the interface by which an
    empty search leads there, `script` is what its pages load beside the script of every page.
    """

    name: str
    shows: tuple[str, ...] = ()
    about: str = ""
    home: bool = False
    folder: str = ""
    repeats: bool = False
    boost: float = 1.0
    help: str = ""
    script: str = ""


KINDS = {
    kind.name: kind
    for kind in (
        Kind("about", boost=0.8),
        Kind("alerts", shows=("alerts",)),
        Kind("base-source", shows=("sources base",), repeats=True),
        Kind("bundles"),
        Kind("changes"),
        Kind("comparison", shows=("treatments",), repeats=True, script="compare.js"),
        Kind("contacts"),
        Kind("decision"),
        Kind(
            "decision-guide", shows=("steps", "outcomes"), boost=0.4, help="search_start", script="guide.js"
        ),
        Kind("doors", boost=0.5),
        Kind("figure", about="figures"),
        Kind("figures", shows=("figures",), repeats=True),
        Kind("glossary", shows=("terms",), boost=0.4, help="search_nothing"),
        Kind("message"),
        Kind("not-said", shows=("silences",), repeats=True),
        Kind("paths", repeats=True),
        Kind("questions-to-ask", shows=("asks",), boost=0.8),
        Kind("readers"),
        Kind("scorecard"),
        Kind("sources", shows=("sources since",), repeats=True),
        Kind("treatment", about="treatments", home=True, folder="treatments"),
        Kind("treatment-list"),
        Kind("updates", shows=("updates",)),
        Kind("urgent"),
        Kind("values"),
    )
}
