"""What stands below each heading of a page, in one line: its words, and what they mean by their form."""

from __future__ import annotations

import html
import re

_BEGIN = re.compile(
    r'(?:<p class="progress">(?P<progress>.*)</p>\n+)?^#{1,6} (?P<head>.*?) ?\{ #(?P<id>[\w-]+)[^}\n]*\}'
    r'|<(?:section|div) class="(?P<part>chosen|narrowing|paper)(?: head)?"[^>]*>|<summary>(?P<fold>.*?)</summary>',
    re.M,
)
_CITE = re.compile(r"\[\]\(#s--(\d+)\)\{[^}\n]*\}")
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]+)\)(?:\{[^}\n]*\})?")
_TAG = re.compile(r"<(?:/?[a-z]\w*|!--)[^>]*>")
_MEANT = re.compile(r' (?:data-when|value)="([^"]+)"| href="(#[^"]*|tel:[^"]*)"')
_FORMS = re.compile(r'<(?!b ).* class="(?:[\w-]+ )*(benefit|harm|ambulance|call|usual)"')


def _tag(match: re.Match[str]) -> str:
    form = _FORMS.match(match[0])
    said = [one or other for one, other in _MEANT.findall(match[0])] + ([form[1]] if form else [])
    return f" <{' '.join(said)}> " if said else " "


def line(markdown: str) -> str:
    """Return a part of a page in one line. A source is its number in brackets; what a tag says stands in < and >:
    where a link leads, which answer shows it, whether it is a benefit or harm, how soon help is needed. The mark
    of an edition is left out: it changes with each word."""
    text = _CITE.sub(r"[\1]", markdown)
    text = _LINK.sub(r"\1 <\2>", _TAG.sub(_tag, text))
    text = re.sub(r"\{ ?[:.#][^}\n]*\}", " ", text)
    text = re.sub(r"\b[0-9a-f]{12}\b", "<edition>", text)
    return re.sub(r"\s+([.,;:?!])(?=\s|$)", r"\1", re.sub(r"\s+", " ", html.unescape(text))).strip()


def places(markdown: str) -> dict[str, str]:
    """Return each heading with what stands below it, by its id; what stands before all has none.

    A fold is a place of its own: `id > its words`.
    """
    begins = list(_BEGIN.finditer(markdown))
    ends = [*(begin.start() for begin in begins), len(markdown)]
    found, heading = {"": line(markdown[: ends[0]])}, ""
    for begin, end in zip(begins, ends[1:], strict=True):
        heading = begin["id"] or begin["part"] or heading
        place = heading if begin["fold"] is None else f"{heading} > {line(begin['fold'])}"
        head = " ".join(filter(None, (begin["progress"], begin["head"])))
        found[place] = line(f"{head}: {markdown[begin.end() : end]}" if head else markdown[begin.end() : end])
    return found
