"""Checking what a question or a map is given, before anything is read."""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from graph.errors import QuestionError, UnknownThingError
from graph.store import Store
from graph.words import N_

Model = TypeVar("Model", bound=BaseModel)
IDS_LOOKED_THROUGH = 50_000
NEAR_ENOUGH = 60


def validated(model: type[Model], asked: str, values: dict[str, Any]) -> Model:
    """The parameters `model` with `values`; `asked` is the stem that takes them.

    Raises:
        QuestionError: a value is missing, unknown or of the wrong form.
    """
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise QuestionError(
            N_("{question}: the parameter {parameter} is {value}: {reason}. It takes: {known}."),
            question=asked,
            parameter=".".join(map(str, first["loc"])),
            value=repr(first["input"])[:80],
            reason=first["msg"],
            known=", ".join(model.model_fields),
        ) from error


async def must_exist(store: Store, wanted: Iterable[tuple[str, str, str]]) -> None:
    """Refuse ids that the graph does not hold; each wanted is a parameter, a kind and an id.

    Raises:
        UnknownThingError: names the nearest id that the graph does hold.
    """
    for parameter, kind, id in wanted:
        if await store.read(f"MATCH (n:{kind} {{id: $id}}) RETURN n.id AS id", id=id):
            continue
        text = f"MATCH (n:{kind}) RETURN n.id AS id LIMIT {IDS_LOOKED_THROUGH}"
        near = process.extractOne(id, [row["id"] for row in await store.read(text)], score_cutoff=NEAR_ENOUGH)
        if near is None:
            raise UnknownThingError(
                N_("{parameter}: there is no {kind} '{value}'. Search for it by name first."),
                parameter=parameter,
                kind=kind,
                value=id,
            )
        raise UnknownThingError(
            N_("{parameter}: there is no {kind} '{value}'. Did you mean '{near}'?"),
            parameter=parameter,
            kind=kind,
            value=id,
            near=near[0],
        )
