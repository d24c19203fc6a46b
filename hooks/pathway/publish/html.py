"""What a hosted page gets: a Content-Security-Policy."""

import base64
import hashlib
import re

_INLINE = re.compile(r"<(script|style)((?:\s[^>]*)?)>(.*?)</\1>", re.DOTALL)
_HEAD = '<meta charset="utf-8">'


def with_policy(page: str) -> str:
    """Return a page's HTML with its policy as the first thing after the character set."""
    before, head, after = page.partition(_HEAD)
    if not head:
        raise ValueError("the page names no character set, so its policy has no place")
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
    return f'{before}{head}{tag}<meta name="referrer" content="no-referrer">{after}'


def policy(page: str) -> str:
    """Return the policy that lets a page run its own parts and nothing else."""
    sources = {"script": ["'self'"], "style": ["'self'"]}
    for kind, attributes, content in _INLINE.findall(page):
        if "src=" not in attributes and "application/" not in attributes:
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            sources[kind].append(f"'sha256-{digest}'")
    inline = "; ".join(f"{kind}-src {' '.join(dict.fromkeys(found))}" for kind, found in sources.items())
    return (
        f"default-src 'none'; {inline}; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )
