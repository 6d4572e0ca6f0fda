"""The problems that the gate finds, each at the place of its fact, in the order in which the files are read."""

from collections.abc import Iterable

from graph.facts.facts import Provenance
from graph.facts.places import ListRows, Place, parsed
from graph.language.words import Sayable, Words, is_sayable
from graph.ontology.contradictions import Contradiction
from loaders.files.cells_and_problems import SUGGESTIONS, nearest, shown
from loaders.files.problem import Problem
from loaders.runs.field_values import WrongValueError


class ProblemList:
    """Everything that is wrong with the facts of one reading."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self._searches = 0

    def add(
        self,
        said: Provenance,
        text: str,
        value: str | None = None,
        /,
        *,
        among: Iterable[str] = (),
        suggestion: str | None = None,
        **values: object,
    ) -> None:
        """Note a problem of the fact that stands on `said`: the `value` found, and what may have been meant."""
        filled = {name: _shown(each) for name, each in values.items()}
        if value is not None:
            filled["value"] = shown(value)
            if suggestion is None and among and self._searches < SUGGESTIONS:
                self._searches += 1
                suggestion = nearest(value, among)
        self.found.append(Problem(place_of(said), text, filled, suggestion))

    def add_wrong_value(self, said: Provenance, field: Words, value: object, wrong: WrongValueError) -> None:
        """Note that a field has a value that it cannot have."""
        values = {"value": shown(str(value)), "field": field, **wrong.values}
        self.found.append(Problem(place_of(said), wrong.text, values, wrong.suggestion))

    def add_contradiction(self, said: Provenance, each: Contradiction) -> None:
        """Note two fields that cannot both be so."""
        values = {name: shown(str(value)) for name, value in {"value": each.value, **each.values}.items()}
        self.found.append(Problem(place_of(said), each.text, values))

    def beside(self, others: Iterable[Problem]) -> list[Problem]:
        """These problems and `others`, by file, sheet and line."""
        return sorted([*others, *self.found], key=lambda problem: _reading_order(problem.place))


def place_of(said: Provenance) -> str | Place | ListRows:
    """Where a fact stands, as it is told."""
    return parsed(said.place) or said.place


def _shown(value: object) -> object:
    if isinstance(value, Provenance):
        return place_of(value)
    return value if not isinstance(value, tuple) or is_sayable(value) else str(value)


def _reading_order(place: str | Sayable) -> tuple[str, str, int]:
    if isinstance(place, Place):
        return place.file, place.sheet, place.line
    return (place.file, "", 0) if isinstance(place, ListRows) else (str(place), "", 0)
