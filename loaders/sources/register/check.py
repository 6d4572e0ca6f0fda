"""What the parts of a register say of each other: an id as written becomes the thing that is meant.

The same said twice, at a thing and at its relation's other end, is one fact. What differs is left for
the run to refuse.
"""

from graph.facts.facts import Fact, LinkFact, Properties, Provenance, Ref, ThingFact
from graph.facts.places import Place
from graph.ontology.declaration import Kind, Relation, Side
from loaders.files.cells_and_problems import Cell
from loaders.sources.contract import Known
from loaders.sources.register.cells import converters
from loaders.sources.register.drafts import Drafts, LinkDraft, LooseDraft
from loaders.sources.register.headings import unknown_own_field
from loaders.sources.register.older_names import OlderNames
from loaders.sources.register.provenance import Ground
from loaders.sources.register.references import References


def settle(drafts: Drafts, dataset: str, known: Known) -> list[Fact]:
    """The facts that `drafts` amount to; what is wrong is noted in its problems."""
    settling = _Settling(drafts, References(dataset, known, drafts.problems, OlderNames(drafts.warnings)))
    return settling.facts()


class _Settling:
    def __init__(self, drafts: Drafts, references: References) -> None:
        self._drafts, self._problems, self._references = drafts, drafts.problems, references
        self._links: list[LinkFact] = []
        self._said: dict[tuple[Ref, str, Ref], tuple[Properties, Ground]] = {}
        self._provenances: dict[int, tuple[Ground, Provenance]] = {}

    def facts(self) -> list[Fact]:
        things = self._things()
        for draft in self._drafts.links:
            self._written(draft)
        for loose in self._drafts.loose:
            self._loose(loose)
        return [*things, *self._links]

    def _things(self) -> list[ThingFact]:
        first: dict[Ref, tuple[Properties, Ground]] = {}
        facts: list[ThingFact] = []
        for draft in self._drafts.things:
            if not draft.id:
                continue
            ref = self._references.add(draft.kind, draft.id, str(draft.fields.get("name", "")))
            said = draft.fields, draft.ground
            if first.setdefault(ref, said) is said or first[ref] != said:
                provenance = self._provenance(draft.ground, draft.place)
                facts.append(ThingFact(draft.kind, draft.id, draft.fields, provenance))
        return facts

    def _written(self, draft: LinkDraft) -> None:
        here = self._references.own(draft.kind, draft.id) if draft.id else None
        provenance = self._provenance(draft.ground, draft.place)
        for side, others, at in draft.written:
            kinds = side.others
            found = self._references.found(kinds)
            for text in others:
                other = found.get(text) or self._references.find(Cell(text, at), kinds)
                if other is not None and here is not None:
                    source, target = (here, other) if side.outgoing else (other, here)
                    self._state(source, side.relation, target, draft.fields, draft.ground, provenance)

    def _loose(self, draft: LooseDraft) -> None:
        heres = tuple(dict.fromkeys(k for relation, outgoing in draft.ways for k in _ends(relation, outgoing)[0]))
        here = self._references.find(draft.here, heres)
        ways = [
            (relation, outgoing)
            for relation, outgoing in draft.ways
            if here is None or here.kind in {kind.__name__ for kind in _ends(relation, outgoing)[0]}
        ]
        relation, outgoing = ways[0]
        others = tuple(dict.fromkeys(kind for way in ways for kind in _ends(*way)[1]))
        other = self._references.find(draft.other, others)
        if here is not None and other is not None:
            for each in ways:
                if other.kind in {kind.__name__ for kind in _ends(*each)[1]}:
                    relation, outgoing = each
            fields = self._own_fields(Side(relation, outgoing), draft.fields)
            source, target = (here, other) if outgoing else (other, here)
            self._state(source, relation, target, fields, draft.ground, self._provenance(draft.ground, draft.place))

    def _own_fields(self, side: Side, written: dict[str, Cell | list[Cell]]) -> Properties:
        known = converters(side.relation.fields)
        fields: Properties = {}
        for name, said in written.items():
            cells = said if isinstance(said, list) else [said]
            if name not in known:
                unknown_own_field(side, Cell(name, cells[0].place), self._problems)
            elif known[name].many:
                fields[name] = [v for cell in cells if (v := known[name].read(cell, self._problems)) is not None]
            else:
                value = known[name].read(cells[0], self._problems)
                if value is not None:
                    fields[name] = value
        return fields

    def _state(
        self, source: Ref, relation: Relation, target: Ref, fields: Properties, ground: Ground, provenance: Provenance
    ) -> None:
        said = fields, ground
        first = self._said.setdefault((source, relation.name, target), said)
        if first is said or first != said:
            self._links.append(LinkFact(source, relation, target, fields, provenance))

    def _provenance(self, ground: Ground, place: Place) -> Provenance:
        """One for all that is said in one place: most of it are the relations of a row."""
        known = self._provenances.get(id(place))
        if known is None or known[0] is not ground:
            known = self._provenances[id(place)] = ground, ground.at(str(place))
        return known[1]


def _ends(relation: Relation, outgoing: bool) -> tuple[tuple[type[Kind], ...], tuple[type[Kind], ...]]:
    """The kinds on this side and on the other."""
    return (relation.sources, relation.targets) if outgoing else (relation.targets, relation.sources)
