"""What machines may know of a page: schema.org's terms as JSON-LD, from the records."""

import json
from typing import Any

from ..records.content import Content
from ..records.evidence import Source
from ..source.references import first_of
from ..text.wording import TextRenderer


def json_ld(content: Content, name: str, description: str, cited: tuple[str, ...], url: str) -> str:
    """Return the JSON-LD of a page. `url` may be empty where the address is not known."""
    guide, wording = content.records.guide, TextRenderer(content)
    kinds = guide.schema_types
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kinds.page,
        "name": name,
        "description": description,
        "inLanguage": "en-US",
        "lastReviewed": guide.reviewed,
        "audience": [{"@type": kinds.audience, "audienceType": wording.plain(r)} for r in guide.readers],
        "about": {"@type": kinds.about, "name": guide.title},
        "isPartOf": {"@type": "WebSite", "name": guide.title},
        "citation": [_citation(content.records.sources[s.partition("#")[0]]) for s in first_of(cited)],
    }
    if url:
        found["url"] = url
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _citation(source: Source) -> dict[str, Any]:
    dated = {"datePublished": str(source.year)} if source.year else {}
    linked = {"url": source.link} if source.link else {}
    return {"@type": "CreativeWork", "name": source.title} | dated | linked
