"""A changed record is changed everywhere, and a planted disagreement is refused."""

from __future__ import annotations

import random

import pytest

import prove
from editing import Copy, copy_project
from pathway.build import build
from pathway.content import Content
from pathway.graph import Graph

SAMPLE = 5  # `make prove` tries all of them


def test_a_changed_record_is_changed_everywhere(content: Content) -> None:
    before = prove.outputs(prove.render_all(content))
    tried = random.Random(11).sample(list(prove.changes(content)), SAMPLE)
    assert not [line for change in tried for line in prove.stale(content, before, change)]


def test_words_that_did_not_follow_would_be_seen(content: Content) -> None:
    change = next(c for c in prove.changes(content) if c.record == "claims no-guarantee")
    before = prove.outputs(prove.render_all(content))
    assert prove.left_over(content, change, before)


def test_a_moved_answer_is_followed_by_every_path_sheet_and_table(tmp_path) -> None:
    copy = Copy(copy_project(tmp_path / "project"))
    copy.replace(
        '{"yes": right-at-surface, "no": right-deep}', '{"yes": right-at-surface, "no": large-normal-deep}'
    )
    copy.replace(
        '{"yes": large-normal-surface, "no": large-normal-deep}',
        '{"yes": large-normal-surface, "no": right-deep}',
    )
    assert copy.problems() == []
    built = build(copy.root / "docs")
    graph = Graph(built.content.records)
    ends = {path.code: path.outcome for path in graph.paths}
    rows = [line.split(",") for line in built.files["paths.csv"].splitlines()[1:]]
    assert {row[0] for row in rows} == set(ends)
    for path in graph.paths:
        if path.edges[-1].target in ("right-deep", "large-normal-deep"):
            name = built.content.records.outcomes[path.outcome].name
            sheet = built.files[f"decision-guide/sheets/{path.slug}/index.html"]
            assert f"<h1>{name}</h1>" in sheet
            assert f"| {path.code} |" in built.pages["paths.md"].markdown
            row = next(
                line
                for line in built.pages["paths.md"].markdown.splitlines()
                if line.startswith(f"| {path.code} |")
            )
            assert f"#{path.outcome})" in row


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("docs/index.md", "Each statement", "In 28 in 100 people each statement", "is written by hand"),
        ("docs/index.md", "Each statement", "Each wedge resection", "is the name of a record"),
        ("docs/index.md", "Each statement", "[Each](decision-guide/index.md#wide-combined) statement", "is a link by hand"),
        ("docs/understand/who-can-have-surgery.md", "## What must stay", "All people may wait.\n\n## What must stay", "without a source"),
    ],
)  # fmt: skip
def test_a_planted_disagreement_is_refused(tmp_path, file: str, old: str, new: str, message: str) -> None:
    copy = Copy(copy_project(tmp_path / "project"))
    copy.replace(old, new, file)
    assert any(message in problem for problem in copy.problems())
