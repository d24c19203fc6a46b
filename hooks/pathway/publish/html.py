"""What a page may run and load: our own files, and what we put into it. All else stops the build."""

import base64
import hashlib
import re
from html.parser import HTMLParser

from ..records.content import Content
from ..source.problems import ContentError, Problem
from ..source.prose import Page

_HEAD = '<meta charset="utf-8">'
_DATA = ("application/json", "application/ld+json")
_CODE = ("http-equiv", "srcdoc", "style")  # attributes; those that begin with "on" are code, too
_ADDRESS = re.compile(r"action|background|data|formaction|(?:xlink:)?href|ping|poster|src|srcset")
_LEADING_OUT = re.compile(r"(?:https?|mailto|tel):|[^:]*(?:[/?#]|\Z)")
_OWN = re.compile(r"(?!//)[^:\\]*\Z|data:(?:image/|,\Z)")


def guarded(
    content: Content, name: str, html: str, own: str = "'self'", style: str = "", script: str = ""
) -> str:
    """Return a page with its policy as the first thing after the character set.

    `own` says where its files come from, `style` and `script` are what we put into it. Raises
    `ContentError` with whatever else would run in it, or be loaded from another host.
    """
    reader = _Reader({style, script})
    reader.feed(html)
    reader.close()
    if reader.found:
        stem = name.removesuffix(".html").removesuffix("/index")
        page = content.by_id.get("home" if stem == "index" else stem)
        raise ContentError(_problem(page, name, *found) for found in reader.found)
    before, head, after = html.partition(_HEAD)
    if not head:
        raise ValueError("the page names no character set, so its policy has no place")
    scripts, styles = (f"{own} {_hash(text)}".strip() if text else own for text in (script, style))
    rules = (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {own} data:; font-src {own}; "
        f"connect-src {own}; manifest-src {own}; base-uri 'none'; form-action 'none'"
    )
    tag = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return f'{before}{head}{tag}<meta name="referrer" content="no-referrer">{after}'


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _problem(page: object, name: str, what: str, given: str) -> Problem:
    """Return a problem at the line of a page's own text that holds what was found, if one does."""
    file, at = (page.file, page.text.find(given)) if isinstance(page, Page) else (name, 0)
    line = page.text.count("\n", 0, max(at, 0)) + 1 if isinstance(page, Page) else 1
    return Problem(file, line, 1, "page", f"{what}: pages run and load nothing but what is ours")


class _Reader(HTMLParser):
    """Finds what would run or be loaded, as (what it is, its words)."""

    def __init__(self, ours: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.ours, self.found = ours, list[tuple[str, str]]()
        self._inline: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            bare = re.sub(r"[\0-\x20]", "", value or "").lower()
            if name in _CODE or name.startswith("on"):
                self.found.append((f'{name}="{value}" in <{tag}>', value or name))
            elif _ADDRESS.fullmatch(name) and not _allowed(tag, attrs).match(bare):
                self.found.append((f"the address '{value}' in <{tag}>", value or name))
        given = dict(reversed(attrs))  # of two that are alike, the first counts
        if tag in ("script", "style") and "src" not in given and given.get("type") not in _DATA:
            self._inline = []

    def handle_data(self, data: str) -> None:
        if self._inline is not None:
            self._inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style") and self._inline is not None:
            text = "".join(self._inline)
            self._inline = None
            if text not in self.ours:
                self.found.append((f"an inline {tag}, '{text[:60]}'", text))


def _allowed(tag: str, attrs: list[tuple[str, str | None]]) -> re.Pattern[str]:
    return _LEADING_OUT if tag == "a" or ("rel", "canonical") in attrs else _OWN
