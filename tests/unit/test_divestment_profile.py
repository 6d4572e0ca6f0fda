"""Scoring profiles: what is read, and how each mistake is told."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.errors import QuestionError
from queries.divestment.indicators import COMPUTED, FIELDS
from queries.divestment.profile import Preference, Range
from queries.divestment.profile_file import DEFAULT, FOLDER, named, read

TEXT = (FOLDER / "time.yaml").read_text(encoding="utf-8")


def told(text: str | bytes, file: str = "time.yaml") -> str:
    """What is said of a profile that cannot be used."""
    with pytest.raises(QuestionError) as caught:
        read(text, file)
    assert caught.value.say("sv") != caught.value.say("en")
    return caught.value.say("en")


def edited(**changes: Any) -> str:
    """The bundled profile with other values at paths such as ``risk__beyond``."""
    values = yaml.safe_load(TEXT)
    for path, value in changes.items():
        *way, last = [int(step) if step.isdigit() else step for step in path.split("__")]
        inner = values
        for step in way:
            inner = inner[step]
        inner[last] = value
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False)


def test_every_bundled_profile_holds_together_and_is_told_in_both_languages() -> None:
    for path in FOLDER.glob("*.yaml"):
        profile = named(path.stem)
        for words in (profile.title.words, profile.about.words, *(each.words for each in profile.indicators)):
            assert words.en
            assert words.sv
            assert words.en != words.sv
        assert {"time", "normalisation", "risk", "overlap", "complexity", "switching"} <= profile.sources.keys()


def test_the_bundled_profile_has_the_published_numbers() -> None:
    profile = named(DEFAULT)
    assert [(step.up_to_days, step.base) for step in profile.risk.base] == [
        (30, 20), (90, 10), (180, 6), (360, 4), (540, 2),
    ]  # fmt: skip
    assert (profile.risk.beyond, profile.risk.past) == (0, 100)
    assert profile.risk.vendor == {"support_ends": 2, "extended_support_ends": 3, "end_of_life": 4}
    assert [band.end for band in profile.overlap.bands] == [0.25, 0.75, None]
    assert [band.end for band in profile.complexity.bands] == [20, 60, None]
    assert (profile.switching.integration_days, profile.switching.process_days) == (4, 2)


def test_yes_and_no_may_be_written_as_yaml_has_them() -> None:
    profile = read(TEXT.replace('{"yes": 1, "no": 0}', "{yes: 1, no: 0}"), "time.yaml")
    (inherited,) = (each for each in profile.technical.indicators if each.id == "inherited-model")
    assert inherited.scale == {"yes": 1, "no": 0}
    assert inherited.direction is Preference.MINIMISE
    assert inherited.range == Range(min=0, max=1)


def test_a_profile_is_read_from_its_folder_as_it_is_now(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(TEXT.replace("name: time", "name: ours"), encoding="utf-8")
    assert named("ours", tmp_path).name == "ours"
    (tmp_path / "ours.yaml").write_text("name: [", encoding="utf-8")
    with pytest.raises(QuestionError, match=r"ours\.yaml, line 1: this is not YAML"):
        named("ours", tmp_path)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("tim", "There is no scoring profile 'tim'. Did you mean 'time'? There are: time."),
        ("xyz", "There is no scoring profile 'xyz'. There are: time."),
        ("../time", "Did you mean 'time'?"),
    ],
)
def test_a_profile_that_is_not_there_is_told_of(name: str, says: str) -> None:
    with pytest.raises(QuestionError, match=re.escape(says)):
        named(name)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: [\nb", "p.yaml, line 2: this is not YAML: a comma or a closing bracket is missing."),
        ("a: *b", 'p.yaml, line 1: "b" points at nothing above it.'),
        (
            "a: !!python/object:os.x {}",
            'p.yaml, line 1: "tag:yaml.org,2002:python/object:os.x" is a YAML tag.',
        ),
        (b"a: \x00", "p.yaml, line 1: The file has the character U+0000, which cannot be shown or stored. Remove it."),
        ("- 1", "p.yaml: write a profile as keys with values"),
        ("", "p.yaml: write a profile as keys with values"),
        ("a: 1\na: 1", 'p.yaml, line 2: "a" stands twice here; the first is on line 1. Keep one of them.'),
        ("a: &x [*x]\na: 1", 'p.yaml, line 1: "x" points at nothing above it.'),
        ("? [1]\n: 2", "p.yaml, line 1: A key is missing or is not a text. Write name: value."),
    ],
)
def test_what_is_no_profile_at_all_is_told_by_file_and_line(text: str | bytes, says: str) -> None:
    assert says in told(text, "p.yaml")


def line_of(text: str) -> int:
    return 1 + TEXT[: TEXT.index(text)].count("\n")


@pytest.mark.parametrize(
    ("before", "after", "place", "problem"),
    [
        ("weight: 7", "weight: -1", "functional.indicators.0.weight", "it must be at least 0"),
        ("weight: 7", "weight: .inf", "functional.indicators.0.weight", "write a finite number"),
        ("weight: 7", "weight: much", "functional.indicators.0.weight", "write a number"),
        ("direction: maximise", "direction: up", "functional.indicators.0.direction", "write one of: maximise"),
        ("threshold: 5.5 ", "threshold: 11 ", "functional.threshold", "it must be at most 10"),
        ("least_known: 0.5", "least_known: 2", "functional.least_known", "it must be at most 1"),
        ("reads: functional_fit", "reads: functional_fitt", "functional.indicators.0.reads",
         "there is no indicator 'functional_fitt' to read; did you mean 'functional_fit'?"),
        ("min: 1, max: 4", "min: 4, max: 1", "functional.indicators.0.range", "the range goes from 4.0 to 1.0"),
        ("min: 1, max: 4", "min: 4, max: 4", "functional.indicators.0.range", "the range goes from 4.0 to 4.0"),
        ("scale: {unreasonable: 1, ", "scale: {", "functional.indicators.0.scale",
         "the scale has no number for: unreasonable"),
        ("scale: {unreasonable: 1, ", "scale: {unreasonable: 1, bad: 0, ", "functional.indicators.0.scale",
         "'functional_fit' never is: bad. It is one of: unreasonable, insufficient, appropriate, perfect"),
        ("below: 12", "below: 50", "risk.bands.1", "40.0 comes after 50.0"),
        ("below: 20", "below: 20, up_to: 30", "complexity.bands.0", "the band 'Low' needs either below or up_to"),
        ("end_of_life: 4", "sunset: 4", "risk.vendor.sunset", "a system has no date called 'sunset'"),
        ("up_to_days: 90", "up_to_days: 20", "risk.base.1", "20 comes after 30"),
        ("up_to_days: 90", "up_to_days: 30", "risk.base.1", "30 comes after 30"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_by_line_key_and_what_is_wrong(before: str, after: str, place: str, problem: str) -> None:
    assert before in TEXT
    said = told(TEXT.replace(before, after, 1))
    assert said.startswith("time.yaml, line ")
    assert f", {place}: {problem}" in said
    line = int(re.findall(r"line (\d+)", said)[0])
    if "bands" not in place and "base" not in place:
        assert line == line_of(before)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": "other"}, "name: its name is 'other'; a profile has the name of its file, here 'time'"),
        ({"functional__indicators__1__id": "functional-fit"}, "two indicators are called 'functional-fit'"),
        ({"cost__id": "technical-fit"}, "cost.id: two indicators are called 'technical-fit'"),
        ({"functional__indicators": []}, "functional.indicators: it has too few entries; the least is 1"),
        ({"functional__indicators__2__scale": {"a": 1}}, "'organisations' is a number already; take its scale away"),
        ({"cost__scale": {"a": 1}}, "cost.scale: 'annual_cost_sek' is a number already"),
        ({"cost__reads": "criticality"}, "cost: 'criticality' is not a number; give it a scale with a number for each"),
        ({"cost__reads": "recommendation"}, "there is no indicator 'recommendation' to read"),
        ({"cost__range": "all"}, "cost.range: "),
        ({"overlap__bands": []}, "overlap.bands: "),
        ({"overlap__bands__2__up_to": 1}, "overlap.bands.2: the last band, 'High', must have no end"),
        ({"overlap__bands__0__below": None}, "overlap.bands.0: the band 'Low' needs either below or up_to"),
        ({"switching__day_rate_sek": -1}, "switching.day_rate_sek: "),
        ({"surprise": 1}, "surprise: nothing has this name here"),
        ({"version": 1.0}, "version: write a text"),
        ({"title__sv": ""}, "title.sv: it is too short"),
    ],
)
def test_what_does_not_hold_together_is_told(changes: dict[str, Any], says: str) -> None:
    assert says in told(edited(**changes))


@pytest.mark.parametrize("fit", ["functional", "technical"])
def test_weights_that_sum_to_nothing_are_told_of(fit: str) -> None:
    values = yaml.safe_load(TEXT)
    for each in values[fit]["indicators"]:
        each["weight"] = 0
    said = told(yaml.safe_dump(values))
    assert f"{fit}.indicators: the weights sum to nothing; give at least one indicator a weight above 0." in said


def test_one_weight_of_nothing_is_no_mistake_and_a_day_rate_may_be_left_out() -> None:
    values = yaml.safe_load(edited(functional__indicators__1__weight=0))
    del values["switching"]["day_rate_sek"]
    profile = read(yaml.safe_dump(values), "time.yaml")
    assert profile.switching.day_rate_sek is None
    assert profile.functional.indicators[1].weight == 0


def test_a_missing_key_is_told_by_its_name() -> None:
    values = yaml.safe_load(TEXT)
    del values["risk"]["past"]
    assert "risk.past: it is missing." in told(yaml.safe_dump(values, sort_keys=False))


def test_every_number_of_a_system_and_every_list_of_values_can_be_read() -> None:
    assert {"functional_fit", "technical_fit", "criticality", "must_not_stop", "annual_cost_sek"} <= FIELDS.keys()
    assert not {"recommendation", "category", "used_since", "aliases", "id", "name"} & FIELDS.keys()
    assert not FIELDS.keys() & COMPUTED.keys()
