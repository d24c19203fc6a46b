"""What search knows: sections without marks and pictures, and names that lead to the right place."""

from __future__ import annotations

import dataclasses
import gzip
from pathlib import Path
from typing import Any

import pytest

from helpers.editing import Copy
from helpers.searching import read_index
from pathway.publish.search_index import search_index
from pathway.publish.sections import Read, sections_of
from pathway.records.content import Content
from pathway.source.problems import ContentError

NAMED = ("names", "words", "asked")
PAGE = """
<h1 id="top">Heat</h1><p>It burns&nbsp;tumors &amp; no more.<a class="cite" href="#s">1</a></p>
<h2 id="risks">Risks</h2><p>Pain.</p><ul><li>Fever.</li><li>Bleeding.</li></ul>
<figure><svg><text>Your right</text><path d="M0"/></svg><figcaption>The liver from the front</figcaption></figure>
<h3 id="late">Late <em>ones</em></h3><p>A&shy;bscess.</p><p hidden>Overdue</p><button>Print</button>
<h2 id="ask" data-search-exclude>Questions</h2><ul><li>May I drive?</li></ul>
<details><summary>More</summary><p>Not told.</p></details>
<details id="lived"><summary>How long</summary><p>Years.</p></details>
<h2>Without an id</h2><p>Goes on.</p>
"""


def test_a_page_is_read_section_by_section_without_marks_captions_and_drawings() -> None:
    read = [(s.place, s.under, s.heading, s.text) for s in sections_of(PAGE)]
    assert read == [
        ("", "", "Heat", "It burns tumors & no more."),
        ("risks", "", "Risks", "Pain. Fever. Bleeding."),
        ("late", "Risks", "Late ones", "Abscess."),
        ("lived", "", "How long", "Years. Without an id Goes on."),
    ]


@pytest.mark.parametrize(
    ("left_out", "kept"),
    [
        ("<nav>x</nav><template>x</template><script>x</script><style>x</style>", ""),
        ('<p aria-hidden="true">x</p><p class="small paper">x</p><p class="cite">x</p>', ""),
        ('<p aria-hidden="false">x</p><p class="papers">y</p>', "x y"),
        ("<p hidden>x<b>x</b><br>x</p><p>y</p>", "y"),
        ("<p>a<br>b <img src=x> c</p><div>d</div><table><tr><td>e</td></tr></table>", "ab c d e"),
        ("<h2 id=b hidden>x</h2><p>x</p>", ""),
        ("<h2 id=b hidden>x</h2><p>x</p><details id=c><summary>y</summary></details>", ""),
        ("<details><summary>x</summary><p>y</p></details>", "y"),
        ("<p>a &lt; b</p><h4>c</h4><p>d", "a < b c d"),
    ],
)
def test_what_is_no_text_of_a_page_is_left_out(left_out: str, kept: str) -> None:
    assert sections_of(f"<h1>Heat</h1>{left_out}")[0].text == kept


@pytest.fixture(scope="module")
def docs(built: Path) -> dict[str, dict[str, Any]]:
    """The entries of the real index by their address."""
    return {str(doc["location"]): doc for doc in read_index(built)["docs"]}


def test_each_result_of_the_guide_is_known_by_its_case_alone(
    docs: dict[str, dict[str, Any]], content: Content
) -> None:
    for id in content.records.outcomes:
        doc = docs[f"decision-guide/#{id}"]
        assert doc["title"] == str(content.records.outcomes[id].case)
        assert doc["text"] == ""


def test_a_question_of_the_guide_is_known_by_its_help_and_answers(docs: dict[str, dict[str, Any]]) -> None:
    doc = docs["decision-guide/#surgery-possible"]
    assert doc["title"] == "Has a surgeon ruled out an operation on your liver?"
    assert "Yes, a surgeon has ruled it out." in doc["text"]


def test_a_treatment_is_named_at_its_own_page_and_a_term_where_it_is_told(
    docs: dict[str, dict[str, Any]],
) -> None:
    assert "PRRT" in docs["treatments/prrt/"]["names"]
    assert "Ki-67" in docs["understand/islet-cell-tumors/#ki-67-and-grade"]["names"]
    assert "insulinoma" in docs["understand/hormone-symptoms/#low-blood-sugar-insulinoma"]["names"]
    # what it is called in lists, on its box, by others, and as it is often typed
    told = {"PRRT", "lutetium", "radioligand therapy", "Lutathera", "lutitium", "prtt"}
    assert told <= {*docs["treatments/prrt/"]["names"]}
    assert {"SIR-Spheres", "TheraSphere", "radioembolisation"} <= {
        *docs["treatments/radioembolization/"]["names"]
    }
    assert {"Afinitor", "Cabometyx", "everolimus"} <= {*docs["treatments/targeted-drugs/"]["names"]}


def test_the_glossary_is_found_only_for_words_that_stand_nowhere_else(
    docs: dict[str, dict[str, Any]], content: Content
) -> None:
    found = [place for place in docs if place.startswith("glossary/#")]
    assert len(found) < len(content.records.terms) / 10
    words = " ".join(doc["text"].lower() for place, doc in docs.items() if place not in found)
    assert not [place for place in found if docs[place]["title"].lower() in words]


def test_lists_of_what_stands_elsewhere_are_known_by_their_title(docs: dict[str, dict[str, Any]]) -> None:
    for page in ("sources/", "figures/", "treatments/"):
        assert [
            place for place in docs if place.startswith(page) and "#" in place and place.count("/") == 1
        ] == []
        assert len(docs[page]["text"]) < 200


def test_text_is_plain(docs: dict[str, dict[str, Any]]) -> None:
    for place, doc in docs.items():
        assert "](" not in doc["text"] and "<" not in doc["text"] and "&amp;" not in doc["text"], place


def test_a_phrase_of_a_page_leads_to_its_section(docs: dict[str, dict[str, Any]]) -> None:
    assert "helpline" in docs["living-with-it/#whom-to-call-and-talk-to"]["asked"]


def test_a_phrase_of_a_page_goes_before_the_section_that_uses_the_word_most(
    docs: dict[str, dict[str, Any]],
) -> None:
    named = {place for place, doc in docs.items() for key in NAMED if {"jaundice", "jandice"} & {*doc[key]}}
    assert named == {"feeling-unwell/#yellow"}


def test_a_word_spelled_in_two_ways_is_known_as_that_of_the_name(built: Path) -> None:
    same = read_index(built)["config"]["same"]
    assert same["tumour"] == "tumor"
    assert not {"tumor", "pancreatic"} & same.keys()


def test_what_search_fetches_stays_small(built: Path) -> None:
    scripts = [*built.glob("assets/vendor/*.min.js"), *built.glob("assets/search*.js")]
    assert len(scripts) == 4
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) <= 15_000
    assert len(gzip.compress((built / "search/search_index.json").read_bytes())) <= 70_000


def _read(tiny: Content, site: Path) -> Read:
    """Return the sections of the pages of the small guide as they were built."""
    urls = {page.path: page.path.removesuffix(".md").removesuffix("index").rstrip("/") for page in tiny.pages}
    files = {path: site / url / "index.html" for path, url in urls.items()}
    return {
        path: (f"{urls[path]}/".lstrip("/"), sections_of(file.read_text("utf-8")))
        for path, file in files.items()
    }


def test_each_phrase_of_a_record_leads_to_its_name_or_its_part(tiny: Content, second: Path) -> None:
    """Where a page has no such part, to its head."""
    records = tiny.records
    changed = {
        "patch": {
            "asked_as": ["glue it"],
            "slots_asked_as": {"risks": ["will it leak"], "nights": ["in the night"]},
        },
        "new-tube": {"slots_asked_as": {"not_suits": ["far from home"]}},
    }
    treatments = {id: t.model_copy(update=changed.get(id, {})) for id, t in records.treatments.items()}
    terms = {**records.terms, "tire": records.terms["tire"].model_copy(update={"asked_as": ["rubber ring"]})}
    guide = records.guide.model_copy(update={"slots_asked_as": {"not_suits": ["for whom not"]}})
    now = records.model_copy(update={"treatments": treatments, "terms": terms, "guide": guide})
    content = dataclasses.replace(tiny, data=dataclasses.replace(tiny.data, records=now))
    index = search_index(content, _read(tiny, second), {"lang": ["en"]})
    docs = index["docs"]
    asked = {at: said for at, said in zip(docs["location"], docs["asked"], strict=True) if said}
    assert asked == {
        "": ["rubber ring"],
        "treatments/patch/": ["glue it", "in the night"],
        "treatments/patch/#patch--risks": ["will it leak"],
        "treatments/new-tube/#new-tube--not-suits": ["far from home"],
    }
    assert index["config"]["slots"] == {"not-suits": ["for whom not"]}
    assert index["config"]["lang"] == ["en"]


def test_a_phrase_of_a_part_that_is_not_there_is_refused_with_the_nearest(
    tiny: Content, second: Path
) -> None:
    text = "---\nasked_as:\n  fal: [I fell]\n  hiss: [it hisses]\n  zzz: [no part]\n---\n"
    asked = {"fal": ["I fell"], "hiss": ["it hisses"], "zzz": ["no part"]}
    pages = [
        dataclasses.replace(p, asked_as=asked, text=text) if p.path == "feeling-unwell.md" else p
        for p in tiny.pages
    ]
    content = dataclasses.replace(tiny, pages=tuple(pages))
    with pytest.raises(ContentError) as refused:
        search_index(content, _read(tiny, second), {})
    file, what = "docs/feeling-unwell.md", "front matter: 'asked_as' names a section"
    assert str(refused.value).splitlines() == [
        f"{file}:3:1: {what} 'fal' that is not there; did you mean 'fall'?",
        f"{file}:5:1: {what} 'zzz' that is not there",
    ]


TWICE = "---\nasked_as: [my own words]\n"


def test_a_phrase_that_two_places_claim_is_refused_with_both(copy: Copy) -> None:
    copy.replace("---\n", TWICE, "docs/glossary.md")
    copy.replace("---\n", TWICE, "docs/sources.md")
    problem = copy.problem()
    assert problem.startswith("docs/sources.md:")
    assert "'my own words' leads to sources.md, and 'my own words' to glossary.md: keep one" in problem


def test_a_phrase_without_a_telling_word_still_leads_somewhere(copy: Copy) -> None:
    copy.replace("---\n", "---\nasked_as: [what is it]\n", "docs/glossary.md")
    assert copy.problems() == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("asked_as: one phrase", "must be a list of phrases"),
        ("asked_as: {part: one phrase}", "must be a list of phrases"),
        ("asked_as: ['?!']", "'?!' has no word to search for"),
    ],
)
def test_phrases_of_another_form_are_refused(copy: Copy, line: str, message: str) -> None:
    copy.replace("---\n", f"---\n{line}\n", "docs/glossary.md")
    assert message in copy.problems()[0]


@pytest.mark.parametrize(
    ("where", "lines", "field"),
    [
        ("    label: Put on a piece", "    asked_as: [the wheel’s air]", "asked_as"),
        ("    label: Put on a piece", "    slots_asked_as: {risks: [does it leak], works: [the wheel’s air]}", "slots_asked_as > works"),
    ],
)  # fmt: skip
def test_a_phrase_of_a_record_that_a_page_claims_is_refused(
    copy: Copy, where: str, lines: str, field: str
) -> None:
    """Typed with another apostrophe, it is the same phrase."""
    copy.replace(where, f"{where}\n{lines}")
    copy.replace("---\n", "---\nasked_as: [the Wheels air]\n", "docs/glossary.md")
    place = "'works' of treatments/patch.md" if "works" in field else "treatments/patch.md"
    what = f"'the Wheels air' leads to glossary.md, and 'the wheel’s air' to {place}: keep one"
    assert copy.problem() == f"docs/glossary.md:6:1: front matter: {what}"
