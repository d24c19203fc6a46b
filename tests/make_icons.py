"""Draw the icons of a phone's home screen from the guide's one drawing: `make icons`. Needs Chromium."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "hooks")]

from playwright.sync_api import sync_playwright

from helpers.browser import launch
from helpers.editing import ROOT

ASSETS, LIST = ROOT / "docs/assets", ROOT / "tests/data/icons.txt"
DRAWING = ASSETS / "favicon.svg"
# Name, size in pixels, and the part of it that the drawing takes: phones cut a maskable icon to their own shape.
ICONS = (("192", 192, 1.0), ("512", 512, 1.0), ("maskable", 512, 0.9))


def listed() -> str:
    """Return the hashes of the drawing and of the icons, as they are now."""
    files = [DRAWING, *(ASSETS / f"icon-{name}.png" for name, _, _ in ICONS)]
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


def main() -> None:
    """Write the icons, and the hashes that tell from which drawing they are."""
    svg = DRAWING.read_text("utf-8")
    found = re.search(r"fill=\"(#\w+)\"", svg)
    assert found, "the drawing has no ground"
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name, size, part in ICONS:
            page = browser.new_page(viewport={"width": size, "height": size})
            ground = found[1] if part < 1 else "transparent"
            style = f"display:block;position:absolute;inset:0;margin:auto;width:{100 * part}%"
            page.set_content(
                f"<body style='background:{ground}'>{svg.replace('<svg', f'<svg style={style!r}', 1)}"
            )
            page.screenshot(path=ASSETS / f"icon-{name}.png", omit_background=True)
        browser.close()
    LIST.write_text(listed(), "utf-8")


if __name__ == "__main__":
    main()
