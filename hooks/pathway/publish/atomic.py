"""Put finished folders in place as a whole. What was cut short is finished by the next command.

A build writes into a work folder. Renaming the whole of it to `next` is the one moment in which
it becomes the new state; from then on every command only completes it.
"""

import shutil
from pathlib import Path

from .lock import held

WORK = ".build"


def begin(root: Path) -> Path:
    """Return a fresh folder to write in, after completing what an earlier command left. Needs the lock."""
    _complete(root)
    if (root / WORK).exists():
        shutil.rmtree(root / WORK)
    half = root / WORK / "half"
    half.mkdir(parents=True)
    return half


def commit(root: Path) -> None:
    """Make what was written the new state, and put its folders in place. Needs the lock."""
    (root / WORK / "half").rename(root / WORK / "next")
    _complete(root)


def complete(root: Path) -> None:
    """Put the folders of a finished build in place. An unfinished one is left alone: it may still run."""
    if (root / WORK / "next").exists():
        with held(root):
            _complete(root)


def _complete(root: Path) -> None:
    work = root / WORK
    if not (work / "next").exists():
        return
    last = work / "last"
    last.mkdir(exist_ok=True)
    try:
        for fresh in sorted((work / "next").iterdir()):
            place = root / fresh.name
            if place.exists():  # else it was moved away before the cut
                place.rename(last / fresh.name)
            fresh.rename(place)
    except OSError:  # a folder that cannot be moved: none of them is
        for old in last.iterdir():
            if (root / old.name).exists():
                (root / old.name).rename(work / "next" / old.name)
            old.rename(root / old.name)
        (work / "next").rename(work / "half")
        raise
    shutil.rmtree(work, ignore_errors=True)
