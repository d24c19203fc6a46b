"""The commonest slips in YAML: told at their line, with the record, what to do, and a caret below the place."""

import pytest

from pathway.source.problems import ContentError
from pathway.source.yaml_reader import read_yaml

TEXT = """\
terms:
  tire:
    name: tire
    synonyms: [tyre, wheel]
    meaning: A ring of rubber.
  hole:
    name: hole
    meaning: "Where air gets out."
  valve:
    name: valve
    meaning: Where air gets in.
claims:
  makes-a-mess: {say: It makes a mess., from: shop, kind: harm}
  holds:
    say: >-
      It holds for a
      long time.
    from: shop
  drips: {say: "It drips.", from: shop, kind: harm}
steps:
  start: {question: big, answers: {"yes": a}}
"""


def _told(text: str) -> str:
    with pytest.raises(ContentError) as caught:
        read_yaml("x.yml", text)
    (problem,) = caught.value.problems
    line, caret = problem.shown.split("\n")
    assert line.removeprefix("    ") == text.split("\n")[problem.line - 1].replace("\t", " ")
    assert caret == " " * (problem.column + 3) + "^"
    return f"{problem.line}:{problem.column}: {problem.where}: {problem.message}"


SLIPS = {
    "missing colon": (
        "    name: hole",
        "    name hole",
        "7:14: terms > hole > name: a colon and a space are missing in this line",
    ),
    "missing colon rec": ("  hole:", "  hole", "6:3: terms > hole: a colon is missing after this key"),
    "missing colon set": ("claims:", "claims", "12:1: claims: a colon is missing after this key"),
    "no space": (
        "    name: hole",
        "    name:hole",
        "7:14: terms > hole > name: a colon and a space are missing in this line",
    ),
    "colon": (
        "A ring of rubber.",
        "A ring: of rubber.",
        "5:20: terms > tire > meaning: ': ' inside a text: put the whole text in quotes",
    ),
    "colon flow": (
        "It makes a mess.",
        "Note: it makes a mess.",
        "13:27: claims > makes-a-mess: ': ' inside a text: put the text in quotes; or a comma is missing before the key",
    ),
    "quote": (
        '"Where air gets out."',
        '"Where air gets out.',
        "8:14: terms > hole > meaning: a quote opens here and is not closed: close it where the text ends",
    ),
    "quote flow": (
        '"It drips."',
        '"It drips.',
        "19:16: claims > drips: a quote opens here and is not closed: close it where the text ends",
    ),
    "squote": (
        "A ring of rubber.",
        "'A ring of rubber.",
        "5:14: terms > tire > meaning: a quote opens here and is not closed: close it where the text ends; is the file cut off?",
    ),
    "closing only": (
        "A ring of rubber.",
        'A ring of rubber."',
        "5:14: terms > tire > meaning: only straight quotes hold a text, one before and one after it: put it in two of them",
    ),
    "[": (
        "A ring of rubber.",
        "[A ring][tire] of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '[' must stand in quotes",
    ),
    "[]": (
        "A ring of rubber.",
        "[][tire] is rubber.",
        "5:14: terms > tire > meaning: a text that begins with '[' must stand in quotes",
    ),
    "[ flow": (
        "It makes a mess.",
        "[][tire] makes a mess.",
        "13:23: claims > makes-a-mess: a text that begins with '[' must stand in quotes",
    ),
    "{": (
        "A ring of rubber.",
        "{4 weeks} of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '{' must stand in quotes",
    ),
    "*": (
        "A ring of rubber.",
        "*A ring* of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '*' must stand in quotes",
    ),
    "* ": (
        "A ring of rubber.",
        "* A ring of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '*' must stand in quotes",
    ),
    "@": (
        "A ring of rubber.",
        "@ring of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '@' must stand in quotes",
    ),
    "`": (
        "A ring of rubber.",
        "`ring` of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '`' must stand in quotes",
    ),
    "%": (
        "A ring of rubber.",
        "%ring of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '%' must stand in quotes",
    ),
    "#": (
        "A ring of rubber.",
        "# ring of rubber.",
        "5:14: terms > tire > meaning: ' #' begins a comment, and the text ends there: put it in quotes, or the comment above",
    ),
    "#1": (
        "A ring of rubber.",
        "#1 of rubber.",
        "5:14: terms > tire > meaning: ' #' begins a comment, and the text ends there: put it in quotes, or the comment above",
    ),
    "# flow": (
        "It makes a mess.",
        "#1 makes a mess.",
        "13:23: claims > makes-a-mess: '#' begins a comment: put the text in quotes",
    ),
    "tab": ("    name: hole", "\tname: hole", "7:1: terms > hole > name: a tab: indent with spaces"),
    "tab2": ("    name: hole", "    \tname: hole", "7:5: terms > hole > name: a tab: indent with spaces"),
    "curly": (
        "A ring of rubber.",
        "“A ring of rubber.”",
        "5:14: terms > tire > meaning: only straight quotes hold a text, one before and one after it: put it in two of them",
    ),
    "curly colon": (
        "A ring of rubber.",
        "“A ring: of rubber.”",
        "5:14: terms > tire > meaning: curly quotes do not hold a text: put straight ones, \" or '",
    ),
    "unclosed [": (
        "[tyre, wheel]",
        "[tyre, wheel",
        "4:15: terms > tire > synonyms: '[' opens here and is not closed",
    ),
    "unclosed {": (
        "kind: harm}\n  holds",
        "kind: harm\n  holds",
        "13:17: claims > makes-a-mess: '{' opens here and is not closed",
    ),
    "comma": (
        "mess., from",
        "mess. from",
        "13:44: claims > makes-a-mess: ': ' inside a text: put the text in quotes; or a comma is missing before the key",
    ),
    "nocomma": (
        '"It drips.", from',
        '"It drips." from',
        "19:28: claims > drips: the text goes on after its closing quote: put all of it in quotes, or a comma between",
    ),
    "qword": (
        "A ring of rubber.",
        '"A ring" of rubber.',
        "5:23: terms > tire > meaning: the text goes on after its closing quote: put all of it in quotes, or a comma between",
    ),
    "indent+": (
        "    meaning: A ring",
        "     meaning: A ring",
        "5:6: terms > tire > synonyms > meaning: indented otherwise than the lines around it: put it below its neighbours",
    ),
    "indent-": (
        "    meaning: A ring",
        "   meaning: A ring",
        "5:4: terms > tire > meaning: indented otherwise than the lines around it: put it below its neighbours",
    ),
    "&": (
        "A ring of rubber.",
        "& ring of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '&' must stand in quotes",
    ),
    "!": (
        "A ring of rubber.",
        "!ring of rubber.",
        "5:14: terms > tire > meaning: tag '!ring': only plain values are read: put a text in quotes",
    ),
    "-": (
        "A ring of rubber.",
        "- ring of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '-' must stand in quotes",
    ),
    "?": (
        "A ring of rubber.",
        "? ring of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '?' must stand in quotes",
    ),
    "|": (
        "A ring of rubber.",
        "| ring of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '|' must stand in quotes",
    ),
    ">": (
        "A ring of rubber.",
        "> ring of rubber.",
        "5:14: terms > tire > meaning: a text that begins with '>' must stand in quotes",
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_where_it_was_made(old: str, new: str, told: str) -> None:
    assert read_yaml("x.yml", TEXT).value
    assert TEXT.count(old) == 1
    assert _told(TEXT.replace(old, new)) == told


CUT = {
    "\nc": "12:1: c: a colon is missing after this key; is the file cut off?",
    "say: It makes a mess.": "13:17: claims > makes-a-mess: '{' opens here and is not closed; is the file cut off?",
    '"It dri': "19:16: claims > drips: a quote opens here and is not closed: close it where the text ends; is the file cut off?",
    "{question": "21:10: steps > start: '{' opens here and is not closed; is the file cut off?",
}


@pytest.mark.parametrize(("end", "told"), CUT.items())
def test_a_file_that_was_cut_off(end: str, told: str) -> None:
    assert _told(TEXT[: TEXT.index(end) + len(end)]) == told


def test_of_a_long_line_the_part_around_the_slip_is_shown() -> None:
    with pytest.raises(ContentError) as caught:
        read_yaml("x.yml", f"terms:\n  tire: {'a' * 300}: {'b' * 300}\n")
    line, caret = caught.value.problems[0].shown.split("\n")
    assert line == f"    {'a' * 50}: {'b' * 48}"
    assert caret == f"{' ' * 54}^"


def test_a_slip_below_a_hundred_records_is_told_in_its_own() -> None:
    """The next quote may be far below: the place is the one that opens, not the one where reading ends."""
    many = "".join(f"  word-{n}:\n    name: word {n}\n    meaning: Plain.\n" for n in range(100))
    text = f"terms:\n{many}".replace("name: word 20\n", 'name: "word 20\n') + 'guide: {title: "A tire"}\n'
    told = "63:11: terms > word-20 > name: a quote opens here and is not closed: close it where the text ends"
    assert _told(text) == told
