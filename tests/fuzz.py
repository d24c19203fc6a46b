"""Damage a guide thousands of times: `make fuzz`, with SEED=n and COUNT=n for others.

Each damaged guide is refused, by messages with places and nothing else, or it builds a site that
passes the crawl. Some go through publishing as a whole: a refusal must leave the old site as it was.
A process of its own tries them, and is ended after ten seconds without an answer.
"""

from __future__ import annotations

import contextlib
import io
import json
import queue
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

from commands import site
from damage import damaged
from helpers.crawl import Site
from helpers.editing import copy_project, copy_tiny, digests
from pathway.source.problems import ContentError

SEED, COUNT, REAL = 2002, 2200, 20  # every 20th damage is done to the real guide
WHOLE = 15  # every 15th goes through publishing, with all that is taken along
LIMIT = 10  # seconds for one damage
PUBLISHING = 50  # seconds more where a process publishes first, or the real guide is built
MESSAGE = re.compile(r"(?:docs/[\w./-]+|mkdocs\.yml|settings\.yml):[1-9]\d*:[1-9]\d*: [^:\n]+: \S.*")
NOTHING_ELSE = re.compile(r"\d+ problems in the content| {4}.*")  # the second: the line shown, and its caret


def attempt(root: Path, seed: int, number: int) -> dict[str, str]:
    """Damage a copied guide, try it, and mend it again. `wrong` in the answer is empty where all held."""
    kind, file, after = damaged(root, seed, number)
    path = root / file
    before = path.read_bytes()
    path.write_bytes(after)
    try:
        end, wrong = _whole(root) if number % WHOLE == 0 else _built(root)
    except Exception as error:  # whatever it is: here it is a finding
        end, wrong = "crashed", f"{type(error).__name__}: {error}"
    finally:
        path.write_bytes(before)
    return {"kind": kind, "end": end, "wrong": wrong}


def _told(said: str) -> str:
    """Return the first line of a refusal that is no message with a place."""
    lines = [line for line in said.splitlines() if not NOTHING_ELSE.fullmatch(line)]
    return next(
        (f"no place in {line!r}" for line in lines if not MESSAGE.fullmatch(line)),
        "" if lines else "no message",
    )


def _built(root: Path) -> tuple[str, str]:
    try:
        site.check_content(root)
    except ContentError as error:
        return "refused", _told(str(error))
    with tempfile.TemporaryDirectory() as folder:
        try:
            site.build_to(Path(folder) / "site", root)
        except site.Refused as error:
            return "refused", _told(str(error))
        return "built", _crawled(Path(folder) / "site")


def _crawled(folder: Path) -> str:
    site = Site(folder)
    return "; ".join([*site.broken(), *site.doubled()][:3]) or ("" if site.pages else "no pages")


def _whole(root: Path) -> tuple[str, str]:
    old = {name: digests(root / name) for name in ("site", "dist")}
    try:
        site.publish(root)
    except site.Refused as error:
        new = {name: digests(root / name) for name in ("site", "dist")}
        changed = "" if new == old and not (root / ".build").exists() else "the old site was changed"
        return "refused, old site kept", changed or _told(str(error))
    taken = [path.suffix for path in sorted((root / "dist").iterdir())]
    whole = (
        "" if sorted(taken) == [".html", ".sha256", ".sha256", ".zip"] else "what is taken along is not whole"
    )
    return "published", whole or _crawled(root / "site")


def worker(root: Path, seed: int) -> None:
    """Read numbers from stdin, and write the answer to each as a line of JSON."""
    site.publish(root)
    for line in sys.stdin:
        with contextlib.redirect_stderr(io.StringIO()):
            answer = attempt(root, seed, int(line))
        print(json.dumps(answer), flush=True)


class Worker:
    """A process that tries one damage after the other; a new one takes the place of one that hangs."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.seed = root, seed
        self._start()

    def _start(self) -> None:
        command = [sys.executable, __file__, "--worker", str(self.root), str(self.seed)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, args=(self.process, self.said), daemon=True).start()

    @staticmethod
    def _listen(process: subprocess.Popen[str], said: queue.Queue[str]) -> None:
        for line in process.stdout or ():
            said.put(line)
        said.put('{"kind": "?", "end": "died", "wrong": "the process ended"}')

    def attempt(self, number: int, limit: float) -> dict[str, str]:
        try:
            self.process.stdin.write(f"{number}\n")  # type: ignore[union-attr]
            self.process.stdin.flush()  # type: ignore[union-attr]
            answer = dict(json.loads(self.said.get(timeout=limit)))
        except (queue.Empty, BrokenPipeError):
            answer = {"kind": "?", "end": "hung", "wrong": f"no answer in {limit:.0f} seconds"}
        if answer["end"] in ("hung", "died"):
            self.stop()
            self._start()
        return answer

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


def run(folder: Path, seed: int, numbers: list[int], real: bool) -> list[tuple[int, dict[str, str]]]:
    """Return the answer to each number. The first of a process may wait longer: it publishes before."""
    root = copy_project(folder / "real") if real else copy_tiny(folder / "small")
    worker_ = Worker(root, seed)
    found: list[tuple[int, dict[str, str]]] = []
    fresh = True  # a new process publishes first
    for number in numbers:
        more = PUBLISHING if fresh or real else 0
        answer = worker_.attempt(number, LIMIT + more)
        fresh = answer["end"] in ("hung", "died")
        found.append((number, answer))
    worker_.stop()
    shutil.rmtree(root, ignore_errors=True)
    return found


def main(seed: int = SEED, count: int = COUNT) -> int:
    """Try all, two processes at a time, and print what became of them. Returns 1 where anything was wrong."""
    began = time.monotonic()
    real = list(range(0, count, REAL))
    small = sorted(set(range(count)) - set(real))
    random.Random(seed).shuffle(small)
    shares = [(small[::2], False), (small[1::2], False), (real, True)]
    found: list[tuple[int, dict[str, str]]] = []
    with tempfile.TemporaryDirectory() as name:
        threads = []
        for at, (numbers, which) in enumerate(shares):
            (Path(name) / str(at)).mkdir()

            def work(at: int = at, numbers: list[int] = numbers, which: bool = which) -> None:
                found.extend(run(Path(name) / str(at), seed, numbers, which))

            threads.append(threading.Thread(target=work))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return report(found, seed, time.monotonic() - began)


def report(found: list[tuple[int, dict[str, str]]], seed: int, took: float) -> int:
    """Print a line for each kind of damage, and for each failure. Returns the exit status."""
    kinds = sorted({answer["kind"] for _, answer in found})
    for kind in kinds:
        ends = Counter(answer["end"] for _, answer in found if answer["kind"] == kind)
        print(
            f"{kind:45} {sum(ends.values()):5}   {', '.join(f'{end} {n}' for end, n in sorted(ends.items()))}"
        )
    wrong = [(number, answer) for number, answer in sorted(found, key=lambda one: one[0]) if answer["wrong"]]
    for number, answer in wrong:
        print(f"seed {seed}, number {number}: {answer['kind']}, {answer['end']}: {answer['wrong']}")
    print(f"{len(found)} damaged guides, {len(wrong)} failures, {took / 60:.1f} minutes")
    return int(bool(wrong))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        worker(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main(*map(int, sys.argv[1:])))
