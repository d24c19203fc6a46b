"""How fast the build is, in ratios: `make bench`.

Compares our build with plain MkDocs and the same theme on the same pages, already written out
by the package's own export. Also prints what a first view of some pages weighs.
"""

from __future__ import annotations

import gzip
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

import carry
from editing import copy_project

ROUNDS = 3
WEIGHED = ("index.html", "decision-guide/index.html", "treatments/right-hepatectomy/index.html")
_SELF = "import sys;sys.path.insert(0,'hooks');from pathlib import Path;from pathway.build import build;build(Path('docs'))"


def best(command: list[str], folder: Path) -> float:
    """Return the shortest time of some rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        subprocess.run(
            command,
            cwd=folder,
            check=True,
            capture_output=True,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        times.append(time.perf_counter() - began)
    return min(times)


def weight(site: Path, page: str) -> tuple[int, int]:
    """Return (compressed bytes, requests) of a first view: the page, its styles, scripts and pictures."""
    text = (site / page).read_text("utf-8")
    asked = re.findall(r"<(?:script|img)[^>]+src=\"([^\"]+)\"", text)
    asked += re.findall(r"<link[^>]+rel=\"(?:stylesheet|icon)\"[^>]+href=\"([^\"]+)\"", text)
    files = [site / page, *(((site / page).parent / name).resolve() for name in asked)]
    return sum(len(gzip.compress(file.read_bytes())) for file in files), len(files)


def main() -> int:
    """Print the ratios."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder) / "project")
        plain = Path(folder) / "plain"
        pages = carry.export(plain, project)
        ours = best([python, "-m", "mkdocs", "build", "-q"], project)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        other = best([python, "-m", "mkdocs", "build", "-q"], plain)
        alone = best([python, "-c", _SELF], project)
        start = best([python, "-c", "import pydantic, yaml, jinja2"], project)
        whole = best([python, "hooks/publish.py"], project)
        print(f"{pages} pages")
        print(f"our build / plain MkDocs on the same pages   {ours / other:.2f}")
        print(f"our code's share of one build                {(alone - start) / ours:.0%}")
        print(f"all of `make site` / one build               {whole / ours:.2f}")
        print(f"peak memory of a child                       {memory} MB")
        for page in WEIGHED:
            size, count = weight(project / "site", page)
            print(f"first view of {page:45} {size / 1000:.0f} KB compressed in {count} requests")
    return 0


if __name__ == "__main__":
    sys.exit(main())
