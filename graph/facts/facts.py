"""What a source says (`ThingFact`, `LinkFact`), of which thing or relation, and who says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.language.collation import fold
from graph.language.words import Words
from graph.ontology.declaration import Choice, Kind, Relation

Properties = dict[str, Any]


class Evidence(Choice):
    """On what ground a fact stands."""

    DOCUMENTED = "documented", "Read in a document", "Läst i ett dokument"
    STATED = "stated", "Stated by its register", "Uppgivet i registret"
    ILLUSTRATIVE = "illustrative", "Illustrative: made up as an example", "Illustrativt: påhittat som exempel"
    ASSUMED = "assumed", "Assumed in a scenario", "Antaget i ett scenario"


WRITTEN = (Evidence.DOCUMENTED, Evidence.STATED, Evidence.ILLUSTRATIVE)
"""What a source may say of its facts; only a scenario assumes."""


class Ref(NamedTuple):
    """Which thing: its kind's name and its id."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"


class LinkKey(NamedTuple):
    """Which relation between which things."""

    source: Ref
    relation: str
    target: Ref

    def __str__(self) -> str:
        return f"{self.source} {self.relation} {self.target}"


FactKey = Ref | LinkKey
"""What a fact is about."""


def what_it_says(text: str) -> Mapping[str, str]:
    """What a field of a record says, for those who show records by its fields."""
    return {"about": text}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who says a fact: the document or file, where in it, in which words, and the place in the file we read."""

    source: str = field(metadata=what_it_says("The document or file that says it"))
    section: str | None = field(default=None, metadata=what_it_says("Where in the document"))
    paraphrase: str | None = field(default=None, metadata=what_it_says("What the document says, in other words"))
    evidence: Evidence = field(default=Evidence.STATED, metadata=what_it_says("On what ground it stands"))
    place: str = field(
        default="", metadata=what_it_says("Where it was read: file:line, file#sheet!row:row, or file#list[id=...]")
    )
    """In the notation of `graph.facts.places`."""


class ThingFact(NamedTuple):
    """A source says that a thing exists and has these fields."""

    kind: type[Kind]
    id: str
    fields: Properties
    provenance: Provenance

    @property
    def key(self) -> Ref:
        """Which thing it is about."""
        return Ref(self.kind.__name__, self.id)


class LinkFact(NamedTuple):
    """A source says that a relation holds between two things."""

    source: Ref
    relation: Relation
    target: Ref
    fields: Properties
    provenance: Provenance

    @property
    def key(self) -> LinkKey:
        """Which relation between which things."""
        return LinkKey(self.source, self.relation.name, self.target)


Fact = ThingFact | LinkFact


def name_of(id: str, fields: Mapping[str, Any]) -> Words:
    """What a thing is called in each language: by its Swedish name or the one it has, by its id where it has none."""
    name = str(fields.get("name") or id)
    return Words(name, str(fields.get("name_sv") or name))


def searched_text(id: str, fields: Mapping[str, Any]) -> str:
    """What a thing is found by, folded: its id, names, description and other names, each in a line of its own."""
    words = [id, fields.get("name", id), fields.get("name_sv"), fields.get("description"), *fields.get("aliases", ())]
    return fold("\n".join(str(word) for word in words if word))
