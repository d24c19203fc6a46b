"""Say what a change does for readers, as Markdown for a pull request: `make diff BASE=revision`."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import swap
from pathway.blocks import EASY, HARD
from pathway.build import Built, build
from pathway.compare import Difference, compare
from pathway.navigation import listed
from pathway.problems import ContentError
from pathway.templates import environment, verbatim
from publish import ROOT, settings


class NoBase(Exception):
    """There is nothing to compare with. The message says why, in one line."""


def _git(root: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise NoBase(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").split("\n")
        raise NoBase(next((line for line in reversed(said) if line.strip()), "git failed"))
    return done.stdout


def unpack(base: str, root: Path, target: Path) -> None:
    """Write the project as it was at a revision into `target`. Raises `NoBase`."""
    try:
        found = _git(root, "rev-parse", "--verify", f"{base}^{{commit}}")
    except NoBase as error:
        raise NoBase(f"'{base}' is no revision here: {error}") from None
    # All of it: the settings name folders outside of `docs`, and scorecards name tests.
    archive = _git(root, "archive", "--format=tar", found.decode().strip())
    try:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extraction_filter = getattr(tarfile, "data_filter", None)  # not in every Python 3.11
            tar.extractall(target)
    except tarfile.TarError as error:
        raise NoBase(f"'{base}' cannot be unpacked: {error}") from None


def built(root: Path) -> Built:
    """Build the content of a project with the code at hand. Raises `ContentError`."""
    nav = settings(root)
    return build(root / "docs", listed(nav, (root / "mkdocs.yml").read_text("utf-8")))


def built_at(base: str, root: Path) -> Built:
    """Build the content as it was at a revision. Raises `NoBase`, also where it does not fit the code."""
    with tempfile.TemporaryDirectory() as name:
        unpack(base, root, Path(name))
        try:
            return built(Path(name))
        except ContentError as error:
            first, more = str(error.problems[0]), len(error.problems) - 1
            what = f"{first} (and {more} more)" if more else first
    raise NoBase(f"the content at '{base}' does not fit the code at hand: {what}")


def tell(found: Difference, base: str) -> str:
    """Return a difference as Markdown."""
    template = environment().get_template("diff.md.j2")
    return template.render(d=found, base=base, v=verbatim, limits=(EASY, HARD))


def main(base: str, root: Path = ROOT) -> int:
    """Print what changed since a revision. Returns the exit status."""
    swap.complete(root)
    try:
        after = built(root)  # first: its mistakes are the ones to mend
        print(tell(compare(built_at(base, root), after), base), end="")
    except (NoBase, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
