"""Reviews by clinicians: what was read is kept as hashes, and what has changed since is derived.

The reviewer is invented, and stands in no data but that of these tests.
"""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest

from commands import review
from pathway.checks.records import check_records
from pathway.model.reviews import as_file, hashes, since
from pathway.pages.render import render
from pathway.pages.site import Site
from pathway.records.content import Content, read_folder
from pathway.records.decision import Group
from pathway.records.fields import Label, Text
from pathway.records.guide import Review
from pathway.records.signs import Level

ROOT = Path(__file__).resolve().parents[2]
INVENTED = Review(
    who=Label("Ada Invented"), qualification=Label("liver surgeon"), on="2026-11-20", file=Label("ada.txt")
)


@pytest.fixture(scope="module")
def told() -> Content:
    return read_folder(ROOT / "docs")


def changed(content: Content, file: str, **sets: object) -> Content:
    """Return the content with an invented review, and with other records."""
    records = content.records.model_copy(update={"reviews": [INVENTED], **sets})
    data = dataclasses.replace(content.data, records=records)
    return dataclasses.replace(content, data=data, reviews={"ada.txt": file})


def part(content: Content, path: str = "clinicians/index.md") -> str:
    """Return what a page says below the heading of the reviews."""
    text = render(Site(content))[path].markdown
    return text[text.index("## Reviews by clinicians") : text.index("## Every answer")]


def test_today_no_review_is_told_and_none_is_invented(told: Content) -> None:
    assert told.records.reviews == []
    assert part(told).split("\n\n")[1].strip() == "No specialist has reviewed this guide yet."
    about = render(Site(told))["about.md"].markdown
    assert about.count("No specialist has reviewed this guide yet.") == 1
    assert "Reviewed by" not in about


def test_nothing_has_changed_right_after_a_review(told: Content) -> None:
    said = part(changed(told, as_file(hashes(told))))
    assert "**Ada Invented**, liver surgeon, 2026-11-20." in said
    assert "Changed since: 0. New since: 0. Taken out since: 0." in said
    assert "No clinician" not in said


def test_a_changed_a_new_and_a_lost_statement_are_found(told: Content) -> None:
    first, second, *_ = told.records.claims
    read = {id: digest for id, digest in hashes(told).items() if id != second} | {"lost-one": "0" * 16}
    claim = told.records.claims[first].model_copy(update={"say": Text("The words are others.")})
    now = changed(told, as_file(read), claims={**told.records.claims, first: claim})
    found = since(now)[0]
    assert (found.changed, found.new, found.gone) == ([first], [second], ["lost-one"])
    said = part(now)
    assert "Changed since: 1. New since: 1. Taken out since: 1." in said
    assert re.search(
        r"- The words are others\.", said.split("Changed since: <span")[1].split("</details>")[0]
    )
    assert "Reviewed by Ada Invented, liver surgeon, 2026-11-20" in render(Site(now))["about.md"].markdown


def test_of_two_reviews_the_latest_stands_first_each_with_what_is_new_since(told: Content) -> None:
    first, second, *_ = told.records.claims
    read = hashes(told)
    older, newer = (
        as_file({id: d for id, d in read.items() if id not in left}) for left in ((first, second), (second,))
    )
    earlier = INVENTED.model_copy(
        update={"who": "Bo Invented", "qualification": "nurse", "on": "2026-10-01", "file": "bo.txt"}
    )
    now = changed(told, newer, reviews=[earlier, INVENTED])
    now = dataclasses.replace(now, reviews={"ada.txt": newer, "bo.txt": older})
    said = part(now)
    heads = re.findall(r"\*\*(\w+ Invented)\*\*, ([\w ]+), (\S+)\. ", said)
    assert heads == [("Ada Invented", "liver surgeon", "2026-11-20"), ("Bo Invented", "nurse", "2026-10-01")]
    folds = re.findall(r'<summary>(.*?) <span class="count">(\d+)</span></summary>\s+((?:- .+\n)+)', said)
    assert [(words, count, len(lines.splitlines())) for words, count, lines in folds] == [
        ("New since:", "1", 1),
        ("New since:", "2", 2),
    ]
    about = re.findall(r"- Reviewed by (.+)", render(Site(now))["about.md"].markdown)
    assert about == ["Bo Invented, nurse, 2026-10-01", "Ada Invented, liver surgeon, 2026-11-20"]


def test_another_value_of_a_figure_changes_what_was_read(told: Content) -> None:
    figures = told.records.figures
    other = figures["surgery-deaths"].model_copy(update={"value": "3"})
    now = changed(told, as_file(hashes(told)), figures={**figures, "surgery-deaths": other})
    assert since(now)[0].changed == [
        id for id, claim in told.records.claims.items() if "][surgery-deaths]" in repr(claim)
    ]


def test_another_level_of_a_rule_and_another_group_of_an_option_change_what_was_read(told: Content) -> None:
    fever = told.records.signs["fever"]
    rules = [rule.model_copy(update={"level": Level.CALL}) for rule in fever.rules]
    milder = {**told.records.signs, "fever": fever.model_copy(update={"rules": rules})}
    result = told.records.outcomes["spread-outside"]
    options = [option.model_copy(update={"group": Group.FIRST}) for option in result.options]
    bolder = {**told.records.outcomes, "spread-outside": result.model_copy(update={"options": options})}
    now = changed(told, as_file(hashes(told)), signs=milder, outcomes=bolder)
    assert set(since(now)[0].changed) == {"fever", "spread-outside"}


def test_the_command_writes_what_is_told_and_never_over_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "hooks/theme", tmp_path / "hooks/theme")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    path = review.write("ada", tmp_path)
    assert path == tmp_path / "docs/reviews/ada.txt"
    content = read_folder(tmp_path / "docs")
    assert content.reviews == {"ada.txt": as_file(hashes(content))}
    assert re.fullmatch(r"(?:[0-9a-f]{16}  [a-z0-9-]+\n)+", content.reviews["ada.txt"])
    with pytest.raises(
        review.ReadBefore, match=r"docs/reviews/ada\.txt is there already: choose another name\."
    ):
        review.write("ada", tmp_path)


def test_a_file_that_is_missing_or_of_another_form_is_told(told: Content) -> None:
    lost = dataclasses.replace(changed(told, ""), reviews={"adam.txt": ""})
    assert [str(p).partition(": ")[2] for p in lost.told(check_records(lost))] == [
        "reviews > item 1 > file: no file 'docs/reviews/ada.txt': "
        "write it with 'make review'; did you mean 'adam.txt'?"
    ]
    bent = changed(told, "0123456789abcdef  one\nwrong\n")
    assert [str(p) for p in bent.told(check_records(bent))] == [
        "docs/reviews/ada.txt:2:1: review: is not a hash, two spaces and an id: 'make review' writes such a file"
    ]
