"""Kinds of mistakes that readers of the sources have found: each is looked for in the whole guide.

Every search is a function that names the faults; each is shown a planted one first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pathway.records.content import Content
from pathway.records.evidence import Figure
from pathway.text.dots import dots
from pathway.text.wording import TextRenderer

LENGTH = re.compile(r"time without growth|length of life|time until tumor grew|relief lasted")
SPAN = re.compile(r"\d (?:months|years)")
MIDDLE = re.compile(r"median|middle value|on average|\bhalf\b")
ACTION = re.compile(r"call|ambulance|emergency room|tell your|take sugar|nothing by mouth", re.IGNORECASE)
DEGREES = re.compile(r"\d+(?:\.\d+)? °[FC]")
LIFE = re.compile(r"\balive\b|\blived\b|length of life|surviv|live longer", re.IGNORECASE)

Search = Callable[[Content], Iterator[str]]


def medians_not_called_so(content: Content) -> Iterator[str]:
    wording = TextRenderer(content)
    for id, claim in content.records.claims.items():
        said = wording.plain(claim.say)
        if LENGTH.search(said) and SPAN.search(said) and not MIDDLE.search(said):
            yield id


def rates_drawn_as_none(content: Content) -> Iterator[str]:
    for id, figure in content.records.figures.items():
        drawn = dots(figure)
        if drawn and float(figure.to or figure.value) > 0 and not drawn.full + drawn.ringed:
            yield id


def ranges_drawn_at_one_end(content: Content) -> Iterator[str]:
    for id, figure in content.records.figures.items():
        drawn = dots(figure)
        if drawn and figure.to and float(figure.value) < float(figure.to):
            ends = [round(float(end) * drawn.total / 100) for end in (figure.value, figure.to)]
            upper = drawn.full + drawn.ringed
            if not drawn.ringed or abs(drawn.full - ends[0]) > 1 or abs(upper - ends[1]) > 1:
                yield id


def silences_that_a_claim_ends(content: Content) -> Iterator[str]:
    """What one source leaves out, others may tell. What no source says, none does."""
    for id, claim in content.records.claims.items():
        if claim.answers and not content.records.silences[str(claim.answers)].base:
            yield id


def warnings_without_an_action(content: Content) -> Iterator[str]:
    claims, wording = content.records.claims, TextRenderer(content)
    rules = [(r.claim, r.level) for _, r in _rules(content)]
    must = {str(claim) for claim, level in rules if level != "usual"}
    ends = content.records.unwell.after.values() if content.records.unwell else []
    must |= {str(listed[-1]) for listed in ends}
    must |= {id for id, c in claims.items() if c.kind == "advice" and re.match(r"Signs (?:of|are)\b", c.say)}
    yield from (id for id in must if not ACTION.search(wording.plain(claims[id].say)))


def limits_side_by_side(content: Content) -> Iterator[str]:
    """One temperature counts where a reader acts; the others stand behind it."""
    claims, wording = content.records.claims, TextRenderer(content)
    unwell = content.records.unwell
    shown = {str(rule.claim) for _, rule in _rules(content)}
    shown |= {str(id) for listed in (unwell.after.values() if unwell else ()) for id in listed}
    said = {id: set(DEGREES.findall(wording.plain(claims[id].say))) for id in sorted(shown)}
    limits = said.get("sign-fever-call", set())
    yield from (id for id, found in said.items() if found and found != limits)


def benefits_without_a_harm(content: Content) -> Iterator[str]:
    claims = content.records.claims
    for id, treatment in content.records.treatments.items():
        kinds = {claims[str(ref)].kind for ref in treatment.risks if str(ref) in claims}
        if treatment.works and "harm" not in kinds:
            yield id


def lives_in_short(content: Content) -> Iterator[str]:
    """How long people lived is told where the reader asked for it: in no short form, no reason, not at home."""
    claims, wording = content.records.claims, TextRenderer(content)
    yield from (id for id, claim in claims.items() if LIFE.search(wording.plain(claim.short or "")))
    for outcome in content.records.outcomes.values():
        reasons = {str(option.because) for option in outcome.options}
        yield from (id for id in reasons if LIFE.search(wording.plain(claims[id].say)))
    home = next(page for page in content.pages if page.path == "index.md")
    named = {ref.target for ref in home.references} & set(claims)
    yield from (id for id in named if LIFE.search(wording.plain(claims[id].say)))


def _rules(content: Content) -> Iterator[tuple[str, Any]]:
    for id, sign in content.records.signs.items():
        yield from ((id, rule) for rule in sign.rules)
        yield from ((id, rule) for rules in sign.by.values() for rule in rules)


def _with(content: Content, kind: str, id: str, **change: Any) -> Content:
    """Return the content with one record changed."""
    records = content.records
    bent = {**getattr(records, kind), id: getattr(records, kind)[id].model_copy(update=change)}
    data = type(content.data)(records.model_copy(update={kind: bent}), content.data.source)
    return Content(data, content.pages, content.pictures)


PLANTED: list[tuple[Search, str, str, dict[str, Any]]] = [
    (medians_not_called_so, "claims", "prrt-first-hold", {"say": "The time without growth was {22.8 months}."}),
    (silences_that_a_claim_ends, "claims", "prrt-often", {"answers": "prrt-again"}),
    (warnings_without_an_action, "claims", "sign-mouth-call", {"say": "A sore mouth or mouth sores."}),
    (warnings_without_an_action, "claims", "ssa-low-sugar-signs", {"say": "Signs of low sugar are shaking."}),
    (limits_side_by_side, "claims", "sign-fever-late-heat", {"say": "Call for 101 °F (38.3 °C)."}),
    (benefits_without_a_harm, "treatments", "prrt", {"risks": ["prrt-gut-less"]}),
    (lives_in_short, "claims", "surg-relief", {"short": "Half were alive after years."}),
    (lives_in_short, "claims", "why-prrt-next", {"say": "People live longer with it."}),
    (lives_in_short, "claims", "live-time-to-think", {"say": "Most were alive after years."}),
]  # fmt: skip


@pytest.mark.parametrize(("search", "kind", "id", "change"), PLANTED)
def test_a_planted_mistake_is_found(
    content: Content, search: Search, kind: str, id: str, change: dict[str, Any]
) -> None:
    assert id not in list(search(content))
    assert id in list(search(_with(content, kind, id, **change)))


@pytest.mark.parametrize("search", [rates_drawn_as_none, ranges_drawn_at_one_end])
def test_a_drawing_that_says_another_number_is_found(
    content: Content, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = dots

    def rounded_down(figure: Figure) -> Any:
        drawn = right(figure)
        filled = int(float(figure.to or figure.value))
        return drawn and type(drawn)(filled, 0, 100)

    assert not list(search(content))
    monkeypatch.setattr(f"{__name__}.dots", rounded_down)
    assert list(search(content))


@pytest.mark.parametrize(
    "search",
    [
        medians_not_called_so,
        rates_drawn_as_none,
        ranges_drawn_at_one_end,
        silences_that_a_claim_ends,
        warnings_without_an_action,
        limits_side_by_side,
        benefits_without_a_harm,
        lives_in_short,
    ],
)
def test_the_guide_has_none(content: Content, search: Search) -> None:
    assert not list(search(content))
