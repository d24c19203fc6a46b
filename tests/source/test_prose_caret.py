"""A mistake in prose is told like one in the data: with its line, and a caret below the place."""

from __future__ import annotations

from helpers.editing import Copy


def test_a_mistake_in_prose_shows_its_line_and_place(copy: Copy) -> None:
    copy.replace(
        "A hole shows under water. [][leaflet-1998#hole]",
        "A hole shows. [][leaflet-1998#hol] It is <b>so.",
        "docs/sources.md",
    )
    assert [str(problem) for problem in copy.shown()] == [
        "docs/sources.md:6:15: prose: 'leaflet-1998' has no passage 'hol'; did you mean 'hole'?\n"
        "    A hole shows. [][leaflet-1998#hol] It is <b>so.\n"
        "                  ^",
        "docs/sources.md:6:42: prose: raw HTML: pages are Markdown, generated parts come from views\n"
        "    A hole shows. [][leaflet-1998#hol] It is <b>so.\n"
        "                                             ^",
    ]


def test_a_long_line_is_shown_around_the_place(copy: Copy) -> None:
    copy.replace("A hole shows under water.", f"{'So ' * 40}<b> {'go ' * 40}", "docs/sources.md")
    (told,) = copy.shown()
    first, shown, mark = str(told).split("\n")
    assert first.startswith("docs/sources.md:6:121: prose: raw HTML")
    assert shown == f"    {('So ' * 40)[-50:]}<b> {('go ' * 40)[:46]}"
    assert mark == f"{' ' * 54}^"
