"""Where a scoring profile is looked for, and where in it each sort of mistake is told to be."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from graph.errors import QuestionError
from queries.divestment.profile import Profile
from queries.divestment.profile_checks import problems
from queries.divestment.profile_file import FOLDER, named, read

TEXT = (FOLDER / "time.yaml").read_text(encoding="utf-8")
ENDLESS = {"en": "Some", "sv": "Viss"}


def places(way: str, value: Any, stem: str = "time") -> list[str]:
    """The places of all mistakes once `value` stands at `way`, a key or a place in a list for each step."""
    values = yaml.safe_load(TEXT)
    *steps, last = [int(step) if step.isdigit() else step for step in way.split(".")]
    inner = values
    for step in steps:
        inner = inner[step]
    inner[last] = value
    return [".".join(map(str, each.path)) for each in problems(Profile.model_validate(values), stem)]


@pytest.mark.parametrize(
    ("way", "value", "found"),
    [
        ("version", "2", []),
        ("name", "ours", ["name"]),
        ("technical.indicators.1.id", "technical-fit", ["technical.indicators.1.id"]),
        ("technical.indicators.0.reads", "unknown", ["technical.indicators.0.reads"]),
        ("cost.reads", "unknown", ["cost.reads"]),
        ("technical.indicators.0.scale", None, ["technical.indicators.0"]),
        ("technical.indicators.0.scale", {"adequate": 1}, ["technical.indicators.0.scale"]),
        ("cost.scale", {"dear": 1}, ["cost.scale"]),
        ("technical.indicators.0.range", {"min": 1, "max": 1}, ["technical.indicators.0.range"]),
        ("risk.vendor", {"sunset": 1}, ["risk.vendor.sunset"]),
        ("risk.own_use", {"used_until": 1, "sunset": 1}, ["risk.own_use.sunset"]),
        ("overlap.bands", [ENDLESS | {"below": 1}, ENDLESS, ENDLESS], ["overlap.bands.1"]),
        ("overlap.bands", [ENDLESS | {"below": 1}, ENDLESS | {"below": 2}], ["overlap.bands.1"]),
        ("complexity.bands", [ENDLESS], []),
        ("complexity.bands", [ENDLESS | {"up_to": 2}, ENDLESS | {"below": 2}, ENDLESS], ["complexity.bands.1"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(way: str, value: Any, found: list[str]) -> None:
    assert places(way, value) == found


@pytest.mark.parametrize("fit", ["functional", "technical"])
def test_weights_that_sum_to_nothing_are_told_of_their_fit(fit: str) -> None:
    weightless = [each | {"weight": 0} for each in yaml.safe_load(TEXT)[fit]["indicators"]]
    assert places(f"{fit}.indicators", weightless) == [f"{fit}.indicators"]


def test_a_profile_of_the_region_is_found_in_its_own_folder_beside_the_bundled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "ours.yaml").write_text(TEXT.replace("name: time", "name: ours"), encoding="utf-8")
    with pytest.raises(QuestionError):
        named("ours")
    monkeypatch.setenv("SAMBAND_RULES", str(tmp_path))
    assert (named("ours").name, named("time").name) == ("ours", "time")
    with pytest.raises(QuestionError) as unknown:
        named("xyz")
    assert unknown.value.values["known"] == "time, ours"


def test_a_scale_that_is_no_table_of_numbers_is_refused() -> None:
    with pytest.raises(ValidationError):
        places("technical.indicators.0.scale", [1])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            TEXT.replace("weight: 7", "weight: 7\n      weight: 8", 1),
            '"weight" stands twice here; the first',
        ),
        (
            TEXT.replace("day_rate_sek:", "process_days: 1\n  day_rate_sek:", 1),
            '"process_days" stands twice here',
        ),
        ("name: &again [*again]", 'line 1: "again" points at nothing above it.'),
    ],
)
def test_a_key_that_stands_twice_is_found_however_deep_and_a_ring_of_aliases_ends(text: str, said: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read(text, "time.yaml")
    assert said in caught.value.say("en")
