"""What a change does for readers: git's word diff of two exports, as Markdown for a pull request.

Each side is exported by its own code, so that a change of code shows as well as one of content.
"""

import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

# With any change the edition's hash differs; with a new source, each number of a source behind it on a page.
_NOISE = re.compile(r'\b[0-9a-f]{12}(?:[0-9a-f]{52})?\b| data-number="\d+"|(?<=s--)\d+\b| \(\d+\)(?=")')


class NoBase(Exception):
    """There is nothing to compare with. The message says why, in one line."""


def diff(base: str, root: Path) -> str:
    """Return the word diff of what readers are told at `base` and now. Raises `NoBase`."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        _unpack(base, root, work / "project")
        _export(work / "project", work / "before", f"the code at '{base}' cannot export it")
        _export(root, work / "after", "the guide at hand cannot be exported")
        command = ["git", "diff", "--no-index", "--word-diff=plain", "--no-prefix", "-U0", "before", "after"]
        done = subprocess.run(command, cwd=work, capture_output=True, check=False)
    found = done.stdout.decode(errors="replace")
    lines = [line for line in found.splitlines() if not line.startswith(("index ", "--- ", "+++ ", "@@ "))]
    if not lines:
        return f"Nothing that readers see has changed since {base}."
    fence = "`" * (max((len(run) for run in re.findall("`+", found)), default=2) + 3)
    lead = f"What readers see, beside {base}. Words that left stand in [-…-], words that came in {{+…+}}."
    return "\n".join([lead, "", f"{fence}diff", *lines, fence])


def _unpack(base: str, root: Path, target: Path) -> None:
    """Write the project as it was at a revision into `target`. Raises `NoBase`."""
    try:
        command = ["git", "archive", "--format=tar", base]
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise NoBase(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").split("\n")[0]
        raise NoBase(f"'{base}' is no revision here: {said}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as tar:
        tar.extraction_filter = getattr(tarfile, "data_filter", None)  # not in every Python 3.11
        tar.extractall(target)


def _export(project: Path, target: Path, wrong: str) -> None:
    """Export a project with its own `make export`, and its paths beside it. Raises `NoBase`."""
    make = ["make", "-s", "-C", str(project), f"RUN={sys.executable}", "-o", ".venv/site.done"]
    for words in (["export", f"OUT={target}"], ["paths"]):
        env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([*make, *words], capture_output=True, encoding="utf-8", check=False, env=env)
        if done.returncode:
            said = (done.stderr or done.stdout).strip().split("\n")[0]
            raise NoBase(f"{wrong}: {said}")
    (target / "paths.txt").write_text(done.stdout, "utf-8")
    for path in [path for path in target.rglob("*") if path.is_file()]:
        if path.suffix in (".md", ".csv", ".txt"):  # what readers read; JSON and assets repeat it
            path.write_text(_NOISE.sub("", path.read_text("utf-8")), "utf-8")
        else:
            path.unlink()
