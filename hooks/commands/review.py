"""What a reviewer read, as a file of hashes: `make review NAME=who`."""

from pathlib import Path

from commands.site import check_content
from pathway.model.reviews import as_file, hashes
from pathway.records.content import REVIEWS


class ReadBefore(Exception):
    """There is a file of that name: what was read then is never written over."""


def write(name: str, root: Path) -> Path:
    """Write the hashes of what the guide says now. Raises `ReadBefore` or `ContentError`."""
    path = root / "docs" / REVIEWS / f"{name}.txt"
    if path.exists():
        raise ReadBefore(f"{path.relative_to(root)} is there already: choose another name.")
    text = as_file(hashes(check_content(root)))
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path
