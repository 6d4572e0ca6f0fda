"""Storage spaces: which disciplines share, which stand apart, and which have none stated."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Discipline, InformationEntity, SharedStorage, System
from graph.ontology.vocabulary import DesignBasis
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

RADIOLOGY, CARDIOLOGY, PATHOLOGY, SKIN = (
    thing(Discipline, id) for id in ("radiology", "cardiology", "pathology", "skin")
)
COMMON = thing(SharedStorage, "common", design_basis=DesignBasis.STANDARD, seen_as_one=True)
APART = thing(SharedStorage, "apart", separation_rationale="its volume")
SILENT = thing(SharedStorage, "a-silent")
HEART, IMAGE = thing(System, "heart"), thing(InformationEntity, "image")
WORLD: tuple[Fact, ...] = (
    RADIOLOGY, CARDIOLOGY, PATHOLOGY, SKIN, COMMON, APART, SILENT, HEART, IMAGE,
    link(COMMON, "serves", RADIOLOGY), link(HEART, "keeps_data_in", COMMON), link(HEART, "serves", CARDIOLOGY),
    link(APART, "serves", PATHOLOGY), link(COMMON, "stores", IMAGE),
)  # fmt: skip


def test_shared_spaces_come_before_those_apart_and_unknown_ones() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("shared_storage").rows
    assert [(r.storage and r.storage.id, [d.id for d in r.disciplines], r.shared) for r in rows] == [
        ("common", ["cardiology", "radiology"], True),
        ("apart", ["pathology"], False),
        ("a-silent", [], None),
        (None, ["skin"], None),
    ]


def test_a_space_says_why_it_is_shared_or_stands_apart() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    common, apart, silent, homeless = loaded_snapshot.ask("shared_storage").rows
    assert common.why.say("en") == "2 disciplines share it; it rests on: International standard."
    assert apart.why.say("en") == "It stands apart: its volume."
    assert silent.why.say("en") == "No source says which disciplines use it."
    assert homeless.why.say("en") == "No storage space is stated for it."
    assert [shown.about for shown in homeless.evidence] == ["Discipline/skin"]


def test_a_discipline_finds_its_space_also_through_its_systems() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("shared_storage", discipline="cardiology").rows
    assert ([e.id for e in row.entities], [s.id for s in row.systems]) == (["image"], ["heart"])
    assert {"System/heart", "Discipline/cardiology", "SharedStorage/common"} <= {shown.about for shown in row.evidence}
