"""Wrong words on the command line are told in one line, with status 2."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from commands import serve, site
from commands.__main__ import cli
from conftest import LONG
from helpers.editing import ROOT, run_command

HELP = "Try: python -m commands --help\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Missing command. "),
        (["publish"], "No such command 'publish'. "),
        pytest.param(["serve", "soon"], "Invalid value for '[PORT]': 'soon' is not a valid ", marks=LONG),
        (["serve", "70000"], "Invalid value for '[PORT]': 70000 is not in the range 1<=x<=65535. "),
        (["diff"], "Missing argument 'BASE'. "),
        pytest.param(["export"], "Missing argument 'FOLDER'. ", marks=LONG),
        (["check", "more"], "Got unexpected extra argument (more) "),
        (["site", "--url", "x"], "No such option "),
        (["site", "--site-url"], "Option '--site-url' requires an argument. "),
        pytest.param(
            ["serve", "0"], "Invalid value for '[PORT]': 0 is not in the range 1<=x<=65535. ", marks=LONG
        ),
        pytest.param(
            ["review", "Ada"],
            "Invalid value for 'NAME': small letters, digits and single hyphens, as in make review NAME=first-reader. ",
            marks=LONG,
        ),
        pytest.param(
            ["review", "ada--1"],
            "Invalid value for 'NAME': small letters, digits and single hyphens, as in make review NAME=first-reader. ",
            marks=LONG,
        ),
        (
            ["review", "../ada"],
            "Invalid value for 'NAME': small letters, digits and single hyphens, as in make review NAME=first-reader. ",
        ),
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


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ([], ("", "", False)),
        (["--site-url", "https://example.org/a/"], ("https://example.org/a/", "", False)),
        (["--appendix", "--booklet", "a/python"], ("", "a/python", True)),
    ],
)
def test_a_site_is_published_as_it_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, words: list[str], meant: tuple[str, str, bool]
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(site, "publish", lambda *given: asked.append(given))
    monkeypatch.setattr(site, "log_to_stderr", lambda: None)
    assert CliRunner().invoke(cli, ["site", *words]).exit_code == 0
    assert asked == [(ROOT, *meant)]


@pytest.mark.parametrize(("words", "port"), [([], 8000), (["8001"], 8001), (["65535"], 65535)])
def test_the_live_view_is_given_its_port(
    monkeypatch: pytest.MonkeyPatch, words: list[str], port: int
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(serve, "serve", asked.append)
    assert CliRunner().invoke(cli, ["serve", *words]).exit_code == 0
    assert asked == [port]
