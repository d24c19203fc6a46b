"""How fast the build is, in ratios: `make bench`, or `make bench TIMES="1 5"` for fewer sizes.

Our build stands beside plain MkDocs and the same theme on the same pages, already written out by
the package's own export; at the real size, and grown by `grow`. Pages that list everything stand
once at every size and hold all of it, so that a page is longer on average in a larger guide: beside
the time per page stands the time for as much content. Then the commands, and what a first view weighs.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

from grow import grow
from helpers.editing import copy_project, run_command

CHILD = Path(__file__).with_name("bench_child.py")
ROUNDS = {1: 3, 5: 2}  # the larger the guide, the less a round differs from the next
GUIDE = "decision-guide/index.html"
WEIGHED = ("index.html", GUIDE, "treatments/right-hepatectomy/index.html")


def child(folder: Path, rounds: int, *args: str) -> dict[str, Any]:
    """Return what the quickest of some children says, each in a fresh process."""
    command = [sys.executable, str(CHILD), *args]
    said = [
        json.loads(
            subprocess.run(
                command, cwd=folder, check=True, capture_output=True, text=True, env=_usual()
            ).stdout.splitlines()[-1]
        )
        for _ in range(rounds)
    ]
    return dict(min(said, key=lambda one: next(iter(one.values()))))


def _usual() -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, of our code as of the libraries."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def size(folder: Path, times: int) -> dict[str, float]:
    """Return the figures of one size: our build, and plain MkDocs on the same pages."""
    project = copy_project(folder / f"project-{times}")
    if times > 1:
        grow(project, times)
    plain = folder / f"plain-{times}"
    run_command(project, "export", str(plain)).check_returncode()  # with the code of the grown copy
    pages = sum(1 for _ in (plain / "docs").rglob("*.md"))
    ours = child(project, ROUNDS.get(times, 1))
    other = child(plain, ROUNDS.get(times, 1))
    return {
        "pages": pages,
        "share": ours["ours"] / ours["all"],
        "ratio": ours["all"] / other["all"],
        "peak": ours["peak"],
        "memory": ours["peak"] / other["peak"],
        "each": ours["all"] / pages,
        "each_ours": ours["ours"] / pages,
        "each_plain": other["all"] / pages,
        "all": ours["all"],
    }


def weight(site: Path, page: str) -> tuple[int, int]:
    """Return (compressed bytes, requests) of a first view: the page, its styles, scripts and pictures."""
    text = (site / page).read_text("utf-8")
    asked = re.findall(r"<(?:script|img)[^>]+src=\"([^\"]+)\"", text)
    asked += re.findall(r"<link[^>]+rel=\"(?:stylesheet|icon)\"[^>]+href=\"([^\"]+)\"", text)
    files = [site / page, *(((site / page).parent / name.partition("?")[0]).resolve() for name in asked)]
    return sum(len(gzip.compress(file.read_bytes())) for file in files), len(files)


def heaviest(site: Path) -> str:
    """Return the page of the guide whose first view weighs most."""
    pages = [
        file.relative_to(site).as_posix() for file in site.rglob("index.html") if "sheets" not in file.parts
    ]
    return max(pages, key=lambda page: weight(site, page))


def _sizes(folder: Path, sizes: list[int]) -> float:
    """Print a line for each size. Returns the seconds of the first one's build."""
    print(
        "size  pages  build/plain  our share  time per page (ours alone, plain) / 1x   time per content / 1x"
        "  memory/plain  memory/1x"
    )
    first: dict[str, float] = {}
    for times in sizes:
        now = size(folder, times)
        first = first or now
        each, alone, plain = (now[k] / first[k] for k in ("each", "each_ours", "each_plain"))
        content = now["all"] / first["all"] * sizes[0] / times
        print(
            f"{times:3}x  {now['pages']:6.0f}  {now['ratio']:11.2f}  {now['share']:9.1%}"
            f"  {each:14.2f} ({alone:.2f}, {plain:.2f}) {content:32.2f}"
            f" {now['memory']:13.2f} {now['peak'] / first['peak']:10.2f}",
            flush=True,
        )
    return first["all"]


def main(*sizes: str) -> int:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = _sizes(folder, [int(size) for size in sizes] or [1, 5, 25])
        project = copy_project(folder / "site")
        command = "import sys,time;b=time.perf_counter();sys.path.insert(0,'hooks');from commands import site;site.publish(site.Path.cwd());print(time.perf_counter()-b)"
        run = subprocess.run(
            [sys.executable, "-c", command], cwd=project, check=True, capture_output=True, text=True
        )
        print(f"all of `make site` / one build            {float(run.stdout) / one:.2f}")
        served = child(project, 2, "serve")
        print(f"rebuild after a change of prose / first   {served['prose'] / served['first']:.2f}")
        print(f"rebuild after a change of data / first    {served['data'] / served['first']:.2f}")
        for page in dict.fromkeys([*WEIGHED, heaviest(project / "site")]):
            heavy, count = weight(project / "site", page)
            print(f"first view of {page:45} {heavy / 1000:.0f} KB compressed in {count} requests")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
