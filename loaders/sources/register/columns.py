"""What stands over a column: the field, relation or provenance that a heading names, by key or by label."""

from functools import cache
from typing import NamedTuple

from graph.facts.places import Place
from graph.language.words import N_, Words
from graph.ontology.declaration import Kind, Side
from graph.ontology.ontology import ONTOLOGY
from loaders.files.cells_and_problems import Cell, Problems
from loaders.sources.register.cells import Converter, blank, converters
from loaders.sources.register.headings import ENDS, OWN_FIELDS, RELATIONS, unknown_key
from loaders.sources.register.provenance import COLUMNS

ENDS_WORDS = (Words("From", "Från"), Words("Relation", "Relation"), Words("To", "Till"))
COLUMNS_WORDS = (
    Words("Source", "Källa"),
    Words("Section", "Avsnitt"),
    Words("Paraphrase", "Omskrivning"),
    Words("Evidence", "Grund"),
)


class Column(NamedTuple):
    """One column that is read: where it stands, its key, and its name in places."""

    position: int
    key: str
    label: str


class ColumnPlan(NamedTuple):
    """How the columns of one table are read."""

    fields: list[tuple[Column, Converter]]
    sides: list[tuple[Column, Side]]
    grounds: list[Column]
    ends: list[Column]
    own: list[Column]
    unnamed: list[Column]
    width: int

    def named(self) -> list[Column]:
        """The columns whose heading is known."""
        pairs: list[tuple[Column, object]] = [*self.fields, *self.sides]
        return [*(column for column, _ in pairs), *self.grounds, *self.ends, *self.own]


@cache
def headings(kind: type[Kind] | None) -> dict[str, str]:
    """Key by heading, for a table of `kind` or of relations: the keys, and every label that means one thing only."""
    named = dict(zip(COLUMNS, COLUMNS_WORDS, strict=True))
    if kind is None:
        named |= dict(zip(ENDS, ENDS_WORDS, strict=True))
        for relation in ONTOLOGY.relations.values():
            named |= {name: each.words for name, each in relation.attributes.items()}
    else:
        named |= {name: each.words for name, each in kind.attributes().items()}
        named |= {name: side.words for name, side in ONTOLOGY.sides(kind).items()}
    labels: dict[str, set[str]] = {}
    for key, words in named.items():
        for label in words:
            labels.setdefault(label.casefold(), set()).add(key)
    unique = {label: keys.pop() for label, keys in labels.items() if len(keys) == 1}
    return {**unique, **{key: key for key in named}}


def plan(kind: type[Kind] | None, header: list[tuple[str, str]], place: Place, problems: Problems) -> ColumnPlan:
    """How to read a table whose `header` is, for each column, its heading and its name in places."""
    made = ColumnPlan([], [], [], [], [], [], len(header))
    names = headings(kind)
    fields = converters(kind) if kind else {}
    sides = ONTOLOGY.sides(kind) if kind else {}
    seen: dict[str, str] = {}
    for index, (heading, label) in enumerate(header):
        word = heading.strip()
        if blank(word):
            made.unnamed.append(Column(index, "", label))
            continue
        key = names.get(word) or names.get(word.casefold())
        cell = Cell(word, place._replace(column=label))
        if key is None:
            unknown_column(kind, cell, problems)
            continue
        if key in seen:
            problems.add(
                cell.place,
                N_('The columns "{value}" and "{first}" mean the same. Keep one.'),
                value=word,
                first=seen[key],
            )
            continue
        seen[key] = word
        column = Column(index, key, label)
        if key in fields:
            made.fields.append((column, fields[key]))
        elif key in sides:
            made.sides.append((column, sides[key]))
        elif key in COLUMNS:
            made.grounds.append(column)
        else:
            (made.ends if key in ENDS else made.own).append(column)
    return made


def unknown_column(kind: type[Kind] | None, cell: Cell, problems: Problems) -> None:
    """Note a heading that names nothing."""
    if kind is not None:
        unknown_key(kind, cell, problems)
    else:
        problems.add(
            cell.place,
            N_('"{value}" is not a column of {table}, which has: {allowed}.'),
            value=cell.text,
            among=(*ENDS, *OWN_FIELDS, *COLUMNS),
            table=RELATIONS,
            allowed=", ".join((*ENDS, *OWN_FIELDS, *COLUMNS)),
        )


@cache
def titles() -> dict[str, type[Kind] | None]:
    """What a sheet or CSV file of that name holds: a kind, or None for relations; names in lower case."""
    found: dict[str, type[Kind] | None] = {RELATIONS.casefold(): None, "relationer": None}
    for kind in ONTOLOGY.kinds.values():
        for title in (*kind.words, *kind.plural):
            found.setdefault(title.casefold(), kind)
    return found | {kind.__name__.casefold(): kind for kind in ONTOLOGY.kinds.values()}
