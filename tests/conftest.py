"""What the tests share: the project, its content, and its site, built once."""

from __future__ import annotations

import contextlib
import fcntl
import itertools
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "hooks"), str(HERE)]
PROOF = bool(os.environ.get("PROOF"))  # `make proof`: everything over everything
ATTACK = bool(os.environ.get("ATTACK"))  # `make attack`: all strings, kills and pairs
LONG = pytest.mark.skipif(not PROOF, reason="takes long: make proof")
SAMPLED = pytest.mark.skipif(not (PROOF or ATTACK), reason="a sample: make proof; all: make attack")

from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

import new
from commands.site import publish
from helpers.browser import NoBrowser, Tabs, launch
from helpers.editing import ROOT, Copy, copy_project, copy_tiny
from helpers.serving import served_below
from helpers.writing import SMALLEST, write_project
from pathway.pages.site import Site
from pathway.records.content import Content, read_folder

settings.register_profile("guide", deadline=None, database=None, derandomize=True, max_examples=100)
settings.register_profile("proof", deadline=None, database=None, max_examples=2000)
settings.load_profile("proof" if PROOF else "guide")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: a test that waits for its browser leaves one free."""
    return (os.cpu_count() or 1) + 1


# What is tried first: one process publishes the project for all others, which have other things to do meanwhile.
FIRST = ("browser/test_access.py", "browser/test_phone.py", "source/test_leftovers.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put these files first, and leave all others in their order."""
    items.sort(key=lambda item: next((n for n, file in enumerate(FIRST) if file in item.nodeid), len(FIRST)))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run, the same one for all of its processes."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextlib.contextmanager
def _made_once(shared: Path, name: str) -> Iterator[Path | None]:
    """Give the place of what no process of this run has made yet, while the others wait; else nothing."""
    done = shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield None if done.exists() else shared / name
        done.touch()


@pytest.fixture(scope="session")
def snapshot(shared: Path) -> Path:
    """A copy of the project: what is edited meanwhile changes no test halfway."""
    with _made_once(shared, "project") as fresh:
        if fresh:
            copy_project(fresh)
    return shared / "project"


@pytest.fixture(scope="session")
def content(snapshot: Path) -> Content:
    """The real content."""
    return read_folder(snapshot / "docs")


@pytest.fixture(scope="session")
def tiny() -> Content:
    """The content of the small guide."""
    return read_folder(ROOT / "tests/data/tiny/docs")


@pytest.fixture(scope="session")
def site(content: Content) -> Site:
    """What follows from the real content."""
    return Site(content)


@pytest.fixture(scope="session")
def project(snapshot: Path) -> Path:
    """The copy of the project, published once."""
    with _made_once(snapshot.parent, "published") as fresh:
        if fresh:
            publish(snapshot)
    return snapshot


@pytest.fixture
def guide(tmp_path: Path) -> Callable[[], Copy]:
    """Make fresh copies of the small guide, each in a folder of its own."""
    numbers = itertools.count(1)
    return lambda: Copy(copy_tiny(tmp_path / f"guide-{next(numbers)}"))


@pytest.fixture(scope="session")
def without_mistakes(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The small guide is whole before tests break it."""
    assert Copy(copy_tiny(tmp_path_factory.mktemp("whole") / "guide")).problems() == []


@pytest.fixture
def copy(guide: Callable[[], Copy], without_mistakes: None) -> Copy:
    """One copy of the small guide, without mistakes."""
    return guide()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Copy]:
    """Write a guide from indented texts (see `helpers/writing.py`); of the smallest guide where none is given."""
    numbers = itertools.count(1)
    return lambda *texts: Copy(write_project(tmp_path / f"written-{next(numbers)}", *(texts or (SMALLEST,))))


@pytest.fixture(scope="session")
def built(project: Path) -> Path:
    """The hosted site."""
    return project / "site"


@pytest.fixture(scope="session")
def second(shared: Path) -> Path:
    """The hosted site of the small guide; its files to take along are in `dist` beside it."""
    with _made_once(shared, "second") as fresh:
        if fresh:
            publish(copy_tiny(fresh))
    return shared / "second/site"


@pytest.fixture(scope="session")
def started(shared: Path) -> Path:
    """The hosted site of what `make new` writes."""
    return _site_of_new(shared, "started", new.START)


@pytest.fixture(scope="session")
def moving(shared: Path) -> Path:
    """The hosted site of a guide that was begun so: without figures, words to explain, pictures and signs."""
    return _site_of_new(shared, "moving", ROOT / "tests/data/moving")


def _site_of_new(shared: Path, name: str, start: Path) -> Path:
    with _made_once(shared, name) as fresh:
        if fresh:
            new.write(fresh, start)
            publish(fresh)
    return shared / name / "site"


@pytest.fixture(scope="session")
def built_flat(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it stands in the zip, opened in a folder whose name is not easy."""
    (bundle,) = (project / "dist").glob("*.zip")
    folder = tmp_path_factory.mktemp("Wohnung Zoë & co")
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder)
    return folder / bundle.stem


@pytest.fixture(scope="session")
def served(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site under a sub-path of a real server, with a slash at its end."""
    with served_below(built, tmp_path_factory.mktemp("www")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser."""
    with sync_playwright() as playwright:
        try:
            started = launch(playwright)
        except NoBrowser as error:
            pytest.exit(str(error), returncode=1)
        yield started
        started.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """Pages that are lent, for tests that leave nothing behind but what they show."""
    return Tabs(browser)


@pytest.fixture
def page(request: pytest.FixtureRequest, tabs: Tabs) -> Iterator[Page]:
    """An empty page of a phone's width; it fails the test on a script's error.

    It is a new one for tests marked `new_page`: those that change its clock or its scripts, or keep the guide in it.
    """
    with (tabs.new if request.node.get_closest_marker("new_page") else tabs.lent)() as given:
        yield given
