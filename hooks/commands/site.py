"""Build the site elsewhere, check it, and put it in place as a whole: `make site`."""

import hashlib
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path
from traceback import extract_tb
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # before the theme is imported

import yaml
from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from pathway.build import load_checked
from pathway.publish import atomic
from pathway.publish.lock import held
from pathway.publish.offline import bundles
from pathway.publish.phone import for_phones
from pathway.records.content import Content, read_folder, read_text
from pathway.source.navigation import nav_entries
from pathway.source.problems import ContentError, Problem
from pathway.source.yaml_reader import read_yaml

ROOT = Path(__file__).resolve().parent.parent.parent


class Refused(Exception):
    """The content or the settings have mistakes. The message holds all of them."""


def read_settings(root: Path = ROOT) -> MkDocsConfig:
    """Return a project's settings, without what is added to MkDocs. Raises `ContentError`."""
    path = root / "mkdocs.yml"
    text = read_text(path, root, path.name)
    try:
        return load_config(str(path), plugins=[], hooks=[], strict=False)
    except (MkDocsException, yaml.YAMLError) as error:
        read_yaml(path.name, text)  # a slip of YAML is told as one
        what = " ".join(str(error).split())
        raise ContentError([Problem(path.name, 1, 1, "settings", what)]) from None


def check_content(root: Path = ROOT) -> Content:
    """Read and check the content of a project. Raises `ContentError`."""
    nav = read_settings(root).nav
    return load_checked(root / "docs", nav_entries(nav, (root / "mkdocs.yml").read_text("utf-8-sig")))


def build_to(
    folder: Path,
    root: Path = ROOT,
    site_url: str = "",
    offline: bool = False,
    taken: Path | None = None,
    plugin: Any = None,
) -> None:
    """Build the site into an empty folder. Raises `Refused`; logs warnings to stderr.

    `site_url` is the address under which it will be found, `offline` asks for pages that open from
    a folder, `taken` is the folder of the files to take along, `plugin` hears of each page, too.
    """
    try:
        config = load_config(
            str(root / "mkdocs.yml"), site_dir=str(folder), site_url=site_url, use_directory_urls=not offline
        )
        config.plugins["material/offline"].config.enabled = offline
        config.extra["taken_from"] = taken
        if plugin:
            config.plugins["live"] = plugin
        mkdocs_build(config)
    except (MkDocsException, ContentError) as error:
        raise Refused(str(error)) from None
    except TemplateError as error:
        frames = [(os.path.relpath(f.filename, root), f.lineno) for f in extract_tb(error.__traceback__)]
        file, line = next(f for f in reversed(frames) if f[0].endswith((".j2", ".html", "site.py")))
        raise Refused(f"{file}:{line}:1: template: {error.message}") from None


def write_bundles(folder: Path, work: Path, root: Path) -> None:
    """Build the offline site and write the files to take along into `folder`."""
    folder.mkdir()
    build_to(work / "offline", root, offline=True)
    for name, data in bundles(read_folder(root / "docs"), work / "offline").items():
        (folder / name).write_bytes(data)


def _write_checksums(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n")


def print_booklet(folder: Path, python: str, appendix: bool) -> None:
    """Print the one file in `folder` as a PDF beside it. `python` has what it takes. Raises `Refused`."""
    source = next(folder.glob("*.html"))
    command = [python, str(ROOT / "booklet/print.py"), str(source), str(source.with_suffix(".pdf"))]
    command += ["appendix"] * appendix
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        raise Refused("The booklet was not printed. " + told.stderr.strip().rpartition("\n")[2])


def publish(root: Path = ROOT, site_url: str = "", python: str = "", appendix: bool = False) -> None:
    """Build `root` and replace its `site` and `dist`. Raises `Refused` with both untouched.

    `python` is one that can print the booklet, `appendix` puts the evidence into it.
    """
    with held(root):
        half = atomic.begin(root)
        try:
            read = _state(root)
            check_content(root)  # tells every mistake better than MkDocs would
            write_bundles(half / "dist", half.parent, root)
            if python:
                print_booklet(half / "dist", python, appendix)
            build_to(half / "site", root, site_url, taken=half / "dist")
            for_phones(read_folder(root / "docs"), half / "site")
            _write_checksums(half / "dist")
            for path in half.rglob("*"):  # whoever builds: a web server must be able to read it
                path.chmod(0o755 if path.is_dir() else 0o644)
            if read != _state(root):
                raise Refused("a file was saved during the build: run it again")
        except BaseException as error:
            shutil.rmtree(half.parent, ignore_errors=True)
            if isinstance(error, ContentError):
                raise Refused(str(error)) from None
            raise
        atomic.commit(root)


def _state(root: Path) -> set[tuple[Path, int, int]]:
    """Return what changes when something that a build reads is saved."""
    read = [root / "mkdocs.yml", *(root / "docs").rglob("*")]
    return {(path, path.lstat().st_mtime_ns, path.lstat().st_size) for path in read}


def log_to_stderr() -> None:
    """Show what MkDocs warns of, and nothing else."""
    handler = logging.StreamHandler()
    handler.addFilter(lambda _: not isinstance(sys.exc_info()[1], OSError))  # told once, at the end
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
