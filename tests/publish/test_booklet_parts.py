"""What of the one file the printed booklet holds, and what it leaves to screens: looked at without the printer."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from helpers.editing import ROOT
from helpers.html_pages import HTMLParser, text_of


def _left_out(name: str) -> str:
    parts = ast.parse((ROOT / "booklet/print.py").read_text("utf-8")).body
    told = {part.targets[0].id: part.value for part in parts if isinstance(part, ast.Assign)}  # type: ignore[attr-defined]
    return str(ast.literal_eval(told[name]))


def _parts(second: Path, *left_out: str) -> dict[str, str]:
    """Return the words of each part by its id; of the decision guide, those of each view by its heading's."""
    (file,) = (second.parent / "dist").glob("*.html")
    page = HTMLParser(file.read_text("utf-8"))
    for node in reversed(page.css(", ".join(map(_left_out, left_out)))):  # what is inside first
        node.decompose()
    views = {view.css_first("h2").id: text_of(view) for view in page.css("section.view:not(.page-end)")}
    for view in page.css("section.view:not(.page-end)"):
        view.decompose()
    return {part.id: text_of(part) for part in page.css("section.leaf")} | views


@pytest.fixture(scope="module")
def told(second: Path) -> dict[str, str]:
    return _parts(second, "SCREEN", "EVIDENCE")


PARTS = {
    "feeling-unwell": """
        Something is wrong Emergency now Call 112 112: the Netherlands. Elsewhere: the number of your own country.
        When air hisses out: stop. Call now By day or night. After a fall on the head: call, day or night.
        Name My team Telephone, by day and by night
        You fell Emergency now Someone who fell on the head must not get up. Call now Someone who fell and is sore should
        not ride on. Until help comes Sit down in the shade.
        Air hisses out Call now Stop and get down when air hisses out. Usual A short hiss at the valve means nothing.
        Never stop suddenly Never brake hard on the flat wheel.
        By option Some options ask for more help, or sooner. This counts first. Pick your option
        Sealant Call now Air hisses out. Fluid in the eye must be washed out.
    """,
    "treatments-sealant": """
        Sealant A fluid that closes the hole from inside. A tire with cracks is too old.
        What happens Afterwards Spots on the frame are usual. How well it works The wheel stays on. Risks It makes a mess.
        Something wrong? When to call, and whom
        Who it may suit, and who not Who it may suit Riders who are far from home can use it.
        Questions to ask How long will it hold?
        What is not known No source says how long the fluid lasts in heat. Who may know: A maker of it. Not told by the
        sources we read: Before; How it is done; The night after; What is normal; How often; Who it may not suit.
    """,
    "p5-large-where": """
        Question 2. This is the last one. Are you at home? The wheel must come off for a new tube.
        Yes, I am No, I am on the way I don’t know yet
    """,
    "p5-mend": """
        Options to talk about if Your hole is small
        Usually discussed first Put on a piece Why: Small holes can be mended.
        For some people New tube Why: A whole inner tube works for a hole of any size. If: You have one at hand.
    """,
    "p5-soak": """
        Options to talk about if You see no hole, and you are at home
        Options to talk about Put on a piece Why: Slow leaks show as bubbles in a bucket. If: The water shows the hole.
        New tube Why: A whole inner tube works for a hole of any size. No source we read ranks these.
    """,
    "my-appointment": """
        Name Date of the visit Telephone, by day and by night About my case Where is the hole?
        Before I decide How long will it hold? The way home may be long. Which size do I need?
        Afterwards When may I ride again? My own questions What matters to me
        I want to ride on soon. A lot Some Not much I want to throw nothing away. A lot Some Not much
    """,
}
DATED = re.compile(r"^My visit |Mending a bicycle tire\. Checked 2024-01-31\. Edition [0-9a-f]{12}\. ?")


@pytest.mark.parametrize("part", PARTS)
def test_this_is_printed_and_nothing_else(told: dict[str, str], part: str) -> None:
    assert DATED.sub("", told[part]).split() == PARTS[part].split()


def test_an_answer_that_is_not_known_is_asked_on_a_screen_alone(told: dict[str, str]) -> None:
    assert [id for id in told if id.endswith("--unsure")] == []


def test_comparison_downloads_and_evidence_are_left_out_and_the_appendix_holds_the_evidence(
    project: Path,
) -> None:
    brief, whole = _parts(project / "site", "SCREEN", "EVIDENCE"), _parts(project / "site", "SCREEN")
    assert {"feeling-unwell", "treatments-prrt", "glossary"} <= brief.keys()
    assert {"treatments", "offline"} & whole.keys() == set()
    assert sorted(whole.keys() - brief.keys()) == ["about", "changes", "clinicians", "not-said", "sources"]
