"""What a hosted page gets: a Content-Security-Policy."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(r"<(script|style)((?:\s[^>]*)?)>(.*?)</\1>", re.DOTALL)
_HEAD = re.compile(r"<meta charset=\"utf-8\">")


def with_policy(page: str) -> str:
    """Return a page's HTML with its policy as the first thing after the character set."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
    tag += '<meta name="referrer" content="no-referrer">'
    found, count = _HEAD.subn(lambda match: match[0] + tag, page, count=1)
    if not count:
        raise ValueError("the page names no character set, so its policy has no place")
    return found


def policy(page: str) -> str:
    """Return the policy that lets a page run its own parts and nothing else."""
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, attributes, content in _INLINE.findall(page):
        if "src=" not in attributes and "application/" not in attributes:
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            hashes[kind].append(f"'sha256-{digest}'")
    rules = [
        "default-src 'none'",
        " ".join(["script-src 'self'", *dict.fromkeys(hashes["script"])]),
        " ".join(["style-src 'self'", *dict.fromkeys(hashes["style"])]),
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(rules)
