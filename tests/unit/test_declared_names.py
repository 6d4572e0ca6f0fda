"""What is declared in short, what it was called before, and how what a graph has differs from it."""

from typing import Any

import pytest

from graph.ontology.declaration import Choice, DeclarationError, Kind, Ontology, fact, relation, was
from graph.ontology.declared_names import Name, declared_names, difference, fingerprint, read, written
from graph.ontology.ontology import NAMES, ONTOLOGY, PAST
from graph.ontology.past_names import past_names
from tests.unit.test_declaration import LOOK, PAIR, Matter


class Size(Choice):
    """How large."""

    SMALL = "small", "Small", "Liten", was("little", "tiny")
    LARGE = "large", "Large", "Stor"


class Box(Kind, **LOOK, was=("Chest", "Crate")):
    """Something to put things in."""

    size: Size | None = fact("Size", "Storlek", was="width")
    weight: int | None = fact("Weight", "Vikt")


HOLDS = relation(Box, "holds / held in", "har / finns i", Matter, "Has it.", "Har det.", was="keeps / kept in")
LATER = Ontology([Matter, Box], [HOLDS])
WAS = past_names(LATER)
TODAY = declared_names(LATER)


def of(*names: Name) -> dict[Name, str]:
    return dict.fromkeys(names, "")


def field(owner: str, name: str) -> Name:
    return Name("field", (owner, name))


def test_every_older_name_leads_to_the_present_one() -> None:
    assert (WAS.kind("Chest"), WAS.kind("Crate"), WAS.kind("Box"), WAS.kind("Ship")) == ("Box", "Box", "Box", "Ship")
    assert WAS.relations == {"KEEPS": "HOLDS"}
    assert WAS.sides == {"keeps": "holds", "kept_in": "held_in"}
    assert WAS.field("Box", "width") == "size"
    assert [WAS.value("Box", "size", each) for each in ("little", "tiny", "large")] == ["small", "small", "large"]


@pytest.mark.parametrize(
    ("kinds", "relations", "said"),
    [
        ([Matter, type("Other", (Kind,), {"__doc__": "A.", "__module__": "m"}, **LOOK, was="Matter")], [],
         "Other was 'Matter'"),
        ([Matter], [relation(Matter, *PAIR, Matter, "A.", "A.", was="is / was"),
                    relation(Matter, "is / is of", "är / ärs av", Matter, "A.", "A.")], "KNOWS was 'IS'"),
    ],
)  # fmt: skip
def test_an_older_name_that_is_in_use_does_not_import(kinds: Any, relations: Any, said: str) -> None:
    with pytest.raises(DeclarationError, match=f"{said}, which is the name of something else too"):
        past_names(Ontology(kinds, relations))


def test_two_things_cannot_have_been_one() -> None:
    class Twice(Kind, **LOOK):
        """Both of its fields were one."""

        first: int | None = fact("First", "Första", was="one")
        second: int | None = fact("Second", "Andra", was="one")

    with pytest.raises(DeclarationError, match=r"Twice: second was 'one'"):
        past_names(Ontology([Twice], []))


def test_what_is_kept_is_read_back_and_depends_on_names_and_types_alone() -> None:
    assert read(written(TODAY)) == TODAY
    assert fingerprint(read(written(NAMES))) == fingerprint(declared_names(ONTOLOGY))
    assert fingerprint(TODAY | {field("Box", "weight"): "float"}) != fingerprint(TODAY)
    assert difference(NAMES, NAMES, PAST) == ([], [], [])


def test_what_had_an_older_name_is_renamed_whole() -> None:
    before = of(
        Name("kind", ("Chest",)), field("Chest", "width"), Name("value", ("Chest", "width", "little")),
        Name("relation", ("KEEPS",)), Name("from", ("KEEPS", "Chest")), Name("to", ("KEEPS", "Matter")),
    )  # fmt: skip
    assert difference(before, TODAY, WAS) == (list(before), [], [])


def test_of_what_is_unknown_the_whole_is_told_and_not_its_parts() -> None:
    ship, sails = Name("kind", ("Ship",)), Name("relation", ("SAILS",))
    parts = of(field("Ship", "name"), Name("value", ("Ship", "rig", "bark")), Name("from", ("SAILS", "Ship")),
               Name("to", ("HOLDS", "Ship")))  # fmt: skip
    own = of(field("Box", "lid"), Name("value", ("Box", "size", "huge")), Name("from", ("HOLDS", "Matter")))
    found = difference(of(ship, sails) | parts | own, TODAY, WAS)
    assert found == ([], [ship, sails, *own], [])


def test_a_field_of_another_type_is_told_unless_it_takes_what_it_had() -> None:
    now = TODAY | {field("Box", "size"): "str", field("Box", "weight"): "float"}
    assert difference(TODAY, now, WAS).retyped == [field("Box", "weight")]
    opened = {name: type for name, type in now.items() if name.sort != "value"}
    assert difference(TODAY, opened, WAS).unknown == []


def test_two_names_that_are_both_in_use_are_not_made_one() -> None:
    before = of(Name("kind", ("Chest",)), Name("kind", ("Box",)))
    assert difference(before, TODAY, WAS) == ([], [Name("kind", ("Chest",))], [])
