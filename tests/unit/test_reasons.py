"""Why a value is refused: no reader of Swedish meets Pydantic's English."""

import errno
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from graph.errors import QuestionError, SettingsError
from graph.language import system_errors
from graph.language.validation_errors import MISSING, TEXTS, UNKNOWN, UnfitError, first, reason
from graph.language.words import Message, say
from graph.ontology.kinds import Exchange
from graph.ontology.ontology import ONTOLOGY
from graph.scenarios.scenario_store import parsed
from graph.scenarios.steps import Scenario
from graph.settings import Settings
from graph.tender.requirement_set import StatedRequirementSet
from loaders.sources.register import SOURCE
from loaders.tender.document import document
from loaders.tender.refused_offer import InvalidOfferError
from queries.asking.catalogue import catalogue
from queries.asking.validation import unknown, validated
from queries.divestment.profile import Profile
from queries.divestment.profile_file import FOLDER
from queries.divestment.profile_file import read as read_profile
from queries.verdicts import table
from visualisations.maps.atlas import atlas

WRONG: tuple[Any, ...] = (
    None, True, -1, 0, 1.5, 10**30, float("inf"), "", " x", "a\nb", "a\x00b", "x" * 30_000, "2017-13", "2017-02-30",
    "igår", b"\xff", [], [1], ["x"] * 300, {}, {"a": 1}, {1: 2}, {"do": "dance"}, {"do": "remove"}, object(),
)  # fmt: skip
PARAMETERS = {
    **{stem: question.parameters for stem, question in catalogue().items()},
    **{stem: each.parameters for stem, each in atlas().items()},
}


def inside(model: type[BaseModel], met: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """The model and all models that its fields hold."""
    met.add(model)
    waiting: list[Any] = [info.annotation for info in model.model_fields.values()]
    while waiting:
        each = waiting.pop()
        waiting += get_args(each)
        if isinstance(each, type) and issubclass(each, BaseModel) and each not in met:
            inside(each, met)
    return met


MODELS: list[type[BaseModel]] = sorted(
    {
        *PARAMETERS.values(), *ONTOLOGY.kinds.values(), *(each.fields for each in ONTOLOGY.relations.values()),
        *inside(Scenario, set()), *inside(Profile, set()), *inside(StatedRequirementSet, set()), Settings,
    },
    key=lambda model: (model.__module__, model.__name__),
)  # fmt: skip


def refused(model: type[BaseModel]) -> Iterator[tuple[dict[str, Any], ValidationError]]:
    """What the model says of wrong values in each of its fields, of nothing, and of a name that it does not know."""
    for values in ({}, {"surprise": 1}, *({name: wrong} for name in model.model_fields for wrong in WRONG)):
        try:
            model.model_validate(values)
        except ValidationError as error:
            yield values, error


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_every_reason_that_a_model_gives_is_in_the_catalogue(model: type[BaseModel]) -> None:
    for _, error in refused(model):
        for each in error.errors():
            ours = isinstance(each.get("ctx", {}).get("error"), UnfitError)
            assert ours or each["type"] in TEXTS, each
            told = reason(each["type"], each.get("ctx", {}))
            assert told.say("sv") != told.say("en")
            assert each["msg"] not in told.say("sv")


@pytest.mark.parametrize("stem", PARAMETERS)
def test_a_parameter_that_is_wrong_is_told_of_in_the_readers_language(stem: str) -> None:
    model = PARAMETERS[stem]
    for values, error in refused(model):
        with pytest.raises(QuestionError, match=stem) as told:
            validated(model, stem, values)
        english, swedish = told.value.say("en"), told.value.say("sv")
        assert english != swedish
        assert error.errors()[0]["msg"] not in english + swedish
        assert first(error).type in (MISSING, UNKNOWN) or first(error).reason.say("sv") in swedish


def test_a_parameter_that_is_missing_or_unknown_is_told_by_its_name() -> None:
    model = PARAMETERS["dependencies"]
    with pytest.raises(QuestionError) as told:
        validated(model, "q", {})
    assert told.value.say("sv").startswith("q: parametern system måste anges. Frågan tar emot: as_of, ")
    with pytest.raises(QuestionError) as told:
        validated(model, "q", {"system": "a", "sytem": "b"})
    assert told.value.say("sv").startswith("q: det finns ingen parameter sytem. Frågan tar emot: as_of, ")


def test_pydantics_list_of_values_is_told_without_its_english_or() -> None:
    context = {"expected": "'a', 'it\\'s' or 'c'"}
    assert reason("enum", context).say("sv") == "skriv något av: a, it\\'s, c"


def test_what_is_not_known_is_said_to_be_so_by_its_type() -> None:
    assert reason("never_heard_of", {}).say("sv") == "det kan inte stå här (never_heard_of)"


def test_what_several_values_are_together_is_told_without_a_parameter() -> None:
    with pytest.raises(QuestionError) as told:
        validated(
            PARAMETERS["interoperability_verdicts"], "q", {"from_system": "a", "from_sector": "b"}
        )  # fmt: skip
    assert told.value.say("sv").startswith("q: ange en plats som den går från, inte flera. Frågan tar emot:")


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        ({"id": "x", "name": "X"}, "f.yaml: steps saknas. Ett scenario har"),
        ({"id": "x", "name": "X", "steps": []}, "f.yaml: steps är []: för få poster; minst 1."),
        ({"id": "x", "name": "X", "steps": [{"do": "dance"}]},
         "f.yaml: steg 1 är {'do': 'dance'}: för do, skriv något av: remove, replace, merge, add-exchange."),
        ({"id": "x", "name": "X", "steps": [{"do": "remove"}]}, "f.yaml: steg 1, id saknas."),
        ({"id": "x", "name": "X", "as_of": "i går", "steps": [{"do": "remove", "id": "y"}]},
         "f.yaml: as_of är 'i går': det är inget datum; skriv ÅÅÅÅ"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_scenario_is_told_in_swedish(scenario: Any, expected: str) -> None:
    with pytest.raises(QuestionError) as told:
        parsed(scenario, "f.yaml")
    assert expected in told.value.say("sv")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("weight: 7", "weight: -1", "det måste vara minst 0."),
        ("weight: 7", "weight: much", "skriv ett tal."),
        ("direction: maximise", "direction: up", "skriv något av: maximise, minimise."),
        ("weight: 7", "weight: [", "detta är inte YAML: ett värde saknas."),
    ],
)
def test_what_is_wrong_in_a_scoring_profile_is_told_in_swedish(before: str, after: str, expected: str) -> None:
    text = (FOLDER / "time.yaml").read_text(encoding="utf-8").replace(before, after, 1)
    with pytest.raises(QuestionError) as told:
        read_profile(text, "time.yaml")
    assert expected in told.value.say("sv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rules: [", "verdicts.yaml:1: detta är inte YAML: "),
        ("rules: x", "verdicts.yaml: skriv namnen version och rules, och under rules en lista"),
        ("rules: [{id: V1}]", "verdicts.yaml, regel 1: en regel har id, sees, verdict, level, en, sv; här saknas "),
        ("rules: [{id: V1, sees: {way: free}, verdict: odd, level: none, en: x, sv: x}]",
         "verdicts.yaml, regel 1, V1: verdict är odd; skriv något av: no-path, "),
        (None, "verdicts.yaml:1: Filen är inte UTF-8: byte 1 är 0xFF. "),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_table_of_rules_is_told_in_swedish(
    text: str | None, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "verdicts.yaml").write_bytes(b"\xff" if text is None else text.encode())
    monkeypatch.setenv("SAMBAND_RULES", str(tmp_path))
    with pytest.raises(SettingsError) as told:
        table.rules.__wrapped__()
    assert expected in told.value.say("sv")


YAML = (
    "a: b: c", "a: [1", "a: {b: 1", "a: *b", "- a\nb: 1", "a: 1\n b: 2", "a: @x", "\ta: 1", 'a: "x', 'a: "\\q"',
    "a: 1\n- b", "a: 1\n...\nb: 2\n---\n]", "a: !!python/object:os.x {}", "? [1]\n: 2", "!a!b c", "&a &b c", "a: |x",
    "- - a\n -b", "%YAML 9.9",
)  # fmt: skip
JSON = (
    "{", '{"a": }', '{"a" 1}', '{"a": 1,, "b": 2}', "{a: 1}", '{"a": 1} x', '{"a": "x', '{"a": "x\ny"}', '{"a": "\\q"}',
    "[1,]",
)  # fmt: skip


@pytest.mark.parametrize("text", YAML)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_what_a_parser_of_yaml_says_is_known(text: str, loader: Any) -> None:
    try:
        yaml.load(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        said = error.problem or error.context or ""
    else:
        return  # one of the parsers takes it
    assert isinstance(system_errors.of_parser(said), Message), said


@pytest.mark.parametrize("text", JSON)
def test_what_the_parser_of_json_says_is_known(text: str) -> None:
    with pytest.raises(json.JSONDecodeError) as told:
        json.loads(text)
    assert isinstance(system_errors.of_parser(told.value.msg), Message), told.value.msg


def test_a_broken_register_and_a_broken_offer_are_told_of_in_swedish(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("System:\n  - {id: a, name: A\n")
    (problem,) = SOURCE.read(tmp_path / "x.yaml", {}).problems
    assert "(ett komma eller en slutparentes saknas)" in problem.say("sv")
    with pytest.raises(InvalidOfferError) as told:
        document(b'{"a": 1,, "b": 2}', "x.json")
    assert "Filen är inte riktig JSON härifrån (ett namn inom citattecken saknas)" in told.value.say("sv")


def test_an_error_of_the_system_is_told_in_swedish() -> None:
    told = system_errors.of_system(OSError(errno.ENOENT, "No such file or directory"))
    assert say("{reason}", "sv", reason=told) == "det finns ingen sådan fil eller mapp"
    assert system_errors.of_system(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"


def test_what_is_not_there_is_told_by_the_swedish_name_of_its_kind() -> None:
    told = unknown("exchange", Exchange.__name__, "flöde", ["flode"])
    assert told.say("sv") == "exchange: det finns inget av sorten Informationsutbyte med id ”flöde”. Menade du ”flode”?"
    assert str(told) == "exchange: there is no Exchange 'flöde'. Did you mean 'flode'?"
