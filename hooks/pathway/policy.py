"""What a finished page gets: no idle spaces, and, where it is hosted, a Content-Security-Policy."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(r"<(script|style)((?:\s[^>]*)?)>(.*?)</\1>", re.DOTALL)
# Marks that have told the search index what to leave out.
_DONE = re.compile(r" data-search-exclude(?:=\"[^\"]*\")?")
# Firefox fetches the next page unasked, against the policy. The page itself has links to both.
_AHEAD = re.compile(r"<link rel=\"(?:prev|next)\"[^>]*>")
# The mark of a kind of page, and the script that works on such pages alone: others go without it.
_SCRIPTS = {
    'class="given"': re.compile(r'<script src="[^"]*/guide\.js"[^>]*></script>'),
    'class="filter"': re.compile(r'<script src="[^"]*/compare\.js"[^>]*></script>'),
    'class="tabbed-set': re.compile(
        r"<script>var target=document\.getElementById\(location\.hash[^<]*</script>"
    ),
}
_HEAD = re.compile(r"<meta charset=\"utf-8\">")


def slim(page: str) -> str:
    """Return a page without indentation, empty lines, and marks that have done their work.

    No page holds text where these count.
    """
    for mark, script in _SCRIPTS.items():
        if mark not in page:
            page = script.sub("", page)
    for idle in (_DONE, _AHEAD):
        page = idle.sub("", page)
    return "\n".join(filter(None, map(str.strip, page.split("\n"))))


def with_policy(page: str) -> str:
    """Return a page's HTML with its policy as the first thing after the character set."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
    tag += '<meta name="referrer" content="no-referrer">'
    return _HEAD.sub(lambda match: match[0] + tag, page, count=1)


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
