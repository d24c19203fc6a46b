"""What a reviewer has read, as hashes, and what has changed since: nothing of it is kept by hand."""

import hashlib
import re
from typing import NamedTuple

from pydantic import BaseModel

from ..records.content import Content
from ..records.fields import Text
from ..records.guide import Review
from ..records.load import leaves
from ..text.wording import TextRenderer

READ = ("claims", "signs", "outcomes")  # the sets that a review covers
LINE = re.compile(r"([0-9a-f]{16})  ([a-z0-9-]+)")


class Since(NamedTuple):
    """What a review covers, how much it read, and the ids that changed, came or went since."""

    review: Review
    read: int
    changed: list[str]
    new: list[str]
    gone: list[str]


def hashes(content: Content) -> dict[str, str]:
    """Return a hash for each record that a review covers, over its words as readers see them."""
    wording = TextRenderer(content)
    return {id: _hash(wording, record) for kind in READ for id, record in content.sets[kind].items()}


def _hash(wording: TextRenderer, record: BaseModel) -> str:
    held = [(path, value) for path, value in leaves(record) if value is not None]
    said = [f"{path} {wording.plain(v) if isinstance(v, Text) else v}" for path, v in held]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def as_file(found: dict[str, str]) -> str:
    """Return hashes as the lines of a file."""
    return "".join(f"{digest}  {id}\n" for id, digest in sorted(found.items()))


def parse(text: str) -> dict[str, str]:
    """Return the hashes that a file holds. Raises `ValueError` with the number of a line of another form."""
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = LINE.fullmatch(line)
        if not match:
            raise ValueError(number)
        found[match[2]] = match[1]
    return found


def since(content: Content) -> list[Since]:
    """Return what has changed since each review, the latest review first."""
    now, found = hashes(content) if content.records.reviews else {}, []
    for review in sorted(content.records.reviews, key=lambda review: review.on, reverse=True):
        then = parse(content.reviews[review.file])
        changed = [id for id in now if id in then and then[id] != now[id]]
        new, gone = [id for id in now if id not in then], [id for id in then if id not in now]
        found.append(Since(review, len(then), changed, new, gone))
    return found
