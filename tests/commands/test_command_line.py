"""Wrong words on the command line are told in one line, with status 2."""

from __future__ import annotations

import pytest

from helpers.editing import ROOT, run_command

HELP = "Try: python -m commands --help\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Missing command. "),
        (["publish"], "No such command 'publish'. "),
        (["serve", "soon"], "Invalid value for '[PORT]': 'soon' is not a valid "),
        (["serve", "70000"], "Invalid value for '[PORT]': 70000 is not in the range 1<=x<=65535. "),
        (["diff"], "Missing argument 'BASE'. "),
        (["export"], "Missing argument 'FOLDER'. "),
        (["check", "more"], "Got unexpected extra argument (more) "),
        (["site", "--url", "x"], "No such option "),
        (["site", "--site-url"], "Option '--site-url' requires an argument. "),
    ],
)
def test_wrong_words_are_told_in_one_line(words: list[str], told: str) -> None:
    said = run_command(ROOT, *words)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith(told) and said.stderr.endswith(HELP)
    assert said.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["serve", "--help"]])
def test_help_is_given(words: list[str]) -> None:
    said = run_command(ROOT, *words)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith("Usage: commands ")


def test_every_command_is_named_in_the_help() -> None:
    said = run_command(ROOT, "--help").stdout
    assert [line.split()[0] for line in said.split("Commands:\n")[1].splitlines()] == [
        "check", "diff", "export", "paths", "review", "schema", "serve", "site",
    ]  # fmt: skip


def test_an_export_into_a_folder_that_is_not_empty_is_one_line(tmp_path) -> None:
    (tmp_path / "kept.txt").write_text("mine")
    said = run_command(ROOT, "export", str(tmp_path))
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == f"{tmp_path} is not empty: name a new folder.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
