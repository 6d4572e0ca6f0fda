"""Every format that can be loaded keeps to the contract: whole by itself, and held to a sample."""

import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.facts.facts import LinkFact, ThingFact
from graph.language.words import Words
from loaders.runs.fact_validation import validated
from loaders.runs.plan import plan
from loaders.sources import formats
from loaders.sources.contract import Known, Reading, Source, SourceError, checked
from loaders.sources.formats import recognised, sources

SAMPLES = Path(__file__).parents[1] / "samples"
ADD = {
    "name": 'name = "...", what the format is called',
    "about": "about = Words(English, Swedish), what it loads",
    "recognises": "recognises(path)",
    "read": "read(path, known)",
}


class Whole:
    """All that a source has."""

    name = "whole"
    about = Words("a whole one", "en hel")

    def recognises(self, path: Path) -> bool:
        raise NotImplementedError

    def read(self, path: Path, known: Known) -> Reading:
        raise NotImplementedError


def broken(**instead: Any) -> object:
    return type("Broken", (Whole,), instead)()


def test_what_has_all_of_it_is_a_source() -> None:
    whole = Whole()
    assert checked("loaders.sources.whole", whole) is whole


@pytest.mark.parametrize("part", ADD)
def test_a_source_that_lacks_something_is_refused_by_name_with_what_to_add(part: str) -> None:
    with pytest.raises(SourceError) as refused:
        checked("loaders.sources.half", broken(**{part: None}))
    assert str(refused.value) == f"loaders.sources.half: Broken is no source; add {ADD[part]}"


def test_all_that_a_source_lacks_is_told_at_once() -> None:
    with pytest.raises(SourceError) as refused:
        checked("loaders.sources.empty", object())
    assert str(refused.value) == f"loaders.sources.empty: object is no source; add {'; '.join(ADD.values())}"


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("name", ""),
        ("about", "only English"),
        ("about", Words("a half", "")),
        ("recognises", lambda self: True),
        ("read", lambda self, path: None),
        ("read", Words("not a", "method")),
    ],
)
def test_a_source_with_something_else_in_its_place_is_refused_too(part: str, wrong: object) -> None:
    with pytest.raises(SourceError) as refused:
        checked("loaders.sources.wrong", broken(**{part: wrong}))
    assert str(refused.value) == f"loaders.sources.wrong: Broken is no source; add {ADD[part]}"


def test_a_file_without_a_source_is_refused_by_name() -> None:
    with pytest.raises(SourceError, match=r"loaders\.sources\.forgotten: it has no source; add SOURCE = "):
        checked("loaders.sources.forgotten", None)


def sample(source: Source) -> Path:
    """The file or folder with a few facts in the source's format."""
    found = [path for path in SAMPLES.iterdir() if path.stem == source.name]
    assert len(found) == 1, f"put a small sample of its format in tests/samples, called {source.name}"
    return found[0]


EVERY = pytest.mark.parametrize("source", sources().values(), ids=lambda source: source.name)


@EVERY
def test_a_source_alone_recognises_its_sample(source: Source) -> None:
    assert recognised(sample(source)) is source
    assert [each.name for each in sources().values() if each.recognises(sample(source))] == [source.name]


@EVERY
def test_a_sample_is_read_without_a_problem_into_facts_with_their_places_and_twice_alike(source: Source) -> None:
    first, again = (source.read(sample(source), {}) for _ in range(2))
    assert not [problem.say("en") for problem in first.problems]
    assert any(isinstance(fact, ThingFact) for fact in first.facts)
    assert all(fact.provenance.place for fact in first.facts)
    assert (first.digest, first.facts) == (again.digest, again.facts)


@EVERY
def test_the_things_of_a_sample_are_what_the_ontology_takes(source: Source) -> None:
    for fact in source.read(sample(source), {}).facts:
        if isinstance(fact, ThingFact):
            fact.kind.model_validate(fact.fields)


@EVERY
def test_a_sample_passes_the_gate_and_is_planned_alike_in_any_order(source: Source) -> None:
    reading = source.read(sample(source), {})
    shuffled = random.Random(1).sample(reading.facts, len(reading.facts))
    assert validated(reading, {}) == validated(replace(reading, facts=shuffled), {}) == []
    trust = {reading.dataset.id: reading.dataset.trust}
    first, again = (
        plan(facts, {}, {}, dataset=reading.dataset.id, trust=trust, run=1) for facts in (reading.facts, shuffled)
    )
    assert (first.things.create, first.links.create) == (again.things.create, again.links.create)


@EVERY
def test_a_wrong_value_of_any_source_is_refused_by_the_run_at_its_place(source: Source) -> None:
    reading = source.read(sample(source), {})
    number, right = next((n, fact) for n, fact in enumerate(reading.facts) if isinstance(fact, ThingFact))
    for wrong in ({"description": 7}, {"colour": "red"}, {"name": "two\x07"}, {"id": "other"}):
        facts = [*reading.facts]
        facts[number] = right._replace(fields=right.fields | wrong)
        (problem,) = validated(replace(reading, facts=facts), {})
        assert str(problem.place) == right.provenance.place


@EVERY
def test_a_source_of_which_something_is_lost_is_refused_with_what_misses_it(source: Source) -> None:
    reading = source.read(sample(source), {})
    link = next((fact for fact in reading.facts if isinstance(fact, LinkFact)), None)
    if link is None:  # a format of things alone has nothing that could miss another
        assert not validated(reading, {})
        return
    rest = [fact for fact in reading.facts if fact.key != link.target]
    found = validated(replace(reading, facts=rest), {})
    assert link.provenance.place in {str(problem.place) for problem in found}


def test_a_broken_source_stops_the_import_of_the_formats(tmp_path: Path) -> None:
    package = Path(formats.__file__).parents[1]
    shutil.copytree(package, tmp_path / "loaders", ignore=shutil.ignore_patterns("__pycache__", "bundled"))
    broken = tmp_path / "loaders" / "sources" / "broken.py"
    broken.write_text("class Broken:\n    name = 'broken'\n\n\nSOURCE = Broken()\n", encoding="utf-8")
    own = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}
    command = [sys.executable, "-c", "import loaders.sources.formats"]
    run = subprocess.run(command, env=own, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].endswith(
        f"loaders.sources.broken: Broken is no source; add {ADD['about']}; {ADD['recognises']}; {ADD['read']}"
    )
