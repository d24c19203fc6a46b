"""`make links`: the review date, and dead or moved links among the sources, looked at on a loopback server."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import yaml

import links
from conftest import ROOT
from helpers.editing import Copy
from pathway.records.content import read_folder

ANSWERS = {
    "/here": (200, ""),
    "/gone": (404, ""),
    "/taken-away": (410, ""),
    "/old": (301, "/here"),
    "/older": (308, "/old"),
    "/doi": (302, "/here"),
    "/old-doi": (301, "/doi"),
    "/old-gone": (301, "/gone"),
    "/no-machines": (403, ""),
    "/ill": (503, ""),
}


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        code, there = ANSWERS[self.path]
        self.send_response(code)
        if there:
            self.send_header("Location", there)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/here", ("", "")),
        ("/here#a-part", ("", "")),
        ("/doi", ("", "")),  # a lasting address that leads elsewhere by design
        ("/gone", (links.DEAD, "answers 404")),
        ("/taken-away", (links.DEAD, "answers 410")),
        ("/old-gone", (links.DEAD, "answers 404")),
        ("/old", (links.MOVED, "{root}/here")),
        ("/older", (links.MOVED, "{root}/here")),
        ("/old-doi", (links.MOVED, "{root}/doi")),  # not where a lasting address leads today
        ("/no-machines", (links.UNSEEN, "answers 403")),
        ("/ill", (links.UNSEEN, "answers 503")),
    ],
)
def test_a_link_is_dead_or_moved_or_well(root: str, path: str, wanted: tuple[str, str]) -> None:
    assert links.look(f"{root}{path}") == (wanted[0], wanted[1].replace("{root}", root))


def test_a_host_that_does_not_answer_is_not_called_dead() -> None:
    assert links.look("http://127.0.0.1:9/") == (links.UNSEEN, "does not answer")


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        ("2024-01-29", ""),
        ("2024-01-30", "The review is due on 2024-02-29, in 30 days."),
        ("2024-02-29", "The review is due on 2024-02-29, in 0 days."),
        ("2024-03-01", "The review is due on 2024-02-29, 1 days ago."),
    ],
)
def test_the_review_is_told_a_month_before(copy: Copy, today: str, wanted: str) -> None:
    content = read_folder(copy.root / "docs")
    assert links.report(content, date.fromisoformat(today), []) == wanted


def test_the_report_names_each_source_under_what_is_wrong_with_it(copy: Copy, root: str) -> None:
    copy.replace("kind: advice}", f'kind: advice, link: "{root}/gone"}}')
    copy.replace("https://example.org/sealants", f"{root}/old")
    content = read_folder(copy.root / "docs")
    places = links.links(content)
    assert places == {"test-2015": f"{root}/old", "shop": f"{root}/gone"}
    found = [(id, links.look(link)) for id, link in places.items()]
    assert links.report(content, date(2024, 1, 1), found) == (
        f"## Dead links\n\n- `shop`: <{root}/gone> answers 404\n\n"
        f"## Links that moved\n\n- `test-2015`: <{root}/old> → {root}/here"
    )
    assert links.report(content, date(2024, 1, 1), [("shop", (links.UNSEEN, "answers 403"))]) == ""


def test_the_workflow_opens_an_issue_and_fails_nothing() -> None:
    flow = yaml.safe_load((ROOT / ".github/workflows/links.yml").read_text("utf-8"))
    assert list(flow[True]) == ["schedule"]  # YAML reads `on` so
    steps = flow["jobs"]["links"]["steps"]
    assert steps[-2]["run"] == "make -s links > report.md"
    assert steps[-1]["run"].splitlines()[0] == "[ -s report.md ] || exit 0"
    assert "gh issue create" in steps[-1]["run"] and "exit 1" not in steps[-1]["run"]
    assert flow["jobs"]["links"]["permissions"] == {"contents": "read", "issues": "write"}


@pytest.mark.parametrize(
    ("file", "name", "required"),
    [
        ("wrong-statement", "A statement is wrong", ["page", "says", "wrong", "harm"]),
        ("newer-source", "A newer source", ["source", "link", "says", "tie"]),
    ],
)
def test_the_forms_ask_what_an_editor_needs(file: str, name: str, required: list[str]) -> None:
    form = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{file}.yml").read_text("utf-8"))
    assert form["name"] == name and form["description"]
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert [f["id"] for f in fields if f.get("validations", {}).get("required")] == required
    assert all(re.fullmatch("input|textarea|dropdown", field["type"]) for field in fields)
    assert "nothing about your own health" in form["body"][0]["attributes"]["value"]
