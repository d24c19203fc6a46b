"""One build in a process of its own: `python bench_child.py [serve]` in a project's folder.

Prints as JSON how long the whole took and how much of it was spent in the hook (seconds), and
the peak of the memory (bytes). With `serve`: how long rebuilds take of the first build.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

BEGAN = time.perf_counter()
os.environ["NO_MKDOCS_2_WARNING"] = "1"

from mkdocs.commands.build import build
from mkdocs.config import load_config

HOOK = "hooks/main.py"


class Watch:
    """Adds up the time that is spent in functions."""

    def __init__(self) -> None:
        self.spent = 0.0

    def over(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **names: Any) -> Any:
            began = time.perf_counter()
            try:
                return function(*args, **names)
            finally:
                self.spent += time.perf_counter() - began

        return timed


def measure() -> dict[str, float]:
    """Build the site, with every event of the hook, and its loading, under the watch."""
    watch = Watch()
    if Path(HOOK).exists():
        sys.path.insert(0, str(Path(HOOK).parent.resolve()))
        watch.over(__import__)("main")
    with tempfile.TemporaryDirectory() as folder:
        config = load_config("mkdocs.yml", site_dir=folder)
        for methods in config.plugins.events.values():
            for at, method in enumerate(methods):
                if getattr(method, "__code__", None) and method.__code__.co_filename.endswith(HOOK):
                    methods[at] = watch.over(method)
        build(config)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"all": time.perf_counter() - BEGAN, "ours": watch.spent, "peak": peak}


def rebuilds() -> dict[str, float]:
    """Change a page, then the data, as under `make serve`, and measure each rebuild."""
    sys.path.insert(0, "hooks")
    from commands import serve

    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, file, new in (
            ("first", None, ""),
            ("prose", "docs/about.md", "\n"),
            ("data", "docs/pathway.yml", "# \n"),
        ):
            if file:
                Path(file).write_text(Path(file).read_text("utf-8") + new, "utf-8")
            began = time.perf_counter()
            assert serve.refresh(Path(folder, "shown"), Path.cwd())
            found[name] = time.perf_counter() - began
    return found


if __name__ == "__main__":
    said = rebuilds() if sys.argv[1:] == ["serve"] else measure()
    print(json.dumps(said))
