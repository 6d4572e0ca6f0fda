"""The case, answered to the letter: what the documents tell is what the questions say."""

from typing import Any

from queries.asking.catalogue import catalogue
from queries.asking.validation import validated
from tests.bundled import bundled_snapshot


def asked(stem: str, **values: Any) -> list[Any]:
    """The rows of an answer to the case."""
    question = catalogue()[stem]
    parameters = validated(question.parameters, stem, values)
    found = question.find(bundled_snapshot(), parameters)
    return [question.explain(bundled_snapshot(), each, parameters) for each in found]


def test_why_the_divestment_of_the_laboratory_system_is_blocked() -> None:
    (row,) = [each for each in asked("blocked_divestments") if each.blocked.id == "laboratory-system"]
    assert (row.months_allowed, row.constraint) == (8, "The migration cannot be done in eight months")
    assert [each.name for each in row.raised_to] == ["Regional steering committee"]
    blockers = asked("divestment_blockers", system="laboratory-system")
    assert {each.sort.value for each in blockers} == {"needed", "facade", "blocked"}
    assert all(each.lifted_by for each in blockers)


def test_what_the_replacement_of_the_records_retires_and_in_which_waves() -> None:
    rows = [each for each in asked("initiative_effects") if each.change.name == "Replacement of the patient records"]
    retired = [(each.thing.id, each.wave) for each in rows if each.effect.value == "retires" and each.thing]
    assert ("current-eprs", None) in retired or any(wave is None for _, wave in retired)
    assert sorted(wave for _, wave in retired if wave) == [1, 1, 2, 2, 3]


def test_which_care_sectors_are_islands() -> None:
    pairs = {frozenset((row.one.name, row.other.name)) for row in asked("islands")}
    assert pairs == {
        frozenset({"County council care", "Hospital care"}), frozenset({"County council care", "Primary care"}),
    }  # fmt: skip


def test_which_disciplines_share_storage_and_why_pathology_does_not() -> None:
    shared, apart = asked("shared_storage")
    assert [each.name for each in shared.disciplines] == ["Cardiology", "Dentistry", "Radiology"]
    assert (shared.shared, shared.seen_as_one, shared.design_basis) == (True, True, "international-standard")
    assert [each.name for each in apart.disciplines] == ["Pathology"]
    assert apart.separation_rationale.startswith("The original data and their volume")
