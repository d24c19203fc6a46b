"""What tools and hands leave in files and folders: refused with its place, or not published."""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import LONG
from helpers.editing import Copy, command, digests, run_command
from pathway.source.unseen import unseen

DATA, PAGE = "docs/pathway.yml", "docs/index.md"
MERGE = "file: a mark of a merge: keep one side"


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| base", "  >>>>>>> x"])
@pytest.mark.parametrize("file", [PAGE, DATA, "mkdocs.yml", "docs/pictures.svg"])
def test_a_mark_of_a_merge_in_every_file_that_is_read(copy: Copy, file: str, mark: str) -> None:
    text = copy.read(file)
    copy.write(file, f"{text}{mark}\n")
    place = f"{file}:{text.count(chr(10)) + 1}:{len(mark) - len(mark.lstrip()) + 1}"
    assert f"{place}: {MERGE}" in copy.problems()


def test_a_mark_of_a_merge_in_a_folded_text(copy: Copy) -> None:
    copy.write(DATA, copy.read(DATA) + "\nextra: >-\n  one\n  >>>>>>> side\n  two\n")
    lines = copy.read(DATA).split("\n")
    assert f"{DATA}:{lines.index('  >>>>>>> side') + 1}:3: {MERGE}" in copy.problems()


@pytest.mark.parametrize("words", ["a ======= b", "========", "======", "> > > quoted", "<<<<<<<<"])
def test_what_only_looks_like_a_mark(copy: Copy, words: str) -> None:
    copy.write(PAGE, copy.read(PAGE) + f"\n    {words}\n")
    assert not [line for line in copy.problems() if "merge" in line]


@pytest.mark.parametrize(
    ("line", "column", "sign"),
    [
        ("-\u00a0First", 2, "00A0"),
        ("- \u00a0First", 3, "00A0"),
        ("\u00a0- First", 1, "00A0"),
        ("1.\u00a0First", 3, "00A0"),
        ("##\u00a0Heading", 3, "00A0"),
        (">\u2003Quote", 2, "2003"),
        ("\u3000Indented", 1, "3000"),
        (":::\u202fglossary", 4, "202F"),
        ("Two\u200bwords", 4, "200B"),
        ("Two\u2028lines", 4, "2028"),
        ("Two\x85lines", 4, "0085"),
        ("Two\x0clines", 4, "000C"),
        ("A hy\u00adphen", 5, "00AD"),
        ("Two\u2060words", 4, "2060"),
        ("Two\u2029lines", 4, "2029"),
        ("Two\x00lines", 4, "0000"),
        ("Two\x08lines", 4, "0008"),
        ("Two\x0blines", 4, "000B"),
        ("Two\x1flines", 4, "001F"),
        ("Two\x7flines", 4, "007F"),
        ("Two\x9flines", 4, "009F"),
        ("-\u1680First", 2, "1680"),
        ("-\u2000First", 2, "2000"),
        ("-\u200aFirst", 2, "200A"),
        ("-\u205fFirst", 2, "205F"),
        ("A \ufeffmark", 3, "FEFF"),
    ],
)
@pytest.mark.parametrize("file", [PAGE, DATA])
def test_a_sign_that_cannot_be_seen(copy: Copy, file: str, line: str, column: int, sign: str) -> None:
    text = copy.read(file)
    copy.write(file, f"{text}\n{line}\n")
    what = f"file: a sign that cannot be seen (U+{sign}): type a space, or nothing"
    assert f"{file}:{text.count(chr(10)) + 2}:{column}: {what}" in copy.problems()


def test_a_key_with_a_space_of_another_kind(copy: Copy) -> None:
    copy.replace("  title: ", "  title:\u00a0")
    assert any(": a sign that cannot be seen (U+00A0)" in line for line in copy.problems())


def test_a_space_that_keeps_words_together_is_text(copy: Copy) -> None:
    copy.write(PAGE, copy.read(PAGE) + "\nAbout this\u00a0guide.\n")
    assert copy.problems() == []


def _windows(copy: Copy) -> None:
    for path in [copy.root / "mkdocs.yml", *(copy.root / "docs").rglob("*.md"), copy.root / DATA]:
        text = path.read_text("utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())


@LONG
def test_windows_line_ends_and_a_mark_of_byte_order_change_nothing(guide: Callable[[], Copy]) -> None:
    plain, windows = guide(), guide()
    _windows(windows)
    assert windows.read("mkdocs.yml")[0] == "\ufeff"
    for copy in (plain, windows):
        done = run_command(copy.root, "site")
        assert (done.returncode, done.stderr) == (0, "")
    for folder in ("site", "dist"):
        assert digests(plain.root / folder) == digests(windows.root / folder)


LEFT = [
    "pathway.yml.bak", "pathway.yml~", "about.md~", "about.md.orig", "about.md.rej", "~$notes.docx", "Thumbs.db",
    "desktop.ini", "index (copy).txt", "notes.txt", "assets/guide.css.bak", "assets/guide.css~", "assets/Thumbs.db",
    "assets/guide copy.css", "assets/page.js.orig", "assets/#guide.css#", "assets/picture.psd", "data.json",
    "assets/._guide.css", "assets/.DS_Store", ".about.md.swp", "._about.md", ".ipynb_checkpoints/about.md",
]  # fmt: skip


def test_what_an_editor_or_a_system_leaves_is_not_published(
    guide: Callable[[], Copy], tmp_path: Path
) -> None:
    clean, used = guide(), guide()
    for name in LEFT:
        path = used.root / "docs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("# Secret notes\n")
    (used.root / "docs/.#about.md").symlink_to("me@machine.123:4567")
    assert used.problems() == []
    for copy in (clean, used):
        done = run_command(copy.root, "site")
        assert (done.returncode, done.stderr) == (0, "")
    for folder in ("site", "dist"):
        assert digests(clean.root / folder) == digests(used.root / folder)
    assert "assets/guide.css" in digests(used.root / "site")
    with zipfile.ZipFile(used.root / "dist/tire-guide.zip") as archive:
        assert not [name for name in archive.namelist() if "Secret" in archive.read(name).decode("latin-1")]
    assert run_command(used.root, "export", "out").returncode == 0
    assert not [p for p in (used.root / "out").rglob("*") if p.is_file() and b"Secret" in p.read_bytes()]


INHERITED = {
    "OFFLINE": "true", "DIRECTORY_URLS": "false", "USE_DIRECTORY_URLS": "false", "BUNDLES": "folder", "CI": "true",
    "SITE_URL": "https://evil.example/", "SITE_NAME": "x", "DOCS_DIR": "/tmp", "STRICT": "false", "PORT": "1",
    "NAME": "x", "OUT": "/tmp/x", "BASE": "x", "SOURCE_DATE_EPOCH": "1", "MKDOCS_CONFIG": "x", "THEME": "readthedocs",
    "PYTHONHASHSEED": "7", "PYTHONOPTIMIZE": "2", "DEBUG": "1", "ENABLED": "false",
}  # fmt: skip


@LONG
def test_what_stands_in_the_shell_changes_nothing(guide: Callable[[], Copy]) -> None:
    plain, other = guide(), guide()
    assert run_command(plain.root, "site").returncode == 0
    line, env = command(other.root, "site")
    done = subprocess.run(
        line, cwd=other.root, env=env | INHERITED, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    for folder in ("site", "dist"):
        assert digests(plain.root / folder) == digests(other.root / folder)


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["export", "out→"],
        *(pytest.param(w, marks=LONG) for w in (["paths"], ["site"], ["schema"], ["review", "a-name"])),
    ],
)
@pytest.mark.parametrize("coding", ["cp1252", pytest.param("ascii", marks=LONG)])
def test_a_terminal_of_few_letters_is_told_all_the_same(copy: Copy, words: list[str], coding: str) -> None:
    copy.replace("It makes a mess.", "It makes a mess → 肝.")
    line, env = command(copy.root, *words)
    env |= {"PYTHONIOENCODING": coding, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(line, cwd=copy.root, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.strip()


def test_a_mistake_is_told_on_a_terminal_of_few_letters(copy: Copy) -> None:
    copy.replace("It makes a mess.", "It makes 45 → holes.")
    line, env = command(copy.root, "check")
    done = subprocess.run(
        line, cwd=copy.root, env=env | {"PYTHONIOENCODING": "ascii:strict"}, capture_output=True, check=False
    )
    assert done.returncode == 1 and b"Traceback" not in done.stderr and b"'45'" in done.stderr
    assert os.linesep.encode() in done.stderr


@pytest.mark.parametrize("row", ["#", "-:", "- ", "1) ", "a-:"])
def test_a_long_row_of_signs_is_read_to_its_end(row: str) -> None:
    """It was read in all the ways in which it can be parted, which took longer than anybody waits."""
    text = row * 3000 + "o\n" + row * 30 + "\u00a0o\n"
    assert [(problem.line, problem.column) for problem in unseen("a.md", text)] == [(2, 30 * len(row) + 1)]
