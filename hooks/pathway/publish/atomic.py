"""Put finished folders in place as a whole. What was cut short is finished by the next command.

A build writes into a work folder. Renaming the whole of it to `next` is the one moment in which
it becomes the new state; from then on every command only completes it.
"""

import shutil
from pathlib import Path

WORK = ".build"


def begin(root: Path) -> Path:
    """Return a fresh folder to write in, after completing what an earlier command left."""
    complete(root)
    shutil.rmtree(root / WORK, ignore_errors=True)
    half = root / WORK / "half"
    half.mkdir(parents=True)
    return half


def commit(root: Path) -> None:
    """Make what was written the new state, and put its folders in place."""
    (root / WORK / "half").rename(root / WORK / "next")
    complete(root)


def complete(root: Path) -> None:
    """Put the folders of a finished build in place. An unfinished one is left alone: it may still run."""
    work = root / WORK
    if not (work / "next").exists():
        return
    last = work / "last"
    last.mkdir(exist_ok=True)
    for fresh in sorted((work / "next").iterdir()):
        place = root / fresh.name
        if place.exists():  # else it was moved away before the cut
            place.rename(last / fresh.name)
        fresh.rename(place)
    shutil.rmtree(work, ignore_errors=True)
