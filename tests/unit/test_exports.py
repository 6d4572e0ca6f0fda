"""What each release exported of the case is read by this program, and is answered as it was then."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from graph.errors import QuestionError
from graph.facts.facts import LinkFact, ThingFact
from graph.ontology.ontology import ONTOLOGY, PAST
from loaders.runs.fact_validation import validated
from loaders.sources.contract import KnownThing
from loaders.sources.formats import recognised
from queries.asking.catalogue import catalogue
from tests.bundled import facts
from tests.loaded_snapshot import SnapshotOfFacts

EXPORTS = Path(__file__).parents[1] / "exports"
RELEASES = sorted(path.name for path in EXPORTS.iterdir() if path.is_dir())
ORDER = ("reference", "case-vgr", "case-vgr-illustrative")
TOLD = "told.json"
"""What the release said: how many things and relations of each name, and how each question was answered."""
DAY = "2026-11-30"
TO_COME = "a succession that is still to come is told, with the day on which it comes"
NOT_CALLED_FOR = "a need that calls for no information is unknown, whatever is exchanged"
WAITS = "a plan waits for what a change that retires a system is to put in its place"
ANSWERED_OTHERWISE = {
    **{("0.1.0", stem): TO_COME for stem in ("divestment_blockers", "divestment_candidates", "facades")},
    ("0.1.0", "interoperability_verdicts"): NOT_CALLED_FOR,
    ("0.1.0", "divestment_plan"): WAITS,
}
"""Questions that a later release means to answer otherwise than that one did, each with why."""


def told(release: str) -> dict[str, Any]:
    """What this program says of the export of a release."""
    found = facts(*(EXPORTS / release / name for name in ORDER))
    counts: dict[str, int] = {}
    for fact in found:
        name = fact.relation.name if isinstance(fact, LinkFact) else fact.key.kind
        counts[name] = counts.get(name, 0) + 1
    world = SnapshotOfFacts(*found)
    answers = {}
    for stem in catalogue():
        try:
            answer = world.ask(stem, as_of=DAY)
        except QuestionError:
            continue  # it has to be asked of something
        ids = sorted(set(_ids([row.model_dump(mode="json", exclude={"evidence", "leads"}) for row in answer.rows])))
        answers[stem] = [answer.total, sha256("\n".join(ids).encode()).hexdigest()[:16]]
    return {"counts": counts, "answers": answers}


def _ids(said: object) -> list[str]:
    """The ids of all things that an answer names."""
    if isinstance(said, list):
        return [id for each in said for id in _ids(each)]
    if isinstance(said, dict):
        own = [str(said["id"])] if "id" in said and "kind" in said else []
        return own + [id for each in said.values() for id in _ids(each)]
    return []


@pytest.mark.parametrize("release", RELEASES)
def test_what_a_release_exported_is_read_whole_and_answered_the_same(release: str) -> None:
    then = json.loads((EXPORTS / release / TOLD).read_text(encoding="utf-8"))
    now = told(release)
    assert now["counts"] == {PAST.owner(name): total for name, total in then["counts"].items()}
    assert len(then["answers"]) > 20
    same = {stem for stem in then["answers"].keys() & now["answers"] if (release, stem) not in ANSWERED_OTHERWISE}
    assert {stem: now["answers"][stem] for stem in same} == {stem: then["answers"][stem] for stem in same}


@pytest.mark.parametrize("release", RELEASES)
def test_what_is_called_otherwise_now_is_told_once_a_file_and_passes_the_gate(release: str) -> None:
    known: dict[str, dict[str, KnownThing]] = {kind: {} for kind in ONTOLOGY.kinds}
    for name in ORDER:
        path = EXPORTS / release / name
        reading = recognised(path).read(path, known)
        assert not validated(reading, known)
        for fact in reading.facts:
            if isinstance(fact, ThingFact):
                known[fact.kind.__name__].setdefault(fact.id, KnownThing(fact.id, frozenset({name})))
        told = [each.values.get("value") for each in reading.warnings]
        assert sorted(map(str, told)) == sorted(_older_in(path))


def _older_in(register: Path) -> list[str]:
    """The older names in the files of a register, each once a file."""
    older = {old for names in PAST.fields.values() for old in names} | {*PAST.kinds, *PAST.sides}
    return [
        old
        for file in register.glob("*.yaml")
        for old in older
        if re.search(rf"\b{old}: ", file.read_text(encoding="utf-8"))
    ]


if __name__ == "__main__":  # a new release: after samband export tests/exports/<release>
    import sys

    text = json.dumps(told(sys.argv[1]), indent=1, sort_keys=True)
    (EXPORTS / sys.argv[1] / TOLD).write_text(text + "\n", encoding="utf-8")
