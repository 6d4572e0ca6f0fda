"""What things were called before (``was=``): from every older name to the one that is declared now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.ontology.declaration import Attribute, DeclarationError, Ontology, key

Renamed = Mapping[str, str]
"""The present name by the older one."""


@dataclass(frozen=True)
class PastNames:
    """Every older name, of whatever; an owner is a kind or the type of a relation, by its present name."""

    kinds: Renamed
    relations: Renamed
    """Types in the database."""
    sides: Renamed
    """Keys of a relation from either of its ends, as files have them."""
    fields: Mapping[str, Renamed]
    """By owner."""
    values: Mapping[tuple[str, str], Renamed]
    """Of closed lists, by owner and field."""

    def kind(self, name: str) -> str:
        """What the kind is called now."""
        return self.kinds.get(name, name)

    def owner(self, name: str) -> str:
        """What the kind, or the type of a relation, is called now."""
        return self.kinds.get(name) or self.relations.get(name, name)

    def field(self, owner: str, name: str) -> str:
        """What the field of an owner, by its present name, is called now."""
        return self.fields.get(owner, {}).get(name, name)

    def value(self, owner: str, field: str, value: str) -> str:
        """What the value of a closed list is called now; owner and field by their present names."""
        return self.values.get((owner, field), {}).get(value, value)


def past_names(ontology: Ontology) -> PastNames:
    """The older names that `ontology` declares.

    Raises:
        DeclarationError: an older name is still, or twice, the name of something: it could mean either.
    """
    kinds, relations = ontology.kinds, ontology.relations
    owned = {name: kind.attributes() for name, kind in kinds.items()}
    owned |= {name: each.attributes for name, each in relations.items()}
    keys = {side: side for each in relations.values() for side in (each.forward_key, each.inverse_key)}
    keys |= {field: field for kind in kinds.values() for field in kind.model_fields}
    types = [(key(there).upper(), each.name) for each in relations.values() for there, _ in each.was]
    sides = [
        pair
        for each in relations.values()
        for there, back in each.was
        for pair in ((key(there), each.forward_key), (key(back), each.inverse_key))
    ]
    fields, values = _of_fields(owned)
    return PastNames(
        _names([(old, name) for name, kind in kinds.items() for old in kind.was], {*kinds, *relations}),
        _names([(old, new) for old, new in types if old != new], {*kinds, *relations}),
        _names([(old, new) for old, new in sides if old != new], keys.keys()),
        fields,
        values,
    )


def _of_fields(
    owned: Mapping[str, Mapping[str, Attribute]],
) -> tuple[dict[str, Renamed], dict[tuple[str, str], Renamed]]:
    fields: dict[str, Renamed] = {}
    values: dict[tuple[str, str], Renamed] = {}
    for owner, attributes in owned.items():
        if was := _names([(old, name) for name, each in attributes.items() for old in each.was], attributes, owner):
            fields[owner] = was
        for name, each in attributes.items():
            listed = [member.value for member in each.choices]
            before = [(old, member.value) for member in each.choices for old in member.was]
            if was := _names(before, listed, f"{owner}.{name}"):
                values[owner, name] = was
    return fields, values


def _names(pairs: Iterable[tuple[str, str]], taken: Iterable[str], owner: str = "") -> dict[str, str]:
    """Older names, none of which is still in use."""
    found: dict[str, str] = {}
    present = set(taken)
    for old, new in pairs:
        if old in present or found.get(old, new) != new:
            place = f"{owner}: " if owner else ""
            raise DeclarationError(
                f"{place}{new} was {old!r}, which is the name of something else too: an older name is never used again"
            )
        found[old] = new
    return found
