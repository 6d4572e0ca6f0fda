"""The YAML files of a register: names of kinds, and under each a list of things with their relations."""

from collections.abc import Callable
from functools import partial
from typing import Any

from graph.declaration import Kind, Side
from graph.facts import Properties
from graph.ontology import ONTOLOGY
from graph.words import N_
from loaders.register.cells import Converter, blank, converters
from loaders.register.drafts import Drafts, LinkDraft, LooseDraft, ThingDraft
from loaders.register.headings import (
    DEFAULTS,
    ENDS,
    FROM,
    ID,
    NAME,
    OWN_FIELDS,
    RELATION,
    RELATIONS,
    TO,
    WAYS,
    unknown_key,
    unknown_own_field,
    ways,
)
from loaders.register.manifest import with_source
from loaders.register.places import Cell, Place, Problems
from loaders.register.provenance import COLUMNS, Ground, ground
from loaders.register.yaml_tree import Listing, Mapping, Node, tree


def read_yaml(text: str, file: str, drafts: Drafts) -> None:
    """Add what the file says to `drafts`."""
    top = tree(text, file, drafts.problems)
    if top is None:
        return
    if not isinstance(top, Mapping):
        drafts.problems.add(
            top.place,
            N_("The file must begin with the name of a kind and a colon, such as {example}:"),
            example=next(iter(ONTOLOGY.kinds)),
        )
        return
    reader = _Reader(drafts, top, file)
    for name, (key, node) in top.entries.items():
        if name == RELATIONS:
            reader.each(key, node, reader.loose)
        elif kind := ONTOLOGY.kinds.get(name):
            reader.each(key, node, partial(reader.thing, kind))
        elif name != DEFAULTS:
            drafts.problems.add(
                key.place,
                N_('"{value}" is not a kind of thing that a register can hold.'),
                value=name,
                among=[*ONTOLOGY.kinds, RELATIONS, DEFAULTS],
            )


class _Reader:
    def __init__(self, drafts: Drafts, top: Mapping, file: str) -> None:
        self._drafts, self._problems = drafts, drafts.problems
        self._ground = with_source(drafts.ground, file)
        if DEFAULTS in top.entries:
            key, node = top.entries[DEFAULTS]
            if isinstance(node, Mapping):
                for name, (inner, _) in node.entries.items():
                    if name not in COLUMNS:
                        self._problems.add(
                            inner.place,
                            N_('"{value}" cannot have a default. Defaults are: {allowed}.'),
                            value=name,
                            among=COLUMNS,
                            allowed=", ".join(COLUMNS),
                        )
                self._ground = self._stated(node).under(self._ground)
            elif node is not None:
                self._problems.add(key.place, N_("Under {field}, write name: value."), field=DEFAULTS)

    def each(self, key: Cell, node: Node, read: Callable[[Mapping], None]) -> None:
        """Read every entry of the list under `key`."""
        if node is None:
            return
        if not isinstance(node, Listing):
            self._problems.add(
                key.place, N_("Under {field}, write a list: begin each entry with a hyphen."), field=key.text
            )
            return
        for item in node.items:
            if isinstance(item, Mapping):
                read(item)
            else:
                place = node.place if item is None else item.place
                self._problems.add(
                    place, N_("An entry under {field} must consist of lines such as name: value."), field=key.text
                )

    def thing(self, kind: type[Kind], entry: Mapping) -> None:
        """One thing with its fields and relations."""
        known, sides = converters(kind), ONTOLOGY.sides(kind)
        stated = self._stated(entry).under(self._ground)
        fields: Properties = {}
        links: list[tuple[Side, Cell, Node]] = []
        for name, (key, node) in entry.entries.items():
            if convert := known.get(name):
                value = self._field(convert, key, node)
                if value is not None:
                    fields[name] = value
            elif side := sides.get(name):
                links.append((side, key, node))
            elif name not in COLUMNS:
                unknown_key(kind, key, self._problems)
        for name in (ID, NAME):
            if name not in fields and not _holds(entry, name):
                self._problems.add(
                    entry.place,
                    N_("{kind} has no {field} here; every thing needs one."),
                    kind=kind.__name__,
                    field=name,
                )
        identity = str(fields.get(ID, ""))
        self._drafts.things.append(ThingDraft(kind, identity, fields, stated, entry.place))
        for side, key, node in links:
            for target in node.items if isinstance(node, Listing) else [node]:
                self._link(kind, identity, side, key, target, stated)

    def _link(self, kind: type[Kind], identity: str, side: Side, key: Cell, node: Node, outer: Ground) -> None:
        add = self._drafts.links.append
        if isinstance(node, Cell):
            if not blank(node.text):
                add(LinkDraft(kind, identity, side, node, {}, outer, node.place))
        elif isinstance(node, Mapping):
            own = converters(side.relation.fields)
            fields: Properties = {}
            for name, (inner, value) in node.entries.items():
                if convert := own.get(name):
                    stored = self._field(convert, inner, value)
                    if stored is not None:
                        fields[name] = stored
                elif name != TO and name not in COLUMNS:
                    unknown_own_field(side, inner, self._problems)
            other = node.entries[TO][1] if TO in node.entries else None
            if isinstance(other, Cell) and not blank(other.text):
                add(LinkDraft(kind, identity, side, other, fields, self._stated(node).under(outer), node.place))
            else:
                self._problems.add(
                    node.place,
                    N_("The relation {field} does not say what it leads to. Write to: and an id."),
                    field=key.text,
                )
        elif isinstance(node, Listing):
            self._problems.add(
                node.place, N_("{field} has a list inside a list. Write one list of ids."), field=key.text
            )

    def loose(self, entry: Mapping) -> None:
        """One relation written by itself."""
        ends: dict[str, Cell] = {}
        fields: dict[str, Cell | list[Cell]] = {}
        for name, (key, node) in entry.entries.items():
            if name in ENDS:
                if isinstance(node, Cell) and not blank(node.text):
                    ends[name] = node
            elif name in COLUMNS:
                continue
            elif name not in OWN_FIELDS:
                self._problems.add(
                    key.place,
                    N_('"{value}" is not something that a relation has.'),
                    value=name,
                    among=(*ENDS, *OWN_FIELDS, *COLUMNS),
                )
            elif isinstance(node, Cell):
                fields[name] = node
            elif isinstance(node, Listing):
                fields[name] = [item for item in node.items if isinstance(item, Cell)]
        stated = self._stated(entry).under(self._ground)
        if draft := loose_draft(ends, fields, stated, entry.place, self._problems):
            self._drafts.loose.append(draft)

    def _stated(self, entry: Mapping) -> Ground:
        cells: dict[str, Cell] = {}
        for name in COLUMNS:
            if name in entry.entries:
                key, node = entry.entries[name]
                if isinstance(node, Cell):
                    if not blank(node.text):
                        cells[name] = node
                elif node is not None:
                    self._one_text(key)
        return ground(cells, self._problems)

    def _one_text(self, key: Cell) -> None:
        self._problems.add(
            key.place, N_("{field} takes one value, not a list or more lines of name: value."), field=key.text
        )

    def _field(self, convert: Converter, key: Cell, node: Node) -> Any:
        if convert.many:
            items = node.items if isinstance(node, Listing) else [node]
            values = []
            for item in items:
                if isinstance(item, Cell):
                    if not blank(item.text) and (value := convert.read(item, self._problems)) is not None:
                        values.append(value)
                elif item is not None:
                    self._one_text(key)
            return values or None
        if isinstance(node, Cell):
            return None if blank(node.text) else convert.read(node, self._problems)
        if node is not None:
            self._one_text(key)
        return None


def _holds(entry: Mapping, name: str) -> bool:
    node = entry.entries[name][1] if name in entry.entries else None
    return isinstance(node, Listing | Mapping) or (isinstance(node, Cell) and not blank(node.text))


def loose_draft(
    ends: dict[str, Cell], fields: dict[str, Cell | list[Cell]], stated: Ground, place: Place, problems: Problems
) -> LooseDraft | None:
    """A relation written by itself, or None after noting what it lacks."""
    missing = [name for name in ENDS if name not in ends]
    if missing:
        problems.add(place, N_("The relation here lacks: {missing}."), missing=", ".join(missing))
        return None
    word = ends[RELATION]
    found = ways(word.text.strip())
    if found is None:
        problems.add(word.place, N_('"{value}" is not the name of a relation.'), value=word.text, among=WAYS)
        return None
    return LooseDraft(ends[FROM], found, ends[TO], fields, stated, place)
