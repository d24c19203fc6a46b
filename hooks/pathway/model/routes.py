"""The paths of the decision guide, in the words that readers see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..records.decision import Question
from ..records.fields import Text
from .graph import Graph, Route


@dataclass(frozen=True)
class Routes:
    """Paths, answers and endings for the templates. All words may still hold references."""

    graph: Graph

    def question(self, step: str) -> Question:
        """Return the question that is asked at a step."""
        records = self.graph.records
        return records.questions[records.steps[step].question]

    def answer(self, step: str, answer: str) -> Text:
        """Return the words of an answer at a step."""
        return self.question(step).answers[answer]

    def questions_and_answers(self, path: Route) -> list[tuple[Text, Text]]:
        """Return the (question, answer) words of a path."""
        return [(self.question(s).ask, self.answer(s, a)) for s, a in path.answers]

    def routes_to(self, step: str) -> list[list[Text]]:
        """Return the answers given on every way from the first step to a step."""
        found = {}
        for path in self.graph.routes:
            at = next((i for i, edge in enumerate(path.edges) if edge.step == step), None)
            if at:
                found[path.answers[:at]] = [self.answer(s, a) for s, a in path.answers[:at]]
        return list(found.values())

    @cached_property
    def routes_by_outcome(self) -> dict[str, list[Route]]:
        """Return the paths to each outcome, outcomes in the order of the paths."""
        return self.group_by_outcome(list(self.graph.routes))

    def group_by_outcome(self, paths: list[Route]) -> dict[str, list[Route]]:
        """Return the outcomes of some paths, each with its paths."""
        found: dict[str, list[Route]] = {}
        for path in paths:
            found.setdefault(path.outcome, []).append(path)
        return found

    def reachable_outcomes(self, step: str) -> dict[str, list[list[Text]]]:
        """Return the outcomes still possible at a step, each with the answers that lead there."""
        found: dict[str, list[list[Text]]] = {}
        for edges in self.graph.from_step(step):
            answers = [self.answer(edge.step, edge.answer) for edge in edges]
            found.setdefault(edges[-1].target, []).append(answers)
        return found

    def treatments_by_answer(self) -> list[tuple[str, Question, dict[str, list[str]]]]:
        """Return (id, question, treatments by answer) for each question, in the order of the steps.

        A treatment belongs to an answer if some path with that answer ends where it is named.
        """
        found: dict[str, dict[str, dict[str, None]]] = {}
        records = self.graph.records
        for path in self.graph.routes:
            outcome = records.outcomes[path.outcome]
            named = [str(t) for t in (*outcome.treatments, *outcome.since)]
            for step, answer in path.answers:
                answers = found.setdefault(records.steps[step].question, {})
                answers.setdefault(answer, {}).update(dict.fromkeys(named))
        return [
            (
                id,
                records.questions[id],
                {a: list(found[id].get(a, ())) for a in records.questions[id].answers},
            )
            for id in found
        ]

    def in_order(self, outcomes: set[str]) -> list[str]:
        """Return outcomes in the order of the paths."""
        return [outcome for outcome in self.routes_by_outcome if outcome in outcomes]
