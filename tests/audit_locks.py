"""Ask the indexes for known holes in what is locked: a part of `make audit`.

An index that cannot be reached is said, and on a server of continuous integration it is a failure.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "tests/requirements.txt", "tests/audit.txt", "booklet/requirements.txt")
PIP_AUDIT = ROOT / ".venv-audit/bin/pip-audit"


def _said(command: list[str]) -> dict[str, object]:
    out = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT).stdout
    return dict(json.loads(out or "{}"))


def of_pip(lock: str) -> tuple[list[str], int]:
    """Return the known holes of a lock file, and how many packages could not be asked about."""
    command = [str(PIP_AUDIT), "--disable-pip", "--require-hashes", "-f", "json", "-r", lock]
    packages = _said(command).get("dependencies", [])
    holes = [f"{lock}: {p['name']} {p['version']}: {v['id']}" for p in packages for v in p.get("vulns", [])]
    return holes, sum("skip_reason" in p for p in packages) if packages else 1


def of_npm(folder: str) -> tuple[list[str], int]:
    """Return the known holes of a folder's lock file, and whether it could not be asked about."""
    said = _said(["npm", "audit", "--json", "--prefix", folder])
    holes = [
        f"{folder}: {name}: {hole['severity']}" for name, hole in said.get("vulnerabilities", {}).items()
    ]
    return holes, int("vulnerabilities" not in said)


def main() -> int:
    """Print every known hole. Returns the exit status."""
    found = [of_pip(lock) for lock in LOCKS] + [of_npm("tests/node")]
    holes, silent = [hole for some, _ in found for hole in some], sum(count for _, count in found)
    for hole in holes:
        print(hole, file=sys.stderr)
    print(f"Locks: {len(holes)} known holes; no answer about {silent} packages or lock files.")
    return bool(holes or (silent and os.environ.get("CI")))


if __name__ == "__main__":
    sys.exit(main())
