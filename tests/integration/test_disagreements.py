"""Where sources state different values of what a row rests on, the row says who says what, and who is followed."""

from graph.database.store import Store
from loaders.runs.run import load
from queries.asking.service import QuestionService
from tests.integration.test_run import HERE, Said, system
from visualisations.files.answer_sheets import answer_csv

SAYS = (
    "Sources disagree on Must not stop of S: a says yes, b says no. a is followed: the most trusted that states it, "
    "and of equals the first by name."
)


async def test_a_row_says_who_says_what_and_who_is_followed(store: Store) -> None:
    await load(store, Said("b", [system("s", must_not_stop=False, era="1990s")]), HERE)
    await load(store, Said("a", [system("s", must_not_stop=True, era="the nineties")]), HERE)
    answer = await QuestionService(store).evaluate("divestment_blockers", system="s")
    assert [[each.say("en") for each in row.disagreements] for row in answer.rows] == [[SAYS]]
    assert SAYS in answer_csv(answer, "en").decode()


async def test_sources_that_agree_do_not_disagree(store: Store) -> None:
    await load(store, Said("a", [system("s", must_not_stop=True)]), HERE)
    await load(store, Said("b", [system("s", must_not_stop=True)]), HERE)
    (row,) = (await QuestionService(store).evaluate("divestment_blockers", system="s")).rows
    assert (len(row.evidence), row.disagreements) == (2, ())
