"""A wrong declaration does not import, and says what is wrong."""

import types
from typing import Any

import pytest
from pydantic import ValidationError

from graph.ontology.declaration import (
    Day,
    DeclarationError,
    Kind,
    Ontology,
    RelationFields,
    Text,
    attributes,
    fact,
    relation,
)
from graph.ontology.kinds import Api, Exchange, System
from graph.ontology.ontology import ONTOLOGY
from graph.ontology.spans import Span, day, phase, since, span_of, until
from graph.ontology.vocabulary import Lifecycle

LOOK: dict[str, Any] = {
    "sv": "Sak", "plural": "matters", "plural_sv": "saker", "colour": "#123456", "shape": "dot", "about_sv": "En sak.",
}  # fmt: skip
PAIR = ("knows / known by", "känner / känd av")


class Matter(Kind, **LOOK):
    """Something."""


def declare(doc: str | None = "Something.", namespace: dict[str, Any] | None = None, **look: Any) -> Any:
    body = {"__doc__": doc, "__module__": __name__, **(namespace or {})}
    return made(body, {**LOOK, **look})


def made(body: dict[str, Any], look: dict[str, Any]) -> Any:
    return types.new_class("Declared", (Kind,), look, lambda namespace: namespace.update(body))


def knows(sources: Any = Matter, targets: Any = Matter, english: str = PAIR[0], swedish: str = PAIR[1]) -> Any:
    return relation(sources, english, swedish, targets, "Knows it.", "Känner den.")


def test_a_kind_without_a_docstring_does_not_import() -> None:
    with pytest.raises(DeclarationError, match=r"Declared: .* a docstring"):
        declare(doc=None)


@pytest.mark.parametrize("look", [{"shape": "blob"}, {"colour": "red"}, {"colour": "#ABC"}])
def test_a_kind_that_cannot_be_drawn_does_not_import(look: dict[str, Any]) -> None:
    with pytest.raises(DeclarationError, match="colour is #rrggbb and shape one of"):
        declare(**look)


@pytest.mark.parametrize("missing", LOOK)
def test_a_kind_with_half_a_class_line_does_not_import(missing: str) -> None:
    look = {name: value for name, value in LOOK.items() if name != missing}
    with pytest.raises(DeclarationError, match=f"lacks {missing}"):
        made({"__doc__": "A.", "__module__": __name__}, look)


def test_a_field_without_its_swedish_label_does_not_import() -> None:
    with pytest.raises(DeclarationError, match=r"Declared\.size: declare it with fact"):
        declare(namespace={"__annotations__": {"size": int | None}, "size": None})


def test_a_field_that_cannot_be_stored_does_not_import() -> None:
    with pytest.raises(DeclarationError, match=r"Declared.size: .* cannot be stored"):
        declare(namespace={"__annotations__": {"size": dict[str, str] | None}, "size": fact("Size", "Storlek")})


def test_a_relation_needs_its_name_both_ways_and_in_both_languages() -> None:
    with pytest.raises(DeclarationError, match="verb / verb back"):
        knows(english="knows")
    with pytest.raises(DeclarationError, match="verb / verb back"):
        knows(swedish="känner")


def test_a_relation_goes_between_kinds() -> None:
    with pytest.raises(DeclarationError, match="is not a kind"):
        knows(targets=str)


def test_what_is_taken_over_is_one_of_the_two_names() -> None:
    with pytest.raises(DeclarationError, match=r"'knows / known by': 'knew' is taken over, and is neither"):
        relation(Matter, *PAIR, Matter, "Knows it.", "Känner den.", taken_over="knew")


def test_a_day_says_whether_the_thing_begins_or_ends_by_it() -> None:
    body = {"__annotations__": {"opened": Day | None}, "opened": fact("Opened", "Öppnad")}
    with pytest.raises(
        DeclarationError, match=r"Declared\.opened: declare a day, and nothing else, with since\(\.\.\.\)"
    ):
        span_of("Declared", attributes(declare(namespace=body)))
    body = {"__annotations__": {"size": int | None}, "size": since("Size", "Storlek")}
    with pytest.raises(DeclarationError, match=r"Declared\.size: declare a day, and nothing else"):
        span_of("Declared", attributes(declare(namespace=body)))


def test_a_thing_begins_once() -> None:
    days = {"__annotations__": {"made": Day | None, "sold": Day | None}}
    twice = declare(namespace={**days, "made": since("Made", "Gjord"), "sold": since("Sold", "Såld")})
    with pytest.raises(DeclarationError, match="Declared has two fields that say since: made and sold"):
        span_of("Declared", attributes(twice))
    once = declare(namespace={**days, "made": day("Made", "Gjord"), "sold": until("Sold", "Såld")})
    assert span_of("Declared", attributes(once)) == Span(until="sold")


def test_a_phase_follows_from_days() -> None:
    told = phase("Use", "Användning", before=Lifecycle.PLAN, during=Lifecycle.ACTIVE, after=Lifecycle.RETIRED)
    body = {"__annotations__": {"use": Lifecycle | None}, "use": told}
    with pytest.raises(DeclarationError, match=r"Declared\.use: a phase follows from days; declare since"):
        span_of("Declared", attributes(declare(namespace=body)))


def test_two_relations_of_one_name_do_not_import() -> None:
    with pytest.raises(DeclarationError, match="two relations are called KNOWS"):
        Ontology([Matter], [knows(), knows()])


def test_a_name_means_one_thing_on_each_kind() -> None:
    with pytest.raises(DeclarationError, match="Matter has two things called known_by"):
        Ontology([Matter], [knows(), knows(english="is acquainted with / known by")])
    with pytest.raises(DeclarationError, match="Matter has two things called aliases"):
        Ontology([Matter], [knows(english="aliases / known by")])


def test_a_label_and_a_relationship_type_do_not_share_a_name() -> None:
    class KNOWS(Kind, **LOOK):
        """A kind with a relation's name."""

    with pytest.raises(DeclarationError, match="KNOWS is both a kind and a relation"):
        Ontology([KNOWS], [knows(KNOWS, KNOWS)])


def test_one_word_of_a_relation_is_not_given_to_another() -> None:
    class Hen(Kind, **LOOK):
        """Lays."""

    class Egg(Kind, **LOOK):
        """Is laid."""

    one = relation(Hen, "lays / laid by", "lägger / läggs av", Egg, "Lays it.", "Lägger det.")
    other = relation(Egg, "sold by / lays", "säljs av / lägger ut", Egg, "Sells it.", "Säljer det.")
    with pytest.raises(DeclarationError, match="lays of Egg is SOLD_BY, and elsewhere LAYS"):
        Ontology([Hen, Egg], [one, other])


def test_what_is_a_field_of_one_kind_is_no_side_of_another() -> None:
    class Nest(Kind, **LOOK):
        """Has a field called as a relation."""

        lined: Text | None = fact("Lined", "Fodrad")

    class Straw(Kind, **LOOK):
        """Lines."""

    lines = relation(Straw, "lines / lined", "fodrar / fodrad av", Straw, "Lines it.", "Fodrar det.")
    with pytest.raises(DeclarationError, match="lined is a side of Straw and a field of Nest"):
        Ontology([Nest, Straw], [lines])


def test_a_thing_refuses_fields_that_its_kind_lacks() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        System.model_validate({"id": "a", "name": "A", "colour": "red"})


@pytest.mark.parametrize("written", ["2017-13", "2017-02-30", "17", "2017-5-1", "0000"])
def test_a_day_is_of_the_calendar(written: str) -> None:
    with pytest.raises(ValidationError):
        System(id="a", name="A", used_since=written)


@pytest.mark.parametrize("id", ["", " a", "a ", "a\nb", "a\x00b", "a" * 201])
def test_an_id_is_one_plain_line(id: str) -> None:
    with pytest.raises(ValidationError):
        System(id=id, name="A")


def test_a_field_knows_its_type_its_list_and_its_choices() -> None:
    fields = System.attributes()
    assert fields["used_since"].is_day
    assert not fields["name"].is_day
    assert fields["aliases"].many
    assert fields["annual_cost_sek"].type is float
    assert [each.value for each in fields["mode"].choices]
    assert fields["id"].required
    assert not fields["mode"].required


def test_sides_show_a_relation_from_both_ends() -> None:
    assert ONTOLOGY.sides(System)["exposes"].others == (Api,)
    assert System in ONTOLOGY.sides(Api)["exposed_by"].others
    assert ONTOLOGY.sides(Exchange)["provided_by"].outgoing is False


def test_the_fingerprint_follows_the_declarations() -> None:
    class Acquaintance(RelationFields):
        """How well."""

        note: Text | None = fact("Note", "Anmärkning")

    plain = Ontology([Matter], [knows()])
    noted = Ontology([Matter], [relation(Matter, *PAIR, Matter, "Knows it.", "Känner den.", fields=Acquaintance)])
    assert plain.fingerprint != noted.fingerprint
    assert list(attributes(Acquaintance)) == ["note"]
