"""Which treatments a result discusses, in which group, and what each answer adds or moves.

Groups, from the least to the most careful: first, some, not. An answer's group replaces the
result's; of two answers the more careful counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..records.decision import Group, Option, Outcome, Question
from ..records.pathway import Pathway
from .graph import Edge, Graph

CAREFUL = {Group.FIRST: 0, Group.SOME: 1, Group.NOT: 2}


class Given(NamedTuple):
    """An answer to an adding question."""

    question: str
    answer: str

    @property
    def key(self) -> str:
        """The value by which the page and its styles know the answer."""
        return f"{self.question}-{self.answer}"


class Placed(NamedTuple):
    """A treatment in a result. `base` is its group without answers, if it has one.

    `moves` holds what each answer says of it, in the order of the questions.
    """

    treatment: str
    base: Group | None
    reason: Option | None
    moves: tuple[tuple[Given, Option], ...]

    @property
    def groups(self) -> list[Group]:
        """The groups in which it can stand, the least careful first."""
        found = {self.base} if self.base else set()
        return sorted(found | {option.group for _, option in self.moves}, key=CAREFUL.__getitem__)

    def reasons(self, group: Group) -> list[tuple[Given | None, Option]]:
        """Return why it stands in a group: without answers, then for each answer that puts it there."""
        own = [(None, self.reason)] if self.reason and group in (self.base, Group.NOT) else []
        return [*own, *((given, option) for given, option in self.moves if option.group == group)]

    def group(self, given: Iterable[Given]) -> Group | None:
        """Return the group for a set of answers; nothing where it does not stand at all."""
        chosen = set(given)
        moved = [option.group for answer, option in self.moves if answer in chosen]
        return max(moved, key=CAREFUL.__getitem__) if moved else self.base


@dataclass(frozen=True)
class Options:
    """The options of every result, and what stays possible while an answer is not known."""

    records: Pathway
    graph: Graph

    @cached_property
    def adding(self) -> dict[str, Question]:
        """The questions that results ask."""
        return {id: q for id, q in self.records.questions.items() if q.kind == "adding"}

    @cached_property
    def moves(self) -> dict[str, list[tuple[Given, Option]]]:
        """What answers say of each treatment, in the order of the questions."""
        found: dict[str, list[tuple[Given, Option]]] = {}
        for id, question in self.adding.items():
            for answer, record in question.answers.items():
                for option in record.adds:
                    found.setdefault(str(option.treatment), []).append((Given(id, answer), option))
        return found

    def placed(self, outcome: Outcome) -> list[Placed]:
        """Return every treatment that a result can show, its own in their order, then what answers add."""
        own = {str(option.treatment): option for option in outcome.options}
        every = dict.fromkeys([*own, *(t for t in self.records.treatments if t in self.moves)])
        return [self._place(outcome, treatment, own.get(treatment)) for treatment in every]

    def _place(self, outcome: Outcome, treatment: str, own: Option | None) -> Placed:
        moves = tuple((given, self._in(outcome, option)) for given, option in self.moves.get(treatment, ()))
        return Placed(treatment, self._in(outcome, own).group if own else None, own, moves)

    def _in(self, outcome: Outcome, option: Option) -> Option:
        """Return an option as a result shows it: without an order, what is first is one of all."""
        if outcome.ordered or option.group != Group.FIRST:
            return option
        return option.model_copy(update={"group": Group.SOME})

    def arrange(self, outcome: Outcome, answers: Mapping[str, str]) -> dict[Group, list[str]]:
        """Return the treatments of a result by group, for the answers given to adding questions."""
        given = [Given(question, answer) for question, answer in answers.items()]
        found: dict[Group, list[str]] = {group: [] for group in Group}
        for placed in self.placed(outcome):
            if group := placed.group(given):
                found[group].append(placed.treatment)
        return found

    def possible(self, outcome: str) -> list[str]:
        """Return the treatments that a result discusses as options."""
        return [str(o.treatment) for o in self.records.outcomes[outcome].options if o.group != Group.NOT]

    def always(self, step: str) -> list[str]:
        """Return the treatments of which they or a kind stay possible whatever is answered from a step on."""
        results = [edges[-1].target for edges in self.graph.from_step(step)]
        groups = {t: self.results_with(t) for t in self.records.treatments}
        return [t for t in groups if all(groups[t].get(r, Group.NOT) != Group.NOT for r in results)]

    def added(self, edge: Edge) -> list[str]:
        """Return what an answer would add to what is possible whatever is answered at its step."""
        common = self.always(edge.step)
        found = {t for result in self.graph.outcomes_after(edge) for t in self.possible(result)}
        return [t for t in self.records.treatments if t in found and t not in common]

    @cached_property
    def _results(self) -> dict[str, dict[str, Group]]:
        """For each treatment, and each family, the results that list it, each with its group."""
        found: dict[str, dict[str, Group]] = {}
        for id, outcome in self.records.outcomes.items():
            for option in outcome.options:
                for named in {option.treatment, self.records.treatments[option.treatment].family} - {None}:
                    found.setdefault(str(named), {}).setdefault(id, option.group)
        return found

    def results_with(self, treatment: str) -> dict[str, Group]:
        """Return the results that list a treatment or one of its family, each with the group."""
        return self._results.get(treatment, {})
