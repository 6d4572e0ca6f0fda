"""Where the datasets behind a row say different things of one field: who says what, and who was followed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.facts.facts import FactKey, LinkKey, Ref
from graph.facts.records import Record, Stated
from graph.language.words import N_, Words
from graph.ontology.declaration import Attribute
from graph.ontology.ontology import ONTOLOGY
from queries.asking.answer import Phrase, ThingRef

DISAGREE = N_(
    "Sources disagree on {field} of {about}: {dataset} says {value}, {other} says {otherwise}. {dataset} is followed: "
    "the most trusted that states it, and of equals the first by name."
)
YES, NO = Words("yes", "ja"), Words("no", "nej")


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
                        "value": _said(value, attribute),
                        "other": each.dataset,
                        "otherwise": _said(otherwise, attribute),
                    },
                )


def _judged_by(key: FactKey) -> dict[str, Attribute]:
    """The fields that say more than text: choices, days, numbers, yes and no."""
    every = (
        ONTOLOGY.kinds[key.kind].attributes() if isinstance(key, Ref) else ONTOLOGY.relations[key.relation].attributes
    )
    return {
        name: each for name, each in every.items() if each.choices or each.is_day or issubclass(each.type, int | float)
    }


def _named(key: FactKey, records: Iterable[Stated]) -> ThingRef | str:
    if isinstance(key, LinkKey):
        return str(key)
    names: dict[str, Any] = {}
    for record in records:
        names = {**record.fields, **names}
    return ThingRef(kind=key.kind, id=key.id, name=names.get("name", key.id), name_sv=names.get("name_sv"))


def _said(value: Any, attribute: Attribute) -> Any:
    if attribute.choices and not isinstance(value, list):
        return attribute.type(value).words
    if isinstance(value, bool):
        return YES if value else NO
    return value if isinstance(value, int | float) else str(value)
