"""Hash the runs of words of the base source's text, so that a test can see them without holding them.

python tests/make_shingles.py SOURCE.txt > tests/data/source-shingles.txt
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

RUN = 8  # words that stand together in no text by chance


def runs(text: str) -> Iterator[str]:
    """Yield every run of words of a text, in small letters, without signs."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    for at in range(len(words) - RUN + 1):
        yield " ".join(words[at : at + RUN])


def digest(run: str) -> str:
    """Return the first 16 hexadecimal digits of a run's SHA-256."""
    return hashlib.sha256(run.encode()).hexdigest()[:16]


if __name__ == "__main__":
    print("\n".join(sorted({digest(run) for run in runs(Path(sys.argv[1]).read_text("utf-8"))})))
