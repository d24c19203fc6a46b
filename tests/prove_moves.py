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
_SECTION = re.compile(
    r'<section class="view[^"]*" data-(?:question|result)="(\S+?)".*?>(.*?)(?=<section class="view|\Z)',
    re.DOTALL,
)
_CRUMB = re.compile(r"<li><span>[^<]* <b>([^<]*)</b></span> <a href")


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
        *_views(content, built, paths),
        *_table(content, built, paths),
    ]


def _said(content: Content, answers: list[Answer]) -> list[tuple[str, str]]:
    plain, records = TextRenderer(content).plain, content.records
    asked = [(records.questions[records.steps[step].question], answer) for step, answer in answers]
    return [(plain(question.ask), plain(question.answers[answer].label)) for question, answer in asked]


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


def _short(content: Content, answers: list[Answer]) -> list[str]:
    records = content.records
    asked = [(records.questions[records.steps[step].question], answer) for step, answer in answers]
    return [str(question.answers[answer].short) for question, answer in asked]


def _views(content: Content, built: Built, paths: list[tuple[list[Answer], str]]) -> Iterator[str]:
    """Look at every view of the guide: whom it is for, and where its answers lead."""
    guide = next(page.markdown for page in built.pages.values() if "data-answer=" in page.markdown)
    sections = dict(_SECTION.findall(guide))
    if set(sections) != {*content.records.steps, *content.records.outcomes}:
        yield "the guide has other views than the tree has nodes"
    for answers, outcome in paths:
        ways = [(node, answers[:at]) for at, (node, _) in enumerate(answers)] + [(outcome, answers)]
        for node, way in ways:
            told = [html.unescape(b) for b in _CRUMB.findall(sections.get(node, ""))]
            if told != _short(content, way):
                yield f"the view {node} is for others"
    for step, record in content.records.steps.items():
        leads = re.findall(r'href="#(\S+?)" data-answer="(\S+?)"', sections.get(step, ""))
        if leads != [(target, answer) for answer, target in record.answers.items()]:
            yield f"the step {step} leads elsewhere"
    drawn = dict.fromkeys(re.findall(r'class="branch" data-to="(\S+?)"', guide))
    if set(drawn) != {t for record in content.records.steps.values() for t in record.answers.values()}:
        yield "the picture draws other lines"


def _table(content: Content, built: Built, paths: list[tuple[list[Answer], str]]) -> Iterator[str]:
    table = next(
        (p.markdown for p in built.pages.values() if "adding-table" in p.markdown and "\n|" in p.markdown), ""
    )
    rows = [
        html.unescape(line) for line in table.splitlines() if line.startswith("| ") and "---" not in line
    ][1:]
    if len(rows) != len(paths):
        yield "the table has other rows than there are paths"
    for (answers, outcome), row in zip(paths, rows, strict=False):
        case = TextRenderer(content).plain(content.records.outcomes[outcome].case)
        if " → ".join(_short(content, answers)) not in row or case not in row:
            yield f"the row of {outcome} tells another path"
