"""What rests on opinion, on formats of its own, or on a model that does not map."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Exchange, InformationModel, StandardVersion, System
from graph.ontology.vocabulary import DesignBasis, ExchangeStatus, Lifecycle
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

REGIONAL, VENDORS = thing(InformationModel, "regional", guides_procurement=True), thing(InformationModel, "vendors")
R4 = thing(StandardVersion, "r4")
STUCK, MAPPED, ASTRAY = (thing(System, id, inherited_model=True) for id in ("stuck", "mapped", "astray"))
OPINION = thing(System, "opinion", design_basis=DesignBasis.OPINION)
PAST = thing(System, "past", design_basis=DesignBasis.OPINION, lifecycle=Lifecycle.RETIRED)
GOOD, UNSAID = thing(System, "good", design_basis=DesignBasis.STANDARD), thing(System, "unsaid")
OWN = thing(Exchange, "own", format="In-house XML")
SAID = thing(Exchange, "said", format="XML")
SILENT = thing(Exchange, "silent")
ENDED = thing(Exchange, "ended", format="csv", status=ExchangeStatus.ENDED)
WORLD: tuple[Fact, ...] = (
    REGIONAL, VENDORS, R4, STUCK, MAPPED, ASTRAY, OPINION, PAST, GOOD, UNSAID, OWN, SAID, SILENT, ENDED,
    link(MAPPED, "maps_to", REGIONAL), link(ASTRAY, "maps_to", VENDORS), link(SAID, "conforms_to", R4),
    link(OPINION, "provides", OWN), link(GOOD, "consumes", OWN),
)  # fmt: skip


def test_each_is_listed_with_its_reasons_and_what_is_not_stated_is_not_a_finding() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("nonstandard_exchanges").rows
    assert [(r.subject.id, [reason.value for reason in r.reasons]) for r in rows] == [
        ("astray", ["inherited-model"]),
        ("opinion", ["opinion"]),
        ("stuck", ["inherited-model"]),
        ("own", ["own-format"]),
    ]


def test_exchanges_of_which_nothing_is_stated_come_last_when_asked_for() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    answer = loaded_snapshot.ask("nonstandard_exchanges", unstated=True, limit=2, offset=3)
    assert [r.subject.id for r in answer.rows] == ["own", "silent"]
    assert (answer.total, answer.rows[1].reasons) == (5, ("unstated",))


def test_an_exchange_is_shown_with_its_ends_and_rests_on_them() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    row = loaded_snapshot.ask("nonstandard_exchanges").rows[-1]
    assert ([r.id for r in row.provided_by], [r.id for r in row.consumed_by]) == (["opinion"], ["good"])
    assert {"Exchange/own", "System/good"} <= {shown.about for shown in row.evidence}
    assert row.why[0].say("en") == "It uses the format: In-house XML."
