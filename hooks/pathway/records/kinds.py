"""The kinds of generated parts: what each shows, and how pages that hold it are treated."""

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of part, asked for by a line `::: name`, or `::: name id` where it is about one record.

    `shows` names the record sets, or layers of a set (`sources since`), that stand in full there:
    links lead to it. `about` names the set that its id comes from; with `home`, one page must hold
    the part of each record, and one is made in `folder` where no file does. `repeats` marks lists
    of what stands in full elsewhere: machines and search are shown the head of their pages; what is
    `found_elsewhere` is hidden from search alone. `quiet` pages have no marks in their running text,
    `views` show one section at a time. Search that finds nothing leads to pages that `help`. `script`
    and `style` are loaded beside those of every page, `made_style` is one that is made from the data.
    """

    name: str
    shows: tuple[str, ...] = ()
    about: str = ""
    home: bool = False
    folder: str = ""
    repeats: bool = False
    quiet: bool = False
    views: bool = False
    found_elsewhere: bool = False
    help: bool = False
    script: str = ""
    style: str = ""
    made_style: str = ""

    @property
    def styles(self) -> list[str]:
        """Its own style sheet, then the one that is made."""
        return [style for style in (self.style, self.made_style) if style]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("about"),
        Kind("after-by-treatment"),
        Kind("appointment", shows=("asks",), help=True, script="appointment.js", style="appointment.css"),
        Kind("base-source", shows=("sources base",), repeats=True, style="ledger.css"),
        Kind("bundles", style="ledger.css"),
        Kind("changed-since", found_elsewhere=True, style="ledger.css"),
        Kind("changes"),
        Kind(
            "comparison",
            quiet=True,
            found_elsewhere=True,
            script="compare.js",
            style="compare.css",
            made_style="compare-picks.css",
        ),
        Kind(
            "decision-guide",
            shows=("steps", "outcomes"),
            views=True,
            help=True,
            script="decision-guide.js",
            style="decision-guide.css",
            made_style="decision-guide-answers.css",
        ),
        Kind("doors"),
        Kind("easy-read", repeats=True, style="easy-read.css"),
        Kind("figures", shows=("figures",), repeats=True, style="ledger.css"),
        Kind("glossary", shows=("terms",), style="glossary.css"),
        Kind("jumps"),
        Kind("keep"),
        Kind("message", style="home.css"),
        Kind("not-said", shows=("silences",), repeats=True, style="ledger.css"),
        Kind("picture"),
        Kind("readers"),
        Kind("reviews", found_elsewhere=True, style="ledger.css"),
        Kind("scorecard", found_elsewhere=True, style="ledger.css"),
        Kind("sources", shows=("sources since",), repeats=True, style="ledger.css"),
        Kind("table-of-routes", found_elsewhere=True, style="decision-guide.css"),
        Kind("treatment", about="treatments", home=True, folder="treatments", style="treatment.css"),
        Kind("unwell", shows=("signs",), quiet=True, help=True, style="unwell.css"),
    )
}
