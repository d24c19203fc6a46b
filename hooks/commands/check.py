"""Check the content without building the site: `make check`. The same messages as the build."""

from __future__ import annotations

import sys
from pathlib import Path

from commands.site import ROOT, check_content
from pathway.publish import atomic
from pathway.source.problems import ContentError


def main(root: Path = ROOT) -> int:
    """Print every problem, or that there is none. Returns the exit status."""
    atomic.complete(root)
    try:
        content = check_content(root)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"No problems in {len(content.pages)} pages. Content hash {content.hash[:12]}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
