"""`make diff`: what a change does, line by line, and what is said where nothing can be compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import diff
from editing import Copy

HEAD = """\
# What this change does

The content at hand beside that of HEAD. Both are built with the code at hand, so a change of code does not show.
"""
TABLE = """\
## Pages

The grade is the year of school. Limits: 6.0 without the words that the glossary explains, 8.0 with them.

| Page | File | What happens | Grade without | Grade with |
|---|---|---|---|---|
"""
CARD = """\
scorecards:
  small:
    name: A small standard
    count: percent
    criteria:
      base: {say: It names its base, fields: [guide.base]}
      values: {say: It lists values, not_met: There are none.}
      drawing: {say: It has a drawing, people: true}
"""


def _git(root: Path, *words: str) -> None:
    settings = ["user.name=A rider", "user.email=rider@example.org", "commit.gpgsign=false"]
    command = ["git", *(part for setting in settings for part in ("-c", setting)), *words]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def _commit(copy: Copy) -> None:
    _git(copy.root, "add", "-A")
    _git(copy.root, "commit", "-q", "-m", "A change")


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git heeds no settings but those of its command, and no folder around the test's own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def kept(copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """A small guide that git knows, in its one revision. Nothing may stay in the temporary folder."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    _git(copy.root, "init", "-q")
    _commit(copy)
    return copy


def _said(copy: Copy, capsys: pytest.CaptureFixture[str], base: str = "HEAD") -> tuple[int, str, str]:
    """Return the exit status, and what was printed on stdout and stderr."""
    status = diff.main(base, copy.root)
    assert not list(Path(tempfile.gettempdir()).iterdir())
    return status, *capsys.readouterr()


def _told(copy: Copy, capsys: pytest.CaptureFixture[str]) -> str:
    status, out, err = _said(copy, capsys)
    assert (status, err) == (0, "")
    return out


def _graded(told: str) -> str:
    """Return a report with each grade, and each pair of them, as one sign: what they are is tested elsewhere."""
    return re.sub(r"(?:&#45;)?\d\.\d(?: → (?:&#45;)?\d\.\d)?(?= \|)", "n", told)


def test_nothing_changed_is_one_line(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert _told(kept, capsys) == "Nothing changed in the content since HEAD.\n"


def test_a_comment_changes_nothing(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    kept.replace("guide:\n", "# A comment.\nguide:\n")
    assert _told(kept, capsys) == "Nothing changed in the content since HEAD.\n"


def test_a_moved_answer(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    kept.replace(
        'slow-where: {question: at-home, answers: {"yes": mend,',
        'slow-where: {question: at-home, answers: {"yes": change,',
    )
    meant = f"""{HEAD}
## Paths

5 before, 5 after. These end elsewhere, have another code, are new or are gone:

- Is the hole small? **I see none** Are you at home? **Yes, I am**
    - Before: Mend the hole (HK64)
    - After: Change the tube (HK64)

## Records

### Step: Are you at home? (slow-where)

- answers › yes
    - Before: Mend the hole
    - After: Change the tube

{TABLE}\
| Decision guide | decision-guide/index.md | follows | n | n |
| All paths | paths.md | follows | n | n |
| Compare | treatments/index.md | follows | n | n |
| New tube | treatments/new-tube.md | follows | n | n |
| Patch | treatments/patch.md | follows | n | n |

## Clinic sheets

1 of 5 read otherwise: HK64.
"""
    assert _graded(_told(kept, capsys)) == meant


def test_a_changed_figure(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    kept.replace("value: 90, bound: about", "value: 85, bound: more than")
    meant = f"""{HEAD}
## Figures

- The patches of one club
    - Before: about 90 in 100 patches hold
    - After: more than 85 in 100 patches hold

{TABLE}\
| Decision guide | decision-guide/index.md | follows | n | n |
| Sources | sources.md | follows | n | n |
| Compare | treatments/index.md | follows | n | n |
| Patch | treatments/patch.md | follows | n | n |

## Clinic sheets

None of those that stay reads otherwise.
"""
    assert _graded(_told(kept, capsys)) == meant


def test_changed_new_and_gone_texts(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    kept.replace("good: [{say: The wheel", "good: [{say: It is quick., from: shop}, {say: The wheel")
    kept.replace(
        'next: ["Find the hole first."]', 'next: ["Find the [][tire] first.", "Dry it *well* @home."]'
    )
    kept.replace("test: Look around you.", "test: Look well around you.")
    kept.replace(", whom: A shop}", ", whom: A club}")
    told = _told(kept, capsys)
    assert told[told.index("## Records") : told.index("## Pages")] == """\
## Records

### Silence: The leaflet does not say when a tire is too old. (old-tires)

- whom
    - Before: A shop
    - After: A club

### Treatment: sealant (sealant)

- good, new: It is quick. · Advice of a shop (undated)

### Question: Are you at home? (at-home)

- test
    - Before: Look around you.
    - After: Look well around you.

### Outcome: Mend the hole (mend)

- next
    - Before: Find the hole first.
    - After: Find the tire first.
- next, new: Dry it &#42;well&#42; @&#8203;home.

"""  # fmt: skip
    assert "4 of 5 read otherwise: ZJ76, GR54, HK64, SS74.\n" in told


def test_a_new_page_an_edited_page_and_a_page_that_is_gone(
    kept: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.write("docs/more.md", "---\ndescription: More.\nown_words: yes\n---\n# More\n\nThis page is new.\n")
    kept.replace("  - paths.md\n", "  - paths.md\n  - more.md\n", "mkdocs.yml")
    kept.replace("The rider has one rule.", "The rider has one good rule.", "docs/index.md")
    meant = f"""{HEAD}
{TABLE}\
| Your tire is flat | index.md | edited | 0.6 → 0.7 | 0.6 → 0.7 |
| More | more.md | new | none → &#45;2.2 | none → &#45;2.2 |

## Clinic sheets

None of those that stay reads otherwise.
"""
    assert _told(kept, capsys) == meant
    _commit(kept)
    _git(kept.root, "rm", "-q", "docs/more.md")
    kept.replace("  - more.md\n", "", "mkdocs.yml")
    assert "\n| More | more.md | gone | &#45;2.2 → none | &#45;2.2 → none |\n" in _told(kept, capsys)


def test_scores_of_standards(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    kept.replace("asks:\n", f"{CARD}\nasks:\n")
    _commit(kept)
    kept.replace("not_met: There are none.", "fields: [guide.message]")
    told = _told(kept, capsys)
    before = "50 in 100 (1 of 2 that a build can meet); 1 need people"
    after = "100 in 100 (2 of 2 that a build can meet); 1 need people"
    assert told.endswith(f"""
## Standards

| Standard | Before | After |
|---|---|---|
| A small standard: All items | {before} | {after} |
""")


def test_an_unknown_revision(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    what = "'nowhere' is no revision here: fatal: Needed a single revision\n"
    assert _said(kept, capsys, "nowhere") == (1, "", what)


def test_a_revision_cannot_be_an_option(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    what = "'--since=yesterday' is no revision here: fatal: Needed a single revision\n"
    assert _said(kept, capsys, "--since=yesterday") == (1, "", what)


def test_a_folder_that_git_does_not_know(copy: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff.main("HEAD", copy.root) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("'HEAD' is no revision here: fatal: not a git repository")
    assert err.count("\n") == 1


def test_every_mistake_in_the_working_tree_is_told(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    kept.replace("since: [sealant]", "since: [sealnt]")
    kept.replace("It makes a mess.", "It makes 45 holes.")
    told = kept.problems()
    assert len(told) >= 2
    assert _said(kept, capsys) == (1, "", "\n".join(told) + "\n")


def test_a_revision_that_does_not_fit_the_records(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    kept.replace("  slug: tire-guide\n", "  slog: tire-guide\n")
    first, second = kept.problems()
    _commit(kept)
    kept.replace("  slog: tire-guide\n", "  slug: tire-guide\n")
    what = f"the content at 'HEAD' does not fit the code at hand: {first} (and 1 more)\n"
    assert second != first
    assert _said(kept, capsys) == (1, "", what)


def test_a_revision_whose_drawing_does_not_fit(kept: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    kept.write("docs/drawing.svg.j2", "<svg>{{ nobody }}</svg>")
    _commit(kept)
    kept.write("docs/drawing.svg.j2", "<svg>{{ title }}</svg>")
    drawing = "docs/drawing.svg.j2:1:1: drawing:"
    what = f"the content at 'HEAD' does not fit the code at hand: {drawing} the template cannot be drawn: 'nobody' is undefined\n"
    assert _said(kept, capsys) == (1, "", what)


def _run(copy: Copy, base: str) -> tuple[int, str, str]:
    command = [sys.executable, str(copy.root / "hooks/diff.py"), base]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=copy.root)
    return done.returncode, done.stdout, done.stderr


def test_the_command_itself(kept: Copy) -> None:
    assert _run(kept, "nowhere") == (
        1,
        "",
        "'nowhere' is no revision here: fatal: Needed a single revision\n",
    )
    kept.replace("What to ask in a shop.", "What to ask.", "docs/questions-to-ask.md")
    status, out, err = _run(kept, "HEAD")
    assert (status, err) == (0, "")
    assert "\n| Questions to ask | questions-to-ask.md | edited | " in out


def test_both_sides_are_built_with_the_code_at_hand(kept: Copy) -> None:
    view = "hooks/pathway/templates/views/message.md.j2"
    kept.write(view, kept.read(view) + "\nAnother sentence.\n")
    assert _run(kept, "HEAD") == (0, "Nothing changed in the content since HEAD.\n", "")
