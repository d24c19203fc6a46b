"""Check the content without building it: `make check`. The same messages as the build."""

from __future__ import annotations

import sys
from pathlib import Path

from pathway.build import build
from pathway.problems import ContentError

ROOT = Path(__file__).resolve().parent.parent


def main(root: Path = ROOT) -> int:
    """Print every problem, or that there is none. Returns the exit status."""
    try:
        built = build(root / "docs", None)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"No problems in {len(built.pages)} pages. Content hash {built.content.hash[:12]}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
