"""Tell when the review date nears, and which links of the sources are dead or have moved: `make links`.

Prints Markdown for an issue, and nothing where all is well. It fails nothing: what it finds is for people to judge.
"""

from __future__ import annotations

import http.client
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pathway.records.content import Content, read_folder
from pathway.text.dates import months_after

NEAR = 30  # days before a review
SECONDS = 20
GONE = (404, 410)
FOR_GOOD = (301, 308)
DEAD, MOVED, UNSEEN = "Dead links", "Links that moved", "Links that a machine could not look at"
AGENT = "Mozilla/5.0 (compatible; link check of a public guide)"


class _Moves(urllib.request.HTTPRedirectHandler):
    """Follow redirects, and remember where those lead that are for good."""

    def __init__(self) -> None:
        self.moved = ""
        self.whole = True  # so far, all were for good

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        self.whole = self.whole and code in FOR_GOOD
        self.moved = newurl if self.whole else self.moved
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def look(link: str) -> tuple[str, str]:
    """Return what is wrong with a link, and how it answered; nothing where it leads to a page."""
    moves = _Moves()
    asked = urllib.request.Request(link.partition("#")[0], headers={"User-Agent": AGENT})
    try:
        with urllib.request.build_opener(moves).open(asked, timeout=SECONDS):
            return (MOVED, moves.moved) if moves.moved else ("", "")
    except urllib.error.HTTPError as error:
        return DEAD if error.code in GONE else UNSEEN, f"answers {error.code}"
    except (OSError, http.client.HTTPException, ValueError) as error:
        name_lost = "Name or service not known" in str(error) or "getaddrinfo" in str(error)
        return DEAD if name_lost else UNSEEN, "there is no such host" if name_lost else "does not answer"


def links(content: Content) -> dict[str, str]:
    """Return the link of each source that has one."""
    return {id: str(source.link) for id, source in content.records.sources.items() if source.link}


def review(content: Content, today: date) -> str:
    """Return a line that says when the next review is due, where that is near or past."""
    guide = content.records.guide
    due = date.fromisoformat(months_after(guide.reviewed, guide.review_months))
    left = (due - today).days
    if left > NEAR:
        return ""
    return f"The review is due on {due}, " + (f"in {left} days." if left >= 0 else f"{-left} days ago.")


def report(content: Content, today: date, found: Iterable[tuple[str, tuple[str, str]]]) -> str:
    """Return the Markdown of what people should look at; nothing where there is nothing."""
    places = links(content)
    parts = [part for part in [review(content, today)] if part]
    told = list(found)
    for what in (DEAD, MOVED, UNSEEN):
        lines = [
            f"- `{id}`: <{places[id]}> {'→ ' if what == MOVED else ''}{how}"
            for id, (of, how) in told
            if of == what
        ]
        parts += [f"## {what}", "\n".join(lines)] if lines and (what != UNSEEN or len(parts)) else []
    return "\n\n".join(parts)


def main() -> None:
    """Print the report of the project's own guide."""
    content = read_folder(ROOT / "docs")
    places = links(content)
    with ThreadPoolExecutor(4) as pool:
        found = list(zip(places, pool.map(look, places.values()), strict=True))
    print(report(content, date.today(), found), end="")


if __name__ == "__main__":
    main()
