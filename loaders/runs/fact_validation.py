"""The gate: every fact of a reading is held to the ontology, from whatever format it comes, before a run writes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from graph.facts.facts import WRITTEN, Fact, LinkFact, Properties, Provenance, Ref, ThingFact
from graph.language.words import N_
from graph.ontology.contradictions import contradictions
from graph.ontology.declaration import LONGEST_TEXT, UNPRINTABLE, Attribute, RelationFields
from graph.ontology.ontology import ONTOLOGY, SPANS, SPANS_OF_RELATIONS
from graph.ontology.spans import Span
from graph.snapshot.gc_control import no_collection
from loaders.files.problem import Problem
from loaders.runs.field_values import NOT_A_CHOICE, NOT_PRINTABLE, TOO_LONG, WrongValueError, called, rules
from loaders.runs.problem_list import ProblemList
from loaders.sources.contract import Known, Reading

Model = type[BaseModel]
FIELDLESS = RelationFields
DECLARED: frozenset[Model] = frozenset(
    {*ONTOLOGY.kinds.values(), *(each.fields for each in ONTOLOGY.relations.values())}
)


def validated(reading: Reading, known: Known) -> list[Problem]:
    """Everything that is wrong with a reading: what its source found, and what the ontology does not take.

    Of a reading that its source could not read whole, what is absent is not told: its source says why it is.
    """
    with no_collection():
        gate = _Gate(reading, known)
        gate.see_columns(reading.facts)
        for fact in reading.facts:
            gate.see(fact)
        gate.see_ends()
        return gate.problems.beside(reading.problems)


class _Gate:
    def __init__(self, reading: Reading, known: Known) -> None:
        self.problems = ProblemList()
        self._dataset, self._known, self._whole = reading.dataset.id, known, not reading.problems
        self._things: dict[Ref, ThingFact] = {}
        self._links: dict[tuple[Ref, str, Ref], LinkFact] = {}
        self._single: dict[tuple[Ref, str], LinkFact] = {}
        self._grounds: set[tuple[str, str | None, str | None]] = set()
        self._plain: Provenance | None = None
        """What the fact before stands on, where there is nothing to tell of it again."""
        self._right: set[Model] = set()
        """Kinds, and relations' own fields, of which every value is right."""

    def see_columns(self, facts: Iterable[Fact]) -> None:
        """Hold the values of each field to its rule together; where one is wrong, each is held to it by itself."""
        said: dict[Model, list[Properties]] = defaultdict(list)
        for fact in facts:
            if isinstance(fact, ThingFact):
                said[fact.kind].append(fact.fields)
            elif fact.fields or fact.relation.fields is not FIELDLESS:
                said[fact.relation.fields].append(fact.fields)
        self._right = {model for model, rows in said.items() if model in DECLARED and _all_right(model, rows)}

    def see(self, fact: Fact) -> None:
        """Hold one fact to its declaration and to those before it."""
        if fact.provenance is not self._plain:  # the facts of one row stand on the very same
            self._ground(fact.provenance)
        if isinstance(fact, ThingFact):
            self._thing(fact)
        else:
            self._link(fact)

    def _thing(self, fact: ThingFact) -> None:
        kind, place = fact.kind, fact.provenance
        if ONTOLOGY.kinds.get(kind.__name__) is not kind:
            self.problems.add(place, N_('"{value}" is not a kind of thing.'), kind.__name__, among=ONTOLOGY.kinds)
            return
        if kind not in self._right:
            self._fields(kind, fact.fields, place)
        self._contradictions(kind, SPANS.get(kind.__name__), fact)
        if "id" in fact.fields and fact.fields["id"] != fact.id:
            self.problems.add(place, N_('{thing} has "{value}" for its field id. Let them be the same.'),
                          str(fact.fields["id"]), thing=fact.key)  # fmt: skip
        if (first := self._things.get(key := fact.key)) is None:
            self._things[key] = fact
        else:
            text = N_("{thing} is already stated at {first}, and not in the same way. Keep one of them.")
            again = N_("{thing} is already stated at {first}. Keep one of them.")
            self.problems.add(place, again if _same(first, fact) else text, thing=fact.key, first=first.provenance)

    def _link(self, fact: LinkFact) -> None:
        source, relation, target, fields, place = fact
        if ONTOLOGY.relations.get(relation.name) is not relation:
            self.problems.add(place, N_('"{value}" is not the name of a relation.'), relation.name,
                          among=ONTOLOGY.relations)  # fmt: skip
            return
        sources, targets = _ends(relation.name)
        if source.kind not in sources or target.kind not in targets:
            self.problems.add(
                place,
                N_("{source} {relation} {target} cannot be said: the relation goes from {sources} to {targets}."),
                source=source, relation=relation.forward_key, target=target,
                sources=", ".join(sources), targets=", ".join(targets),
            )  # fmt: skip
        if fields or relation.fields is not FIELDLESS:
            if relation.fields not in self._right:
                self._fields(relation.fields, fields, place, of=relation.forward_key)
            self._contradictions(relation.fields, SPANS_OF_RELATIONS.get(relation.name), fact)
        if source == target and not (relation.reflexive or relation.acyclic):
            text = N_("{source} {relation} itself, which cannot be. Name the other one, or leave it out.")
            self.problems.add(place, text, source=source, relation=relation.forward_key)
        if (first := self._links.get(key := (source, relation.name, target))) is None:
            self._links[key] = fact
        else:
            text = N_(
                "The relation {source} {relation} {target} is already stated at {first}, and not in the same way. "
                "Keep one of them."
            )
            again = N_("The relation {source} {relation} {target} is already stated at {first}. Keep one of them.")
            self.problems.add(place, again if _same(first, fact) else text, source=source,
                          relation=relation.forward_key, target=target, first=first.provenance)  # fmt: skip
        if relation.single:
            self._one_target(fact)

    def _one_target(self, fact: LinkFact) -> None:
        first = self._single.setdefault((fact.source, fact.relation.name), fact)
        if first.target != fact.target:
            self.problems.add(
                fact.provenance,
                N_(
                    "{source} can have only one {relation}, but has {target} here and {other} at {first}. "
                    "Keep one of them."
                ),
                source=fact.source, relation=fact.relation.forward_key, target=fact.target,
                other=first.target, first=first.provenance,
            )  # fmt: skip

    def see_ends(self) -> None:
        """Both ends of a relation are stated here or by another dataset."""
        for fact in self._links.values() if self._whole else ():
            for end in (fact.source, fact.target):
                if end not in self._things and not self._elsewhere(end):
                    text = N_('There is no "{value}" among {kinds}, neither in what is loaded now nor in the graph.')
                    self.problems.add(fact.provenance, text, end.id, among=self._ids(end.kind), kinds=end.kind)

    def _elsewhere(self, ref: Ref) -> bool:
        thing = self._known.get(ref.kind, {}).get(ref.id)
        return thing is not None and bool(thing.datasets - {self._dataset})

    def _ids(self, kind: str) -> Iterator[str]:
        yield from (ref.id for ref in self._things if ref.kind == kind)
        yield from (id for id in self._known.get(kind, {}) if self._elsewhere(Ref(kind, id)))

    def _fields(self, model: Model, fields: Mapping[str, Any], place: Provenance, of: str = "") -> None:
        """Fields that are declared, of their types and within their limits."""
        known, owner = rules(model), of or model.__name__
        for name, value in fields.items():
            if name not in known:
                self.problems.add(place, N_('"{value}" is not a field of {kind}.'), name, among=known, kind=owner)
            elif (listed := isinstance(value, list | tuple)) != known[name].attribute.many:
                text = N_("{field} takes one value, not a list.") if listed else N_("{field} takes a list of values.")
                self.problems.add(place, text, field=name)
            else:
                for each in value if listed else [value]:
                    try:
                        known[name].check(each)
                    except WrongValueError as wrong:
                        self.problems.add_wrong_value(place, called(known[name].attribute), each, wrong)
        for name in _required(model) if self._whole else ():
            if name not in fields:
                text = N_("{kind} has no {field} here; every thing needs one.")
                self.problems.add(place, text, kind=owner, field=name)

    def _contradictions(self, model: Model, span: Span | None, fact: Fact) -> None:
        """What the fields say against each other, where each of them is right by itself."""
        scales = _on_scales(model)
        if not scales and not (span and fact.fields.keys() >= {span.since, span.until}):
            return
        try:
            for each in contradictions(scales, span, fact.fields):
                self.problems.add_contradiction(fact.provenance, each)
        except TypeError:
            return  # a value is not of its type, and that is told

    def _ground(self, said: Provenance) -> None:
        """What a fact stands on is told as it is, wherever the fact is shown."""
        if said.evidence not in WRITTEN:
            allowed = ", ".join(each.value for each in WRITTEN)
            self.problems.add(said, NOT_A_CHOICE, said.evidence.value, field="evidence", allowed=allowed)
        else:
            self._plain = said
        if (key := (said.source, said.section, said.paraphrase)) in self._grounds:
            return
        self._grounds.add(key)
        for name, text in zip(("source", "section", "paraphrase"), key, strict=True):
            if text is None:
                continue
            if found := UNPRINTABLE.search(text):
                self.problems.add(said, NOT_PRINTABLE, text, field=name, code=f"U+{ord(found.group()):04X}")
            elif len(text) > LONGEST_TEXT:
                self.problems.add(said, TOO_LONG, text, field=name, length=len(text), most=LONGEST_TEXT)


def _all_right(model: Model, rows: list[Properties]) -> bool:
    """Whether the rows have all fields that the model requires and no value that is wrong in its field."""
    columns: dict[str, list[Any]] = defaultdict(list)
    for fields in rows:
        for name, value in fields.items():
            columns[name].append(value)
    known = rules(model)
    return (
        all(name in known and known[name].takes_all(values) for name, values in columns.items())
        and all(len(columns[name]) == len(rows) for name in _required(model))
    )  # fmt: skip


def _same(one: Fact, other: Fact) -> bool:
    return one.fields == other.fields and _stands_on(one.provenance) == _stands_on(other.provenance)


def _stands_on(said: Provenance) -> tuple[object, ...]:
    return said.source, said.section, said.paraphrase, said.evidence


@cache
def _ends(relation: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    declared = ONTOLOGY.relations[relation]
    return tuple(kind.__name__ for kind in declared.sources), tuple(kind.__name__ for kind in declared.targets)


@cache
def _on_scales(model: Model) -> dict[str, Attribute]:
    """The fields that another field tells the scale of."""
    return {name: rule.attribute for name, rule in rules(model).items() if rule.attribute.scale}


@cache
def _required(model: Model) -> tuple[str, ...]:
    """The fields that every thing of the kind has."""
    return tuple(name for name, rule in rules(model).items() if rule.attribute.required)
