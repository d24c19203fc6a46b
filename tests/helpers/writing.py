"""Small guides written as one indented text: a file's name at the left with a colon, its lines below it."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path

from helpers.editing import ROOT, UNWANTED

SMALLEST = """
    mkdocs.yml:
        INHERIT: settings.yml
        nav:
          - index.md
          - Ways:
              - treatments/
          - guide.md
          - compare.md
          - lists.md
    docs/index.md:
        ---
        description: What to do about a tap that drips.
        own_words: A page to read on
        ---
        # A tap that drips

        ::: doors

        ::: glossary
    docs/guide.md:
        ---
        description: A question on the ring.
        own_words: A page to read on
        ---
        # Find out

        ::: decision-guide
    docs/compare.md:
        ---
        description: All ways.
        own_words: A page to read on
        ---
        # All ways

        ::: comparison

        ::: appointment
    docs/lists.md:
        ---
        description: Where it comes from.
        own_words: A page to read on
        ---
        # Lists

        ::: base-source

        ::: figures
    docs/pathway.yml:
        guide:
          title: A dripping tap
          slug: tap-guide
          decision: How to stop the drip
          message: There is more than one way.
          readers: [Your tap drips.]
          not_for: [People whose pipe has burst.]
          base: manual-1990
          base_note: The manual is old.
          first: start
          authors: [A plumber]
          funding: Nobody paid for it.
          interests: The plumber sells nothing.
          evidence: The plumber read a manual.
          updates: It is read again each month.
          not_done: [Nobody has tested it.]
          reviewed: 2024-01-31
          review_months: 1
          grade_limits: {without_terms: 8, with_terms: 9}
          disclaimer: Ask a plumber.
          schema_types: {page: WebPage, audience: Audience, about: Thing}
          slots: {what: What, before: Before, day: Day, nights: Nights, after: After, normal: Normal, often: Often,
            works: Works, risks: Risks, suits: Suits, not_suits: Does not suit, lived: Feels like, unknown: Unknown,
            was: Was, questions: Questions}
        sources:
          manual-1990:
            {title: A manual, by: A club, year: 1990, layer: base, kind: book, passages: {shut: {at: page A}}}
        figures:
          drops: {show: people, value: 30, unit: taps drip, whom: Taps of one house, over: null, sure: null, from: manual-1990#shut}
        terms:
          seal: {name: seal, meaning: A ring that keeps the water in.}
        claims:
          shut-first: {say: Shut the water off first., from: manual-1990#shut, kind: advice}
          ring-can: {say: A worn ring can be changed., from: manual-1990#shut, kind: fact, for: {ring-worn: ["yes"]}}
          tap-can: {say: An old tap can be changed., from: manual-1990#shut, kind: fact, for: {ring-worn: ["no"]}}
          ring-cheap: {say: "It costs little, and [][drops].", from: manual-1990#shut, kind: benefit}
          ring-wears: {say: It may wear out soon., from: manual-1990#shut, kind: harm}
          tap-lasts: {say: It lasts for years., from: manual-1990#shut, kind: benefit}
          tap-dear: {say: It costs a lot., from: manual-1990#shut, kind: harm}
        silences: {}
        treatments:
          washer:
            name: washer
            meaning: A new ring.
            meaning_from: manual-1990#shut
            before: [shut-first]
            works: [ring-cheap]
            risks: [ring-wears]
            questions: [which-size]
            benefit: ring-cheap
            harm: ring-wears
          new-tap:
            name: new tap
            meaning: The tap is changed as a whole.
            meaning_from: manual-1990#shut
            works: [tap-lasts]
            risks: [tap-dear]
            questions: [how-long]
            benefit: tap-lasts
            harm: tap-dear
        asks:
          which-size: {ask: Which size?}
          how-long: {ask: How long will it hold?}
          what-cost: {ask: What will it cost?}
        questions:
          ring-worn:
            {kind: routing, ask: Is the ring worn?, help: Rings wear., who: You, shows: Look at it.,
            answers: {"yes": {label: "Yes, it is", short: Worn}, "no": {label: "No, it is not", short: Not worn}}}
        steps:
          start: {question: ring-worn, answers: {"yes": change-ring, "no": change-tap}}
        outcomes:
          change-ring:
            case: Your ring is worn
            short: Worn ring
            options: [{treatment: washer, group: some, because: ring-can}]
            ordered: false
            next: [Buy a ring.]
            asks: [which-size, how-long, what-cost]
          change-tap:
            case: Your tap is old
            short: Old tap
            options: [{treatment: new-tap, group: some, because: tap-can}]
            ordered: false
            next: [Buy a tap.]
            asks: [which-size, how-long, what-cost]
        changes: [{on: 2024-01-31, what: First edition.}]
"""


def files_of(text: str) -> dict[str, str]:
    """Return the text of each file by its name, from one indented text."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in textwrap.dedent(text).strip("\n").splitlines():
        if line and not line[0].isspace():
            assert line.endswith(":"), f"a file's name ends in a colon: {line!r}"
            lines = found.setdefault(line[:-1], [])
        else:
            lines.append(line)
    return {name: textwrap.dedent("\n".join(block)).strip("\n") + "\n" for name, block in found.items()}


def write_project(root: Path, *texts: str) -> Path:
    """Write a guide beside the project's own code, settings, scripts and styles. Later texts win."""
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=UNWANTED)
    shutil.copytree(ROOT / "docs/assets", root / "docs/assets")
    shutil.copy(ROOT / "mkdocs.yml", root / "settings.yml")
    for text in texts:
        for name, content in files_of(text).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
    return root
