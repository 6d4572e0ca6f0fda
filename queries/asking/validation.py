"""Checking what a question or a map is given, before anything is read."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from graph.errors import QuestionError, UnknownThingError
from graph.language.code_names import CodeNames, ParameterName
from graph.language.validation_errors import MISSING, UNKNOWN, Wrong, first
from graph.language.words import N_
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Snapshot
from queries.asking.question import parameter_name

Model = TypeVar("Model", bound=BaseModel)
IDS_LOOKED_THROUGH = 50_000
NEAR_ENOUGH = 60
GIVEN = N_("{question}: the parameter {parameter} is {value}: {reason}. It takes: {known}.")
TOGETHER = N_("{question}: {reason}. It takes: {known}.")
TEXTS = {
    MISSING: N_("{question}: the parameter {parameter} must be given. It takes: {known}."),
    UNKNOWN: N_("{question}: there is no parameter {parameter}. It takes: {known}."),
}


def validated(model: type[Model], asked: object, values: dict[str, Any]) -> Model:
    """The parameters `model` with `values`; `asked` says what takes them.

    Raises:
        QuestionError: a value is missing, unknown or of the wrong form.
    """
    try:
        return model.model_validate(values)
    except ValidationError as error:
        wrong = first(error)
        raise QuestionError(
            TEXTS.get(wrong.type, GIVEN) if wrong.path else TOGETHER,
            question=asked,
            parameter=_parameter(model, wrong),
            value=wrong.value,
            reason=wrong.reason,
            known=CodeNames(parameter_name(model, name) for name in model.model_fields),
        ) from error


def _parameter(model: type[BaseModel], wrong: Wrong) -> ParameterName | str:
    """Which parameter is wrong; one that there is not has only the name that it was given."""
    name = str(wrong.path[0]) if wrong.path else ""
    return parameter_name(model, name) if name in model.model_fields else name


def must_exist(snapshot: Snapshot, wanted: Iterable[tuple[ParameterName | str, str, str]]) -> None:
    """Refuse ids that the snapshot does not hold; each wanted is a parameter, a kind and an id.

    Raises:
        UnknownThingError: names the nearest id that it does hold.
    """
    for parameter, kind, id in wanted:
        if snapshot.get(kind, id) is None:
            raise unknown(parameter, kind, id, [node.id for node in snapshot.all(ONTOLOGY.kinds[kind])])


def unknown(parameter: ParameterName | str, kind: str, id: str, known: Sequence[str]) -> UnknownThingError:
    """What to say of an id that is not among those `known`."""
    sort = ONTOLOGY.kinds[kind].words if kind in ONTOLOGY.kinds else kind
    near = process.extractOne(id, known[:IDS_LOOKED_THROUGH], score_cutoff=NEAR_ENOUGH)
    if near is None:
        text = N_("{parameter}: there is no {kind} '{value}'. Search for it by name first.")
        return UnknownThingError(text, parameter=parameter, kind=sort, value=id)
    text = N_("{parameter}: there is no {kind} '{value}'. Did you mean '{near}'?")
    return UnknownThingError(text, parameter=parameter, kind=sort, value=id, near=near[0])
