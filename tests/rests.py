"""What rests on a source or another record, and what its removal would break: `make rests SOURCE=id`."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pathway.records.content import Content, read_folder
from pathway.records.fields import Text
from pathway.records.load import problem_at
from pathway.source.problems import Problem, nearest
from pathway.source.references import scan

Named = dict[str, list[tuple[str, Callable[[str], Problem]]]]


def rests(content: Content, id: str) -> str:
    """Return what names a record, line by line; below what rests on it alone, where that is told."""
    if id not in content.by_id:
        return f"There is no record '{id}'{nearest(id, content.by_id)}"
    named, lines, alone = _named(content), [], 0
    for owner, place in named[id]:
        record = content.by_id.get(owner)
        said = getattr(record, "from_", getattr(record, "meaning_from", ()))
        sources = {str(ref).partition("#")[0] for ref in said}
        lines.append(_line(place("rests on it alone" if sources == {id} else "names it")))
        if sources == {id}:
            alone += 1
            lines += [f"    {_line(there('would lose it'))}" for _, there in named[owner]]
    return "\n".join([*lines, f"'{id}' is named {len(named[id])} times; {alone} records rest on it alone."])


def _line(problem: Problem) -> str:
    return str(replace(problem, shown=""))


def _named(content: Content) -> Named:
    """Return, for each record, what names it: its id, and what tells the place."""
    found: Named = defaultdict(list)
    named = [(path, str(ref)) for path, ref in content.refs]
    texts = [(path, words) for path, words in content.texts if isinstance(words, Text)]
    named += [(path, ref.target) for path, words in texts for ref in scan(words)]
    for path, target in named:
        found[target.partition("#")[0]].append((str(path[1]), partial(problem_at, content.data.source, path)))
    for page in content.pages:
        for ref in page.references:
            found[ref.record].append((page.id, partial(page.problem, ref.start)))
    return found


if __name__ == "__main__":
    print(rests(read_folder(ROOT / "docs"), "".join(sys.argv[1:])))
