"""The decision guide without scripts: its graph, read back from the page, is the data's."""

from __future__ import annotations

from pathlib import Path

from pathway.pages.context import PageContext

from helpers.html_pages import squeeze, text_of, tree
from pathway.records.content import Content


def _guide(built: Path):
    return tree(built / "decision-guide" / "index.html")


def test_guide_without_scripts_equals_the_data(content: Content, views: PageContext, built: Path) -> None:
    page = _guide(built)
    edges = [
        (section.css_first("h2").id, squeeze(link.text()), link.attributes["href"].removeprefix("#"))
        for section in page.css("section.step")
        for link in section.css(".answers a")
    ]
    meant = [
        (e.step, views.plain(views.routes.answer(e.step, e.answer)), e.target)
        for step in views.graph.ordered
        for e in views.graph.outgoing[step]
    ]
    assert edges == meant
    endings = [section.css_first("h2").id for section in page.css("section.outcome")]
    assert endings == list(views.routes.routes_by_outcome)
    assert {target for _, _, target in edges} - {step for step, _, _ in edges} == set(endings)


def test_every_question_stands_in_the_words_of_the_data(
    content: Content, views: PageContext, built: Path
) -> None:
    for section in _guide(built).css("section.step"):
        question = views.routes.question(section.css_first("h2").id)
        assert squeeze(section.css_first("h2").text()) == views.plain(question.ask)
        text = text_of(section)
        assert views.plain(question.why) in text
        assert views.plain(question.who) in text and views.plain(question.test) in text


def test_what_is_still_possible_equals_the_graph(views: PageContext, built: Path) -> None:
    for section in _guide(built).css("section.step"):
        step = section.css_first("h2").id
        listed = [a.attributes["href"].removeprefix("#") for a in section.css(".unsure li a")]
        assert listed == list(views.routes.reachable_outcomes(step))


def test_every_ending_says_what_the_data_says(content: Content, views: PageContext, built: Path) -> None:
    records = content.records
    for section in _guide(built).css("section.outcome"):
        outcome = records.outcomes[section.css_first("h2").id]
        text = text_of(section)
        lines = [
            *views.statements.read(records.guide.every_outcome).all,
            *views.statements.read(outcome.claims).all,
        ]
        for line in lines:
            assert views.plain(line.say) in text
        for silence in outcome.silences:
            assert views.plain(records.silences[silence].say) in text
        for words in (*outcome.next, *(records.asks[a].ask for a in outcome.asks)):
            assert views.plain(words) in text
        named = {
            a.attributes["href"].rstrip("/").rsplit("/", 1)[-1]
            for a in section.css("a[href*='../treatments/']")
        }
        assert {*map(str, outcome.treatments), *map(str, outcome.since)} <= named


def test_every_ending_lists_its_paths(views: PageContext, built: Path) -> None:
    for section in _guide(built).css("section.outcome"):
        outcome = section.css_first("h2").id
        codes = [squeeze(node.css_first("strong").text()) for node in section.css("p.code")]
        assert codes == [path.code for path in _paths_to(views, outcome)]
        text = text_of(section)
        for path in _paths_to(views, outcome):
            for question, answer in views.routes.questions_and_answers(path):
                assert views.plain(question) in text and views.plain(answer) in text


def test_paths_table_and_codes(views: PageContext, built: Path) -> None:
    rows = [r for r in tree(built / "paths" / "index.html").css("tr") if r.css("td")]
    assert [squeeze(r.css("td")[0].text()) for r in rows] == [p.code for p in views.graph.routes]
    assert len({path.code for path in views.graph.routes}) == len(views.graph.routes)


def _paths_to(views: PageContext, outcome: str) -> list:
    return [path for path in views.graph.routes if path.outcome == outcome]
