"""Colors stand out from what they stand on, light and dark: words 4.5 to 1, marks and lines of pictures 3 to 1."""

from __future__ import annotations

import re

import pytest

from helpers.editing import ROOT

DARK = "@media screen and (prefers-color-scheme: dark) {"
WORDS = {
    "paper": "ink soft blue red amber green gain harm",
    "card": "ink soft blue amber green",
    "wash": "ink soft blue",
    "blue": "on-blue",
    "red": "on-red",
    "red-wash": "ink soft red",
    "amber-wash": "ink soft amber",
}
# By what they are drawn on. Of a part with an edge of another color, the one or the other stands out.
DRAWN = {
    "paper": "liver-line pancreas-line artery/artery-line aorta/artery-line tumor/tumor-rim body tube plug ink harm rule2 gain",
    "card": "tube plug ink rule2",
    "wash": "ink",
    "case": "tube plug",
    "liver": "liver-line artery/artery-line tumor/tumor-rim tube plug ink harm",
    "pancreas": "pancreas-line artery/artery-line tumor/tumor-rim ink",
    "tumor": "tumor-rim tube/case plug/case",
    "body": "ink",
}


def _colors(scheme: str) -> dict[str, str]:
    """Return the colors of a scheme: those of the dark one stand in the place of the others."""
    found: dict[str, str] = {}
    for name in ("guide.css", "pictures.css"):
        light, dark = (ROOT / "docs/assets" / name).read_text("utf-8").split(DARK)
        for part in (light, dark.partition("}")[0] if scheme == "dark" else ""):
            found |= re.findall(r"--([\w-]+): (#\w{6}|var\(--\w+\));", part)
    return {name: found[color[6:-1]] if color[0] == "v" else color for name, color in found.items()}


def _light(color: str) -> float:
    """Return how light a color is, as WCAG reckons it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_reckoned_as_the_standard_does() -> None:
    assert (_contrast("#ffffff", "#000000"), round(_contrast("#777777", "#ffffff"), 2)) == (21, 4.48)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(WORDS, 4.5), (DRAWN, 3)], ids=["words", "drawn"])
def test_each_color_stands_out_from_its_ground(scheme: str, pairs: dict[str, str], least: float) -> None:
    colors = _colors(scheme)
    faint = {
        f"{part} on {ground}": round(best, 2)
        for ground, parts in pairs.items()
        for part in parts.split()
        if (best := max(_contrast(colors[name], colors[ground]) for name in part.split("/"))) < least
    }
    assert faint == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_emergency_is_red_a_call_amber_and_what_is_usual_green(scheme: str) -> None:
    """Red is the strongest part of the first and green of the last; amber has much red, less green, least blue."""
    colors = _colors(scheme)
    red, amber, green = (
        [int(colors[name][at : at + 2], 16) for at in (1, 3, 5)] for name in ("red", "amber", "green")
    )
    assert red[0] > 1.3 * max(red[1:])
    assert amber[0] > amber[1] > amber[2]
    assert green[1] > max(green[0], green[2])
