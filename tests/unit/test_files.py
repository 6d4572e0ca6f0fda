"""The readers of files: one fault has one sentence, whatever the file is, and every format tells it as its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import OfferError, QuestionError, RegisterError, SambandError, ScenarioError, SettingsError
from loaders.files.cells_and_problems import Problems
from loaders.files.csv_rows import read_csv
from loaders.files.file_limits import FileLimits
from loaders.files.folder import beginning, files, whole
from loaders.files.json_values import read_json
from loaders.files.plain_values import plain_values
from loaders.files.refusal import UnreadableFileError, settle
from loaders.files.xml_elements import read_xml
from loaders.files.yaml_tree import tree
from loaders.scenario_file import read_scenario_file
from loaders.sources.register import SOURCE
from loaders.tender.offer_reading import read_offer_file
from queries.asking.rule_tables import RuleTableError
from queries.divestment import profile_file
from queries.verdicts import table

SMALL = FileLimits(largest=100, deepest=3, most_values=8, aliases=True)


def told(problems: Problems) -> list[str]:
    return [each.say("en") for each in problems.in_order()]


def offer(path: Path) -> str:
    with pytest.raises(OfferError) as caught:
        read_offer_file(path)
    return caught.value.say("en")


def register(path: Path) -> str:
    return "\n".join(each.say("en") for each in SOURCE.read(path, {}).problems)


def scenario(path: Path) -> str:
    with pytest.raises(ScenarioError) as caught:
        read_scenario_file(path)
    return caught.value.say("en")


def profile(path: Path) -> str:
    with pytest.raises(QuestionError) as caught:
        profile_file.named(path.stem, path.parent)
    return caught.value.say("en")


def rule_table(path: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        table.rules.__wrapped__()
    return caught.value.say("en")


FORMATS: tuple[Callable[[Path], str], ...] = (offer, register, scenario, profile, rule_table)
STRICT = (register, scenario)
TYPED = (profile, rule_table)


@pytest.mark.parametrize(
    ("data", "formats", "said"),
    [
        (b"a: 1\na: 2\n", FORMATS, '"a" stands twice here; the first is on line 1. Keep one of them.'),
        (b"a: 1\n---\na: 2\n", FORMATS, "A new document begins here (---). Keep one document in each file."),
        (b"a: \xff\n", FORMATS, "The file is not UTF-8: byte 4 is 0xFF."),
        (b"a: \x07\n", FORMATS, "The file has the character U+0007, which cannot be shown or stored. Remove it."),
        (b"? [a]\n: 1\n", FORMATS, "A key is missing or is not a text. Write name: value."),
        (b"a: *b\n", (offer, *TYPED), '"b" points at nothing above it.'),
        (b"a: &b [*b]\n", (offer, *TYPED), '"b" points at nothing above it.'),
        (b"a: *b\n", STRICT, '"b" is a YAML anchor or alias (& or *). Write the value out, or put it in quotes.'),
        (b"a: {<<: {b: 1}}\n", STRICT, "Merge keys (<<) are not read. Write the values out."),
        (b"a: !b 1\n", (*STRICT, *TYPED), '"!b" is a YAML tag. Write the value without it, or put it in quotes.'),
        (b"[" * 200 + b"]" * 200, (scenario, *TYPED), "levels deep. It is not read."),
    ],
)
def test_one_fault_is_told_with_one_sentence_by_every_format(
    data: bytes, formats: tuple[Callable[[Path], str], ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "verdicts.yaml"
    path.write_bytes(data)
    monkeypatch.setenv("SAMBAND_RULES", str(tmp_path))
    for each in formats:
        assert said in each(path), each.__name__
        assert "verdicts.yaml" in each(path)


def test_a_file_that_stands_for_thousands_of_millions_of_values_is_refused_by_tables_and_profiles_too() -> None:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [
        f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    with pytest.raises(QuestionError, match="more than 50,000 values"):
        profile_file.read("\n".join(lines), "time.yaml")
    with pytest.raises(RuleTableError, match="more than 50,000 values"):
        table.read("\n".join(lines), "rules.yaml")


def test_aliases_and_merge_keys_are_followed_where_they_are_allowed() -> None:
    problems = Problems()
    node = tree("a: &a {x: 1}\nb: {<<: *a, y: 2}\nc: {<<: [*a], x: 3}\n", "f", SMALL._replace(most_values=99), problems)
    assert plain_values(node) == {"a": {"x": "1"}, "b": {"x": "1", "y": "2"}, "c": {"x": "3"}}
    assert not problems.found


def test_what_is_written_stays_text_unless_numbers_are_asked_for() -> None:
    text = "[1.10, '2', -3, +.5, 1e3, .inf, 2026-03-10, yes, true, ~, 0x10]"
    node = tree(text, "f", SMALL._replace(most_values=99), Problems())
    written = ["1.10", "2", "-3", "+.5", "1e3", ".inf", "2026-03-10", "yes", "true", None, "0x10"]
    numbers = [1.1, "2", -3, 0.5, 1000.0, float("inf"), "2026-03-10", "yes", "true", None, "0x10"]
    assert plain_values(node) == written
    assert plain_values(node, numbers=True) == numbers


def test_every_syntax_keeps_to_the_limits_of_its_format() -> None:
    deep, many = "The file is nested more than 3 levels deep.", "The file holds more than 8 values."
    for wide, expected in ((False, deep), (True, many)):
        yaml, json, xml = Problems(), Problems(), Problems()
        tree("[1,1,1,1,1,1,1,1,1]" if wide else "[[[[1]]]]", "f", SMALL, yaml)
        read_json("[1,1,1,1,1,1,1,1,1,1]" if wide else "[[[[1]]]]", "f", SMALL, json)
        read_xml(b"<a>" + b"<b/>" * 9 + b"</a>" if wide else b"<a><b><c><d/></c></b></a>", "f", SMALL, xml)
        for problems in (yaml, json, xml):
            assert [expected in each for each in told(problems)] == [True]


def test_rows_of_csv_begin_with_the_header_and_have_their_lines() -> None:
    problems = Problems()
    assert [*read_csv("\n;\nid;name\na;'=b\n", "f", {"id"}, problems)] == [(3, ["id", "name"]), (4, ["a", "=b"])]
    assert [*read_csv('sep=,\nid,name\n"a\n', "f", {"id"}, problems)] == [(2, ["id", "name"])]
    assert "f:3: The row that begins here is not correct CSV" in told(problems)[0]


def test_a_file_that_is_not_there_or_too_large_is_refused_whole(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * 101)
    for path, said in (
        (tmp_path, f"There is no file {tmp_path}. Check the spelling."),
        (tmp_path / "b", f"There is no file {tmp_path / 'b'}. Check the spelling."),
        (tmp_path / "a.yaml", "a.yaml: The file is larger than 0 MB. It is not read."),
        (tmp_path / ("a" * 5_000), "cannot be opened (the name is too long). Check that you may read it."),
    ):
        with pytest.raises(UnreadableFileError) as caught:
            whole(path, SMALL)
        assert said in str(caught.value)
        assert caught.value.say("sv") != caught.value.say("en")
    assert beginning(tmp_path / "a.yaml", 3) == b"xxx"
    assert beginning(tmp_path, 3) == beginning(tmp_path / "b", 3) == b""
    with pytest.raises(UnreadableFileError, match="no file or folder"):
        files(tmp_path / "b", {".yaml"}, Problems())


def test_every_problem_of_a_file_is_told_at_once_in_the_order_of_its_lines() -> None:
    problems = Problems()
    tree("{a: 1, a: 2, [x]: 3}\n", "f", SMALL._replace(most_values=99), problems)
    with pytest.raises(UnreadableFileError) as caught:
        settle(problems)
    assert str(caught.value).count("\nf:1: ") == 1
    settle(Problems())


def test_no_format_lets_the_readers_error_out(tmp_path: Path) -> None:
    absent = tmp_path / "absent.yaml"
    for work, kind in (
        (lambda: read_offer_file(absent), OfferError),
        (lambda: read_scenario_file(absent), ScenarioError),
        (lambda: SOURCE.read(absent, {}), RegisterError),
    ):
        with pytest.raises(kind) as caught:
            work()
        error = caught.value
        assert isinstance(error, SambandError)
        assert str(absent) in error.say("sv")
