"""Walk through a built site as a reader's clicks would: what leads nowhere, and which ids stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser as HTMLParser

_BY_SCRIPT = "pick="  # fragments that a script answers: no element has such an id


class Site:
    """The pages of a folder, each parsed once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.pages = {p: HTMLParser(p.read_text("utf-8")) for p in sorted(self.folder.rglob("*.html"))}
        self.ids = {
            path: [node.attributes["id"] for node in page.css("[id]")] for path, page in self.pages.items()
        }

    def links(self) -> Iterator[tuple[Path, str]]:
        """Yield (page, address) of everything that a page points at inside of the site."""
        for path, page in self.pages.items():
            for node in page.css("[href], [src]"):
                for name in ("href", "src"):
                    value = node.attributes.get(name)
                    if value is not None and not value.startswith(
                        ("https://", "http://", "data:", "tel:", "mailto:")
                    ):
                        yield path, value

    def broken(self) -> list[str]:
        """Return each link that leads to no file, or to no element of it."""
        return [
            f"{path.relative_to(self.folder)}: {link}"
            for path, link in self.links()
            if not self._leads(path, link)
        ]

    def _leads(self, page: Path, link: str) -> bool:
        parts = urlsplit(link)
        rooted = parts.path.startswith("/")
        if rooted and page.name != "404.html":  # only that page knows no way of its own
            return False
        start = self.folder if rooted else page.parent
        file = (start / unquote(parts.path).lstrip("/")).resolve() if parts.path else page
        file = file / "index.html" if file.is_dir() else file
        fragment = unquote(parts.fragment)
        if not file.is_file():
            return False
        return (
            not fragment
            or fragment.startswith(_BY_SCRIPT)
            or file not in self.ids
            or fragment in self.ids[file]
        )

    def doubled(self) -> list[str]:
        """Return each id that stands more than once on a page."""
        return [
            f"{path.relative_to(self.folder)}: {id}"
            for path, ids in self.ids.items()
            for id in sorted({id for id in ids if ids.count(id) > 1})
        ]
