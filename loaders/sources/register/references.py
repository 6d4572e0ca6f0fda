"""From an id as written (``melior`` or ``Kind/melior``) to the thing that is meant."""

from functools import cached_property

from graph.facts.facts import Ref
from graph.language.words import N_
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY
from loaders.files.cells_and_problems import Cell, Problems
from loaders.sources.contract import Known
from loaders.sources.register.older_names import OlderNames

Kinds = tuple[type[Kind], ...]


class References:
    """The things that can be pointed at: of this register first, then of other datasets."""

    def __init__(self, dataset: str, known: Known, problems: Problems, older: OlderNames) -> None:
        self._dataset, self._known, self._problems, self._older = dataset, known, problems, older
        self._own: dict[str, dict[str, Ref]] = {name: {} for name in ONTOLOGY.kinds}
        self._names: dict[str, dict[str, str]] = {name: {} for name in ONTOLOGY.kinds}
        self._found: dict[Kinds, dict[str, Ref]] = {}

    def add(self, kind: type[Kind], identity: str, name: str) -> Ref:
        """Make a thing of this register known."""
        own = self._own[kind.__name__]
        ref = own.get(identity)
        if ref is None:
            ref = own[identity] = Ref(kind.__name__, identity)
            self._names[kind.__name__][name.casefold()] = identity
        return ref

    def own(self, kind: type[Kind], identity: str) -> Ref:
        """A thing of this register."""
        return self._own[kind.__name__][identity]

    def found(self, kinds: Kinds) -> dict[str, Ref]:
        """What texts were found to point at where one of `kinds` is expected."""
        return self._found.setdefault(kinds, {})

    def find(self, cell: Cell, kinds: Kinds) -> Ref | None:
        """The thing that `cell` points at, one of `kinds`; None after noting why there is none."""
        found = self.found(kinds)
        ref = found.get(cell.text)
        if ref is None and (ref := self._search(cell, kinds)) is not None:
            found[cell.text] = ref
        return ref

    def _search(self, cell: Cell, kinds: Kinds) -> Ref | None:
        text = self._older.reference(cell).text.strip()
        before, slash, after = text.partition("/")
        if slash and before in ONTOLOGY.kinds:
            refs = self._all(after, (ONTOLOGY.kinds[before],))
        else:
            refs, after = self._all(text, kinds), text
        names = {kind.__name__ for kind in kinds}
        if len(refs) == 1 and refs[0].kind in names:
            return refs[0]
        if refs and refs[0].kind in names:
            self._problems.add(
                cell.place,
                N_('"{value}" can be any of {things}. Write it so.'),
                value=cell.text,
                things=", ".join(map(str, refs)),
            )
            return None
        refs = refs or self._all(after, tuple(ONTOLOGY.kinds.values()))
        wanted = ", ".join(kind.__name__ for kind in kinds)
        if refs and not slash:
            self._problems.add(
                cell.place,
                N_('"{value}" is of the kind {kind}, but here only these can stand: {kinds}.'),
                value=cell.text,
                kind=refs[0].kind,
                kinds=wanted,
            )
        elif slash and before in ONTOLOGY.kinds and before not in names:
            self._problems.add(
                cell.place,
                N_('"{value}" names the kind {kind}, but here only these can stand: {kinds}.'),
                value=cell.text,
                kind=before,
                kinds=wanted,
            )
        else:
            self._unknown(cell, after, kinds, wanted)
        return None

    def _all(self, identity: str, kinds: Kinds) -> list[Ref]:
        own = [ref for kind in kinds if (ref := self._own[kind.__name__].get(identity))]
        return own or [Ref(kind.__name__, identity) for kind in kinds if self._is_known(kind.__name__, identity)]

    def _is_known(self, kind: str, identity: str) -> bool:
        thing = self._known.get(kind, {}).get(identity)
        return thing is not None and bool(thing.datasets - {self._dataset})

    def _unknown(self, cell: Cell, identity: str, kinds: Kinds, wanted: str) -> None:
        parts = [each.strip() for each in cell.text.split(",") if each.strip()]
        if len(parts) > 1 and all(self._all(each.rpartition("/")[2], kinds) for each in parts):
            self._problems.add(
                cell.place,
                N_('"{value}" is several ids. Write ; between them: {right}'),
                value=cell.text,
                right="; ".join(parts),
            )
            return
        text = N_('There is no "{value}" among {kinds}, neither in this register nor in those already loaded.')
        named = next((found for kind in kinds if (found := self._id_named(kind.__name__, identity))), None)
        ids = [each for kind in kinds for each in self._ids(kind.__name__)] if self._problems.searching else []
        self._problems.add(cell.place, text, value=cell.text, among=ids, suggestion=named, kinds=wanted)

    def _id_named(self, kind: str, name: str) -> str | None:
        return self._names[kind].get(name.casefold()) or self._known_names.get(kind, {}).get(name.casefold())

    def _ids(self, kind: str) -> list[str]:
        return [*self._own[kind], *(each for each in self._known.get(kind, {}) if self._is_known(kind, each))]

    @cached_property
    def _known_names(self) -> dict[str, dict[str, str]]:
        return {
            kind: {thing.name.casefold(): each for each, thing in things.items() if self._is_known(kind, each)}
            for kind, things in self._known.items()
        }
