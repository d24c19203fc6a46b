"""Print how hard each page is to read, and the hardest blocks: `make readability`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent / "hooks"), str(Path(__file__).parent)]

from helpers.blocks import LONGEST, Block, blocks, page_grade
from helpers.reading_level import sentences, words
from pathway.pages.render import assemble
from pathway.pages.site import Site
from pathway.records.content import Content
from pathway.source.problems import ContentError

WORST = 10


def measure(content: Content) -> dict[str, list[Block]]:
    """Return the blocks of every page by its path."""
    site = Site(content)
    return {p.path: blocks(content, site.wording, assemble(site, p)) for p in content.pages}


def too_long(found: dict[str, list[Block]]) -> dict[str, list[str]]:
    """Return the sentences over the limit by page."""
    long = {
        page: [s for block in all_ for s in sentences(block.text) if len(words(s)) > LONGEST]
        for page, all_ in found.items()
    }
    return {page: list(dict.fromkeys(said)) for page, said in long.items() if said}


def report(content: Content) -> int:
    """Print the grades. Returns 1 where a limit is passed."""
    found = measure(content)
    limits = content.records.guide.grade_limits
    over = False
    print(
        f"{'page':45} {'without terms':>13} {'with':>6} {'SMOG':>6}"
        f"   (limits {limits.without_terms} and {limits.with_terms})"
    )
    for page, all_ in found.items():
        grade = page_grade(all_)
        easy, hard = grade.plainer.flesch_kincaid, grade.full.flesch_kincaid
        too_hard = easy > limits.without_terms or hard > limits.with_terms
        over = over or too_hard
        mark = " <-- too hard" if too_hard else ""
        print(f"{page:45} {easy:13.1f} {hard:6.1f} {grade.full.smog:6.1f}{mark}")
    worst = {b.text: b for all_ in found.values() for b in all_ if b.text}.values()
    print(f"\nThe {WORST} hardest blocks:")
    for block in sorted(worst, key=lambda b: -b.full_grade.flesch_kincaid)[:WORST]:
        print(f"{block.full_grade.flesch_kincaid:5.1f}  {block.text}")
    for page, said in too_long(found).items():
        over = True
        for sentence in said:
            print(f"over {LONGEST} words, {page}: {sentence}")
    return int(over)


if __name__ == "__main__":
    from commands.site import check_content

    try:
        sys.exit(report(check_content()))
    except ContentError as error:
        sys.exit(str(error))
