"""What a phone can keep of the hosted site: an edition, marked and listed, and the worker that stores it."""

import hashlib
import json
import re
from pathlib import Path

from ..records.content import Content
from ..text.environment import FOLDER, environment
from .offline import UNREAD, any_matches

_STORED = ("*index.html", "assets/*.css", "assets/*.js", "assets/*.svg", "search/search_index.json")
_ASSET = re.compile(r'( (?:href|src)="[^"]*assets/[^"]+\.(?:css|js|svg))"')


def for_phones(content: Content, site: Path) -> None:
    """Mark every page's files with the edition, and write its list, its worker and the manifest."""
    names = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    stored = {n: p for n, p in names.items() if any_matches(n, _STORED) and not any_matches(n, UNREAD)}
    made_of = [FOLDER / "worker.js.j2", *stored.values()]  # a new worker never fills the cache of an old one
    whole = hashlib.sha256("".join(_digest(path) for path in made_of).encode()).hexdigest()
    mark = f"{content.hash[:12]}-{whole[:8]}"
    for page in site.rglob("*.html"):
        page.write_text(_ASSET.sub(rf'\1?{mark}"', page.read_text("utf-8")), "utf-8")
    files = {name.removesuffix("index.html"): _digest(path) for name, path in stored.items()}
    (site / "edition.json").write_text(json.dumps({"edition": mark, "files": files}), "utf-8")
    for name in ("worker.js", "manifest.webmanifest"):
        template = environment().get_template(f"{name}.j2")
        (site / name).write_text(template.render(guide=content.records.guide, mark=mark), "utf-8")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
