"""How two sources that state different values of one field are told, whatever sort of value it is."""

import pytest

from graph.facts.facts import Evidence, FactKey, LinkKey, Properties, Ref
from graph.facts.records import Record, Stated
from graph.language.words import Language
from queries.asking.disagreements import disagreements

CHANGE, OLD, NEW = Ref("Initiative", "change"), Ref("System", "old"), Ref("System", "new")
FOLLOWS = LinkKey(NEW, "SUCCEEDS", OLD)


def stated(key: FactKey, dataset: str, fields: Properties) -> Stated:
    return Stated(
        key=key, source=dataset, evidence=Evidence.STATED, dataset=dataset, run=1, first_run=1, fields=fields
    )  # fmt: skip


def told(key: FactKey, *fields: Properties, language: Language = "en") -> list[str]:
    """What is told up to who is followed; the datasets are called a, b and so on."""
    records = [stated(key, name, each) for name, each in zip("abc", fields, strict=False)]
    return [each.say(language).partition(". ")[0] for each in disagreements(key, records)]


@pytest.mark.parametrize(
    ("key", "one", "other", "language", "says"),
    [
        (OLD, {"must_not_stop": True}, {"must_not_stop": False}, "sv",
         "för old: a säger ja, b säger nej"),
        (CHANGE, {"name": "Move", "managerial_levels": ["middle", "operational"]}, {"managerial_levels": ["top"]}, "en",
         "Managerial level of Move: a says Middle, Operational, b says Top"),
        (FOLLOWS, {"since": "2027"}, {"since": "2028-01"}, "en",
         "Since of new succeeds old: a says 2027, b says 2028-01"),
        (OLD, {"annual_cost_sek": 10.0}, {"annual_cost_sek": 12.5, "name_sv": "Gammalt"}, "sv",
         "Kostnad per år, SEK för Gammalt: a säger 10.0, b säger 12.5"),
    ],
    ids=["yes and no", "several choices", "of a relation", "numbers"],
)  # fmt: skip
def test_each_sort_of_value_reads_in_the_reader_s_language(
    key: FactKey, one: Properties, other: Properties, language: Language, says: str
) -> None:
    (sentence,) = told(key, one, other, language=language)
    assert sentence.endswith(says)


def test_the_first_that_states_it_is_followed_and_each_other_value_is_told() -> None:
    values: list[Properties] = [{}, {"lifecycle": "active"}, {"lifecycle": "retired"}]
    assert told(OLD, *values) == ["Sources disagree on Own use of old: b says Active, c says Retired"]


def test_text_and_one_source_alone_disagree_with_nobody() -> None:
    assert not told(OLD, {"description": "One"}, {"description": "Two"})
    assert not list(disagreements(OLD, [Record(key=OLD, source="a", evidence=Evidence.STATED, dataset="a", run=1)]))
