"""A question that one route asks twice could be answered yes and no: refused, with the route."""

from __future__ import annotations

from collections.abc import Callable

from helpers.editing import Copy

STEPS = "  large-where: {question: at-home,"


def test_a_question_asked_twice_on_one_route(copy: Copy) -> None:
    copy.replace(STEPS, "  large-where: {question: small-hole,")
    copy.replace('{"yes": change, "no": seal}', '{"yes": change, "no": seal, unseen: mend}')
    what = "'small-hole' was asked at 'start' already, on the route start=no -> large-where=yes"
    at = copy.place("small-hole", after="large-where: {question")
    assert copy.problems() == [f"{at}: steps > large-where > question: {what}"]


def test_a_question_asked_again_later_on_a_route(write: Callable[..., Copy]) -> None:
    guide = write()
    guide.replace(
        '{question: ring-worn, answers: {"yes": change-ring, "no": change-tap}}',
        '{question: ring-worn, answers: {"yes": again, "no": between}}\n'
        '  between: {question: ring-old, answers: {"yes": again, "no": change-tap}}\n'
        '  again: {question: ring-worn, answers: {"yes": change-ring, "no": change-tap}}',
    )
    guide.replace(
        "  ring-worn: {",
        "  ring-old: {ask: Is the ring old?, why: Rings wear., who: You, test: Look at it.,"
        ' answers: {"yes": "Yes, old", "no": "No, new"}, from: manual-1990}\n  ring-worn: {',
    )
    what = "'ring-worn' was asked at 'start' already, on the route start=yes -> again=yes"
    assert guide.problems() == [
        f"{guide.place('ring-worn', after='again: {')}: steps > again > question: {what}"
    ]


def test_a_question_asked_on_two_routes_is_no_mistake(copy: Copy) -> None:
    assert copy.read("docs/pathway.yml").count("question: at-home") == 2
    assert copy.problems() == []
