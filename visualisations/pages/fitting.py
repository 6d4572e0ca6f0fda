"""What can be asked about a thing, and shown of it."""

from collections.abc import Iterable

from graph.facts import Ref
from graph.words import Language
from queries.catalogue import catalogue
from visualisations.atlas import atlas
from visualisations.pages.addresses import map_address, question_address


def fitting_questions(ref: Ref, language: Language) -> Iterable[tuple[str, str]]:
    """Title and address of each question that takes such a thing."""
    for stem, question in catalogue().items():
        for name in question.inputs:
            if question.kind_of(name) == ref.kind:
                yield question.title.say(language), question_address(stem, **{name: ref.id})
                break


def fitting_maps(ref: Ref, language: Language) -> Iterable[tuple[str, str]]:
    """Title and address of each map that takes such a thing."""
    for stem, each in atlas().items():
        if {"kind", "id"} <= each.inputs.keys():
            yield each.title.say(language), map_address(stem, kind=ref.kind, id=ref.id)
        for name in each.inputs:
            if each.kind_of(name) == ref.kind:
                yield each.title.say(language), map_address(stem, **{name: ref.id})
                break
