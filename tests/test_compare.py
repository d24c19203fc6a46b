"""What differs between two builds: each kind of difference alone, and nothing beside it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from editing import ROOT, Copy
from pathway.blocks import page_grade
from pathway.build import Built, build
from pathway.compare import Difference, compare
from pathway.compare_records import RecordChange
from pathway.compare_routes import PathChange
from pathway.compare_values import Change
from pathway.content import Content
from readability import measure

Edit = tuple[str, str]
Compare = Callable[..., Difference]
START = ("Is the hole small?", "No, it is large")
HOME = ("Are you at home?", "Yes, I am")
AWAY = ("Are you at home?", "No, I am on the way")


def _built(copy: Copy) -> Built:
    return build(copy.root / "docs")


@pytest.fixture
def two(tmp_path: Path) -> Callable[[], tuple[Copy, Copy]]:
    """Make two fresh copies of the small guide, of its words alone: nothing else is compared."""

    def fresh() -> Copy:
        return Copy(shutil.copytree(ROOT / "tests/data/tiny", Path(tempfile.mkdtemp(dir=tmp_path)) / "guide"))

    return lambda: (fresh(), fresh())


@pytest.fixture
def changed(two: Callable[[], tuple[Copy, Copy]]) -> Compare:
    """Compare a small guide with one in which texts were replaced; `back` looks the other way."""

    def changed(*edits: Edit, back: bool = False, both: tuple[Edit, ...] = ()) -> Difference:
        before, after = two()
        for old, new in both:
            before.replace(old, new)
        for old, new in (*both, *edits):
            after.replace(old, new)
        built = [_built(before), _built(after)]
        return compare(*(reversed(built) if back else built))

    return changed


def _only(found: Difference) -> RecordChange:
    (record,) = found.records
    return record


def test_equal_builds_do_not_differ(changed: Compare) -> None:
    found = changed(("guide:\n", "# A comment\nguide:\n"))
    assert found.nothing
    assert (found.counts, found.paths, found.figures, found.records) == ((5, 5), (), (), ())
    assert (found.pages, found.sheets, found.scores) == ((), (), ())


def test_an_item_put_first_moves_no_other(changed: Compare) -> None:
    edit = (
        'may_suit: [{say: "People',
        'may_suit: [{say: People without a car., from: [shop, test-2015]}, {say: "People',
    )
    said = "People without a car. · Advice of a shop (undated) · A test of sealants (2015)"
    assert _only(changed(edit)).values == (Change("may suit", None, said),)
    assert _only(changed(edit, back=True)).values == (Change("may suit", said, None),)


def test_a_passage_is_told_by_its_source_and_place(changed: Compare) -> None:
    found = changed(
        (
            "that is glued over the hole.\n    meaning_from: leaflet-1998#patch",
            "that is glued over the hole.\n    meaning_from: leaflet-1998#hole",
        )
    )
    before, after = (
        "A leaflet on tires (1998), Page 1, sentence 2",
        "A leaflet on tires (1998), Page 1, sentence 1",
    )
    assert _only(found).values == (Change("meaning from", before, after),)


def test_the_same_words_that_point_elsewhere_are_told_as_typed(changed: Compare) -> None:
    found = changed(("The ring inside a [][tire] that", "The ring inside a [tire][patch] that"))
    typed = "The ring inside a {} that holds the air."
    assert _only(found) == RecordChange(
        "Term", "inner-tube", "inner tube", "changed",
        (Change("meaning", typed.format("[][tire]"), typed.format("[tire][patch]")),),
    )  # fmt: skip


def test_a_text_that_repeats_a_figure_is_no_change_of_its_own(changed: Compare) -> None:
    found = changed(("value: 5, to: 10", "value: 6, to: 12"))
    assert found.figures == (Change("Glue of any kind", "5 to 10 minutes", "6 to 12 minutes"),)
    assert found.records == ()
    assert [page.path for page in found.pages] == ["sources.md", "treatments/index.md", "treatments/patch.md"]


def test_what_a_figure_says_beside_its_quantity_is_told_with_the_records(changed: Compare) -> None:
    found = changed(("whom: Glue of any kind, over: null", "whom: Glue of any kind, over: One day"))
    assert found.figures == ()
    values = (Change("over", None, "One day"),)
    assert _only(found) == RecordChange("Figure", "drying-time", "5 to 10 minutes", "changed", values)


def test_new_and_gone_records(changed: Compare) -> None:
    new = (
        "silences:\n",
        'silences:\n  cold: {say: "The leaflet says nothing about cold days.", whom: A club}\n',
    )
    values = (
        Change("say", None, "The leaflet says nothing about cold days."),
        Change("whom", None, "A club"),
    )
    name = "The leaflet says nothing about cold days."
    assert _only(changed(new)) == RecordChange("Silence", "cold", name, "new", values)
    gone = _only(changed(new, back=True))
    assert (gone.state, gone.name, gone.values[1]) == ("gone", name, Change("whom", "A club", None))


def test_a_long_name_is_cut_and_its_text_is_whole(changed: Compare) -> None:
    long = "Look for the cause of the hole in the rubber and in the rim before you mend anything at all."
    record = _only(changed(('"Look for the cause before you mend the [][tire]."', long)))
    assert record.name == "Look for the cause of the hole in the rubber and in the rim before …"
    assert record.values == (Change("say", "Look for the cause before you mend the tire.", long),)


def test_values_that_are_no_texts_are_told(changed: Compare) -> None:
    found = changed(
        ("review_months: 1", "review_months: 2"),
        ("what: First edition.}", "what: First edition.}\n  - {on: 2024-02-01, what: A new line.}"),
    )
    assert _only(found) == RecordChange(
        "Guide", "", "Mending a bicycle tire", "changed",
        (Change("changes", None, "2024-02-01 · A new line."), Change("review months", "1", "2")),
    )  # fmt: skip


def test_a_path_that_ends_elsewhere(changed: Compare) -> None:
    found = changed(
        (
            'large-where: {question: at-home, answers: {"yes": change,',
            'large-where: {question: at-home, answers: {"yes": mend,',
        ),
        (
            'slow-where: {question: at-home, answers: {"yes": mend,',
            'slow-where: {question: at-home, answers: {"yes": change,',
        ),
    )
    assert [path.said[0][1] for path in found.paths] == ["No, it is large", "I see none"]
    assert found.paths[0] == PathChange((START, HOME), "Change the tube (KH48)", "Mend the hole (KH48)")
    assert found.sheets == ("KH48", "HK64")


def test_new_and_gone_paths(changed: Compare) -> None:
    answer = ('"no": "No, I am on the way"}', '"no": "No, I am on the way", near: "Nearly"}')
    routes = [
        ('{"yes": change, "no": seal}', '{"yes": change, "no": seal, near: seal}'),
        ('{"yes": mend, "no": seal}', '{"yes": mend, "no": seal, near: seal}'),
    ]
    found = changed(answer, *routes)
    nearly = ("Are you at home?", "Nearly")
    assert found.counts == (5, 7)
    assert found.paths[0].said == (START, nearly)
    assert [path.before for path in found.paths] == [None, None]
    code = (found.paths[0].after or "").removeprefix("Seal it and ride on ")
    assert len(code) == len("(XX00)")
    back = changed(answer, *routes, back=True)
    assert back.paths[0] == PathChange((START, nearly), f"Seal it and ride on {code}", None)
    assert (back.counts, back.sheets) == ((7, 5), ())


def test_a_path_of_the_same_words_keeps_its_place_and_shows_its_new_code(changed: Compare) -> None:
    found = changed(('"no": large-where', '"no": big-where'), ("  large-where:", "  big-where:"))
    home, away = found.paths
    assert (home.said, home.before) == ((START, HOME), "Change the tube (KH48)")
    assert (away.said, away.before) == ((START, AWAY), "Seal it and ride on (GR54)")
    assert home.after and home.after.startswith("Change the tube (") and home.after != home.before


def test_another_ending_of_the_same_name_is_told(changed: Compare) -> None:
    second = """\
  seal-again:
    name: Seal it and ride on
    silences: [old-tires]
    since: [sealant]
    next: ["Ride home quickly."]
    asks: [which-hole, how-long, which-size]
"""
    found = changed(
        ('{"yes": mend, "no": seal}', '{"yes": mend, "no": seal-again}'),
        ("outcomes:\n", f"outcomes:\n{second}"),
    )
    (path,) = found.paths
    assert path.before == "Seal it and ride on (SS74)"
    assert path.after == "Seal it and ride on (SS74), another ending of the same name"


def test_the_words_of_a_question_change_no_path(changed: Compare) -> None:
    found = changed(("ask: Is the hole small?", "ask: Is it a small hole?"))
    assert found.paths == ()
    assert _only(found).values == (Change("ask", "Is the hole small?", "Is it a small hole?"),)
    assert len(found.sheets) == 5


def test_pages_tell_if_they_were_edited(two: Callable[[], tuple[Copy, Copy]]) -> None:
    before, after = two()
    after.replace("# Glossary", "# All words", "docs/glossary.md")
    pages = {page.path: page for page in compare(_built(before), _built(after)).pages}
    assert (pages["glossary.md"].title, pages["glossary.md"].state) == ("All words", "edited")
    assert {page.state for path, page in pages.items() if path != "glossary.md"} <= {"follows"}


def test_a_page_has_its_grade_before_and_after(changed: Compare, tiny: Content) -> None:
    found = changed(("say: It makes a mess.", "say: It makes an extraordinarily unpleasant mess."))
    page = next(page for page in found.pages if page.path == "treatments/sealant.md")
    assert page.before and page.after
    assert page.before == page_grade(measure(tiny)[page.path])
    assert page.after.full.flesch_kincaid > page.before.full.flesch_kincaid
    assert page.after.full.words == page.before.full.words + 2


def test_a_sheet_differs_with_its_picture(two: Callable[[], tuple[Copy, Copy]]) -> None:
    sides = two()
    for copy in sides:
        copy.write("docs/drawing.svg.j2", "<svg><title>{{ title }}</title></svg>")
    sides[1].write("docs/drawing.svg.j2", "<svg><title>{{ title }}</title><path/></svg>")
    found = compare(*map(_built, sides))
    assert found.sheets == ("ZJ76", "KH48", "HK64")
    assert found.records == () and not found.nothing


def test_new_and_gone_standards(changed: Compare) -> None:
    card = (
        "asks:\n",
        "scorecards:\n  small: {name: Small, count: groups, criteria: {a: {say: Judge, people: true}, b: {say: Base, fields: [guide.base]}}}\n\nasks:\n",
    )
    found = changed(card)
    assert [(value.what, value.after) for value in _only(found).values] == [
        ("name", "Small"),
        ("count", "groups"),
        ("criteria › a › say", "Judge"),
        ("criteria › a › people", "yes"),
        ("criteria › b › say", "Base"),
        ("criteria › b › fields", "guide.base"),
    ]
    (new,) = found.scores
    assert (new.standard, new.group, new.before) == ("Small", "", None)
    assert new.after and (new.after[1].met, new.after[1].possible, new.after[1].people) == (1, 1, 1)
    (gone,) = changed(card, back=True).scores
    assert gone.after is None and gone.before == new.after
    (same,) = changed(both=(card,)).scores
    assert same.before == same.after == new.after
