"""A changed record is changed everywhere, and a planted disagreement is refused."""

from __future__ import annotations

import random
from pathlib import Path

import prove_moves
import prove_published
import prove_records as prove
from commands import site
from conftest import LONG
from helpers.editing import Copy, copy_project
from pathway.records.content import Content, read_folder


@LONG
def test_a_changed_record_is_changed_everywhere(content: Content) -> None:
    """`make prove` tries all of them."""
    tried = random.Random(11).sample(list(prove.changes(content)), prove.GROUP)
    assert not list(prove.some_by_some(content, tried))


def test_words_that_did_not_follow_would_be_seen(content: Content) -> None:
    change = next(c for c in prove.changes(content) if c.record == "claims none-outside")
    assert list(prove.left_over(content, [change], prove.outputs(prove.render_all(content))))


@LONG
def test_a_moved_answer_is_followed_by_every_view_path_and_row(content: Content) -> None:
    moved = list(prove_moves.moves(content))
    answers = [(step, answer) for step, record in content.records.steps.items() for answer in record.answers]
    assert [one for one, _ in moved] == answers
    for _, new in moved:
        assert prove_moves.stale(new, prove.render_all(new)) == []


@LONG
def test_a_move_that_was_not_followed_would_be_seen(content: Content) -> None:
    old = prove.render_all(content)
    said = " ".join(line for _, new in prove_moves.moves(content) for line in prove_moves.stale(new, old))
    for part in ("pathway.json", "paths.csv", "the view", "the row", "the step"):
        assert part in said


@LONG
def test_all_records_of_the_small_guide_change_in_all_that_is_published(copy: Copy) -> None:
    changed, looked, stale = prove_published.prove(copy.root)
    assert changed >= 10 and looked > 20
    assert stale == []


@LONG
def test_published_words_that_did_not_follow_would_be_seen(copy: Copy) -> None:
    site.publish(copy.root)
    files = prove_published.files(copy.root)
    content = read_folder(copy.root / "docs")
    stale = list(prove.stale(content, list(prove.changes(content)), files, files))
    for part in ("site/index.html", "dist/tire-guide.html", "dist/tire-guide.zip/tire-guide/"):
        assert any(f" in {part}" in line for line in stale)


# By page: what somebody may write into it by hand, and what is told of it.
PLANTED = {
    "docs/about.md": {
        "In 28 in 100 people it is so.": "is written by hand",
        "Each wedge resection is one.": "is the name of a record",
        "See [what](decision-guide/index.md#many-both) this is.": "is a link by hand",
    },
    "docs/understand/who-can-have-surgery.md": {"All people may wait.": "without a source"},
}


def test_planted_disagreements_are_refused(tmp_path: Path) -> None:
    copy = Copy(copy_project(tmp_path / "project"))
    for file, planted in PLANTED.items():
        copy.write(file, copy.read(file) + "".join(f"\n{words}\n" for words in planted))
    found = copy.problems()
    told = [(file, message) for file, planted in PLANTED.items() for message in planted.values()]
    assert [(f, m) for f, m in told if not any(p.startswith(f"{f}:") and m in p for p in found)] == []
