"""A record is one shape: what is stored of it, what answers give away and what GraphQL shows follow from its fields."""

from dataclasses import fields

import pytest

from api.graphql.graphql_schema import exported
from graph.facts.facts import Evidence, LinkFact, LinkKey, Provenance, ThingFact
from graph.facts.records import Record, Stated, properties_of
from graph.ontology.kinds import Organisation, System
from queries.asking.answer import AnswerRow
from tests.worlds import link
from tests.worlds import thing as stated

SAID = Provenance("Rapport", "4.2", "Så är det", Evidence.DOCUMENTED, "a.yaml:3")
THING = ThingFact(System, "a", {"id": "a", "name": "A"}, SAID)
FACTS = [
    THING,
    ThingFact(System, "b", {"id": "b"}, Provenance("Rapport")),
    link(THING, "owned_by", stated(Organisation, "o")),
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact.key))
def test_what_is_stored_of_a_record_is_read_as_the_record_that_it_was(fact: ThingFact | LinkFact) -> None:
    record = Stated.of(fact, "d", 3)
    assert Stated.read(fact.key, record.stored(), fields=record.fields) == record
    assert record.refs == ((fact.key.source, fact.key.target) if isinstance(fact.key, LinkKey) else (fact.key,))


def test_a_record_is_the_provenance_of_its_fact() -> None:
    record = Stated.of(THING, "d", 3)
    assert all(getattr(record, each.name) == getattr(SAID, each.name) for each in fields(Provenance))


def test_an_answer_gives_away_all_that_a_record_says_and_what_it_is_about() -> None:
    record = Record.read(THING.key, Stated.of(THING, "d", 3).stored())
    (given,) = AnswerRow(evidence=(record,)).model_dump(mode="json")["evidence"]
    assert given == {
        "source": "Rapport", "section": "4.2", "paraphrase": "Så är det", "evidence": "documented", "dataset": "d",
        "place": "a.yaml:3", "run": 3, "about": "System/a",
    }  # fmt: skip
    assert given.keys() == {*properties_of(Record), "about"}


def test_what_only_a_scenario_says_belongs_to_no_dataset_and_no_run() -> None:
    record = Record.assumed(THING.key, "Utan A")
    assert (record.source, record.evidence, record.dataset, record.run) == ("Utan A", Evidence.ASSUMED, "", 0)
    assert not record.illustrative


@pytest.mark.parametrize(("shape", "name"), [(Record, "Shown"), (Stated, "Record")])
def test_graphql_shows_each_property_of_a_record(shape: type[Record], name: str) -> None:
    text = exported().split(f"type {name} {{")[1].split("\n}")[0]
    assert all(f"  {each.replace('_r', 'R')}: " in text for each in properties_of(shape))
