"""Things and relations of the graph as a person reads them: their facts, and who says so."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from graph.facts import places
from graph.facts.facts import Ref
from graph.facts.merged_view import Link, Thing
from graph.facts.records import Stated
from graph.language.words import Language
from graph.ontology.declaration import Attribute
from graph.ontology.ontology import ONTOLOGY
from visualisations.drawing.map_drawing import FactDetails, SourceWords
from visualisations.wording.wording import fact_wording

NAMES = ("id", "name", "name_sv")


def details_of(held: Thing | Link, language: Language, names: Mapping[Ref, str]) -> FactDetails:
    """What the graph holds of a thing, or of a relation between things that have `names`."""
    if isinstance(held, Thing):
        kind = ONTOLOGY.kinds[held.kind]
        heading, sort, fields = held.name(language), kind.words.say(language), _fields(held.kind)
    else:
        relation = ONTOLOGY.relations[held.relation]
        sort, fields = relation.forward.say(language), _fields(held.relation)
        source, target = (names.get(ref, ref.id) for ref in (held.key.source, held.key.target))
        heading = f"{source} {sort} {target}"
    several = len(held.records) > 1
    return FactDetails(
        heading=heading,
        sort=sort,
        ref=held.key if isinstance(held, Thing) else None,
        illustrative=held.illustrative,
        facts=_facts(held.fields, fields, language),
        records=tuple(_words(record, fields if several else {}, language) for record in held.records),
    )


@cache
def _fields(name: str) -> Mapping[str, Attribute]:
    """The fields of a kind or a relation."""
    return ONTOLOGY.kinds[name].attributes() if name in ONTOLOGY.kinds else ONTOLOGY.relations[name].attributes


def _facts(said: Mapping[str, Any], fields: Mapping[str, Attribute], language: Language) -> tuple[tuple[str, str], ...]:
    return tuple(
        (field.words.say(language), fact_wording(said[name], field, language))
        for name, field in fields.items()
        if name in said and name not in NAMES
    )


def _words(record: Stated, fields: Mapping[str, Attribute], language: Language) -> SourceWords:
    return SourceWords(
        source=record.source,
        section=record.section,
        paraphrase=record.paraphrase,
        evidence=record.evidence.words.say(language),
        illustrative=record.illustrative,
        dataset=record.dataset,
        place=places.in_words(record.place, language),
        facts=_facts(record.fields, fields, language),
    )
