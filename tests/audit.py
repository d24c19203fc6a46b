"""Look at the workflows and at the built HTML with the tools of others: a part of `make audit`.

The theme itself has errors in the eyes of the Nu HTML checker. Ours may add none: the same
pages, written out and built by plain MkDocs with the same theme, say which are the theme's.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

from commands import site
from commands.export import export
from helpers.editing import ROOT, copy_project

VNU = ROOT / "tests/node/node_modules/vnu-jar/build/dist/vnu.jar"
# Properties of the CSS standards that this checker does not know. A browser without them loses no word.
NEWER = [f"CSS: “{name}”: Property “{name}” doesn't exist." for name in ("paint-order", "field-sizing")]


def errors(folders: list[Path]) -> list[tuple[str, str]]:
    """Return (file:line, message) of every error that the checker finds in the pages of folders."""
    pages = [str(path) for folder in folders for path in sorted(folder.rglob("*.html"))]
    command = ["java", "-jar", str(VNU), "--errors-only", "--format", "json", "--exit-zero-always", *pages]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stderr)
    return [
        (f"{Path(found['url']).as_posix()}:{found.get('lastLine', 1)}", found["message"])
        for found in said["messages"]
    ]


def stock(project: Path, work: Path) -> set[str]:
    """Return the kinds of errors in the same pages built without any hook."""
    export(work / "export", project)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(work / "export/mkdocs.yml")]
    subprocess.run([*command, "-d", str(work / "stock")], check=True, capture_output=True)
    return {_kind(message) for _, message in errors([work / "stock"])}


def _kind(message: str) -> str:
    return re.sub(r"“[^”]*”", "“…”", message)


def main() -> int:
    """Print every error that is not the theme's. Returns their number."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        project = copy_project(work / "project")
        site.publish(project)
        theirs = stock(project, work)
        found = [e for e in errors([project / "site", project / "dist"]) if e[1] not in NEWER]
        ours = [e for e in found if _kind(e[1]) not in theirs]
    for place, message in ours:
        print(f"{place.replace(name + '/project/', '')}: {message}", file=sys.stderr)
    print(f"HTML: {len(ours)} errors of ours, {len(theirs)} kinds of the theme's own.")
    return len(ours)


if __name__ == "__main__":
    sys.exit(bool(main()))
