"""The YAML files of a register: names of kinds, and under each a list of things with their relations."""

from collections.abc import Callable
from functools import partial

from graph.facts.facts import Properties
from graph.language.words import N_
from graph.ontology.declaration import Kind, Side
from graph.ontology.ontology import ONTOLOGY
from loaders.files.cells_and_problems import Cell
from loaders.files.yaml_tree import Listing, Mapping, Node, tree
from loaders.sources.register.cells import blank, converters
from loaders.sources.register.drafts import Drafts, LinkDraft, OthersDraft, ThingDraft
from loaders.sources.register.headings import (
    DEFAULTS,
    ENDS,
    ID,
    NAME,
    OWN_FIELDS,
    RELATIONS,
    TO,
    unknown_key,
    unknown_own_field,
)
from loaders.sources.register.loose import loose_draft
from loaders.sources.register.manifest import misplaced, with_source
from loaders.sources.register.older_names import OlderNames
from loaders.sources.register.provenance import COLUMNS, Ground
from loaders.sources.register.register_limits import LIMITS
from loaders.sources.register.yaml_entries import holds, stated_ground, stored_value


def read_yaml(text: str, file: str, drafts: Drafts) -> None:
    """Add what the file says to `drafts`."""
    top = tree(text, file, LIMITS, drafts.problems)
    if top is None:
        return
    if not isinstance(top, Mapping):
        drafts.problems.add(
            top.place,
            N_("The file must begin with the name of a kind and a colon, such as {example}:"),
            example=next(iter(ONTOLOGY.kinds)),
        )
        return
    OlderNames(drafts.warnings).tree(top)
    reader = _Reader(drafts, top, file)
    of_the_register = misplaced(top, file, drafts.problems)
    for name, (key, node) in top.entries.items():
        if name == RELATIONS:
            reader.each(key, node, reader.loose)
        elif kind := ONTOLOGY.kinds.get(name):
            reader.each(key, node, partial(reader.thing, kind))
        elif name != DEFAULTS and name not in of_the_register:
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
                self._ground = stated_ground(node, self._problems).under(self._ground)
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
        stated = stated_ground(entry, self._problems).under(self._ground)
        fields: Properties = {}
        links: list[tuple[Side, Cell, Node]] = []
        for name, (key, node) in entry.entries.items():
            if convert := known.get(name):
                value = stored_value(convert, key, node, self._problems)
                if value is not None:
                    fields[name] = value
            elif side := sides.get(name):
                links.append((side, key, node))
            elif name not in COLUMNS:
                unknown_key(kind, key, self._problems)
        for name in (ID, NAME):
            if name not in fields and not holds(entry, name):
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
                add(LinkDraft(kind, identity, [OthersDraft(side, [node.text], node.place)], {}, outer, node.place))
        elif isinstance(node, Mapping):
            own = converters(side.relation.fields)
            fields: Properties = {}
            for name, (inner, value) in node.entries.items():
                if convert := own.get(name):
                    stored = stored_value(convert, inner, value, self._problems)
                    if stored is not None:
                        fields[name] = stored
                elif name != TO and name not in COLUMNS:
                    unknown_own_field(side, inner, self._problems)
            other = node.entries[TO][1] if TO in node.entries else None
            if isinstance(other, Cell) and not blank(other.text):
                add(
                    LinkDraft(
                        kind,
                        identity,
                        [OthersDraft(side, [other.text], other.place)],
                        fields,
                        stated_ground(node, self._problems).under(outer),
                        node.place,
                    )
                )
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
        stated = stated_ground(entry, self._problems).under(self._ground)
        if draft := loose_draft(ends, fields, stated, entry.place, self._problems):
            self._drafts.loose.append(draft)
