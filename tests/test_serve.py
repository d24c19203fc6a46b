"""The live view: a change is shown, a mistake is told, and the last good pages stay."""

from __future__ import annotations

import contextlib
import queue
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import copy_project
from editing import Copy

PATIENCE = 30  # seconds until a test gives up; the time that it took is printed


class Live:
    """A running `serve` of a copied project."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-u", str(root / "hooks/serve.py"), str(self.port)]
        self.process = subprocess.Popen(
            command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said.put(line)

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

    def until_said(self, words: str) -> str:
        heard = ""
        while words not in heard:
            heard += self.said.get(timeout=PATIENCE)
        return heard


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Copy, Live]]:
    copy = Copy(copy_project(tmp_path / "project"))
    running = Live(copy.root)
    yield copy, running
    running.process.kill()
    running.process.wait()


def test_change_mistake_and_mending(live: tuple[Copy, Live]) -> None:
    copy, running = live
    running.until_shown("Each statement carries its year.")
    copy.replace("- say: It spares liver tissue.", "- say: It keeps most liver tissue.")
    took = running.until_shown("It keeps most liver tissue.", "treatments/wedge-resection/")
    copy.replace(
        "Each statement carries its year.", "Every statement carries its year.", file="docs/index.md"
    )
    took_prose = running.until_shown("Every statement carries its year.")
    print(f"\nshown after {took:.1f} s (data) and {took_prose:.1f} s (prose)")
    copy.replace("It keeps most liver tissue.", "It keeps 45 parts.")
    heard = running.until_said("The last good pages stay up.")
    assert "the quantity '45' is written by hand" in heard
    assert "Traceback" not in heard
    assert "It keeps most liver tissue." in running.page("treatments/wedge-resection/")
    copy.replace("It keeps 45 parts.", "It keeps much liver tissue.")
    running.until_shown("It keeps much liver tissue.", "treatments/wedge-resection/")
