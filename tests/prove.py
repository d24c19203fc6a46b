"""Prove that the pages cannot disagree with each other: `make prove`.

Everything that stands once in the data is changed: all at once in what is published, then some at a time.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

import prove_moves
import prove_published
from helpers.editing import copy_project
from pathway.build import load_checked
from prove_records import GROUP, changes, render_all, some_by_some


def main() -> int:
    """Try every change and every move. Returns 1 where something was stale."""
    with tempfile.TemporaryDirectory() as name:
        root = copy_project(Path(name) / "project")
        count, looked, found = prove_published.prove(copy_project(Path(name) / "published"))
        print(
            f"{count} changes at once, published: {looked} files looked through, {len(found)} stale",
            flush=True,
        )
        content = load_checked(root / "docs")
        moved = [
            (answer, prove_moves.stale(new, render_all(new))) for answer, new in prove_moves.moves(content)
        ]
        late = [f"{step} > {answer}: {what}" for (step, answer), all_ in moved for what in all_]
        print(f"{len(moved)} answers moved, one by one: {len(late)} stale", flush=True)
        tried = list(changes(content))
        left = list(some_by_some(content, tried))
        print(f"{len(tried)} changes, {GROUP} at a time: {len(left)} stale", flush=True)
    print("\n".join([*found, *late, *left]))
    return int(bool(found or late or left))


if __name__ == "__main__":
    sys.exit(main())
