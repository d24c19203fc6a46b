"""Plant faults in a copy of the project, one at a time, and see that a test names the place: `make mutate`.

`data/mutants.yml` lists them: what is replaced where, what it would mean for a reader, and the tests that must see it.
A fault is killed by an assertion alone. A crash tells that something is wrong, not what stands in the wrong place.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import multiprocessing
import os
import queue
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FAULTS = ROOT / "tests/data/mutants.yml"
LEFT = shutil.ignore_patterns(
    ".git", ".venv*", ".build", "site", "dist", "node_modules", "__pycache__", ".*_cache", ".hypothesis"
)
ASSERTED = ("AssertionError", "assert ", "Failed: ")
LONGEST = 300  # seconds for the tests of one fault
STAMPS = itertools.count(1)  # times of planted files: no compiled module is taken for that of another text
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    [
        "mkdocs.commands.build",
        "material",
        "playwright.sync_api",
        "pydantic",
        "hypothesis",
        "selectolax.lexbor",
    ]
)


@dataclass(frozen=True)
class Mutant:
    """A fault: `old` stands once in `file`, and `new` in its place would tell a reader something wrong."""

    id: str
    file: str
    old: str
    new: str
    reader: str
    tests: list[str]

    @contextlib.contextmanager
    def planted(self, root: Path) -> Iterator[None]:
        """Put the fault into a copy of the project, and take it out again."""
        path = root / self.file
        text = path.read_text("utf-8")
        assert text.count(self.old) == 1, f"{self.id}: {text.count(self.old)} times in {self.file}"
        was = path.stat()
        path.write_text(text.replace(self.old, self.new), "utf-8")
        os.utime(path, (stamp := next(STAMPS), stamp))
        try:
            yield
        finally:
            path.write_text(text, "utf-8")
            os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def mutants() -> list[Mutant]:
    """Return every fault, in the order of the file: the most dangerous ones first."""
    return [Mutant(**fields) for fields in yaml.safe_load(FAULTS.read_text("utf-8"))]


def _pytest(root: Path, line: list[str]) -> None:
    os.chdir(root)
    for name in [name for name in os.environ if name.startswith(("PYTEST_", "PROOF"))]:
        del os.environ[name]
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    os._exit(pytest.main(line))


def run(root: Path, tests: list[str], *options: str) -> list[tuple[str, str]]:
    """Run tests of a copy. Return the name and the message of each that failed; a crash has no message."""
    report = root / "report.xml"
    report.unlink(missing_ok=True)
    line = ["-q", "--no-header", f"--rootdir={root}", f"--junitxml={report}", *options, *tests]
    process = FORKS.Process(target=_pytest, args=(root, line))
    process.start()
    process.join(LONGEST)
    if process.exitcode is None:
        process.kill()
    if process.exitcode == 0:
        return []
    found = []
    for case in ElementTree.parse(report).iter("testcase") if report.exists() else ():
        for node in case:
            if node.tag in ("failure", "error"):
                said = " ".join((node.get("message") or "").split())
                asserted = node.tag == "failure" and said.startswith(ASSERTED)
                found.append((f"{case.get('classname')}::{case.get('name')}", said if asserted else ""))
    return found or [("no test ran", "")]


def judge(mutant: Mutant, root: Path) -> tuple[str, str]:
    """Return `killed`, `crashed` or `survived`, and the test that saw the fault."""
    with mutant.planted(root):
        failed = run(root, mutant.tests, "--maxfail=2")
    seen = next((f"{name}: {said}" for name, said in failed if said), "")
    return ("killed", seen) if seen else ("crashed" if failed else "survived", failed[0][0] if failed else "")


def copy_all(target: Path) -> Path:
    """Copy the project with its tests."""
    shutil.copytree(ROOT, target, ignore=LEFT)
    if (ROOT / "tests/node/node_modules").exists():
        (target / "tests/node/node_modules").symlink_to(ROOT / "tests/node/node_modules")
    return target


def try_all(chosen: list[Mutant], processes: int = 2) -> dict[str, str]:
    """Judge faults, each in a copy that no other uses meanwhile. Print and return the verdict on each."""
    verdicts: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(processes) as pool:
        copies: queue.Queue[Path] = queue.Queue()
        for number in range(processes):
            copies.put(copy_all(Path(folder, str(number))))

        def one(mutant: Mutant) -> None:
            root, began = copies.get(), time.monotonic()
            try:
                verdict, seen = judge(mutant, root)
            finally:
                copies.put(root)
            verdicts[mutant.id] = verdict
            print(
                f"{verdict:9}{time.monotonic() - began:4.0f} s  {mutant.id}: {seen or mutant.reader}"[:300],
                flush=True,
            )

        list(pool.map(one, chosen))
    return verdicts


def clean(chosen: list[Mutant]) -> list[tuple[str, str]]:
    """Return the named tests that fail without any fault."""
    with tempfile.TemporaryDirectory() as folder:
        tests = list(dict.fromkeys(test for mutant in chosen for test in mutant.tests))
        return run(copy_all(Path(folder, "clean")), tests, "-n", "2", "--dist", "loadfile")


def main() -> None:
    """Try the faults whose ids are given, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ids", nargs="*")
    parser.add_argument("--tests", nargs="*", help="run these, whatever tests a fault names")
    given = parser.parse_args()
    began = time.monotonic()
    chosen = [m for m in mutants() if not given.ids or m.id in given.ids]
    if given.tests:
        chosen = [Mutant(**{**vars(m), "tests": given.tests}) for m in chosen]
    if broken := clean(chosen):
        sys.exit(
            "These fail without a fault:\n" + "\n".join(f"{name}: {said}"[:300] for name, said in broken)
        )
    verdicts = try_all(chosen)
    lost = [m for m in chosen if verdicts[m.id] != "killed"]
    print(
        f"{len(chosen) - len(lost)} of {len(chosen)} killed in {(time.monotonic() - began) / 60:.1f} minutes"
    )
    sys.exit("".join(f"{verdicts[m.id]}: {m.id}: {m.reader}\n" for m in lost) or 0)


if __name__ == "__main__":
    main()
