"""A catalogue in the store: beside the reference, asked, pasted, and loaded again in the other shape."""

from copy import deepcopy
from pathlib import Path

import pytest

from graph.database.store import Store
from graph.ontology.kinds import CatalogueNote, LogicalAddress, Permission, StandardVersion, System
from graph.ontology.vocabulary import NoteReason
from loaders.runs.run import InvalidSourceError, load
from loaders.sources.formats import BUNDLED, recognised
from loaders.sources.tak import SOURCE
from queries.asking.catalogue import catalogue
from queries.asking.service import QuestionService
from queries.asking.validation import validated
from queries.meaning.addressing import AddressingFinding as Finding
from tests.integration.pasting import shown_by
from tests.unit.test_tak import Lists, newer, older, row, written
from tests.worlds import read_snapshot

REFERENCE = BUNDLED[0]
LABORATORY = "urn:riv:clinicalprocess:healthcond:actoutcome:GetLaboratoryOrderOutcomeResponder:"
STEM = "addressing_findings"


def full_of_findings() -> Lists:
    """A catalogue with something of every finding."""
    data = newer()
    data["rivtaprofil"].append(row(10, namn="RIVTABP20", beskrivning="Äldre basprofil"))
    data["rivtaprofil"].append(row(11, namn="MADEUP13606", beskrivning="Ingen säger något om den"))
    data["anropsadress"].append(row(19, {"rivtaprofil": 11, "tjanstekomponent": 5}, adress="https://made-up.invalid/y"))
    data["logiskadress"].append(row(20, hsaId="MADE\r\nUP"))
    data["tjanstekontrakt"] += [row(10 + n, namnrymd=f"{LABORATORY}{n}", majorVersion=n) for n in (2, 3, 4)]
    data["anropsadress"].append(
        row(16, {"rivtaprofil": 10, "tjanstekomponent": 5}, adress="https://made-up.invalid/x\r\n")
    )
    for number, contract in ((17, 12), (18, 13)):
        permission, route = deepcopy(data["anropsbehorighet"][0]), deepcopy(data["vagval"][0])
        permission["relationships"]["tjanstekontrakt"] = route["relationships"]["tjanstekontrakt"] = contract
        route["relationships"]["anropsadress"] = 16
        data["anropsbehorighet"].append(permission | {"id": number, "tomTidpunkt": "2026-07-01T00:00:00+0000"})
        data["vagval"].append(route | {"id": number})
    data["vagval"][-1] |= {"tomTidpunkt": "2021-01-01T00:00:00+0000"}
    data["vagval"].append(deepcopy(data["vagval"][0]))
    data["vagval"][-1] |= {"id": 19}
    data["vagval"][-1]["relationships"]["anropsadress"] = 19
    data["anropsbehorighet"].append(data["anropsbehorighet"].pop(0))
    data["anropsbehorighet"][-1]["relationships"] |= {"tjanstekonsument": 5, "tjanstekontrakt": 14}
    data["anropsbehorighet"][-1] |= {"tomTidpunkt": "soon"}
    return data


async def test_a_catalogue_is_loaded_asked_and_pasted(store: Store, tmp_path: Path) -> None:
    await load(store, recognised(REFERENCE), REFERENCE)
    path = written(tmp_path, full_of_findings())
    await load(store, recognised(path), path)
    snapshot, question = await read_snapshot(store), catalogue()[STEM]
    version = snapshot.get(StandardVersion, "riv-ta-bp-2-0")
    assert version
    assert version.name == "RIV-TA Basic Profile 2.0", "the reference is trusted more"
    parameters = validated(question.parameters, STEM, {"as_of": "2026-06-01"})
    found = question.find(snapshot, parameters)
    assert {each.finding for each in found} == set(Finding)
    service = QuestionService(store)
    shown = await shown_by(store, await service.evaluate(STEM, as_of="2026-06-01"))
    for each in found:
        assert set(question.explain(snapshot, each, parameters).grounds) <= shown, each.finding
    for values in ({"system": "MADE-UP-HOLDER"}, {"contract": LABORATORY[:-1]}):
        parameters = validated(question.parameters, STEM, {"as_of": "2026-06-01", **values})
        shown = await shown_by(store, await service.evaluate(STEM, as_of="2026-06-01", **values))
        found = question.find(snapshot, parameters)
        assert found
        for each in found:
            assert set(question.explain(snapshot, each, parameters).grounds) <= shown, (values, each.finding)


async def test_a_catalogue_that_lacks_a_list_changes_nothing(store: Store, tmp_path: Path) -> None:
    await load(store, SOURCE, written(tmp_path, newer()))
    before = await read_snapshot(store)
    whole = newer()
    del whole["vagval"]
    with pytest.raises(InvalidSourceError) as refused:
        await load(store, SOURCE, written(tmp_path, whole))
    assert "list vagval: This list is not in the file" in refused.value.say("en")
    after = await read_snapshot(store)
    assert (after.revision, {node.ref for node in after}) == (before.revision, {node.ref for node in before})


async def test_a_row_that_is_mended_is_no_longer_listed(store: Store, tmp_path: Path) -> None:
    data = newer()
    data["logiskadress"].append(row(20, hsaId="MADE\r\nUP"))
    await load(store, SOURCE, written(tmp_path, data))
    note = (await read_snapshot(store)).get(CatalogueNote, "made-up.json#logiskadress[id=20]")
    assert note
    assert list(note.reasons or ()) == [NoteReason.UNPRINTABLE]
    data["logiskadress"][-1]["hsaId"] = "MADE-UP"
    await load(store, SOURCE, written(tmp_path, data))
    snapshot = await read_snapshot(store)
    assert snapshot.get(CatalogueNote, note.id) is None
    assert snapshot.get(LogicalAddress, "MADE-UP")


async def test_the_other_shape_changes_a_place_and_a_shorter_catalogue_takes_back(store: Store, tmp_path: Path) -> None:
    await load(store, SOURCE, written(tmp_path, newer()))
    report = await load(store, SOURCE, written(tmp_path, older()))
    assert len(report.plan) == 0, "the list that has them is another, and says the same"
    moved = report.plan.things.moved
    assert (report.plan.moved, {ref.kind for ref in moved}) == (len(moved), {System.__name__})
    await load(store, SOURCE, written(tmp_path, {**newer(), "anropsbehorighet": []}))
    assert (await read_snapshot(store)).all(Permission) == []


async def test_a_catalogue_under_another_name_has_changed_nothing(store: Store, tmp_path: Path) -> None:
    first = await load(store, SOURCE, written(tmp_path, newer()))
    before = await read_snapshot(store)
    renamed = written(tmp_path, newer()).rename(tmp_path / "november.json")
    report = await load(store, SOURCE, renamed, dataset=first.dataset.id)
    things, links = report.plan.things, report.plan.links
    assert {ref.kind for ref in (*things.create, *things.delete)} == {CatalogueNote.__name__}, "named by the file"
    assert (bool(things.replace), bool(links), report.plan.moved > 0) == (False, False, True)
    assert report.dataset.title == first.dataset.title
    after = await read_snapshot(store)
    kept = [{(node.ref, node.run) for node in each if node.kind != CatalogueNote.__name__} for each in (before, after)]
    assert kept[0] == kept[1]
    rows = await store.read("MATCH (n:System) RETURN n")
    assert {record.source for row in rows for record in row["n"].records} == {"november.json"}


async def test_a_catalogue_that_is_loaded_beside_itself_is_warned_of(store: Store, tmp_path: Path) -> None:
    data = newer()
    data["logiskadress"] += [row(100 + n, hsaId=f"SE-{n}") for n in range(20)]
    await load(store, SOURCE, written(tmp_path, data))
    renamed = written(tmp_path, data).rename(tmp_path / "november.json")
    report = await load(store, SOURCE, renamed, dry=True)
    (warning,) = [each.say("en") for each in report.warnings if "--as" in each.say("en")]
    assert warning.startswith("november.json: ")
    assert "stated by the dataset made-up" in warning
