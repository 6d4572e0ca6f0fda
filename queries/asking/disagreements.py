"""Where the datasets behind a row say different things of one field: who says what, and who was followed."""

from collections import ChainMap
from collections.abc import Iterator, Sequence

from graph.facts.facts import FactKey, Ref, name_of
from graph.facts.records import Record, Stated
from graph.language.words import LANGUAGES, N_, Words
from graph.ontology.declaration import Attribute
from graph.ontology.ontology import ONTOLOGY
from queries.asking.answer import Phrase
from queries.asking.values_in_words import fields_of, value_in_words

DISAGREE = N_(
    "Sources disagree on {field} of {about}: {dataset} says {value}, {other} says {otherwise}. {dataset} is followed: "
    "the most trusted that states it, and of equals the first by name."
)


def disagreements(key: FactKey, records: Sequence[Record]) -> Iterator[Phrase]:
    """Each field of a fact that judges by values, of which datasets state different ones.

    `records` are the most trusted first: whose value stands is the first that states it. Free text is left out, which
    says the same in other words.
    """
    stated = [each for each in records if isinstance(each, Stated)]
    for name, attribute in _judged_by(key).items() if len(stated) > 1 else ():
        saying = [each for each in stated if name in each.fields]
        for each in saying[1:]:
            value, otherwise = saying[0].fields[name], each.fields[name]
            if otherwise != value:
                yield Phrase(
                    text=DISAGREE,
                    values={
                        "field": attribute.words,
                        "about": _named(key, stated),
                        "dataset": saying[0].dataset,
                        "value": value_in_words(attribute, value) or "",
                        "other": each.dataset,
                        "otherwise": value_in_words(attribute, otherwise) or "",
                    },
                )


def _judged_by(key: FactKey) -> dict[str, Attribute]:
    """The fields that say more than text: choices, days, numbers, yes and no."""
    return {
        name: each
        for name, each in fields_of(key).items()
        if each.choices or each.is_day or issubclass(each.type, int | float)
    }


def _named(key: FactKey, records: Sequence[Stated]) -> Words:
    if isinstance(key, Ref):
        return name_of(key.id, ChainMap(*(record.fields for record in records)))
    verb = ONTOLOGY.relations[key.relation].forward
    return Words(*(f"{key.source.id} {verb.say(language)} {key.target.id}" for language in LANGUAGES))
