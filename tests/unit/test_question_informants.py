"""Who was interviewed, where they work, and what they govern."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Decision, Document, InformationModel, Organisation, Role
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

OFFICER, QUIET, OTHER = thing(Role, "officer"), thing(Role, "quiet"), thing(Role, "other")
REGION, COUNTY, BYSTANDER = (thing(Organisation, id) for id in ("region", "county", "bystander"))
TEXT, MODEL, CHOICE = thing(Document, "text"), thing(InformationModel, "model"), thing(Decision, "choice")
WORLD: tuple[Fact, ...] = (
    OFFICER, QUIET, OTHER, REGION, COUNTY, BYSTANDER, TEXT, MODEL, CHOICE,
    link(OFFICER, "informed", TEXT), link(QUIET, "informed", TEXT), link(OFFICER, "works_at", REGION),
    link(OTHER, "works_at", REGION), link(OFFICER, "governs", MODEL), link(OTHER, "decides_on", CHOICE),
    link(COUNTY, "has_input_on", CHOICE), link(REGION, "decides_on", CHOICE),
)  # fmt: skip


def test_those_interviewed_are_shown_with_what_they_and_their_organisation_govern() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    officer, quiet = loaded_snapshot.ask("informants").rows
    assert (officer.organisation.id, officer.designation.id) == ("region", "officer")
    assert [r.id for r in (*officer.governs, *officer.organisation_governs)] == ["model", "choice"]
    assert (quiet.organisation, quiet.note.say("en")) == (None, "No source says what it governs.")


def test_others_who_govern_are_shown_when_asked_for() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("informants", interviewed=False).rows
    assert [(r.organisation and r.organisation.id, r.designation and r.designation.id) for r in rows] == [
        ("county", None), ("region", "officer"), ("region", "other"), (None, "quiet"),
    ]  # fmt: skip


def test_what_somebody_governs_rests_on_the_relation_that_says_so() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("informants", role="officer").rows
    assert any(shown.about.endswith("InformationModel/model") and " " in shown.about for shown in row.evidence)
