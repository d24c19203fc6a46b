"""The reading level: the measure itself, and every page and sentence of the guide."""

from __future__ import annotations

import pytest

from helpers.blocks import Block, page_grade
from helpers.reading_level import Grade, grade, sentences, syllables
from pathway.records.content import Content
from readability import measure, too_long

SYLLABLES = {
    "the": 1, "liver": 2, "surgery": 3, "tumor": 2, "radiofrequency": 6, "ablation": 3, "people": 2,
    "hepatectomy": 5, "treated": 2, "places": 2, "table": 2, "area": 3, "disease": 2, "special": 2,
    "radiation": 4, "artery": 3, "question": 2, "needed": 2, "eased": 1, "changes": 2, "causes": 2,
    "metastasis": 4, "pancreas": 3, "neuroendocrine": 5, "evaluated": 5, "usually": 4, "diarrhea": 4,
    "mechanism": 4, "possible": 3, "whole": 1, "everyone": 3, "nausea": 3, "period": 3, "various": 3,
    "million": 2, "trial": 2, "social": 2, "material": 4, "influence": 3, "gradual": 3, "creature": 2,
}  # fmt: skip
OF_THE_SUBJECT = {"pancreas": 3, "diarrhea": 4, "nausea": 3}  # no rule of spelling finds them


def ease(grade: Grade) -> float:
    """Return the reading ease of Flesch."""
    return 206.835 - 1.015 * grade.words / grade.sentences - 84.6 * grade.syllables / grade.words


@pytest.mark.parametrize(("word", "count"), SYLLABLES.items())
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word, OF_THE_SUBJECT) == count


def test_measure_gives_the_known_scores_of_known_texts() -> None:
    cat = grade("The cat sat on the mat.")  # 1 sentence, 6 words, 6 syllables: ease 116, grade -1.45
    assert (cat.sentences, cat.words, cat.syllables) == (1, 6, 6)
    assert cat.flesch_kincaid == pytest.approx(-1.45, abs=0.01)
    platypus = grade("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.")
    assert (platypus.words, platypus.syllables) == (13, 24)  # the published ease of 37.5 rests on these
    assert ease(platypus) == pytest.approx(37.5, abs=0.1)


def test_smog_of_thirty_sentences_with_thirty_long_words() -> None:
    text = "The radiation is here. " * 30
    assert grade(text).polysyllables == 30
    assert grade(text).smog == pytest.approx(1.0430 * 30**0.5 + 3.1291, abs=0.001)


def test_sentences_are_split_where_they_end() -> None:
    assert len(sentences("It grew by 2.5 cm. Then it stopped! Did it? Yes.")) == 4


# Lists for clinicians and editors, in the words of the records that pages for readers tell.
LEDGERS = {"base-source.md", "figures.md", "clinicians/index.md", "clinicians/since-2002.md"}
EASE = 70  # of Flesch, and higher is easier
# Lists of names that a reader sees one at a time: no sentences.
NAMES = ("This would add:",)


def _for_readers(content: Content) -> dict[str, list[Block]]:
    return {path: found for path, found in measure(content).items() if path not in LEDGERS}


def test_every_page_is_easy_to_read(content: Content) -> None:
    hard, limits = {}, content.records.guide.grade_limits
    for path, found in _for_readers(content).items():
        score = page_grade(found)
        assert score.full.words, path
        found_hard = score.plainer.flesch_kincaid, score.full.flesch_kincaid, ease(score.plainer)
        if found_hard[0] > limits.without_terms or found_hard[1] > limits.with_terms or found_hard[2] < EASE:
            hard[path] = found_hard
    assert not hard


def test_every_sentence_is_short(content: Content) -> None:
    found = _for_readers(content)
    assert not [s for long in too_long(found).values() for s in long if not s.startswith(NAMES)]
