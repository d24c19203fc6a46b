"""The base source's own sentences never enter the project: only facts do."""

from __future__ import annotations

from pathlib import Path

from helpers.html_pages import pages, text_of, tree
from make_shingles import RUN, digest, runs
from pathway.records.content import Content

ROOT = Path(__file__).resolve().parent.parent
HASHES = ROOT / "tests/data/source-shingles.txt"
KNOWN = frozenset(HASHES.read_text("ascii").split())
# The name and address of the center and the title of its page are facts, and stand as they are.
NAMES = (
    "1510 San Pablo Street, Los Angeles, CA",
    "USC Center for Pancreatic and Biliary Diseases",
    "Treatment of Metastatic Islet Cell Tumors",
)


SUFFIXES = (".md", ".yml", ".py", ".j2", ".html", ".txt", ".js", ".css", ".svg", ".json", ".toml")
FOLDERS = ("docs", "hooks", "tests", ".github")


def _copied(text: str, known: frozenset[str] = KNOWN) -> list[str]:
    for name in NAMES:
        text = text.replace(name, " | name | ")
    return [run for run in runs(text) if digest(run) in known]


def _own_files() -> list[Path]:
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    files = [path for path in [*ROOT.glob("*"), *inside] if path.is_file() and path != HASHES]
    return sorted(
        path
        for path in files
        if path.suffix in SUFFIXES and not {"__pycache__", "node_modules"} & {*path.parts}
    )


def test_no_file_holds_a_run_of_the_sources_words() -> None:
    files = _own_files()
    names = {path.relative_to(ROOT).as_posix() for path in files}
    assert {"README.md", "CONTRIBUTING.md", "docs/pathway.yml", "docs/index.md", "hooks/main.py"} <= names
    for path in files:
        assert not _copied(path.read_text("utf-8")), path


def test_no_built_page_holds_a_run_of_the_sources_words(built: Path) -> None:
    for page in pages(built):
        assert not _copied(text_of(tree(page).css_first("article"))), page


def test_no_passage_of_the_data_holds_the_words_that_it_points_at(content: Content) -> None:
    for source in content.records.sources.values():
        for id, passage in source.passages.items():
            assert len(passage.at.split()) <= RUN + 4, f"{id} names a place: it quotes nothing"


def test_a_copied_sentence_would_be_seen() -> None:
    sentence = "A wheel that is bent will rub against its frame at every turn."
    known = frozenset(map(digest, runs(sentence)))
    assert _copied("He wrote:\n> a WHEEL that is **bent**, will rub\n> against its frame.", known)
    assert not _copied("A wheel that is bent rubs against its frame at every turn.", known)


def test_the_hashes_are_in_order_and_whole() -> None:
    lines = HASHES.read_text("ascii").splitlines()
    assert lines == sorted(set(lines)) and len(lines) > 1
    assert all(len(line) == 16 and set(line) <= set("0123456789abcdef") for line in lines)
