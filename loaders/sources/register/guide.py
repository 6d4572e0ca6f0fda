"""What each column of a register's sheets means, for the template's guide and its comments."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.facts.facts import WRITTEN
from graph.language.words import N_, Language, Words, say
from graph.ontology.declaration import Attribute, Kind, Side
from graph.ontology.ontology import ONTOLOGY
from loaders.sources.register.columns import COLUMNS_WORDS, ENDS_WORDS
from loaders.sources.register.headings import ENDS, OWN_FIELDS, RELATION, RELATIONS, WAYS
from loaders.sources.register.provenance import COLUMNS, EVIDENCE


class Explained(NamedTuple):
    """One column: where it stands, its key, and all there is to know about it."""

    sheet: str
    key: str
    words: Words
    about: str
    type: str
    allowed: tuple[str, ...]
    example: str
    many: bool = False
    at_least: int | None = None
    at_most: int | None = None


HEADINGS = (
    N_("Sheet"),
    N_("Column"),
    "English",
    "Svenska",
    N_("Meaning"),
    N_("Type"),
    N_("Allowed values"),
    N_("Example"),
)
TYPES: dict[type, tuple[str, str]] = {
    bool: (N_("yes or no"), "yes"),
    int: (N_("whole number"), "3"),
    float: (N_("number"), "1200.50"),
    str: (N_("text"), "…"),
}
ABOUT_GROUND = (
    N_("The document, register or person that says it."),
    N_("Where in the source it is said."),
    N_("What the source says, in other words."),
    N_("On what ground the fact stands."),
)
ABOUT_ENDS = (
    N_("Where the relation begins: an id, or Kind/id."),
    N_("The name of the relation, from either end."),
    N_("Where the relation leads: an id, or Kind/id."),
)


def columns(kind: type[Kind], language: Language) -> Iterator[Explained]:
    """The columns of a kind's sheet."""
    for attribute in kind.attributes().values():
        yield _field(kind.__name__, attribute, language)
    for side in sorted(ONTOLOGY.sides(kind).values(), key=lambda each: not each.outgoing):
        yield _relation(kind.__name__, side, language)
    yield from _grounds(kind.__name__, language)


def relation_columns(language: Language) -> Iterator[Explained]:
    """The columns of the sheet for relations."""
    for key, words, about in zip(ENDS, ENDS_WORDS, ABOUT_ENDS, strict=True):
        allowed = tuple(WAYS) if key == RELATION else ()
        example = next(iter(WAYS)) if key == RELATION else f"{next(iter(ONTOLOGY.kinds))}/id"
        yield Explained(RELATIONS, key, words, say(about, language), say(TYPES[str][0], language), allowed, example)
    owned = {name: each for relation in ONTOLOGY.relations.values() for name, each in relation.attributes.items()}
    for name in OWN_FIELDS:
        holders = [each.forward_key for each in ONTOLOGY.relations.values() if name in each.attributes]
        explained = _field(RELATIONS, owned[name], language)
        yield explained._replace(about=f"{explained.about} ({', '.join(holders)})")
    yield from _grounds(RELATIONS, language)


def _field(sheet: str, attribute: Attribute, language: Language) -> Explained:
    allowed = tuple(choice.value for choice in attribute.choices)
    text, example = TYPES[str if allowed else attribute.type]
    if attribute.is_day:
        text, example = N_("date: YYYY, YYYY-MM or YYYY-MM-DD"), "2026-05-12"
    elif allowed:
        text, example = N_("one of the allowed values"), allowed[0]
    kind_of = say(text, language)
    if attribute.many:
        kind_of = say(N_("several, separated by ; ({each})"), language, each=kind_of)
        example = ";".join(allowed[:2]) or "a;b"
    if attribute.type is bool:
        allowed = ("yes", "no")
    least, most = attribute.at_least, attribute.at_most
    if least is not None and most is not None:
        kind_of = say(N_("{each}, from {least} to {most}"), language, each=kind_of, least=least, most=most)
        example = str(least)
    elif least is not None:
        kind_of = say(N_("{each}, at least {least}"), language, each=kind_of, least=least)
    about = attribute.about.say(language)
    return Explained(
        sheet, attribute.name, attribute.words, about, kind_of, allowed, example, attribute.many, least, most
    )


def _relation(sheet: str, side: Side, language: Language) -> Explained:
    kinds = ", ".join(kind.__name__ for kind in side.others)
    text = N_("id of: {kinds}") if side.single else N_("ids, separated by ;, of: {kinds}")
    example = "id-1" if side.single else "id-1;id-2"
    about = side.relation.about.say(language)
    return Explained(sheet, side.key, side.words, about, say(text, language, kinds=kinds), (), example, not side.single)


def _grounds(sheet: str, language: Language) -> Iterator[Explained]:
    for key, words, about in zip(COLUMNS, COLUMNS_WORDS, ABOUT_GROUND, strict=True):
        allowed = tuple(each.value for each in WRITTEN) if key == EVIDENCE else ()
        text = N_("one of the allowed values") if allowed else TYPES[str][0]
        example = allowed[0] if allowed else "…"
        yield Explained(sheet, key, words, say(about, language), say(text, language), allowed, example)
