"""What a reader finds on the pages for home, feeling unwell, the appointment and moved addresses."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from pathway.build import Built, build

ROOT = Path(__file__).resolve().parents[2]
OLD = (ROOT / "tests/data/old-addresses.txt").read_text("utf-8").splitlines()


@cache
def _built() -> Built:
    return build(ROOT / "docs")


def _page(path: str) -> str:
    return _built().pages[path].markdown


@pytest.mark.parametrize("address", OLD)
def test_an_old_address_still_answers(address: str) -> None:
    stem = address.rstrip("/")
    assert {f"{stem}.md", f"{stem}/index.md".lstrip("/")} & set(_built().pages), address


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("questions-to-ask.md", "my-appointment.md"),
        ("what-matters-to-me.md", "my-appointment.md"),
        ("paths.md", "clinicians/index.md"),
    ],
)
def test_a_moved_page_leads_on(path: str, to: str) -> None:
    assert "This page has moved." in _page(path)
    assert f"]({to})" in _page(path)


def test_the_number_to_call_and_the_fever_rule_come_before_all_signs() -> None:
    page = _page("feeling-unwell.md")
    tel, fever, first = (page.index(w) for w in ('href="tel:911"', "100.4 °F (38 °C) or more", "## Fever"))
    assert tel < fever < first


def test_a_sign_tells_its_levels_by_word_and_class_and_no_rule_has_a_mark() -> None:
    page = _page("feeling-unwell.md")
    fever = page[page.index("## Fever") : page.index("## Bleeding")]
    levels = re.findall(r'<li class="(\w+)"><b class="level \w+">.*?</svg>(.*?)</b>', fever)
    assert levels == [("ambulance", "Ambulance now"), ("call", "Call now"), ("usual", "Usual")]
    assert "{ .cite" not in page[: page.index('class="rules-from')]
    assert page[page.index('class="rules-from') :].count('rel="noreferrer"') > 20


def test_home_names_the_illness_and_opens_four_doors_before_anything_else() -> None:
    page = _page("index.md")
    assert page.startswith("# Pancreatic NET that has spread to the liver")
    doors = re.findall(r"\{ \.door-(\w+) \}", page)
    assert doors == ["guide", "treatments", "unwell", "visit"]
    assert page.index('class="doors"') < page.index("## Someone to talk to") < page.index("{ #for }")


# How many questions stand below each treatment: one that fits more than one treatment stands below each of them.
QUESTIONS = {
    "Surgery": 11,
    "Right side out": 7,
    "Left side out": 6,
    "Small piece out": 5,
    "Most liver out": 7,
    "Surgery plus heat": 6,
    "Heat (radio waves)": 8,
    "Heat (microwaves)": 8,
    "Sound waves": 4,
    "Artery-blocking with chemo": 8,
    "Artery-blocking without chemo": 8,
    "Radioactive beads": 8,
    "Injections": 8,
    "PRRT (lutetium drip)": 6,
    "Targeted tablets": 8,
    "Chemotherapy (CAPTEM)": 6,
    "Transplant": 6,
    "Waiting": 3,
}


def test_each_treatment_has_all_of_its_questions() -> None:
    page = _page("my-appointment.md").partition("{ #stage--treatment")[2].partition("{ #stage--values")[0]
    folds = re.findall(r"<summary>(.*?)(?: <.*?)?</summary>(.*?)</details>", page, re.S)
    assert {name: fold.count('class="tick"') for name, fold in folds} == QUESTIONS


def test_the_appointment_asks_nothing_twice_and_keeps_nothing() -> None:
    page = _page("my-appointment.md")
    ids = re.findall(r'<li id="([\w-]+)"', page)
    assert len(ids) == len(set(ids)) > 40
    script = (ROOT / "docs/assets/appointment.js").read_text("utf-8")
    assert not re.search(r"localStorage|sessionStorage|cookie|fetch|XMLHttp", script)
