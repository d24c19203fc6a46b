"""The base source's own sentences never enter the project: only facts do."""

from __future__ import annotations

from pathlib import Path

from make_shingles import digest, runs

ROOT = Path(__file__).resolve().parent.parent
KNOWN = frozenset((ROOT / "tests/data/source-shingles.txt").read_text("ascii").split())
# The name and address of the center and the title of its page are facts, and stand as they are.
NAMES = (
    "1510 San Pablo Street, Los Angeles, CA",
    "USC Center for Pancreatic and Biliary Diseases",
    "Treatment of Metastatic Islet Cell Tumors",
)


def _copied(text: str) -> list[str]:
    for name in NAMES:
        text = text.replace(name, " | name | ")
    return [run for run in runs(text) if digest(run) in KNOWN]


def test_no_file_holds_a_run_of_the_sources_words() -> None:
    looked = 0
    for folder in ("docs", "hooks", "tests", "."):
        depth = "*" if folder == "." else "**/*"
        for path in sorted((ROOT / folder).glob(depth)):
            if path.is_file() and path.suffix in (
                ".md",
                ".yml",
                ".py",
                ".j2",
                ".html",
                ".txt",
                ".js",
                ".css",
            ):
                if path.name == "source-shingles.txt":
                    continue
                assert not _copied(path.read_text("utf-8")), path
                looked += 1
    assert looked > 30


def test_no_built_page_holds_a_run_of_the_sources_words(built: Path) -> None:
    from html_pages import pages, text_of, tree

    for page in pages(built):
        assert not _copied(text_of(tree(page).css_first("article"))), page


def test_a_copied_sentence_would_be_seen() -> None:
    assert len(KNOWN) > 500
    assert digest("one two three four five six seven eight") not in KNOWN
