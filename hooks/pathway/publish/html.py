"""What a page may run and load: our own files, and what we put into it. All else stops the build."""

import base64
import hashlib
import re
from html.parser import HTMLParser

from ..records.content import Content
from ..source.problems import ContentError, Problem
from ..source.prose import Page

_HEAD = '<meta charset="utf-8">'
_KINDS = ("script", "style", "img", "font", "connect", "manifest")
_DATA = ("application/json", "application/ld+json")
# Attributes that hold code, and those that hold an address: of a link, or of what is fetched.
_CODE = re.compile(r"on.*|http-equiv|srcdoc|style")
_ADDRESS = re.compile(r"action|background|data|formaction|(?:xlink:)?href|ping|poster|src|srcset")
_LINKED = re.compile(r"(?:https?|mailto|tel):|[^:]*(?:[/?#]|\Z)")
_FETCHED = re.compile(r"(?!//)[^:\\]*\Z|data:(?:image/|,\Z)")


def guarded(content: Content, name: str, html: str, own: str, style: str = "", script: str = "") -> str:
    """Return a page with its policy as the first thing after the character set.

    `own` says where its files come from, `style` and `script` are what we put into it. Raises
    `ContentError` with whatever else would run in it, or be loaded from another host.
    """
    reader = _Reader((style, script))
    reader.feed(html)
    reader.close()
    if reader.found:
        raise ContentError(_problem(content, name, *found) for found in reader.found)
    before, head, after = html.partition(_HEAD)
    if not head:
        raise ValueError("the page names no character set, so its policy has no place")
    more = {"img": "data:", "style": style and _hash(style), "script": script and _hash(script)}
    allowed = {kind: f"{own} {more.get(kind, '')}".strip() for kind in _KINDS}
    rules = [f"{kind}-src {where}" for kind, where in allowed.items() if where]
    policy = "; ".join(["default-src 'none'", *rules, "base-uri 'none'", "form-action 'none'"])
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f'{before}{head}{tag}<meta name="referrer" content="no-referrer">{after}'


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _problem(content: Content, name: str, what: str, given: str) -> Problem:
    """Return a problem at the line of the page's own text that holds what was found, if one does."""
    stem = name.removesuffix(".html").removesuffix("/index")
    page = content.by_id.get("home" if stem == "index" else stem)
    file, text = (page.file, page.text) if isinstance(page, Page) else (name, "")
    line = text.count("\n", 0, max(text.find(given), 0)) + 1
    return Problem(file, line, 1, "page", f"{what}: pages run and load nothing but what is ours")


class _Reader(HTMLParser):
    """Finds what would run or be loaded, as (what it is, its words)."""

    def __init__(self, ours: tuple[str, ...]) -> None:
        super().__init__(convert_charrefs=True)
        self.ours, self.found = ours, list[tuple[str, str]]()
        self._inline: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = _LINKED if tag == "a" or ("rel", "canonical") in attrs else _FETCHED
        for name, value in attrs:
            bare = re.sub(r"[\0-\x20]", "", value or "").lower()
            if _CODE.fullmatch(name) or (_ADDRESS.fullmatch(name) and not address.match(bare)):
                given = f"{name}=" if _CODE.fullmatch(name) else value or name
                self.found.append((f'{name}="{value}" in <{tag}>', given))
        kept = dict(reversed(attrs))  # of two that are alike, the first counts
        if tag in ("script", "style") and "src" not in kept and kept.get("type") not in _DATA:
            self._inline = []

    def handle_data(self, data: str) -> None:
        if self._inline is not None:
            self._inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style") and self._inline is not None:
            text, self._inline = "".join(self._inline), None
            if text not in self.ours:
                self.found.append((f"an inline {tag}, '{text[:60]}'", text))
