"""Integration platforms that exchanges have no way around."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Exchange, InformationEntity, IntegrationPlatform, System
from graph.ontology.vocabulary import ExchangeStatus
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

BUS, SPARE, SILENT = (thing(IntegrationPlatform, id) for id in ("bus", "spare", "silent"))
A, B, C = (thing(System, id) for id in ("a", "b", "c"))
RESULT, NOTE = thing(InformationEntity, "result"), thing(InformationEntity, "note")
ALONE, BACKED, BACKUP, TWO, COMING = (
    thing(Exchange, "alone"),
    thing(Exchange, "backed"),
    thing(Exchange, "backup"),
    thing(Exchange, "two"),
    thing(Exchange, "coming", status=ExchangeStatus.PLANNED),
)
WORLD: tuple[Fact, ...] = (
    BUS, SPARE, SILENT, A, B, C, RESULT, NOTE, ALONE, BACKED, BACKUP, TWO, COMING,
    link(A, "provides", ALONE), link(B, "consumes", ALONE), link(ALONE, "carries", NOTE),
    link(ALONE, "mediated_by", BUS),
    link(A, "provides", BACKED), link(B, "consumes", BACKED), link(C, "consumes", BACKED),
    link(BACKED, "carries", RESULT),
    link(BACKED, "mediated_by", BUS),
    link(A, "provides", BACKUP), link(B, "consumes", BACKUP), link(BACKUP, "carries", RESULT),
    link(A, "provides", TWO), link(B, "consumes", TWO), link(TWO, "carries", NOTE),
    link(TWO, "mediated_by", BUS), link(TWO, "mediated_by", SPARE),
    link(A, "provides", COMING), link(B, "consumes", COMING), link(COMING, "mediated_by", BUS),
    link(C, "depends_on", BUS),
)  # fmt: skip


def test_a_pair_has_another_way_only_where_the_same_information_goes_without_the_platform() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    bus = loaded_snapshot.ask("single_points").rows[0]
    assert (bus.platform.id, bus.running, bus.alone, bus.pairs) == ("bus", 3, 2, 2)
    assert [(c.exchange.id, c.provider.id, c.consumer.id) for c in bus.cut] == [
        ("alone", "a", "b"), ("backed", "a", "c"),
    ]  # fmt: skip
    assert [r.id for r in bus.needed_by] == ["c"]


def test_exchanges_over_several_platforms_and_planned_ones_are_counted_apart() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    bus = loaded_snapshot.ask("single_points", platform="bus").rows[0]
    assert [note.say("en") for note in bus.notes] == [
        "Exchanges that pass other platforms too: 1.",
        "Exchanges planned to pass it: 1.",
    ]


def test_a_platform_of_which_nothing_is_stated_has_no_numbers() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("single_points", platform="silent").rows
    assert (row.running, row.alone, row.pairs) == (None, None, None)


def test_the_pairs_listed_can_be_fewer_than_there_are_and_say_so() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("single_points", platform="bus", listed=1).rows
    assert (row.pairs, len(row.cut)) == (2, 1)
    assert row.notes[-1].say("en") == "Only the first 1 pairs are listed."
    assert "Exchange/alone" in {shown.about for shown in row.evidence}
