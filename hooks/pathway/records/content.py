"""Everything an editor wrote, read and looked up: the records, the prose, and one space of ids."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from ..source.navigation import expand
from ..source.positions import KeyPath, line_col_at
from ..source.problems import ContentError, Found, Problem, nearest
from ..source.prose import Directive, Page, read_page
from ..source.references import Reference
from ..source.unseen import unseen
from .evidence import Source
from .fields import Ref, Words
from .kinds import KINDS
from .load import Data, load, problem_at, walk
from .pathway import SETS, Pathway

T = TypeVar("T")

DATA_FILE = "pathway.yml"
UNREAD = (".markdown", ".mdown", ".mkdn", ".mkd")  # MkDocs would take them for pages, too
PICTURES = "pictures.svg"
REVIEWS = "reviews"  # the folder of what reviewers have read, as hashes
LARGEST = 2_000_000  # bytes of one file
# What is published as it is, beside the pages: nothing that an editor, a system or a person has left there.
ASSET = re.compile(r"assets/(?:[a-z0-9-]+/)*[a-z0-9][a-z0-9.-]*\.(?:css|js|json|svg|png|jpg|webp|woff2)")

PAGE_OF = "page of "  # asks for the page on a term instead of its glossary entry


@dataclass(frozen=True)
class Content:
    """The data file and the pages of one `docs` folder, in the order of their paths.

    `problems` are mistakes of form in the pages; `check` raises them with all others. `reviews`
    holds the text of each file of a review by its name.
    """

    data: Data
    pages: tuple[Page, ...]
    pictures: str = ""
    problems: tuple[Problem, ...] = ()
    reviews: dict[str, str] = field(default_factory=dict)

    @property
    def records(self) -> Pathway:
        """The records of the data file."""
        return self.data.records

    def told(self, found: Iterable[Found]) -> list[Problem]:
        """Return what a check found as problems, each with its place."""
        return [one if isinstance(one, Problem) else problem_at(self.data.source, *one) for one in found]

    @cached_property
    def sets(self) -> dict[str, dict[str, Any]]:
        """Return every set of records by name."""
        return {name: getattr(self.records, name) for name in SETS}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Return the record set that each id belongs to; pages are the set `pages`."""
        return {id: kind for kind, found in self._all.items() for id in found}

    @cached_property
    def by_id(self) -> dict[str, Any]:
        """Return the record or page of each id."""
        return {id: record for found in self._all.values() for id, record in found.items()}

    @cached_property
    def by_path(self) -> dict[str, Page]:
        """Return each page by its path."""
        return {page.path: page for page in self.pages}

    @property
    def _all(self) -> dict[str, dict[str, Any]]:
        return {"pages": {page.id: page for page in self.pages}} | self.sets

    @cached_property
    def _values(self) -> list[tuple[KeyPath, Any]]:
        return list(walk(self.records))

    def instances(self, kind: type[T]) -> list[tuple[KeyPath, T]]:
        """Return (path, value) for every value of a kind in the records, wherever a field may hold one."""
        return [(path, value) for path, value in self._values if isinstance(value, kind)]

    @cached_property
    def texts(self) -> list[tuple[KeyPath, Words]]:
        """Every piece of text, name and reference of the data file, with its path."""
        return self.instances(Words)

    @cached_property
    def refs(self) -> list[tuple[KeyPath, Ref]]:
        """Every field that points at another record, with its path."""
        return self.instances(Ref)

    @property
    def base(self) -> Source:
        """The source that the base layer rests on."""
        return self.records.sources[self.records.guide.base]

    @cached_property
    def hash(self) -> str:
        """SHA-256 over the data file and the prose: the same words, the same hash."""
        digest = hashlib.sha256()
        files = [(self.data.source.file, self.data.source.text)]
        files += [(PICTURES, self.pictures)] if self.pictures else []
        files += self.reviews.items()
        for name, text in files + [(page.path, page.text) for page in self.pages if page.text]:
            for part in (Path(name).name if name.endswith(DATA_FILE) else name, text):
                raw = part.encode()
                digest.update(len(raw).to_bytes(8, "big") + raw)
        return digest.hexdigest()

    @cached_property
    def homes(self) -> dict[str, str]:
        """Return the path of the page on which each record stands in full."""
        shown = dict.fromkeys(self.by_id, "")
        known = [(KINDS[v.name], v, page) for page in self.pages for v in page.views if v.name in KINDS]
        shown |= {page.id: page.path for page in self.pages}
        for kind, _, page in known:
            for part in kind.shows:
                shown |= dict.fromkeys(self.part(part), page.path)
        shown |= {view.argument: page.path for kind, view, page in known if kind.folder}
        for id, term in self.records.terms.items():
            if term.page in self.by_id:
                shown[PAGE_OF + id] = self.by_id[term.page].path
        return shown

    def record_pages(self, folder: str) -> list[str]:
        """Return the paths of the pages of all records whose home is a folder, `treatments/`, in order."""
        kinds = [kind for kind in KINDS.values() if kind.folder and f"{kind.folder}/" == folder]
        return [self.homes[id] for kind in kinds for id in self.sets[kind.about]]

    def expand(self, nav: Any, titled: Callable[[Any], Any] = lambda title: title) -> Any:
        """Return a navigation with the pages of records in the place of their folder."""
        return expand(nav, self.record_pages, titled)

    def part(self, name: str) -> dict[str, Any]:
        """Return the records of a set, `sources`, or of one layer of it, `sources since`."""
        kind, _, layer = name.partition(" ")
        return {id: r for id, r in self.sets[kind].items() if not layer or r.layer == layer}

    def unknown(self, reference: Reference | Words) -> str | None:
        """Return what is wrong with a reference's target, or nothing."""
        target = reference.target if isinstance(reference, Reference) else str(reference)
        record, _, passage = target.partition("#")
        if record not in self.by_id:
            return f"unknown id '{record}'{nearest(record, self.by_id)}"
        passages = getattr(self.by_id[record], "passages", {})
        if passage and passage not in passages:
            return f"'{record}' has no passage '{passage}'{nearest(passage, passages)}"
        return None


def read_folder(docs: Path) -> Content:
    """Read `docs`. Raises `ContentError` where the data file cannot be read as records."""
    problems: list[Problem] = []
    pages: list[Page] = []
    data: Data | None = None
    for path in (path for end in UNREAD for path in _files(docs, end)):
        problems.append(Problem(_name(path, docs), 1, 1, "page", f"pages end in .md: rename '{path.name}'"))
    for path in sorted([docs / DATA_FILE, *_files(docs, ".md")]):
        try:
            text = read_text(path, docs)
            if path == docs / DATA_FILE:
                data = load(_name(path, docs), text)
            else:
                page, wrong = read_page(path.relative_to(docs).as_posix(), _name(path, docs), text)
                pages.append(page)
                problems += wrong
        except ContentError as error:
            problems += error.problems
    if data is None:
        raise ContentError(problems)
    pages += _pages_of_records(data, {page.path for page in pages})
    pages.sort(key=lambda page: page.path)
    pictures = read_text(docs / PICTURES, docs) if (docs / PICTURES).exists() else ""
    reviews = {path.name: read_text(path, docs) for path in sorted((docs / REVIEWS).glob("*.txt"))}
    return Content(data, tuple(pages), pictures, tuple(problems), reviews)


def _files(docs: Path, end: str) -> Iterator[Path]:
    """Yield the files of a kind. What is named with a dot is an editor's own, as for MkDocs."""
    for path in docs.rglob(f"*{end}"):
        if not any(part.startswith(".") for part in path.relative_to(docs).parts):
            yield path


def _pages_of_records(data: Data, given: set[str]) -> Iterator[Page]:
    """Yield a page for each record that has its home in a folder and no file there."""
    for kind in KINDS.values():
        for id, record in getattr(data.records, kind.about).items() if kind.folder else ():
            path = f"{kind.folder}/{id}.md"
            if path not in given:
                body = f"# [][{id}]\n\n::: {kind.name} {id}\n"
                front = {"description": str(record.meaning), "own_words": "made from its record"}
                yield Page(path, data.source.file, "", body, 1, front, (Directive(kind.name, id, 3),))


def _name(path: Path, docs: Path) -> str:
    """Return how messages call a file."""
    return f"{docs.name}/{path.relative_to(docs).as_posix()}"


def read_text(path: Path, docs: Path, name: str = "") -> str:
    """Return the text of a file inside of a folder. Raises `ContentError` with its place."""
    name = name or _name(path, docs)

    def refuse(what: str, line: int = 1, column: int = 1) -> ContentError:
        return ContentError([Problem(name, line, column, "file", what)])

    try:
        if not path.resolve().is_relative_to(docs.resolve()):
            raise refuse("leads out of the docs folder")
        if path.stat().st_size > LARGEST:
            raise refuse(f"larger than {LARGEST} bytes")
        data = path.read_bytes()
        text = data.decode()
    except OSError as error:
        raise refuse(f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        place = line_col_at(before, len(before))
        raise refuse("not UTF-8: save the file in that encoding", *place) from None
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    if problems := list(unseen(name, text)):
        raise ContentError(problems)
    return text
