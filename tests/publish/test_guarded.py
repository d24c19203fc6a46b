"""Pages run and load nothing but what is ours: the build refuses all else, and a policy forbids it in every output."""

from __future__ import annotations

import os
import re
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from commands.site import Refused, build_to, publish
from conftest import LONG
from helpers.editing import Copy
from helpers.html_pages import tree
from pathway.pages.site import Site
from pathway.publish.downloads import as_csv
from pathway.publish.html import guarded
from pathway.records.content import Content, read_folder

OURS = "pages run and load nothing but what is ours"
END = "; base-uri 'none'; form-action 'none'"
FOLDER = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    f"font-src 'self' file:; connect-src 'self' file:; manifest-src 'self' file:{END}"
)
HASH = r"'sha256-[A-Za-z0-9+/]{43}='"


def _page(body: str) -> str:
    return f'<!doctype html><meta charset="utf-8"><title>x</title>{body}'


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<script>run()</script>", "an inline script, 'run()'"),
        ('<script type="module">run()</script>', "an inline script, 'run()'"),
        ('<script type="application/json" type="">run()</script>', ""),
        ('<script type="" type="application/json">run()</script>', "an inline script, 'run()'"),
        ("<style>p { color: red }</style>", "an inline style, 'p { color: red }'"),
        ('<p style="color: red">x</p>', 'style="color: red" in <p>'),
        ('<p OnClick="run()">x</p>', 'onclick="run()" in <p>'),
        ('<iframe srcdoc="x"></iframe>', 'srcdoc="x" in <iframe>'),
        ('<meta http-equiv="refresh" content="0">', 'http-equiv="refresh" in <meta>'),
        ('<a href="javascript:run()">x</a>', 'href="javascript:run()" in <a>'),
        ('<a href=" Java&#10;Script&colon;run()">x</a>', 'href=" Java\\nScript:run()" in <a>'),
        ('<a href="data:text/html,x">x</a>', 'href="data:text/html,x" in <a>'),
        ('<img src="https://example.org/x.png">', 'src="https://example.org/x.png" in <img>'),
        ('<img src="//example.org/x.png">', 'src="//example.org/x.png" in <img>'),
        ('<img src="/\\example.org/x.png">', 'src="/\\example.org/x.png" in <img>'),
        ('<link rel="stylesheet" href="//example.org/x.css">', 'href="//example.org/x.css" in <link>'),
        ('<script src="data:text/javascript,run()"></script>', 'src="data:text/javascript,run()" in <script>'),
        ('<svg><a xlink:href="javascript:run()"/></svg>', 'xlink:href="javascript:run()" in <a>'),
        ('<svg><use href="https://example.org/x.svg#y"/></svg>', 'href="https://example.org/x.svg#y" in <use>'),
        ('<form action="https://example.org/"></form>', 'action="https://example.org/" in <form>'),
        ('<button formaction="https://example.org/x">', 'formaction="https://example.org/x" in <button>'),
        ('<video poster="https://example.org/x">', 'poster="https://example.org/x" in <video>'),
        ('<table><td background="https://example.org/x">', 'background="https://example.org/x" in <td>'),
        ('<object data="https://example.org/x">', 'data="https://example.org/x" in <object>'),
        ('<img srcset="https://example.org/x">', 'srcset="https://example.org/x" in <img>'),
        ('<area ping="https://example.org/x">', 'ping="https://example.org/x" in <area>'),
        ('<p>x<template><b>x<template><img src="//example.org/"></template></b></template>', 'src="//example.org/" in <img>'),
        ('<noscript><p title="</noscript><p onclick=run()>">x</p></noscript>', 'onclick="run()" in <p>'),
        ('<noscript></noembed><textarea></noscript><p onclick="run()">x</textarea>', 'onclick="run()" in <p>'),
        ('<noscript></noembed><!--</noscript><p onclick="run()">x-->', 'onclick="run()" in <p>'),
        ('<p onclick="noscript()">x</p>', 'onclick="noscript()" in <p>'),
        ('<p>noscript</p>' + '<template>' * 2000 + '<p onclick="run()">x</p>', 'onclick="run()" in <p>'),
        ('<svg><script src="x.js">run()</script></svg>', "an inline script, 'run()'"),
        ('<style src="x">p { color: red }</style>', "an inline style, 'p { color: red }'"),
        ('<svg><animate attributeName="href" to="javascript:run()"/></svg>', 'attributeName="href" in <animate>'),
        ('<img srcset="a.png 1x, //example.org/b.png 2x">', 'srcset="a.png 1x, //example.org/b.png 2x" in <img>'),
        ('<link rel="preload" imagesrcset="https://example.org/x">', 'imagesrcset="https://example.org/x" in <link>'),
        ('<script rel="canonical" src="//example.org/x.js"></script>', 'src="//example.org/x.js" in <script>'),
        ('<a ping="https://example.org/" href="#x">x</a>', 'ping="https://example.org/" in <a>'),
        ('<img srcset="data:image/png,a 0.1x, x.png 1x">', 'srcset="data:image/png,a 0.1x, x.png 1x" in <img>'),
        ('<iframe src="data:image/svg+xml,x"></iframe>', 'src="data:image/svg+xml,x" in <iframe>'),
        ('<svg><rect mask="url(//example.org/x.svg#a)"/></svg>', 'mask="url(//example.org/x.svg#a)" in <rect>'),
        ('<svg><path fill="u\\72l(x)"/></svg>', 'fill="u\\72l(x)" in <path>'),
        ('<svg><path fill="url(#a)" stroke="none" clip-path="url(#b)" marker-end="url(#c)"/></svg>', ""),
        ('<style type="application/json">@import "x.css";</style>', "an inline style, '@import \"x.css\";'"),
        ('<area ping="/x //example.org/">', 'ping="/x //example.org/" in <area>'),
        ('<noscript><p onclick=run()>x</p></noscript>', 'onclick="run()" in <p>'),
        ("<svg><style>p &#123; color: <![CDATA[red]]> }</style></svg>", "an inline style, 'p { color: red }'"),
        ('<textarea><p onclick="run()"></textarea><!-- <p onclick="run()"> --><p title="<p onclick=run()>">', ""),
        ('<!--> <p onclick="run()">x</p> -->', 'onclick="run()" in <p>'),
        ('<a href="https://example.org/">x</a> <a href="tel:112">x</a> <a href="../a.html#b:c">x</a>', ""),
        ('<img src="assets/x.svg"> <img src="data:image/png;base64,xx"> <link rel="icon" href="data:,">', ""),
        ('<link rel="canonical" href="https://example.org/"> <a href="mailto:x@example.org">x</a>', ""),
        (f"<script>{'x' * 61}</script>", f"an inline script, '{'x' * 60}'"),
        ('<script src="assets/page.js"></script><script type="application/ld+json">{"a": 1}</script>', ""),
    ],
)  # fmt: skip
def test_what_is_not_ours_is_named(tiny: Content, body: str, said: str) -> None:
    try:
        guarded(tiny, "somewhere.html", _page(body), "'self'")
    except Exception as error:
        assert str(error) == f"somewhere.html:1:1: page: {said}: {OURS}"
    else:
        assert said == ""


def test_a_page_without_a_place_for_its_policy_is_refused(tiny: Content) -> None:
    with pytest.raises(ValueError, match="the page names no character set, so its policy has no place"):
        guarded(tiny, "one.html", "<!doctype html><title>x</title>", "'self'")


def test_what_is_put_in_is_allowed_by_its_hash_and_nothing_else(tiny: Content) -> None:
    guarded(tiny, "one.html", _page("<style>.noscript {}</style>"), "", ".noscript {}")
    made = guarded(tiny, "one.html", _page("<style>p {}</style><script>run()</script>"), "", "p {}", "run()")
    assert 'charset="utf-8"><meta http-equiv="Content-Security-Policy" content="' in made
    policy = re.search(r'Policy" content="([^"]*)"', made)
    assert policy and re.fullmatch(
        rf"default-src 'none'; script-src {HASH}; style-src {HASH}; img-src data:{END}", policy[1]
    )


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("A line.\n{: onclick=\"run()\" }", 'docs/after.md:8:1: page: onclick="run()" in <p>'),
        pytest.param("A line.\n{: style=\"color: red\" }", 'docs/after.md:8:1: page: style="color: red" in <p>', marks=LONG),
        ("![x](https://example.org/x.png)", 'docs/after.md:7:1: page: src="https://example.org/x.png" in <img>'),
        pytest.param("![x](//example.org/x.png)", 'docs/after.md:7:1: page: src="//example.org/x.png" in <img>', marks=LONG),
        ("[x](javascript:run)", 'docs/after.md:7:1: page: href="javascript:run" in <a>'),
    ],
)  # fmt: skip
def test_prose_that_would_run_or_load_is_refused_at_its_line(copy: Copy, prose: str, said: str) -> None:
    copy.replace("# Afterwards\n", f"# Afterwards\n\n{prose}\n", "docs/after.md")
    with pytest.raises(Refused) as refused:
        publish(copy.root)
    assert f"{said}: {OURS}" in str(refused.value).splitlines()
    assert not (copy.root / "site").exists()


def test_a_table_with_aligned_columns_needs_no_style(copy: Copy, tmp_path: Path) -> None:
    copy.replace("# Afterwards\n", "# Afterwards\n\n|A|B|\n|:--|--:|\n|x|y|\n", "docs/after.md")
    build_to(tmp_path / "site", copy.root)
    page = tree(tmp_path / "site/after/index.html")
    assert [cell.attributes.get("align") for cell in page.css("article td")] == ["left", "right"]


def test_a_script_that_the_theme_brings_is_refused(copy: Copy) -> None:
    (copy.root / "hooks/theme/partials/copyright.html").write_text("<script>theirs()</script>")
    with pytest.raises(Refused) as refused:
        publish(copy.root)
    assert f"docs/glossary.md:1:1: page: an inline script, 'theirs()': {OURS}" in str(refused.value)
    assert f"404.html:1:1: page: an inline script, 'theirs()': {OURS}" in str(refused.value)


def test_folder_and_one_file_have_policies_that_hold(second: Path, browser: Browser, tmp_path: Path) -> None:
    with zipfile.ZipFile(second.parent / "dist/tire-guide.zip") as archive:
        archive.extractall(tmp_path)
    one = second.parent / "dist/tire-guide.html"
    pages = [*(tmp_path / "tire-guide").rglob("*.html"), one]
    assert len(pages) > 15
    context = browser.new_context()
    page, said = context.new_page(), []
    page.on("console", lambda m: said.append(f"{m.text} {m.location}") if m.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in pages:
        policy = tree(path).css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
        if path == one:
            rest = f"default-src 'none'; script-src {HASH}; style-src {HASH}; img-src data:{END}"
            assert re.fullmatch(rest, policy)
        else:
            assert policy == FOLDER
        page.goto(path.as_uri())
        assert said == [], path
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran=1\">')")
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran=1'}))"
        )
        assert page.evaluate("window.ran") is None, path
        assert any("inline script" in line for line in said), path
        said.clear()
    context.close()


def test_what_is_published_is_readable_whoever_builds(guide: Callable[[], Copy]) -> None:
    root, before = guide().root, os.umask(0o077)
    try:
        publish(root)
    finally:
        os.umask(before)
    made = [top for name in ("site", "dist") for top in (root / name, *(root / name).rglob("*"))]
    assert len(made) > 60
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path
    with zipfile.ZipFile(root / "dist/tire-guide.zip") as archive:
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＠", ";="])
def test_no_cell_is_a_formula_for_a_spreadsheet(copy: Copy, sign: str) -> None:
    copy.replace("    name: sealant", f'    name: "{sign}HYPERLINK(x)"')
    lines = as_csv(Site(read_folder(copy.root / "docs"))).split("\r\n")
    assert f',"\'{sign}HYPERLINK(x)",' in lines[3]
    assert all(line.startswith('"') and line.endswith('"') for line in lines[:-1]) and lines[-1] == ""
