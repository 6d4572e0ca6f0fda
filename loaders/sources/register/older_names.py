"""Older names in a register: what is written by one is read as what it is called now, with a warning that says so.

It is done here and nowhere else, before anything is read of a file: who reads it then knows today's names only. Each
name is told once a file.
"""

from collections.abc import Iterable, Iterator, Mapping

from graph.facts.places import Place
from graph.language.words import N_
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY, PAST
from loaders.files import yaml_tree
from loaders.files.cells_and_problems import Cell, Problems, TableRow
from loaders.files.yaml_tree import Listing, Node
from loaders.sources.register.cells import items, joined
from loaders.sources.register.headings import RELATION, RELATIONS, ways

Names = Mapping[str, str]


def _headings(names: Names) -> dict[str, str]:
    """Older names also as a person writes them over a column."""
    return {each: new for old, new in names.items() for each in (old, old.replace("_", " "), old.casefold())}


_KINDS = {old.casefold(): new for old, new in PAST.kinds.items()}
_OWN = {old: new for relation in ONTOLOGY.relations for old, new in PAST.fields.get(relation, {}).items()}


class OlderNames:
    """Reads what one file says by older names."""

    def __init__(self, warnings: Problems) -> None:
        self._warnings = warnings
        self._told: set[str] = set()

    def title(self, title: str, place: Place) -> str:
        """The title of a sheet or a file of a table."""
        return self._present(Cell(title.strip(), place), _KINDS).text if title.strip().casefold() in _KINDS else title

    def reference(self, cell: Cell) -> Cell:
        """``OldKind/id`` as ``Kind/id``."""
        before, slash, after = cell.text.strip().partition("/")
        if not slash or before not in PAST.kinds:
            return cell
        return cell._replace(text=f"{self._present(cell._replace(text=before), PAST.kinds).text}/{after}")

    def tree(self, top: yaml_tree.Mapping) -> None:
        """Everything in a file of YAML."""
        self._keys(top, PAST.kinds)
        for name, (_, node) in top.entries.items():
            for entry in node.items if isinstance(node, Listing) else ():
                if isinstance(entry, yaml_tree.Mapping):
                    if kind := ONTOLOGY.kinds.get(name):
                        self._thing(kind, entry)
                    elif name == RELATIONS:
                        self._loose(entry)

    def _thing(self, kind: type[Kind], entry: yaml_tree.Mapping) -> None:
        self._keys(entry, {**PAST.sides, **PAST.fields.get(kind.__name__, {})})
        self._values(kind.__name__, entry)
        sides = ONTOLOGY.sides(kind)
        for name, (_, node) in entry.entries.items():
            if side := sides.get(name):
                for each in node.items if isinstance(node, Listing) else [node]:
                    if isinstance(each, yaml_tree.Mapping):
                        self._own(side.relation.name, each)

    def _loose(self, entry: yaml_tree.Mapping) -> None:
        if RELATION in entry.entries:
            key, node = entry.entries[RELATION]
            if isinstance(node, Cell):
                entry.entries[RELATION] = key, (cell := self._present(node, _headings(PAST.sides)))
                if found := ways(cell.text.strip()):
                    self._own(found[0][0].name, entry)

    def _own(self, relation: str, entry: yaml_tree.Mapping) -> None:
        self._keys(entry, PAST.fields.get(relation, {}))
        self._values(relation, entry)

    def _keys(self, entry: yaml_tree.Mapping, names: Names) -> None:
        for old in entry.entries.keys() & names.keys():
            if names[old] not in entry.entries:  # else it is told as what it is: unknown
                key, node = entry.entries.pop(old)
                entry.entries[names[old]] = self._present(key, names), node

    def _values(self, owner: str, entry: yaml_tree.Mapping) -> None:
        for name, (key, node) in entry.entries.items():
            if values := PAST.values.get((owner, name)):
                entry.entries[name] = key, self._node(node, values)

    def _node(self, node: Node, values: Names) -> Node:
        if isinstance(node, Listing):
            node.items = [self._node(each, values) for each in node.items]
        return self._present(node, values) if isinstance(node, Cell) else node

    def header(self, kind: type[Kind] | None, header: list[tuple[str, str]], place: Place) -> list[tuple[str, str]]:
        """The headings of a table, each with its name in places."""
        names = _headings({**PAST.sides, **PAST.fields.get(kind.__name__, {})} if kind else _OWN)
        return [
            (self._present(Cell(heading.strip(), place._replace(column=column)), names).text, column)
            if heading.strip() in names
            else (heading, column)
            for heading, column in header
        ]

    def rows(
        self, kind: type[Kind] | None, columns: Mapping[int, str], rows: Iterable[TableRow], place: Place
    ) -> Iterator[TableRow]:
        """The rows of a table, of which the `columns` at these positions have these keys."""
        values = {at: self._of_column(kind, key) for at, key in columns.items()}
        values = {at: names for at, names in values.items() if names}
        for line, cells in rows:
            for at, names in values.items():
                if at < len(cells) and (said := items(cells[at])) and not names.keys().isdisjoint(said):
                    here = place._replace(line=line)
                    cells[at] = joined(self._present(Cell(each, here), names).text for each in said)
            yield line, cells

    @staticmethod
    def _of_column(kind: type[Kind] | None, key: str) -> Names:
        if kind:
            return PAST.values.get((kind.__name__, key), {})
        if key == RELATION:
            return _headings(PAST.sides)
        return {
            old: new
            for (owner, field), values in PAST.values.items()
            if field == key and owner in ONTOLOGY.relations
            for old, new in values.items()
        }

    def _present(self, cell: Cell, names: Names) -> Cell:
        """The cell with what it names as that is called now."""
        old = cell.text.strip()
        new = names.get(old) or names.get(old.casefold(), old)
        if new != old and old not in self._told:
            self._told.add(old)
            text = N_('"{value}" is called {present} now. It is read as that; write it so.')
            self._warnings.add(cell.place, text, value=old, present=new)
        return cell._replace(text=new) if new != old else cell
