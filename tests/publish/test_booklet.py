"""The booklet to hand out: its pages, their order, and equal bytes. Needs `make booklet` once, and poppler."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import PROOF
from helpers.editing import ROOT
from helpers.html_pages import tree
from pathway.pages.site import Site

PYTHON = ROOT / ".venv-booklet/bin/python"
NEEDS = {
    "the long proof: make proof": PROOF,
    "WeasyPrint: make booklet": PYTHON.exists(),
    "pdftotext: apt-get install poppler-utils": shutil.which("pdftotext"),
}
pytestmark = pytest.mark.skipif(
    not all(NEEDS.values()), reason="needs " + ", ".join(need for need, there in NEEDS.items() if not there)
)
MOST, MOST_OF_A_TREATMENT = 90, 3
# What the pages' heads say, in order; the treatments come between the two parts.
BEFORE = [
    "I feel unwell",
    "Pancreatic NET that has spread to the liver",
    "Easy read",
    "Islet cell tumors (Pancreatic NETs)",
    "When a tumor spreads to the liver",
    "Symptoms from hormones",
    "Who can have surgery",
    "Find my options",
]
AFTER = ["After treatment", "Living with it", "My appointment", "Glossary"]


def _print(project: Path, target: Path) -> Path:
    source = project / "dist/islet-liver-guide.html"
    subprocess.run([PYTHON, ROOT / "booklet/print.py", source, target], check=True)
    return target


@pytest.fixture(scope="module")
def pdf(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _print(project, tmp_path_factory.mktemp("booklet") / "one.pdf")


def _pages(pdf: Path) -> list[list[str]]:
    """Return the lines of each page that hold words."""
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.split("\f")[:-1]
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in pages]


def test_it_is_told_in_order_and_is_short(pdf: Path, site: Site) -> None:
    pages = _pages(pdf)
    assert len(pages) <= MOST
    heads = [page[0].removeprefix("Pancreatic NET in the liver").strip() for page in pages[1:]]
    runs = [(head, len(list(run))) for head, run in itertools.groupby(heads)]
    names = [site.wording.plain(t.name) for t in site.content.records.treatments.values()]
    names = [name[:1].upper() + name[1:] for name in names]
    assert [head for head, _ in runs] == [*BEFORE, *names, *AFTER]
    assert {head: count for head, count in runs if head in names and count > MOST_OF_A_TREATMENT} == {}


def test_warnings_stand_on_the_inside_of_the_cover(pdf: Path) -> None:
    cover, inside, *_ = _pages(pdf)
    assert cover[0] == "Pancreatic NET in the liver" and any(line.startswith("Contents") for line in cover)
    assert inside[1] == "I feel unwell" and "Call 911" in " ".join(inside[2:4])


def test_contents_name_the_right_pages(pdf: Path, site: Site) -> None:
    pages = _pages(pdf)
    found = [re.fullmatch(r"(.+?)[ .]*\.[ .]*(\d+)", line) for line in pages[0]]
    told = {entry[1]: int(entry[2]) for entry in found if entry}
    assert len(told) == len(BEFORE) + len(site.content.records.treatments) + len(AFTER)
    assert {title: page for title, page in told.items() if pages[page - 1][1] != title} == {}


def test_no_heading_stands_alone_at_the_end_of_a_page(pdf: Path, project: Path) -> None:
    heads = {
        " ".join(h.text().split())
        for h in tree(project / "dist/islet-liver-guide.html").css("h1, h2, h3, h4")
    }
    assert len(heads) > 200
    last = {number: page[-2] for number, page in enumerate(_pages(pdf), 1) if page[-1] == str(number)}
    assert len(last) == len(_pages(pdf)) - 1
    assert {number: line for number, line in last.items() if line in heads} == {}


def test_it_is_tagged_and_has_equal_bytes(pdf: Path, project: Path, tmp_path: Path) -> None:
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^Tagged: +yes$", told, re.M) and re.search(
        r"^Title: +Pancreatic NET in the liver$", told, re.M
    )
    meta = subprocess.run(["pdfinfo", "-meta", pdf], capture_output=True, text=True, check=True).stdout
    assert re.search(r"pdfuaid:part\W+1", meta)
    tags = subprocess.run(["pdfinfo", "-struct", pdf], capture_output=True, text=True, check=False).stdout
    assert len(re.findall(r"^ *H1", tags, re.M)) > 25 and len(re.findall(r"^ *Figure", tags, re.M)) > 10
    assert _print(project, tmp_path / "two.pdf").read_bytes() == pdf.read_bytes()
