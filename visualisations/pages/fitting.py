"""What can be asked about a thing, and shown of it."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from pydantic import BaseModel, ValidationError

from graph.declaration import Attribute
from graph.facts import Ref
from graph.words import Language, Words
from queries.catalogue import catalogue
from visualisations.atlas import atlas
from visualisations.pages.addresses import map_address, question_address

KIND = "kind"
OF_ANY_KIND = ("id", "subject")
"""Beside a parameter for the kind, one of these takes the id of any thing of that kind."""


class Askable(Protocol):
    """A question or a map."""

    @property
    def title(self) -> Words: ...

    @property
    def inputs(self) -> dict[str, Attribute]: ...

    @property
    def parameters(self) -> type[BaseModel]: ...

    def kind_of(self, name: str) -> str | None: ...


def fitting_questions(ref: Ref, language: Language) -> Iterator[tuple[str, str]]:
    """Title and address of each question that takes such a thing."""
    for stem, title, values in _fitting(catalogue().items(), ref, language):
        yield title, question_address(stem, **values)


def fitting_maps(ref: Ref, language: Language) -> Iterator[tuple[str, str]]:
    """Title and address of each map that takes such a thing."""
    for stem, title, values in _fitting(atlas().items(), ref, language):
        yield title, map_address(stem, **values)


def _fitting(
    all_of_them: Iterable[tuple[str, Askable]], ref: Ref, language: Language
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for stem, each in all_of_them:
        if values := _values(each, ref):
            yield stem, each.title.say(language), values


def _values(asked: Askable, ref: Ref) -> dict[str, Any]:
    """The parameters that ask about the thing; none where nothing of its kind is taken."""
    for name in asked.inputs:
        if asked.kind_of(name) == ref.kind:
            return {name: ref.id}
    for name in OF_ANY_KIND:
        if {KIND, name} <= asked.inputs.keys():
            values = {KIND: ref.kind, name: ref.id}
            try:
                asked.parameters.model_validate(values)
            except ValidationError:
                continue
            return values
    return {}
