"""What a page may run and load: our own files, and what we put into it. All else stops the build."""

import base64
import hashlib
import re
from collections.abc import Iterator
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..records.content import Content
from ..source.problems import ContentError, Problem
from ..source.prose import Page

_HEAD = '<meta charset="utf-8">'
_KINDS = ("script", "style", "img", "font", "connect", "manifest")
_DATA = ("application/json", "application/ld+json")
# Attributes that hold code, and those that hold an address: of a link, or of what is fetched.
_CODE = re.compile(r"on.*|attributeName|http-equiv|srcdoc|style")
_ADDRESS = re.compile(
    r"action|background|data|formaction|(?:xlink:)?href|ping|poster|src|(?:image)?srcset"
    r"|clip-path|cursor|fill|filter|marker(?:-.*)?|mask|stroke"
)
_LINKED = re.compile(r"(?:https?|mailto|tel):|[^:]*(?:[/?#]|\Z)")
_FETCHED = re.compile(r"(?!.*//)[^:\\]*\Z|data:,\Z")
_PICTURE = re.compile(rf"{_FETCHED.pattern}|data:image/")


def guarded(content: Content, name: str, html: str, own: str, style: str = "", script: str = "") -> str:
    """Return a page with its policy as the first thing after the character set.

    `own` says where its files come from, `style` and `script` are what we put into it. Raises
    `ContentError` with whatever else would run in it, or be loaded from another host.
    """
    # With scripts, a browser takes what stands in `noscript` for mere text.
    read = [LexborHTMLParser(html, scripting=scripting) for scripting in {False, "noscript" in html.lower()}]
    nodes = chain.from_iterable(elements(page.root) for page in read if page.root)
    if found := dict.fromkeys(each for node in nodes for each in _not_ours(node, ("", style, script))):
        raise ContentError(_problem(content, name, *each) for each in found)
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
    file, line = (page.file, page.line_of(given)) if isinstance(page, Page) else (name, 1)
    return Problem(file, line, 1, "page", f"{what}: pages run and load nothing but what is ours")


def elements(part: LexborNode) -> Iterator[LexborNode]:
    """Yield every element in a part of a page, and its comments, those of templates last."""
    parts = [part]
    for inside in parts:
        yield from inside.traverse()
        parts += inside.template_fragments()


def _not_ours(node: LexborNode, ours: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield what of an element would run or be loaded, as (what it is, its words)."""
    tag, given = node.tag, node.attributes
    leads = tag == "a" or (tag == "link" and given.get("rel") == "canonical")
    for name, value in given.items():
        allowed = _LINKED if leads and name.endswith("href") else _FETCHED
        address = _PICTURE if (tag, name) == ("img", "src") else allowed
        if _CODE.fullmatch(name):
            yield f'{name}="{value}" in <{tag}>', f"{name}="
        elif _ADDRESS.fullmatch(name) and not address.match(re.sub(r"[\0-\x20]", "", value or "").lower()):
            yield f'{name}="{value}" in <{tag}>', value or name
    inline = tag == "style" or (tag == "script" and given.get("type") not in _DATA)
    if inline and (text := node.text()) not in ours:
        yield f"an inline {tag}, '{text[:60]}'", text
