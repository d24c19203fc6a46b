"""The prose: its front matter, its headings, its references and the views that it asks for."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from .positions import line_col_at
from .problems import ContentError, Problem, caret, nearest
from .references import Reference, scan
from .yaml_reader import read_yaml

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)
_DIRECTIVE = re.compile(r"^:::[ \t]+([a-z-]+)(?:[ \t]+([a-z0-9-]+))?[ \t]*$")
_LOOSE_DIRECTIVE = re.compile(r"^[ \t]*:::")
_PATH = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*\.md")
_HTML = re.compile(r"<[a-zA-Z/!?]")
_TO = r"(?:\]\(|^ {0,3}\[[^\]\n]+\]:[ \t]*)<?"  # where the target of a link begins
_FRAGMENT = re.compile(_TO + r"([^)\s>]*#[^)\s>]*)", re.M)
LINK = re.compile(_TO + r"([^)\s>#:?]+\.md)\b", re.M)  # to a page
FRONT_KEYS = ("description", "own_words", "hide", "moved", "asked_as")
HIDDEN = ("navigation", "toc")  # what a page may leave out


class Directive(NamedTuple):
    """A line `::: name argument` that asks for a generated part."""

    name: str
    argument: str
    line: int


@dataclass(frozen=True)
class Page:
    """One Markdown file: `path` in docs, `body` without its front matter, first line `offset`.

    `asked_as` holds what people type who look for a section, by its id; the page itself has none.
    """

    path: str
    file: str
    text: str
    body: str
    offset: int
    front: dict[str, str] = field(default_factory=dict)
    views: tuple[Directive, ...] = ()
    asked_as: dict[str, list[str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """How references name the page: its address without slashes at the ends."""
        stem = self.path.removesuffix(".md")
        return (posixpath.dirname(stem) or "home") if posixpath.basename(stem) == "index" else stem

    @property
    def title(self) -> str:
        """The words of the first heading, references and all."""
        return next((line[2:].strip() for line in self.body.splitlines() if line[:2] == "# "), "")

    @property
    def moved(self) -> str:
        """The id of the page that stands in its place, for a page that only says so."""
        return self.front.get("moved", "")

    def shows(self, kind: str) -> bool:
        """Say whether the page asks for a kind of part."""
        return any(view.name == kind for view in self.views)

    @cached_property
    def references(self) -> list[Reference]:
        """Every reference of the prose."""
        return list(scan(self.body))

    def line_of(self, words: str) -> int:
        """Return the line of the file in which words stand first, or the first line."""
        return self.text.count("\n", 0, max(self.text.find(words), 0)) + 1

    def problem(self, at: int, message: str, where: str = "prose") -> Problem:
        """Return a problem at a place of the body."""
        line, column = line_col_at(self.body, at)
        shown = caret(self.body.split("\n")[line - 1], column - 1)
        return Problem(self.file, line + self.offset - 1, column, where, message, shown)


def read_page(path: str, file: str, text: str) -> tuple[Page, list[Problem]]:
    """Return one page, and what is wrong with its form. Raises nothing: all is told at once."""
    found = _FRONT.match(text)
    front: dict[str, str] = {}
    asked: dict[str, list[str]] = {}
    body, offset = text, 1
    problems: list[Problem] = []
    if not found and text.startswith("---"):
        problems.append(Problem(file, 1, 1, "front matter", "it has no end: close it with a line of '---'"))
    if found:
        body, offset = text[found.end() :], text.count("\n", 0, found.end()) + 1
        try:
            front, asked = _front(file, found[1])
        except ContentError as error:
            problems += error.problems
    lines = list(enumerate(body.splitlines(), offset))
    views = tuple(Directive(m[1], m[2] or "", n) for n, line in lines if (m := _DIRECTIVE.match(line)))
    page = Page(path, file, text, body, offset, front, views, asked)
    if not problems and not front.get("description"):
        what = "no 'description' in the front matter: one sentence on the page"
        problems.append(Problem(file, 1, 1, "prose", what))
    return page, [*problems, *_form(page, lines)]


def _front(file: str, text: str) -> tuple[dict[str, str], dict[str, list[str]]]:
    source = read_yaml(file, "\n" + text)  # the line of the opening dashes counts
    value = source.value or {}
    if not isinstance(value, dict):
        raise ContentError([Problem(file, 2, 1, "front matter", "must be a mapping")])
    wrong = [
        Problem(file, *source.key_line_col((key,)), "front matter", what)
        for key, item in value.items()
        if (what := _unfit(key, item))
    ]
    if wrong:
        raise ContentError(wrong)
    asked = value.get("asked_as", {})
    front = {key: item for key, item in value.items() if key != "asked_as"}
    return front, asked if isinstance(asked, dict) else {"": asked}


def _unfit(key: str, item: object) -> str:
    """Return what is wrong with one line of a front matter, or nothing."""
    if key not in FRONT_KEYS:
        return f"unknown key '{key}'{nearest(key, FRONT_KEYS)}"
    if key == "asked_as":
        lists = item.values() if isinstance(item, dict) else [item]
        fit = all(isinstance(given, list) and all(isinstance(w, str) for w in given) for given in lists)
        return "" if fit else "'asked_as' must be a list of phrases, or such a list for the id of a section"
    if not isinstance(item, str):
        return f"'{key}' must be text"
    lost = [word for word in item.split() if key == "hide" and word not in HIDDEN]
    return f"'{lost[0]}' cannot be hidden{nearest(lost[0], HIDDEN)}" if lost else ""


def _form(page: Page, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    """Yield what is wrong with the form of the prose itself."""
    if not _PATH.fullmatch(page.path):
        what = "the name of a page has small letters, digits and single hyphens only"
        yield Problem(page.file, 1, 1, "file", what)
    titles = [n for n, line in lines if line.startswith("# ")]
    for n, line in lines:
        if _LOOSE_DIRECTIVE.match(line) and not _DIRECTIVE.match(line):
            what = f"'{line.strip()}' is no view: write '::: name' or '::: name id'"
            yield Problem(page.file, n, 1, "prose", what)
        if n in titles[1:]:
            what = f"a second '# ' heading, the first is in line {titles[0]}: write '## '"
            yield Problem(page.file, n, 1, "prose", what)
    if not page.title:
        yield Problem(page.file, page.offset, 1, "prose", "the page has no '# ' heading")
    for match in _HTML.finditer(page.body):
        yield page.problem(match.start(), "raw HTML: pages are Markdown, generated parts come from views")
    for match in _FRAGMENT.finditer(page.body):
        what = f"'{match[1]}' is a link by hand to a place in a page: use a reference, [words][id]"
        yield page.problem(match.start(), what)
