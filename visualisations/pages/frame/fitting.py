"""What can be asked about a thing, and shown of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from pydantic import BaseModel, ValidationError

from graph.facts.facts import Ref
from graph.language.words import Language, Words
from graph.ontology.declaration import Attribute
from queries.asking.catalogue import catalogue
from visualisations.maps.atlas import atlas
from visualisations.wording.addresses import map_address, question_address

Of = Mapping[str, str]
"""The parameters that ask of a day and of a scenario."""
FACTS: Of = {}
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


def fitting_questions(ref: Ref, language: Language, of: Of = FACTS) -> Iterator[tuple[str, str]]:
    """Title and address of each question that takes such a thing, asked `of` a day and a scenario."""
    for stem, title, values in _fitting(catalogue().items(), ref, language):
        yield title, question_address(stem, **values, **of)


def fitting_maps(ref: Ref, language: Language, of: Of = FACTS) -> Iterator[tuple[str, str]]:
    """Title and address of each map that takes such a thing, drawn `of` a day and a scenario."""
    for stem, title, values in _fitting(atlas().items(), ref, language):
        yield title, map_address(stem, **values, **of)


def whole_maps(language: Language, of: Of = FACTS) -> Iterator[tuple[str, str]]:
    """Title and address of each map that needs no thing to be named."""
    for stem, each in atlas().items():
        if not any(attribute.required for attribute in each.inputs.values()):
            yield each.title.say(language), map_address(stem, **of)


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
