"""The kinds of generated parts: what each shows, and how pages that hold it are treated."""

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of part, asked for by a line `::: name`, or `::: name id` where it is about one record.

    `shows` names the record sets, or layers of a set (`sources since`), that stand in full there: links
    lead to it. `tells` is the way to a field that stands there alone. `about` names the set that its id
    comes from; with a `folder`, one page must hold the part of each record, and one is made there where no
    file does. `repeats` marks lists of what stands in full elsewhere: machines and search are shown the
    head of their pages; what is `found_elsewhere` is hidden from search alone. `quiet` pages have no marks
    in their running text, `views` show one section at a time. Search that finds nothing leads to pages that
    `help`. `script` and `styles` are loaded beside those of every page; a second style sheet is made from
    the data.
    """

    name: str
    shows: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    about: str = ""
    folder: str = ""
    repeats: bool = False
    quiet: bool = False
    views: bool = False
    found_elsewhere: bool = False
    help: bool = False
    script: str = ""
    styles: tuple[str, ...] = ()


KINDS = {
    kind.name: kind
    for kind in (
        Kind("about"),
        Kind("after-by-treatment", tells=("unwell", "after")),
        Kind("appointment", shows=("asks",), help=True, script="appointment.js", styles=("appointment.css",)),
        Kind("base-source", shows=("sources base",), repeats=True, styles=("ledger.css",)),
        Kind("bundles", styles=("ledger.css",)),
        Kind("changed-since", found_elsewhere=True, styles=("ledger.css",)),
        Kind("changes"),
        Kind(
            "comparison",
            quiet=True,
            found_elsewhere=True,
            script="compare.js",
            styles=("compare.css", "compare-picks.css"),
        ),
        Kind(
            "decision-guide",
            shows=("steps", "outcomes"),
            views=True,
            help=True,
            script="decision-guide.js",
            styles=("decision-guide.css", "decision-guide-answers.css"),
        ),
        Kind("doors"),
        Kind("easy-read", tells=("guide", "easy_read"), repeats=True, styles=("easy-read.css",)),
        Kind("figures", shows=("figures",), repeats=True, styles=("ledger.css",)),
        Kind("glossary", shows=("terms",), styles=("glossary.css",)),
        Kind("jumps"),
        Kind("keep"),
        Kind("message", styles=("home.css",)),
        Kind("not-said", shows=("silences",), repeats=True, styles=("ledger.css",)),
        Kind("picture", tells=("guide", "picture")),
        Kind("readers"),
        Kind("reviews", tells=("reviews",), found_elsewhere=True, styles=("ledger.css",)),
        Kind("scorecard", tells=("scorecards",), found_elsewhere=True, styles=("ledger.css",)),
        Kind("sources", shows=("sources since",), repeats=True, styles=("ledger.css",)),
        Kind("table-of-routes", found_elsewhere=True, styles=("decision-guide.css",)),
        Kind("treatment", about="treatments", folder="treatments", styles=("treatment.css",)),
        Kind("unwell", shows=("signs",), quiet=True, help=True, styles=("unwell.css",)),
    )
}
