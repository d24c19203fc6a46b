"""The kinds of generated parts: what each shows, and how pages that hold it are treated."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of part, asked for by a line `::: name`, or `::: name id` where it is about one record.

    `shows` names the record sets, or layers of a set (`sources since`), that stand in full there:
    links lead to it. `about` names the set that its id comes from; with `home`, one page must hold
    the part of each record, and one is made in `folder` where no file does. `repeats` marks lists
    of what stands in full elsewhere: machines and search are shown the head of their pages.
    `quiet` pages have no marks in their running text, `views` show one section at a time. `boost`
    multiplies the score in search, `help` names the sentence of the interface by which an empty
    search leads there, `script` and `style` are loaded beside those of every page,
    `made_style` is one that is made from the data.
    """

    name: str
    shows: tuple[str, ...] = ()
    about: str = ""
    home: bool = False
    folder: str = ""
    repeats: bool = False
    quiet: bool = False
    views: bool = False
    boost: float = 1.0
    help: str = ""
    script: str = ""
    style: str = ""
    made_style: str = ""


KINDS = {
    kind.name: kind
    for kind in (
        Kind("about", boost=0.8),
        Kind("after-by-treatment"),
        Kind("appointment", shows=("asks",), script="appointment.js", style="appointment.css"),
        Kind("base-source", shows=("sources base",), repeats=True, style="ledger.css"),
        Kind("bundles", style="ledger.css"),
        Kind("changed-since", repeats=True, style="ledger.css"),
        Kind("changes"),
        Kind("comparison", quiet=True, script="compare.js", style="compare.css"),
        Kind(
            "decision-guide",
            shows=("steps", "outcomes"),
            views=True,
            help="search_start",
            script="decision-guide.js",
            style="decision-guide.css",
            made_style="decision-guide-answers.css",
        ),
        Kind("doors", boost=0.5),
        Kind("figures", shows=("figures",), repeats=True, style="ledger.css"),
        Kind("glossary", shows=("terms",), boost=0.4, help="search_nothing", style="glossary.css"),
        Kind("jumps"),
        Kind("message", style="home.css"),
        Kind("not-said", shows=("silences",), repeats=True, style="ledger.css"),
        Kind("picture"),
        Kind("readers"),
        Kind("reviews", style="ledger.css"),
        Kind("scorecard", style="ledger.css"),
        Kind("sources", shows=("sources since",), repeats=True, style="ledger.css"),
        Kind("table-of-routes", style="decision-guide.css"),
        Kind("treatment", about="treatments", home=True, folder="treatments", style="treatment.css"),
        Kind("unwell", shows=("signs",), style="unwell.css"),
    )
}
