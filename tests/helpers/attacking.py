"""Put one hostile string into every kind of text field of the small guide, and say what became of it.

A kind is a field without its record: `claims > say`, `prose > heading`, `settings > nav title`. Each field
that holds the string holds a mark of its kind beside it, by which the outputs show where it arrived.
"""

from __future__ import annotations

import json
import logging
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from commands import site
from helpers.editing import copy_tiny
from pathway.source.problems import ContentError
from pathway.source.yaml_reader import read_yaml

FILE = Path(__file__).resolve().parent.parent / "data/attack/strings.yml"
SLUG = "tire-guide"
PLACE = re.compile(
    r"(?:docs/[\w./-]+|mkdocs\.yml|settings\.yml|[\w/-]+\.html):([1-9]\d*):[1-9]\d*: (.+?): \S.*"
)
Path_ = tuple[str | int, ...]

# What the small guide leaves out, so that every field of the records is there.
FILLED: dict[Path_, Any] = {
    ("guide", "contact"): "The rider",
    ("guide", "syllables"): {"rubber": 2},
    ("guide", "slots_asked_as"): {"risks": ["what can happen"]},
    ("guide", "picture", "note"): "The wheel is new.",
    ("sources", "shop", "note"): "Told at the counter",
    ("figures", "patches-hold", "sure"): "Few were counted",
    ("figures", "patches-hold", "note"): "Only one club",
    ("terms", "inner-tube", "plural"): "inner tubes",
    ("terms", "inner-tube", "breaks"): "inner| tube",
    ("terms", "inner-tube", "synonyms"): ["air ring"],
    ("terms", "inner-tube", "brands"): ["Roundo"],
    ("terms", "inner-tube", "old_names"): ["gut"],
    ("terms", "inner-tube", "asked_as"): ["where is the air"],
    ("terms", "tire", "page"): "after",
    ("claims", "patch-holds", "short"): "It is cheap.",
    ("treatments", "patch", "say"): "patsh",
    ("treatments", "patch", "abbreviations"): ["PTC"],
    ("treatments", "patch", "synonyms"): ["plaster"],
    ("treatments", "patch", "brands"): ["Stickit"],
    ("treatments", "patch", "old_names"): ["clout"],
    ("treatments", "patch", "spellings"): ["patche"],
    ("treatments", "patch", "misspellings"): ["pach"],
    ("treatments", "patch", "asked_as"): ["how to glue"],
    ("treatments", "patch", "slots_asked_as"): {"risks": ["does it leak"]},
    ("claims", "smells"): {"say": "It has a smell of fish.", "from": "shop", "kind": "harm"},
    ("claims", "stains"): {"say": "Cloth keeps the marks of it.", "from": "shop", "kind": "harm"},
    ("treatments", "sealant", "risks"): ["makes-a-mess", "smells", "stains"],
    ("treatments", "sealant", "unbalanced"): "There is more to say on risks",
    ("scorecards", "clear", "criteria", "asked"): {"say": "Riders were asked.", "not_met": "Not yet"},
    ("scorecards", "clear", "criteria", "spoken"): {
        "say": "It can be heard.",
        "not_applicable": "It is on paper",
    },
    ("scorecards", "clear", "link"): "https://example.org/clear",
}
# How a page, its front matter and the settings hold a string: $ is its place, % the mark.
PROSE = {
    "title": "# $ % words",
    "paragraph": "$ % words.",
    "line": "$\n\n% words.",
    "middle": "Words % and $ again.",
    "heading": "## $ % words",
    "item": "- $ % words",
    "quote": "> $ % words",
    "table": "| a | b |\n|---|---|\n| $ | % words |",
    "code": "`$` % words",
    "emphasis": "*$* **$** % words",
    "link words": "[$ %](about.md)",
    "link title": '[words %](about.md "$")',
    "link address": "[words %]($)",
    "link definition": "[words %][x]\n\n[x]: $",
    "picture words": "![$ %](assets/favicon.svg)",
    "picture address": "![words %]($)",
    "attributes": "Words %.\n{: $ }",
    "attributes of a heading": "## Words % { $ }",
    "view": "::: $",
    "reference": "[words %][$]",
}
FRONT = ("description", "own_words", "hide", "moved", "asked_as", "unknown")
SETTINGS = (
    "site_name",
    "site_description",
    "site_author",
    "copyright",
    "repo_name",
    "nav title",
    "page title",
    "extra",
)


def strings() -> list[str]:
    """Return every hostile string."""
    return list(dict.fromkeys(yaml.safe_load(FILE.read_text("utf-8"))))


@dataclass
class Result:
    """What became of one string: kinds that were refused with what was said, and where the others arrived."""

    refused: dict[str, str] = field(default_factory=dict)
    reached: set[tuple[str, str]] = field(default_factory=set)  # (kind, output)
    wrong: list[str] = field(default_factory=list)
    builds: int = 0


def _leaves(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from _leaves(one, (*path, key))
    if isinstance(value, str):
        yield path, value


def kind_of(path: Path_) -> str:
    """Return the kind of a field by its path."""
    words = [str(part) for part in path if not isinstance(part, int)]
    return f"{words[0]} > {words[-1]}"


def _at(tree: Any, path: Path_) -> Any:
    for part in path:
        tree = tree[part]
    return tree


class Target:
    """A copy of the small guide with every field filled in."""

    def __init__(self, root: Path) -> None:
        self.root = copy_tiny(root)
        self.data = read_yaml("", (root / "docs/pathway.yml").read_text("utf-8")).value
        for path, value in FILLED.items():
            _at(self.data, path[:-1])[path[-1]] = value
        for claim in self.data["claims"].values():
            claim["alike"] = "It holds the same words"
        self.settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
        self.leaves = [leaf for leaf in _leaves(self.data) if leaf[0][-1] not in ("breaks", "alike")]
        kinds = dict.fromkeys(kind_of(path) for path, _ in self.leaves)
        self.kinds = [*kinds, "key > syllables", "key > sources", "key > slots_asked_as"]
        self.kinds += [f"prose > {name}" for name in PROSE] + [f"front > {name}" for name in FRONT]
        self.kinds += [f"settings > {name}" for name in SETTINGS]
        self.lines: dict[int, str] = {}  # of the page of prose: the kind that stands there
        self.plain: dict[str, Counter[str]] = {}
        self.tried("Word")
        self.plain = {name: _skeleton(pages) for name, pages in self.outputs().items()}

    def mark(self, kind: str) -> str:
        """Return the mark of a kind: letters alone, since a digit would be a quantity."""
        number = self.kinds.index(kind)
        return "qz" + "".join(chr(ord("a") + (number // 26**n) % 26) for n in (1, 0)) + "zq"

    def write(self, string: str, kinds: list[str]) -> None:
        """Write the guide with a string in all fields of some kinds."""
        data = json.loads(json.dumps(self.data))
        for path, old in self.leaves:
            kind = kind_of(path)
            if kind in kinds:
                _at(data, path[:-1])[path[-1]] = f"{string} {self.mark(kind)} {old}"
        if "terms > name" in kinds:
            name = data["terms"]["inner-tube"]["name"]
            data["terms"]["inner-tube"]["breaks"] = f"{name[:-4]}|{name[-4:]}"
        for part, value in (("syllables", 2), ("slots_asked_as", ["words"])):
            if f"key > {part}" in kinds:
                data["guide"][part][string] = value
        if "key > sources" in kinds:
            data["sources"][string] = dict(data["sources"]["shop"])
        dump = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10**6)
        (self.root / "docs/pathway.yml").write_text(dump, "utf-8")
        self._write_page(string, kinds)
        self._write_settings(string, kinds)

    def _write_page(self, string: str, kinds: list[str]) -> None:
        front: dict[str, Any] = {"description": "A page of prose.", "own_words": "Leads into the page"}
        for name in FRONT:
            if f"front > {name}" in kinds:
                front[name] = f"{string} {self.mark(f'front > {name}')}"
        if "asked_as" in front:
            front["asked_as"] = [front["asked_as"]]
        lines = [
            "---",
            *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()),
            "---",
        ]
        self.lines = {n: f"front > {line.split(':')[0]}" for n, line in enumerate(lines, 1)}
        for name, form in PROSE.items():
            kind = f"prose > {name}"
            if kind in kinds:
                block = form.replace("$", string).replace("%", self.mark(kind)).split("\n")
            else:
                block = ["# Prose"] if name == "title" else []
            self.lines |= dict.fromkeys(range(len(lines) + 1, len(lines) + len(block) + 1), kind)
            lines += [*block, ""] if block else []
        (self.root / "docs/prose.md").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")

    def _write_settings(self, string: str, kinds: list[str]) -> None:
        settings = json.loads(json.dumps(self.settings))
        words = {
            name: f"{string} {self.mark(f'settings > {name}')}"
            for name in SETTINGS
            if f"settings > {name}" in kinds
        }
        section = words.pop("nav title", "More")
        settings["nav"].append(
            {section: [{words.pop("page title"): "prose.md"} if "page title" in words else "prose.md"]}
        )
        if "extra" in words:
            said = words.pop("extra")
            settings["extra"] = {
                "homepage": said,
                "scope": said,
                "annotate": said,
                "social": [{"icon": "material/menu", "link": said, "name": said}],
                "alternate": [{"name": said, "link": said, "lang": said}],
            }
        dump = yaml.safe_dump(settings | words, sort_keys=False, allow_unicode=True, width=10**6)
        (self.root / "mkdocs.yml").write_text(dump, "utf-8")

    def outputs(self) -> dict[str, dict[str, str]]:
        """Return the pages of each output, unpacked beside the guide."""
        folder = self.root / "unzipped"
        shutil.rmtree(folder, ignore_errors=True)
        with ZipFile(self.root / f"dist/{SLUG}.zip") as archive:
            archive.extractall(folder)
        places = {"hosted": self.root / "site", "folder": folder / SLUG}
        found = {
            name: {
                p.relative_to(place).as_posix(): p.read_text("utf-8") for p in sorted(place.rglob("*.html"))
            }
            for name, place in places.items()
        }
        found["hosted"].pop(f"{SLUG}.html")
        return found | {"one file": {f"{SLUG}.html": (self.root / f"dist/{SLUG}.html").read_text("utf-8")}}

    def tried(self, string: str, kinds: list[str] | None = None) -> tuple[Result, list[str]]:
        """Publish with a string in all kinds at once, without those that are refused; return what is left."""
        result, left = Result(), list(self.kinds if kinds is None else kinds)
        for act in (site.check_content, site.publish):
            while left and (said := self._attempt(string, left, act)):
                result.builds += 1
                result.wrong += [
                    f"no place: {line}"
                    for line in said
                    if not (PLACE.fullmatch(line) or _OF_MKDOCS.match(line))
                ]
                told = {kind: line for line in said if (kind := self._kind(line, left)) in left}
                if line := next(
                    (line for line in said if _IN_PAGE.search(line)), ""
                ):  # the page and the words, not the kind
                    told = {kind: line for kind in left if kind in _LINKS}
                result.refused |= told or self._halved(string, left, act, result)
                left = [kind for kind in left if kind not in result.refused]
        return result, left

    def _halved(
        self, string: str, kinds: list[str], act: Callable[[Path], object], result: Result
    ) -> dict[str, str]:
        """Return the kinds that are refused each for itself."""
        result.builds += 1
        said = self._attempt(string, kinds, act)
        if not said or len(kinds) == 1:
            return dict.fromkeys(kinds, said[0]) if said else {}
        half = len(kinds) // 2
        return self._halved(string, kinds[:half], act, result) | self._halved(
            string, kinds[half:], act, result
        )

    def _attempt(self, string: str, kinds: list[str], act: Callable[[Path], object]) -> list[str]:
        """Write the guide and do something with it; return the lines of a refusal. All else is a crash."""
        self.write(string, kinds)
        log = _Log()
        logging.getLogger("mkdocs").addHandler(log)
        try:
            act(self.root)
        except (ContentError, site.Refused) as error:
            lines = [*log.lines, *str(error).splitlines()]
            told = [line for line in lines if not _COUNTS.search(line)]
            return [line for line in told if not line.startswith("    ")] or ["refused without a word"]
        finally:
            logging.getLogger("mkdocs").removeHandler(log)
        return []

    def _kind(self, line: str, left: list[str]) -> str:
        """Return the kind that a refusal speaks of, if it can be told."""
        found = PLACE.fullmatch(line)
        if "'moved' names" in line:
            return "front > moved"
        if not found:
            return ""
        if line.startswith("docs/prose.md"):
            return self.lines.get(int(found[1]), "")
        words = [word for word in found[2].split(" > ") if not word.startswith("item ")]
        if "is no id" in line or "unknown slot" in line:
            return f"key > {words[1] if len(words) > 1 else words[0]}"
        if line.startswith("mkdocs.yml"):
            return next(
                (kind for kind in ("settings > nav title", "settings > page title") if kind in left), ""
            )
        return f"{words[0]} > {words[-1]}"

    def judge(self, result: Result, left: list[str]) -> None:
        """Say what a string did to the outputs: elements, handlers and addresses that it made, files that broke."""
        outputs, marks = self.outputs(), {self.mark(kind): kind for kind in left}
        for name, pages in outputs.items():
            found = _skeleton(pages)
            grown = {part: n for part, n in (found - self.plain[name]).items() if part not in _HARMLESS}
            result.wrong += [f"{name}: {part} is new" for part in grown]
            for page, text in pages.items():
                result.reached |= {(kind, name) for mark, kind in marks.items() if mark in text}
                tree = HTMLParser(text)
                for script in tree.css("script[type='application/ld+json']"):
                    result.reached |= {
                        (kind, "JSON-LD") for mark, kind in marks.items() if mark in script.text()
                    }
                    json.loads(script.text())
                result.wrong += [f"{name}: {page}: {what}" for what in _dangers(tree)]
        for file, output in (
            ("pathway.json", "JSON"),
            ("paths.csv", "CSV"),
            ("search/search_index.json", "search"),
        ):
            text = (self.root / "site" / file).read_text("utf-8")
            result.reached |= {(kind, output) for mark, kind in marks.items() if mark in text}
        json.loads((self.root / "site/pathway.json").read_text("utf-8"))


_COUNTS = re.compile(r"^\d+ problems? in the content$|^Aborted with |warnings above")
_OF_MKDOCS = re.compile(r"Doc file '[\w./-]+' contains an? .*'.+'")
_IN_PAGE = re.compile(r"'prose.md'|docs/prose.md:\d+:1: page: .* in <")
_LINKS = [
    f"prose > {name}"
    for name in (
        "link address",
        "link definition",
        "picture address",
        "link title",
        "line",
        "middle",
        "attributes",
        "attributes of a heading",
    )
]
# What words in prose may be, and references in texts (with the fold of words and sources at the page's end that a
# reference brings): they hold and fetch nothing.
_HARMLESS = frozenset(
    [
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "em",
        "h1",
        "h2",
        "h3",
        "hr",
        "i",
        "img",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "section",
        "small",
        "span",
        "strong",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "text",
        "th",
        "thead",
        "tr",
        "ul",
        "dd",
        "details",
        "dl",
        "dt",
        "div",
    ]
)
_SCHEMES = re.compile(r"(?:https?|mailto|tel):|[^:]*(?:[/?#]|\Z)")


def _skeleton(pages: dict[str, str]) -> Counter[str]:
    return Counter(node.tag for text in pages.values() for node in HTMLParser(text).css("*"))


def _dangers(tree: HTMLParser) -> Iterator[str]:
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            bare = re.sub(r"[\0-\x20]", "", value or "").lower()
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "ping"):
                yield f"{name} in {node.tag}"
            if (
                name in ("href", "src", "action", "data", "xlink:href")
                and bare[:5] != "data:"
                and not _SCHEMES.match(bare)
            ):
                yield f"{name}={value!r} in {node.tag}"
            if name in ("src", "srcset") and "//" in bare:
                yield f"{name}={value!r} in {node.tag}"
        if node.tag in ("base", "iframe", "object", "embed"):
            yield node.tag


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += record.getMessage().splitlines()
