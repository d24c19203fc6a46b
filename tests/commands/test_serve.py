"""The live view: a change is shown, a mistake is told, and the last good pages stay."""

from __future__ import annotations

import contextlib
import queue
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.editing import Copy, command

PATIENCE = 30  # seconds until a test gives up; the time that it took is printed


class Live:
    """A running `serve` of a copied guide, and what it says on stderr."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        line, env = command(root, "serve", str(self.port))
        self.process = subprocess.Popen(
            line, cwd=root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        self.said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stderr:
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


def test_a_guide_that_is_broken_at_the_start_is_shown_once_mended(copy: Copy) -> None:
    copy.replace("It makes a mess.", "It makes 45 holes.")
    running = Live(copy.root)
    try:
        heard = running.until_said("The last good pages stay up.")
        assert copy.problems()[0] in heard
        running.until_answers()
        copy.replace("It makes 45 holes.", "It makes a mess.")
        running.until_shown("It makes a mess.", "treatments/sealant/")
    finally:
        running.process.kill()
        running.process.wait()
