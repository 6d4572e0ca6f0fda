"""What is written as YAML, CSV or a workbook is read back as it was."""

import csv
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from graph.errors import RegisterError
from graph.facts.facts import WRITTEN, Fact, LinkFact, Provenance, Ref, ThingFact
from graph.ontology.declaration import UNPRINTABLE, Choice, Kind, Relation
from graph.ontology.kinds import Budget
from graph.ontology.ontology import ONTOLOGY
from loaders.sources.contract import Dataset, Reading
from loaders.sources.register import SOURCE
from loaders.sources.register.cells import items, joined
from loaders.sources.register.export import MARK, Format, write

FORMATS: list[Format] = ["yaml", "csv", "xlsx"]
HOSTILE = [
    "=1+1",
    "+46 31",
    "-",
    "@SUM(A1)",
    "'=x",
    "''",
    "'",
    "null",
    "~",
    "yes",
    "0o17",
    "1e5",
    "2017-05-12",
    "[a]",
    "{a: b}",
    "a: b",
    "# no",
    "&a",
    "*a",
    "!x",
    "%x",
    "|",
    ">",
    "- a",
    "? a",
    "<<",
    "a;b",
    "a\\;b",
    "\\",
    " led",
    "trail ",
    "\ttab",
    "line\nline",
    "line\n",
    "\n\nx",
    "a\r\nb",
    "a\rb",
    "_x000D_",
    "_x005F_x000D_",
    "x005F_",
    "åäö ÅÄÖ",
    "日本語",
    "👩‍⚕️",
    "a\u2028b",
    "\u00a0nbsp",
    "\ufeffbom",
    '"quoted"',
    "it's",
    "a,b",
    "a\tb",
    "#N/A",
    "TRUE",
    "</c>",
    "&amp;",
    "...",
    "---",
    "--- x",
]
TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
        lambda text: not UNPRINTABLE.search(text) and not text.isspace()
    ),
).filter(lambda text: not text.isspace())
IDS = st.one_of(
    st.from_regex(r"[a-zåäö]{1,6}(-[0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["=1", "-x", "a;b", "a\\b", "a b", "null", "1", "Å/ä", f"{next(iter(ONTOLOGY.kinds))}/x", "'q"]),
)
GROUND = st.builds(
    Provenance,
    source=st.one_of(st.sampled_from(["A", "B"]), TEXT),
    section=st.one_of(st.none(), st.sampled_from(["1", "2"]), TEXT),
    paraphrase=st.one_of(st.none(), TEXT),
    evidence=st.sampled_from(WRITTEN),
)


def value(attribute: Any) -> st.SearchStrategy[Any]:
    """A value within the limits of its declaration."""
    least = -(2**63) if attribute.at_least is None else attribute.at_least
    if attribute.choices:
        one: st.SearchStrategy[Any] = st.sampled_from([c.value for c in attribute.choices])
    elif attribute.name == "url":
        one = TEXT.map("https:{}".format)
    elif attribute.is_day:
        one = st.sampled_from(["2017", "2017-05", "2017-05-12"])
    else:
        one = {
            bool: st.booleans(),
            int: st.integers(least, 2**63 - 1 if attribute.at_most is None else attribute.at_most),
            float: st.floats(min_value=least, allow_nan=False, allow_infinity=False),
            str: TEXT,
        }[attribute.type]
    return st.lists(one, min_size=1, max_size=3) if attribute.many else one


@st.composite
def registers(draw: st.DrawFn) -> list[Fact]:
    facts: dict[Any, Fact] = {}
    for kind in draw(st.lists(st.sampled_from(list(ONTOLOGY.kinds.values())), min_size=1, max_size=4)):
        for identity in draw(st.lists(IDS, min_size=1, max_size=3, unique=True)):
            fields = {"id": identity, "name": draw(TEXT)}
            for name, attribute in kind.attributes().items():
                if name not in fields and draw(st.integers(0, 3)) == 0:
                    fields[name] = draw(value(attribute))
            facts[kind.__name__, identity] = ThingFact(kind, identity, fields, draw(GROUND))
    refs = [fact.key for fact in facts.values() if isinstance(fact, ThingFact)]
    taken: set[Any] = set()
    for source in refs:
        for target in refs:
            for relation in between(ONTOLOGY.kinds[source.kind], ONTOLOGY.kinds[target.kind]):
                if draw(st.booleans()) and not (relation.single and (source, relation.name) in taken):
                    taken.add((source, relation.name))
                    own = {
                        name: draw(value(attribute))
                        for name, attribute in relation.attributes.items()
                        if draw(st.booleans())
                    }
                    before = facts[source.kind, source.id].provenance
                    link = LinkFact(source, relation, target, own, draw(st.one_of(st.just(before), GROUND)))
                    facts[link.key] = link
    return list(facts.values())


def between(source: type[Kind], target: type[Kind]) -> list[Relation]:
    return [each for each in ONTOLOGY.relations.values() if source in each.sources and target in each.targets]


def said(facts: list[Fact]) -> dict[Any, Any]:
    """Facts without their places."""
    return {
        fact.key: (dict(fact.fields), fact.provenance.source, fact.provenance.section, fact.provenance.paraphrase,
                   fact.provenance.evidence)
        for fact in facts
    }  # fmt: skip


def written_and_read(facts: list[Fact], format: Format, folder: Path) -> Reading:
    path = folder / ("out.xlsx" if format == "xlsx" else "out")
    write(Dataset("out", "Åtgärder", "Utgång", 70), facts, path, format)
    return SOURCE.read(path, {})


@pytest.mark.parametrize("number", [1.4111112800310366, 0.1, 2.0, 1e300, 0.30000000000000004])
def test_a_number_keeps_all_its_digits_in_a_workbook(number: float, tmp_path: Path) -> None:
    fact = ThingFact(Budget, "b", {"id": "b", "name": "B", "amount_sek": number}, Provenance("s", place="p"))
    (read,) = written_and_read([fact], "xlsx", tmp_path).facts
    assert read.fields["amount_sek"] == number


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=60)
@given(facts=registers())
def test_any_register_is_read_back_as_it_was_written(format: Format, facts: list[Fact]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reading = written_and_read(facts, format, Path(folder))
    assert [problem.say("en") for problem in reading.problems] == []
    assert said(reading.facts) == said(facts)
    assert reading.dataset == Dataset("out", "Åtgärder", "Utgång", 70)


def hostile_things() -> list[Fact]:
    kind = next(iter(ONTOLOGY.kinds.values()))
    return [
        ThingFact(
            kind,
            f"t-{number}",
            {"id": f"t-{number}", "name": text, "aliases": [text, "b"]},
            Provenance(text, text, text),
        )
        for number, text in enumerate(HOSTILE)
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_every_hostile_text_survives_in_every_format(format: Format, tmp_path: Path) -> None:
    facts = hostile_things()
    reading = written_and_read(facts, format, tmp_path)
    assert [problem.say("en") for problem in reading.problems] == []
    assert said(reading.facts) == said(facts)


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    written_and_read(hostile_things(), "xlsx", tmp_path)
    for sheet in load_workbook(tmp_path / "out.xlsx").worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not str(cell.value or "").startswith(("=", "+", "-", "@")) or cell.quotePrefix


def test_no_cell_of_a_csv_file_begins_like_a_formula(tmp_path: Path) -> None:
    written_and_read(hostile_things(), "csv", tmp_path)
    for path in (tmp_path / "out").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert not [cell for row in csv.reader(file) for cell in row if cell.startswith(tuple("=+-@\t\r"))]


@given(values=st.lists(TEXT, min_size=1))
def test_a_list_in_one_cell_is_taken_apart_as_it_was_put_together(values: list[str]) -> None:
    assert items(joined(values)) == values


@pytest.mark.parametrize("format", ["yaml", "csv"])
def test_writing_twice_gives_the_same_bytes(format: Format, tmp_path: Path) -> None:
    facts = hostile_things()
    first = {p.name: p.read_bytes() for p in written(facts, tmp_path / "a", format)}
    again = {p.name: p.read_bytes() for p in written(facts[::-1], tmp_path / "b", format)}
    assert first == again


def written(facts: list[Fact], path: Path, format: Format) -> list[Path]:
    write(Dataset("x", "X"), facts, path, format)
    return sorted(path.iterdir())


def test_an_earlier_export_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "x"
    written(hostile_things(), path, "yaml")
    (path / "stale.yaml").write_text("left over")
    names = [each.name for each in written(hostile_things(), path, "csv")]
    assert "stale.yaml" not in names
    assert MARK in names
    assert [each.name for each in tmp_path.iterdir()] == ["x"]


def test_a_text_too_long_for_a_cell_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    kind = next(iter(ONTOLOGY.kinds.values()))
    many = ["a" * 19_000, "b" * 19_000]
    fact = ThingFact(kind, "a", {"id": "a", "name": "A", "aliases": many}, Provenance("x"))
    with pytest.raises(RegisterError, match="too long for a cell"):
        write(Dataset("x", "X"), [fact], tmp_path / "x.xlsx", "xlsx")
    assert list(tmp_path.iterdir()) == []


def test_yaml_keeps_a_relation_on_one_line_where_it_says_nothing_of_its_own(tmp_path: Path) -> None:
    relation = next(each for each in ONTOLOGY.relations.values() if not each.attributes)
    source, target = relation.sources[0], relation.targets[0]
    one, other = Ref(source.__name__, "a"), Ref(target.__name__, "b")
    stands = Provenance("Rapport för år 2026", "4.2")
    facts: list[Fact] = [
        ThingFact(source, "a", {"id": "a", "name": "Å"}, stands),
        ThingFact(target, "b", {"id": "b", "name": "B"}, stands),
        LinkFact(one, relation, other, {}, stands),
    ]
    write(Dataset("x", "X"), facts, tmp_path / "x", "yaml")
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "x").glob("*.yaml"))
    assert f"    {relation.forward_key}: b\n" in text
    assert "name: Å\n" in text
    assert text.count("Rapport för år 2026") == 2


def test_choices_are_stored_as_plain_text(tmp_path: Path) -> None:
    kind, name = next(
        (kind, name) for kind in ONTOLOGY.kinds.values() for name, each in kind.attributes().items() if each.choices
    )
    allowed = kind.attributes()[name].choices[0]
    (tmp_path / "x.yaml").write_text(f"{kind.__name__}:\n  - {{id: a, name: A, {name}: {allowed.value}}}\n")
    stored = SOURCE.read(tmp_path / "x.yaml", {}).facts[0].fields[name]
    assert type(stored) is str
    assert not isinstance(stored, Choice)
