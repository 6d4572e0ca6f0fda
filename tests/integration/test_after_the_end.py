"""Rows beyond the last one: told as that, with the way back, and never as an answer that is empty."""

import pytest

from api.cli.printed_tables import print_answer
from api.cli.program import Spoken, out
from graph.database.store import Store
from graph.ontology.kinds import System
from queries.asking.service import QuestionService
from tests.integration.test_pages import Elements, client, read
from tests.worlds import link, put, thing
from visualisations.wording.addresses import kind_address, question_address, search_address, thing_address


async def world(store: Store) -> None:
    old, new = thing(System, "old"), thing(System, "new")
    await put(store, old, new, link(old, "depends_on", new))


@pytest.mark.parametrize("language", ["en", "sv"])
async def test_a_page_after_the_end_says_how_many_rows_there_are_and_leads_to_the_first(
    store: Store, language: str
) -> None:
    await world(store)
    answer, kind = question_address("no_owner"), kind_address("System")
    related = thing_address(thing(System, "old").key, relation="depends_on")
    several = {"en": "this page lies after the last one", "sv": "den här sidan ligger efter den sista"}[language]
    one = {
        "en": "There is one row in all, and this page lies after it",
        "sv": "en rad, och den här sidan ligger efter den.",
    }
    async with client(store, **{"accept-language": language}) as pages:
        for first in (answer, kind, search_address("old"), related):
            said = one[language] if first in (search_address("old"), related) else several
            whole = Elements(await read(pages, first))
            assert said not in whole.text
            page = Elements(await read(pages, f"{first}{'&' if '?' in first else '?'}offset=9999"))
            assert said in page.text, first
            assert [each for each in page.addresses() if each.removesuffix("#answer") == first], first
            assert not [each for each in page.addresses() if "offset=" in each and not each.startswith("/language/")]


async def test_a_map_after_the_end_does_not_say_that_no_fact_fits(store: Store) -> None:
    await world(store)
    async with client(store) as pages:
        page = await read(pages, "/question/no_owner/map?offset=9999")
    assert "There are 2 rows in all" in page
    assert "no fact in the graph fits" not in page


async def test_the_command_line_says_so_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await world(store)
    monkeypatch.setattr(Spoken, "language", "en")
    with out.capture() as told:
        print_answer(await QuestionService(store).evaluate("no_owner", offset=9999))
    assert "The answer has 2 rows, and this is after the last one." in told.get()
    assert "not stated" not in told.get()
