"""``samband scenario compare``: how many rows open and close for each question, then the rows."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from api.cli.printed_tables import print_rows
from api.cli.program import AsJson, Spoken, opened, out, print_json, run, settings
from api.cli.scenario_command import Id, print_lists, scenario_app
from graph.language.words import N_, say
from graph.scenarios.scenario_store import scenario
from graph.snapshot.snapshot_file import SnapshotFile
from queries.asking.catalogue import catalogue
from queries.asking.service import QuestionService
from queries.overviews.comparing import Comparison, compare, headlines, like_with_like
from queries.overviews.scenario_effect import tried
from visualisations.files.answer_sheets import ILLUSTRATIVE, comparison_data
from visualisations.wording.effect_wording import standing_texts
from visualisations.wording.wording import ROWS_SHOWN

Other = Annotated[
    str | None, typer.Argument(metavar="[OTHER]", help="Compare with this scenario instead of the facts.")
]
Asked = Annotated[
    list[str] | None, typer.Option("--question", help="Compare the answers to this question; may be given again.")
]
Day = Annotated[str | None, typer.Option("--as-of", help="Compare on this day: YYYY, YYYY-MM or YYYY-MM-DD.")]
Rows = Annotated[int, typer.Option("--rows", help="Rows shown of each sort; 0 shows the summary alone.", min=0)]
OPENS, CLOSES, SAME = N_("Opens"), N_("Closes"), N_("Unchanged")


@scenario_app.command("compare")
def compare_command(
    id: Id, other: Other = None, question: Asked = None, as_of: Day = None, rows: Rows = 20, as_json: AsJson = False
) -> None:
    """Ask questions of the scenario and of the facts or another scenario: what opens, and what closes."""

    async def work() -> None:
        stems = [each.replace("-", "_") for each in question or headlines()]
        async with opened(settings()) as store:
            service = QuestionService(store, SnapshotFile.of(settings(), store.address))
            asked = await like_with_like(store, id, other, as_of)
            found = [await compare(service, stem, id, other, **asked) for stem in stems]
            effect = await tried(service.snapshots, await scenario(store, id), asked.get("as_of"))
        if as_json:
            print_json([comparison_data(each, Spoken.language) for each in found])
        else:
            if effect.unheld:  # it has no holder to be listed under any more
                print_lists(effect.model_copy(update={"gone": (), "new": ()}))
            print_comparisons(found, rows)

    run(work())


def print_comparisons(found: Sequence[Comparison], shown: int) -> None:
    """A summary of all, then of each the first `shown` rows that open and that close."""
    language = Spoken.language
    if not found:
        return
    after, before = found[0].after, found[0].before
    against = before or say(N_("the facts"), language)
    title = say(N_("{scenario} compared with {other}"), language, scenario=after, other=against)
    table = Table(title=Text(title), title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    table.add_column(Text(say(N_("Question"), language)), overflow="fold")
    for heading in (OPENS, CLOSES, SAME):
        table.add_column(Text(say(heading, language)), justify="right")
    for each in found:
        numbers = (each.opened_total, each.closed_total, each.same)
        table.add_row(Text(catalogue()[each.stem].title.say(language)), *(Text(f"{number}") for number in numbers))
    for text in standing_texts(None, found[0].day, language, is_today=found[0].is_today):
        out.print(Text(text, style="bold"), soft_wrap=True)
    out.print(table)
    text = N_(
        "Opens: rows that only {scenario} has. Closes: rows that only {other} has. "
        "A row that says something else now counts as both."
    )
    out.print(Text(say(text, language, scenario=after, other=against)), soft_wrap=True)
    if any(each.illustrative for each in found):
        out.print(Text(say(ILLUSTRATIVE, language)), soft_wrap=True)
    out.print(Text(say(N_("Revision {revision}."), language, revision=found[0].revision) + "\n"))
    for each in found if shown else ():
        _print_rows(each, shown)


def _print_rows(found: Comparison, shown: int) -> None:
    language = Spoken.language
    question = catalogue()[found.stem]
    for heading, rows, total in (
        (OPENS, found.opened, found.opened_total),
        (CLOSES, found.closed, found.closed_total),
    ):
        if rows:
            print_rows(question, f"{say(heading, language)}: {question.title.say(language)}", rows[:shown])
            out.print(Text(say(ROWS_SHOWN, language, shown=len(rows[:shown]), total=total) + "\n"))
