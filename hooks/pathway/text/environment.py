"""The templates: strict about undefined names, and safe for any text of the data.

Whatever a template prints is escaped for Markdown and HTML at once, by its type: only a `Text`,
whose references the checks have seen, keeps them, and they are resolved later. What other
templates made is passed through as it is.
"""

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from ..records.fields import BIDI, Text
from ..records.guide import Guide
from ..source.references import MARKED, PHONE, REFERENCE, first_of
from .dots import dots
from .wording import capitalize_first, join_words, maker, quantity, source_name, year_of

CATALOG = Path(__file__).with_name("interface.en.yml")
FOLDER = Path(__file__).resolve().parent.parent / "templates"
COMPILED = FOLDER.parent / "__pycache__"  # not beside the templates, which `make serve` watches
_KEPT = re.compile(f"{REFERENCE.pattern}|{PHONE.pattern}")
_SPECIAL = re.compile(r"[&<>\"`*_{}\[\]~^|\\$]|\A[-+#=:]|\A\d+(?=[.)]\s)")


@lru_cache(maxsize=20_000)
def escape(text: str) -> Markup:
    """Return text that Markdown, HTML and attributes all show as it is, brackets and all."""
    return Markup(_entities(_one_line(text)))


@lru_cache(maxsize=20_000)
def escape_text(text: str) -> Markup:
    """Return a text whose references were checked: they and numbers to call stay, all else shows as it is."""
    text = MARKED.sub(r"\1", _one_line(text))
    parts, last = [], 0
    for match in _KEPT.finditer(text):
        words, to, phone = match.groups()
        call = phone and f"[{phone}](tel:{re.sub('[^+0-9]', '', phone)})"
        kept = call or f"[{words if words == '+' else _entities(words)}][{to}]"
        parts += [_entities(text[last : match.start()]), kept]
        last = match.end()
    return Markup("".join([*parts, _entities(text[last:])]))


def with_full_stop(words: str) -> str:
    """Return words with a full stop at their end, unless they end a sentence themselves. Keeps the type."""
    return words if words.endswith((".", "?", "!")) else type(words)(f"{words}.")


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", BIDI.sub("", text))


def _entities(text: str) -> str:
    return _SPECIAL.sub(lambda m: "".join(f"&#{ord(c)};" for c in m[0]), text)


def _finalize(value: Any) -> Any:
    """Escape by type: a `Text` keeps its references, markup of ours stays, all else is literal."""
    if hasattr(value, "__html__"):
        return value
    return escape_text(value) if isinstance(value, Text) else escape(str(value))


class Compiled(FileSystemBytecodeCache):
    """Templates that are compiled already, kept as Python keeps its own modules."""

    def __init__(self) -> None:
        ours = hashlib.sha256(Path(__file__).read_bytes())  # what is compiled hangs on it, too
        super().__init__(str(COMPILED), f"{ours.hexdigest()[:16]}-%s.cache")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, where its folder can be written in."""
        with suppress(OSError):  # without it only time is lost
            COMPILED.mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


_OPTIONS: dict[str, Any] = {"undefined": StrictUndefined, "autoescape": True, "finalize": _finalize}
_OPTIONS |= dict.fromkeys(("trim_blocks", "lstrip_blocks", "keep_trailing_newline"), True)
_FILTERS: list[Callable[..., Any]] = [capitalize_first, dots, first_of, join_words, maker, quantity]
_FILTERS += [source_name, with_full_stop, year_of]


@cache
def catalog() -> dict[str, str]:
    """Return the sentences that fit any guide by name: the one place that another language replaces."""
    return {name: str(words) for name, words in yaml.safe_load(CATALOG.read_text("utf-8")).items()}


def interface(guide: Guide) -> dict[str, str]:
    """Return the sentences of the interface by name, a guide's own words before those of any guide."""
    return catalog() | guide.interface


@lru_cache(maxsize=8)
def environment(own: frozenset[tuple[str, str]] = frozenset()) -> Environment:
    """Return the environment of the templates in the folder, for a guide's own words of the interface."""
    made = Environment(loader=FileSystemLoader(FOLDER), bytecode_cache=Compiled(), **_OPTIONS)
    made.filters |= {filter.__name__: filter for filter in _FILTERS}
    # A mapping would have names of its own, such as `clear`.
    made.globals["ui"] = SimpleNamespace(**catalog() | dict(own))
    return made
