"""Values as people read them: dates and numbers in their language, and nothing made of what is not stated."""

import pytest

from graph.facts.facts import LinkKey, Ref
from graph.language.words import Language
from graph.ontology.kinds import Budget, Exchange, StandardVersion, System
from graph.ontology.ontology import ONTOLOGY
from graph.tender.offer import Aspect, Claim
from queries.asking.answer import ThingRef
from queries.compliance.judgement import CitedClaim
from queries.questions.changing.fund_payments import YearlyMoney
from visualisations.wording.cell_wording import cell
from visualisations.wording.wording import day, fact_wording, key_wording, moment, number, place_wording, wording


@pytest.mark.parametrize(
    ("text", "english", "swedish"),
    [
        ("2017", "2017", "2017"),
        ("2017-05", "May 2017", "maj 2017"),
        ("2017-05-12", "12 May 2017", "12 maj 2017"),
        ("spring", "spring", "spring"),
    ],
)
def test_a_date_is_as_precise_as_it_was_stated(text: str, english: str, swedish: str) -> None:
    assert (day(text, "en"), day(text, "sv")) == (english, swedish)


@pytest.mark.parametrize(("language", "said"), [("en", "1,234,567.50"), ("sv", "1\u00a0234\u00a0567,50")])
def test_a_number_has_the_separators_of_its_language(language: Language, said: str) -> None:
    assert number(1234567.5, language) == said


def test_an_instant_says_its_zone() -> None:
    assert moment("2026-11-22T17:25:20+00:00", "sv") == "22 november 2026 17:25 UTC"
    assert moment("yesterday", "sv") == "yesterday"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("lifecycle", "phase-out", "Avvecklas"),
        ("lifecycle", "gone-from-the-list", "gone-from-the-list"),
        ("must_not_stop", False, "nej"),
        ("annual_cost_sek", 0.0, "0"),
        ("used_since", "1986", "1986"),
        ("aliases", ["a", "b"], "a; b"),
        ("era", None, "ej uppgivet"),
    ],
)
def test_a_field_is_told_by_its_declaration(name: str, value: object, said: str) -> None:
    assert fact_wording(value, System.attributes()[name], "sv") == said


def test_a_year_has_no_thousands() -> None:
    assert fact_wording(2017, Budget.attributes()["year"], "en") == "2017"


def test_what_is_not_stated_is_neither_no_nor_zero() -> None:
    assert {wording(value, "en") for value in (None, False, 0)} == {"not stated", "no", "0"}


@pytest.mark.parametrize(
    ("language", "said"), [("en", "2025; SEK: 6,000,000"), ("sv", "2025; SEK: 6\u00a0000\u00a0000")]
)
def test_a_year_within_a_row_is_no_amount(language: Language, said: str) -> None:
    money = YearlyMoney(
        budget=ThingRef(kind="Budget", id="b", name="Money"), year=2025, amount_sek=6e6, stated_amount=None
    )
    (line,) = cell(money, language).lines
    assert "".join(part.text for part in line) == f"Money; {said}"
    assert wording(money, "en").startswith("Money, 2025, ")


def test_a_fact_is_named_in_the_readers_words() -> None:
    flow, version = Ref(Exchange.__name__, "flow"), Ref(StandardVersion.__name__, "r4")
    link = LinkKey(flow, ONTOLOGY.sides(Exchange)["conforms_to"].relation.name, version)
    assert key_wording(link, "sv") == "Informationsutbyte/flow följer Standardversion/r4"
    assert key_wording(flow, "en") == "Exchange/flow"


def test_a_claim_of_the_graph_says_its_relation_in_words_and_one_of_a_file_its_own_notation() -> None:
    said = Claim(aspect=Aspect.STANDARD, name="FHIR", file="x.json", place="/fhirVersion")
    assert place_wording(CitedClaim.of(said), "sv") == "/fhirVersion"
    held = said.model_copy(update={"place": "Exchange/flow", "grounds": (Ref(Exchange.__name__, "flow"),)})
    assert place_wording(CitedClaim.of(held), "sv") == "Informationsutbyte/flow"
    assert CitedClaim.of(held).model_dump()["place"] == "Exchange/flow"
