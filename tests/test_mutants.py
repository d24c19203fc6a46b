"""The planted faults fit the project as it is, and three of them are seen (`make mutate` tries all)."""

from __future__ import annotations

import pytest

import mutate
from conftest import PROOF, ROOT

MUTANTS = mutate.mutants()


def test_there_are_many_faults_and_each_has_its_id() -> None:
    assert len(MUTANTS) >= 60
    assert len({mutant.id for mutant in MUTANTS}) == len(MUTANTS)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.id)
def test_what_a_fault_replaces_stands_once_and_its_tests_are_there(mutant: mutate.Mutant) -> None:
    assert (ROOT / mutant.file).read_text("utf-8").count(mutant.old) == 1, mutant.file
    assert mutant.new != mutant.old and mutant.reader.endswith(".")
    for test in mutant.tests:
        file, _, name = test.partition("::")
        assert f"def {name.partition('[')[0]}" in (ROOT / file).read_text("utf-8"), test


@pytest.mark.skipif(not PROOF, reason="a sample: make proof")
def test_a_sample_of_the_faults_is_killed() -> None:
    sample = MUTANTS[:: len(MUTANTS) // 3][:3]
    assert mutate.try_all(sample) == {mutant.id: "killed" for mutant in sample}
