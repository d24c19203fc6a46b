"""Move the answers of the decision guide, one after the other, and see that everything follows.

Two answers trade their targets, so that no ending is lost. What must then be published is
walked out here from the bare data, without the guide's own graph.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator

from pathway.build import Built
from pathway.checks.graph import check_graph
from pathway.records.content import Content
from pathway.text.wording import TextRenderer

Answer = tuple[str, str]  # a step, and one of its answers
_WAYS = re.compile(r"^## Why you might be here.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def traded(content: Content, one: Answer, other: Answer) -> Content:
    """Return a content in which two answers lead where the other one led."""
    steps = dict(content.records.steps)
    targets = {answer: steps[answer[0]].answers[answer[1]] for answer in (one, other)}
    for (step, answer), target in zip((one, other), (targets[other], targets[one]), strict=True):
        answers = {**steps[step].answers, answer: target}
        steps[step] = steps[step].model_copy(update={"answers": answers})
    records = content.records.model_copy(update={"steps": steps})
    return Content(type(content.data)(records, content.data.source), content.pages, content.pictures)


def moves(content: Content) -> Iterator[tuple[Answer, Content]]:
    """Yield each answer with a sound content in which it leads elsewhere."""
    every = [(step, answer) for step, record in content.records.steps.items() for answer in record.answers]
    for one in every:
        for other in every:
            if (
                content.records.steps[one[0]].answers[one[1]]
                == content.records.steps[other[0]].answers[other[1]]
            ):
                continue
            moved = traded(content, one, other)
            if not list(check_graph(moved)):
                yield one, moved
                break


def walk(content: Content) -> list[tuple[list[Answer], str]]:
    """Return (answers, outcome) of every path, from the bare steps."""
    steps, found = content.records.steps, []
    waiting: list[tuple[list[Answer], str]] = [([], content.records.guide.first)]
    while waiting:
        answers, here = waiting.pop()
        if here not in steps:
            found.append((answers, here))
            continue
        waiting += [([*answers, (here, a)], t) for a, t in reversed(steps[here].answers.items())]
    return found


def stale(content: Content, built: Built) -> list[str]:
    """Return where what is published differs from the paths walked out."""
    paths = walk(content)
    return [
        *_data(content, built, paths),
        *_pages(content, built, paths),
        *_treatments(content, built, paths),
    ]


def _said(content: Content, answers: list[Answer]) -> list[tuple[str, str]]:
    plain, records = TextRenderer(content).plain, content.records
    asked = [(records.questions[records.steps[step].question], answer) for step, answer in answers]
    return [(plain(question.ask), plain(question.answers[answer])) for question, answer in asked]


def _data(content: Content, built: Built, paths: list[tuple[list[Answer], str]]) -> Iterator[str]:
    told = json.loads(built.files["pathway.json"])["paths"]
    told = [([(a["step"], a["answer"]) for a in path["answers"]], path["outcome"]) for path in told]
    if told != paths:
        yield "pathway.json lists other paths"
    rows = list(csv.DictReader(io.StringIO(built.files["paths.csv"])))
    said = [" > ".join(f"{q} {a}" for q, a in _said(content, answers)) for answers, _ in paths]
    if [(row["answers"], row["outcome"]) for row in rows] != list(
        zip(said, (o for _, o in paths), strict=True)
    ):
        yield "paths.csv lists other paths"


def _pages(content: Content, built: Built, paths: list[tuple[list[Answer], str]]) -> Iterator[str]:
    codes = [path["code"] for path in json.loads(built.files["pathway.json"])["paths"]]
    table = next(page.markdown for page in built.pages.values() if f"| {codes[0]} |" in page.markdown)
    guide = next(page.markdown for page in built.pages.values() if "data-answer=" in page.markdown)
    sheets = {name: html.unescape(text) for name, text in built.files.items() if "/sheets/" in name}
    if len(sheets) != len(paths) or table.count("\n| ") != len(paths) + 1:
        yield "the number of sheets or rows is not that of the paths"
    for (answers, outcome), code in zip(paths, codes, strict=True):
        said, name = (
            _said(content, answers),
            TextRenderer(content).plain(content.records.outcomes[outcome].name),
        )
        sheet = next((text for file, text in sheets.items() if f"-{code.lower()}/" in file), "")
        lines = "".join(f"<li>{q} <strong>{a}</strong></li>\n" for q, a in said)
        if f"<h1>{name}</h1>" not in sheet or lines not in sheet:
            yield f"the sheet {code} tells another path"
        row = next((line for line in html.unescape(table).splitlines() if f"| {code} |" in line), "")
        if " → ".join(a for _, a in said) not in row or f"#{outcome})" not in row:
            yield f"the row {code} tells another path"
    for step, record in content.records.steps.items():
        section = guide.partition(f"{{ #{step} }}")[2].partition("</section>")[0]
        if re.findall(r"\]\(#(\S+)\){ data-answer=\"(\S+)\"", section) != [
            (t, a) for a, t in record.answers.items()
        ]:
            yield f"the step {step} leads elsewhere"


def _treatments(content: Content, built: Built, paths: list[tuple[list[Answer], str]]) -> Iterator[str]:
    records = content.records
    for id in records.treatments:
        family = {id, *(other for other, record in records.treatments.items() if record.family == id)}
        named = {o for o, record in records.outcomes.items() if family & {*record.treatments, *record.since}}
        ways = _WAYS.search(built.pages[content.homes[id]].markdown)
        told = re.findall(r"^- .*?#(\S+)\)|^    - (.*)$", ways[0] if ways else "", re.M)
        expected = [(o, [a for _, a in _said(content, way)]) for way, o in paths if o in named]
        if not _same(_pairs(told), expected):
            yield f"the page of {id} lists other ways to it"


def _pairs(told: list[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """Return (outcome, answers) from a list of endings, each with its lines of answers."""
    found, ending = [], ""
    for outcome, answers in told:
        ending = outcome or ending
        if answers:
            plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"<[^>]*>", "", answers))
            found.append((ending, html.unescape(plain).split(" → ")))
    return found


def _same(told: list[tuple[str, list[str]]], expected: list[tuple[str, list[str]]]) -> bool:
    """Compare two lists of ways in any order. What is told may explain a word behind an answer."""
    pairs = list(zip(sorted(told), sorted(expected), strict=False))
    return len(told) == len(expected) and all(
        one == other and len(said) == len(answers) and all(map(str.startswith, said, answers))
        for (one, said), (other, answers) in pairs
    )
