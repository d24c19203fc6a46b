"""The live view: a change is shown, a mistake is told, and the last good pages stay."""

from __future__ import annotations

import contextlib
import errno
import queue
import re
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from playwright.sync_api import Browser, expect

from commands import serve
from commands.site import Refused
from helpers.editing import Copy, command, run_command

PATIENCE = 30  # seconds until a test gives up; the time that it took is printed


class Live:
    """A running `serve` of a copied guide, and what it says."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        line, env = command(root, "serve", str(self.port))
        env["TMPDIR"] = str(root.parent)
        self.process = subprocess.Popen(
            line, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said.put(line)

    def _next(self) -> str:
        with contextlib.suppress(queue.Empty):
            return self.said.get(timeout=PATIENCE)
        return ""

    def page(self, path: str = "") -> str:
        with contextlib.suppress(OSError):
            return urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=5).read().decode()
        return ""

    def until_shown(self, words: str, path: str = "") -> float:
        began = time.monotonic()
        while words not in self.page(path):
            assert time.monotonic() - began < PATIENCE, f"{words!r} was never shown"
            time.sleep(0.05)
        return time.monotonic() - began

    def until_answers(self) -> None:
        began = time.monotonic()
        while True:
            assert time.monotonic() - began < PATIENCE, "the port was never opened"
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.05)

    def until_said(self, words: str) -> str:
        heard = ""
        while words not in heard:
            line = self._next()
            assert line, f"{words!r} was never said, only: {heard}"
            heard += line
        return heard


@pytest.fixture
def live(copy: Copy) -> Iterator[tuple[Copy, Live]]:
    running = Live(copy.root)
    yield copy, running
    running.process.kill()
    running.process.wait()


def test_change_mistake_and_mending(live: tuple[Copy, Live]) -> None:
    copy, running = live
    page = "treatments/sealant/"
    running.until_shown("It makes a mess.", page)
    copy.replace("It makes a mess.", "It drips on shoes.")
    took = running.until_shown("It drips on shoes.", page)
    copy.replace("one rule", "one good rule", file="docs/index.md")
    took_prose = running.until_shown("one good rule")
    print(f"\nshown after {took:.1f} s (data) and {took_prose:.1f} s (prose)")
    copy.replace("It drips on shoes.", "It drips on 45 shoes.")
    heard = running.until_said("The last good pages stay up.")
    message = copy.problem()
    assert f"{message}\n" in heard
    assert "Traceback" not in heard
    assert "It drips on shoes." in running.page(page)
    assert "one good rule" in running.page()
    copy.replace("It drips on 45 shoes.", "It drips on socks.")
    running.until_shown("It drips on socks.", page)
    copy.replace("Treatments:", "Ways to mend:", "mkdocs.yml")
    running.until_shown("Ways to mend")


def test_an_open_page_is_loaded_anew(live: tuple[Copy, Live], browser: Browser) -> None:
    copy, running = live
    running.until_answers()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{running.port}/treatments/sealant/")
    expect(page.locator("article")).to_contain_text("It makes a mess.")
    copy.replace("It makes a mess.", "It drips on shoes.")
    expect(page.locator("article")).to_contain_text("It drips on shoes.", timeout=PATIENCE * 1000)
    page.close()


def test_a_guide_that_is_broken_at_the_start_is_shown_once_mended(copy: Copy) -> None:
    copy.replace("It makes a mess.", "It makes 45 holes.")
    running = Live(copy.root)
    try:
        heard = running.until_said("The last good pages stay up.")
        assert copy.problems()[0] in heard
        running.until_said(f"http://127.0.0.1:{running.port}/\n")
        running.until_answers()
        copy.replace("It makes 45 holes.", "It makes a mess.")
        running.until_shown("It makes a mess.", "treatments/sealant/")
    finally:
        running.process.kill()
        running.process.wait()


def test_ended_by_a_signal_it_leaves_nothing(live: tuple[Copy, Live]) -> None:
    copy, running = live
    running.until_answers()
    assert len([*copy.root.parent.glob("guide-*/shown/index.html")]) == 1
    running.process.terminate()
    assert running.process.wait(PATIENCE) == 0
    assert [*copy.root.parent.glob("guide-*/shown")] == []


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_build_changes_nothing_that_is_watched(copy: Copy) -> None:
    """Else each saved template would be built twice."""

    def watched() -> dict[Path, int]:
        parts = [copy.root / part for part in ("docs", "hooks/pathway/templates", "hooks/theme")]
        return {path: path.stat().st_mtime_ns for part in parts for path in (part, *part.rglob("*"))}

    before = watched()
    assert len(before) > 50
    assert run_command(copy.root, "site").returncode == 0
    assert watched() == before
    assert [*(copy.root / "hooks/pathway/__pycache__").glob("*.cache")]


def test_what_is_built_again_is_what_would_be_built_anew(copy: Copy, tmp_path: Path) -> None:
    """Pages that did not change are not converted again, and stand as if they were."""
    shown, kept = tmp_path / "shown", serve._kept
    kept.clear()
    assert serve.refresh(shown, copy.root)
    for old, new, file, again in (
        ("It makes a mess.", "It drips on shoes.", "docs/pathway.yml", {"treatments/sealant.md"}),
        ("# Afterwards", "# Once it holds", "docs/after.md", {"after.md"}),
        ("It drips on shoes.", "It makes a mess.", "docs/pathway.yml", {"treatments/sealant.md"}),
    ):
        before = dict(kept)
        copy.replace(old, new, file)
        assert serve.refresh(shown, copy.root)
        changed = {page for page, *rest in kept if (page, *rest) not in before}
        assert again <= changed and len(changed) < len(kept) / 2
        serve.build_to(tmp_path / f"anew-{new}", copy.root)
        assert _files(shown) == _files(tmp_path / f"anew-{new}")


def test_a_page_that_did_not_change_is_still_looked_at(
    copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = tmp_path / "shown"
    looked: list[dict[str, list[str]]] = []
    validate = MkDocsPage.validate_anchor_links

    def validated(page: MkDocsPage, *, files: Files, log_level: int) -> None:
        links = page.links_to_anchors or {}
        looked[-1][page.file.src_uri] = [file.src_uri for file in links]
        assert all(file.page and files.get_file_from_path(file.src_uri) is file for file in links)
        validate(page, files=files, log_level=log_level)

    monkeypatch.setattr(MkDocsPage, "validate_anchor_links", validated)
    copy.write("docs/assets/a.svg", "<svg/>")
    for file, old, new, fine in (
        ("docs/after.md", "# Afterwards\n", "# Afterwards\n\n![x](assets/a.svg)\n", True),
        ("docs/index.md", "one rule", "one good rule", True),
        ("docs/after.md", "(assets/a.svg)", "(assets/none.svg)", False),
        ("docs/index.md", "one good rule", "one rule", False),
        ("docs/after.md", "(assets/none.svg)", "(assets/a.svg)", True),
    ):
        copy.replace(old, new, file)
        looked.append({})
        assert serve.refresh(shown, copy.root) is fine
    assert looked[0] == looked[1] == looked[-1]
    assert "sources.md" in looked[1]["treatments/sealant.md"]
    (copy.root / "docs/assets/a.svg").unlink()
    assert not serve.refresh(shown, copy.root)
    copy.write("mkdocs.yml", copy.read("mkdocs.yml") + "\nvalidation: {links: {not_found: ignore}}\n")
    looked.append({})
    assert serve.refresh(shown, copy.root)
    copy.replace("not_found: ignore", "not_found: warn", "mkdocs.yml")
    assert not serve.refresh(shown, copy.root)


def test_what_is_shown_is_replaced_as_a_whole_or_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an earlier build has left is no part of the next one."""
    shown, name = tmp_path / "shown", ""
    (tmp_path / "fresh").mkdir()
    (tmp_path / "fresh/left.html").write_text("left")
    wrong: list[Exception] = []

    def build(folder: Path, root: Path, plugin: serve.Unchanged) -> None:
        assert (folder, root) == (tmp_path / "fresh", tmp_path / "guide")
        folder.mkdir()
        (folder / name).write_text("new")
        if wrong:
            raise wrong[0]

    monkeypatch.setattr(serve, "build_to", build)
    for name in ("one.html", "two.html"):
        assert serve.refresh(shown, tmp_path / "guide") is True
        assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")] == [
            f"shown/{name}"
        ]
        said = capsys.readouterr()
        assert re.fullmatch(r"Built in \d+\.\d s\.\n", said.out) and said.err == ""
    for error, told in (
        (Refused("docs/a.md:1:1: wrong"), "docs/a.md:1:1: wrong"),
        (OSError(errno.ENOSPC, "x"), "The disk is full: make room, and run it again"),
        (TypeError("ours"), "ours"),
    ):
        wrong[:] = [error]
        assert serve.refresh(shown, tmp_path / "guide") is False
        assert [path.name for path in shown.iterdir()] == ["two.html"]
        said = capsys.readouterr()
        assert said.out == "" and said.err.endswith(f"{told}\nThe last good pages stay up.\n")
        assert ("Traceback" in said.err) is (told == "ours")
