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
    assert f"{at}: steps > large-where > question: {what}" in copy.problems()


def test_a_question_asked_again_later_on_a_route(write: Callable[..., Copy]) -> None:
    guide = write()
    guide.replace(
        '{question: ring-worn, answers: {"yes": change-ring, "no": change-tap}}',
        '{question: ring-worn, answers: {"yes": between, "no": change-tap}}\n'
        '  between: {question: ring-old, answers: {"yes": again, "no": change-tap}}\n'
        '  again: {question: ring-worn, answers: {"yes": change-ring, "no": change-tap}}',
    )
    guide.replace(
        "  ring-worn:\n",
        "  ring-old: {kind: routing, ask: Is the ring old?, help: Rings wear., who: You, shows: Look at it.,"
        ' answers: {"yes": {label: "Yes, old", short: Old}, "no": {label: "No, new", short: New}}}\n  ring-worn:\n',
    )
    what = "'ring-worn' was asked at 'start' already, on the route start=yes -> between=yes -> again=yes"
    place = guide.place("ring-worn", after="again: {")
    assert f"{place}: steps > again > question: {what}" in guide.problems()


def test_a_question_asked_on_two_routes_is_no_mistake(copy: Copy) -> None:
    assert copy.read("docs/pathway.yml").count("question: at-home") == 2
    assert copy.problems() == []
