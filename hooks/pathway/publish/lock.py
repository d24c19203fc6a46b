"""One writer at a time in a project. The operating system holds the lock: it ends with its process."""

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOCK = ".lock"  # never deleted: who waits for a file that is gone waits for nobody


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Hold the lock of a project; wait for whoever has it, and say so."""
    with (root / LOCK).open("a+") as file:
        told = False
        while not _taken(file):
            if not told:
                file.seek(0)
                whom = file.read() or "another one"
                print(f"Waiting for process {whom}, which is at work in {root}.", file=sys.stderr, flush=True)
            told = True
            time.sleep(0.1)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _taken(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
