"""Print the one file as a tagged PDF to hand out; `make booklet` calls it, in an environment of its own.

`python booklet/print.py guide.html guide.pdf [appendix]`: equal files give equal bytes.
"""

from __future__ import annotations

import hashlib
import logging
import re
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

try:
    import cssselect2
    import tinycss2
    import tinyhtml5
    from weasyprint import CSS, HTML
except (ImportError, OSError) as missing:
    if isinstance(missing, ImportError):
        sys.exit(f"{missing.name} is missing: make booklet")
    sys.exit("Pango is missing. On Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 fonts-liberation")

SVG = "{http://www.w3.org/2000/svg}"
# What paper has no use for; what the appendix alone has.
SCREEN = """
    style, script, button, form, input, .noprint, .tools, .to-contents, .jumps, .letters, .doors, .defs,
    .mark, .mini, .dots, .level svg, .tel svg, .names svg, .adding, .given, .answered, .moved-not,
    .view.unsure, .how-to-print, .picks, .page-end dl, .page-end h2, .page-end summary, .tree-outline,
    .views .paper, .views .lines, .sooner, .whole, #not-in-this-file, .leaf:has(.compare), .leaf:has(.files),
    [data-when], .option .what, .option .benefit, .option .harm, [data-copy]:not([data-copy$="-own"]),
    .result .two, .result .next, details.more > :not(summary), .treatment .folds >
    details:not([id$="--unknown"]), .leaf:not(:has(.signs)):not(:has(.treatment)) .folds
"""
EVIDENCE = ".cite, .appendix, .page-end, #contents h2 ~ h2, #contents ol ~ ol"


def _wrapped(root: Any) -> list[Any]:
    return list(cssselect2.ElementWrapper.from_html_root(root).iter_subtree())


def drop(root: Any, selectors: str) -> None:
    """Take elements out of a page, and keep the text that follows each."""
    tests = cssselect2.compile_selector_list(selectors)
    gone = {each.etree_element for each in _wrapped(root) if any(test.test(each) for test in tests)}
    for parent in list(root.iter()):
        kept: list[Any] = []
        for child in list(parent):
            if child not in gone:
                kept.append(child)
                continue
            if kept:
                kept[-1].tail = (kept[-1].tail or "") + (child.tail or "")
            else:
                parent.text = (parent.text or "") + (child.tail or "")
            parent.remove(child)


def gather(root: Any) -> None:
    """Put the sources of every page behind the last one, under its title."""
    main = next(root.iter("main"))
    for leaf in list(main):
        ends = [(p, c) for p in leaf.iter() for c in p if "page-end" in (c.get("class") or "").split()]
        for parent, end in ends:
            parent.remove(end)
            title = ElementTree.SubElement(main, "h2")
            title.text = "".join(next(leaf.iter("h1")).itertext())
            main.append(end)


def paint(root: Any, styles: str) -> None:
    """Write the styles of drawings into them: WeasyPrint gives a drawing none of its page's."""
    matcher, tokens = cssselect2.Matcher(), dict[str, str]()
    for rule in tinycss2.parse_stylesheet(styles, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            told = [(d.name, tinycss2.serialize(d.value).strip()) for d in _declarations(rule)]
            for name, value in told if tinycss2.serialize(rule.prelude).strip() == ":root" else ():
                tokens.setdefault(name, value)
            for selector in _selectors(rule):
                matcher.add_selector(selector, told)
    for each in _wrapped(root):
        if each.etree_element.tag.startswith(SVG):
            _paint(each, matcher, tokens)


def _declarations(rule: Any) -> list[Any]:
    found = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [each for each in found if each.type == "declaration"]


def _selectors(rule: Any) -> list[Any]:
    try:
        return list(cssselect2.compile_selector_list(rule.prelude))
    except cssselect2.SelectorError:
        return []


def _paint(each: Any, matcher: Any, tokens: dict[str, str]) -> None:
    own = {
        name: value
        for *_, pseudo, told in sorted(matcher.match(each), key=lambda found: found[:2])
        if pseudo is None
        for name, value in told
    }
    tokens = tokens | {name: value for name, value in own.items() if name.startswith("--")}
    for name, value in own.items():
        value = re.sub(r"var\((--[\w-]+)\)", lambda found: tokens.get(found[1], ""), value)
        added = re.fullmatch(r"calc\(([\d.]+)px \+ ([\d.]+)\)", value)
        value = str(float(added[1]) + float(added[2])) if added else value
        font = re.fullmatch(r"(\d+) (\d+)px .*", value)
        if name == "font" and font:
            attributes = {"font-weight": font[1], "font-size": font[2], "font-family": "Liberation Sans"}
        elif name.startswith(("fill", "stroke", "opacity")) and not ("paint-order" in own and name[0] == "s"):
            attributes = {name: value}
        else:
            continue
        each.etree_element.attrib.update(attributes)


def unlink(root: Any) -> None:
    """Make plain words of links whose place is not printed."""
    ids = {element.get("id") for element in root.iter()}
    for element in root.iter():
        target = element.get("href", "")
        if target.startswith("#") and target[1:] not in ids:
            del element.attrib["href"]


def _written(root: Any) -> str:
    """Return a page as HTML. A drawing's words become its title, as WeasyPrint reads no other."""
    for element in list(root.iter()):
        element.tag = element.tag.removeprefix(SVG)
        if element.tag == "svg":
            title = ElementTree.Element("title")
            title.text = element.get("aria-label", "")
            element.insert(0, title)
    return "<!doctype html>" + ElementTree.tostring(root, encoding="unicode", method="html")


def booklet(text: str, style: str, appendix: bool) -> bytes:
    """Return the PDF of the guide in one file."""
    root = tinyhtml5.parse(text, namespace_html_elements=False)
    styles = "".join(element.text or "" for element in root.iter("style"))
    drop(root, SCREEN if appendix else f"{SCREEN}, {EVIDENCE}")
    if appendix:
        gather(root)
    paint(root, styles)
    unlink(root)
    drop(root, "#contents li:not(:has(a[href]))")
    mark = hashlib.sha256((text + style).encode()).digest()[:16]
    page = HTML(string=_written(root))
    return bytes(page.write_pdf(stylesheets=[CSS(string=style)], pdf_variant="pdf/ua-1", pdf_identifier=mark))


if __name__ == "__main__":
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    source, target, *more = sys.argv[1:]
    texts = [path.read_text("utf-8") for path in (Path(source), Path(__file__).with_name("paper.css"))]
    Path(target).write_bytes(booklet(*texts, appendix=bool(more)))
