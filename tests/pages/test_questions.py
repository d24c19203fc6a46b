"""Questions to take along: by treatment, all together, to tick and print."""

from __future__ import annotations

from pathlib import Path

from helpers.html_pages import text_of, tree
from pathway.records.content import Content


def test_questions_can_be_ticked_and_printed(content: Content, views, built: Path) -> None:
    page = tree(built / "questions-to-ask" / "index.html")
    ticks = {node.id: text_of(node) for node in page.css(".tick")}
    assert ticks == {id: views.plain(ask.ask) for id, ask in content.records.asks.items()}
    css = (built / "assets" / "guide.css").read_text("utf-8")
    assert ".tick .ask::before" in css and "border-bottom" in css.split(".tick {")[1].split("}")[0]


def test_each_treatment_lists_its_questions(content: Content, views, built: Path) -> None:
    for id, treatment in content.records.treatments.items():
        assert treatment.questions, id
        text = text_of(tree(built / "treatments" / id / "index.html").css_first("article"))
        for ask in treatment.questions:
            assert views.plain(content.records.asks[ask].ask) in text


def test_nobody_forgot_a_question(content: Content) -> None:
    records = content.records
    used = {str(a) for t in records.treatments.values() for a in t.questions}
    used |= {str(a) for o in records.outcomes.values() for a in o.asks}
    assert set(records.asks) == used
