"""``samband scenario``: what if; scenarios are kept beside the facts and never touch them."""

from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from api.cli.program import AsJson, Spoken, app, as_typed, opened, out, print_json, run, settings
from graph.database.store import Store
from graph.errors import RegisterError, ScenarioError
from graph.language.words import N_, say
from graph.scenarios import scenario_store
from graph.scenarios.steps import Scenario
from loaders.scenario_file import read_scenario_file
from queries.asking.snapshots import Snapshots
from queries.overviews.scenario_effect import ScenarioEffect, keep, tried
from visualisations.pages.scenarios.scenarios_page import EXAMPLES
from visualisations.wording.effect_wording import effect_in_words, effect_lists, standing_texts
from visualisations.wording.scenario_names import steps_in_words

LISTED = 12
"""Things of an effect that are named."""
scenario_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="What if: steps that would change the graph, kept and compared."
)
app.add_typer(scenario_app, name="scenario")
Id = Annotated[str, typer.Argument(metavar="ID", help="Id of a scenario that is kept.", show_default=False)]


@scenario_app.command("save")
def save_command(
    file: Annotated[Path, typer.Argument(help="YAML or JSON; see samband scenario template.", show_default=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what it would do, and keep nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take the steps in a copy of the present graph, say what they would do, and keep the scenario."""

    async def work() -> None:
        told = read_scenario_file(file)
        async with opened(settings()) as store:
            snapshots = Snapshots(store)
            effect = await (tried(snapshots, told) if dry_run else keep(store, snapshots, told))
            if as_json:
                print_json({**told.model_dump(mode="json", exclude_none=True), "kept": not dry_run, **_would(effect)})
                return
            await _print(store, [told])
        _print_effect(effect)
        text = N_("Not kept: a dry run.") if dry_run else N_("Kept. Compare it with the facts: {command}")
        out.print(Text(say(text, Spoken.language, command=f"samband scenario compare {told.id}")), soft_wrap=True)

    run(_of_file(file, work(), as_json))


async def _of_file(file: Path, work: Coroutine[Any, Any, None], as_json: bool) -> None:
    """`work`, with what is wrong with the file told as a problem of input, and its name where it is not said."""
    try:
        await work
    except ScenarioError as error:
        told = error.spelled(as_typed).say(Spoken.language)
        if file.name not in told:
            error = ScenarioError(N_("{place}: {reason}"), place=file.name, reason=error)
        if as_json:
            print_json({"problems": [{"place": file.name, "message": told}]})
        raise RegisterError(error.text, **error.values) from error


@scenario_app.command("list")
def list_command(as_json: AsJson = False) -> None:
    """List the scenarios that are kept, with their steps in words."""

    async def work() -> None:
        async with opened(settings()) as store:
            found = await scenario_store.scenarios(store)
            if as_json:
                print_json([each.model_dump(mode="json", exclude_none=True) for each in found])
                return
            await _print(store, found)
        if not found:
            text = N_("No scenario is kept. Begin with: samband scenario template")
            out.print(Text(say(text, Spoken.language)), soft_wrap=True)

    run(work())


@scenario_app.command("show")
def show_command(id: Id, as_json: AsJson = False) -> None:
    """Show a scenario, and what it would do to the present graph."""

    async def work() -> None:
        async with opened(settings()) as store:
            found = await scenario_store.scenario(store, id)
            if not as_json:
                await _print(store, [found])
            effect = await tried(Snapshots(store), found)
        if as_json:
            print_json({**found.model_dump(mode="json", exclude_none=True), **_would(effect)})
        else:
            _print_effect(effect)

    run(work())


@scenario_app.command("delete")
def delete_command(id: Id, as_json: AsJson = False) -> None:
    """Forget a scenario; the facts stay as they are."""

    async def work() -> None:
        async with opened(settings()) as store:
            await scenario_store.delete(store, id)
        if as_json:
            print_json({"deleted": id})
        else:
            out.print(Text(say(N_("Deleted: {id}"), Spoken.language, id=id)), soft_wrap=True)

    run(work())


@scenario_app.command("template")
def template_command(as_json: AsJson = False) -> None:
    """Print an example with comments, to write a scenario from."""
    path = EXAMPLES / f"scenario.{Spoken.language}.yaml"
    if as_json:
        print_json(read_scenario_file(path).model_dump(mode="json", exclude_none=True))
    else:
        typer.echo(path.read_text(encoding="utf-8"), nl=False)


async def _print(store: Store, found: Sequence[Scenario]) -> None:
    language = Spoken.language
    told = await steps_in_words(store, found, language)
    for each in found:
        out.print(Text(f"{each.id}: {each.name}", style="bold"), soft_wrap=True)
        lines = [each.description] if each.description else []
        lines += standing_texts(None, each.as_of, language)
        lines += [f"{step.number}. {step.text}" for step in told[each.id]]
        for line in lines:
            out.print(Text(f"  {line}"), soft_wrap=True)


def _print_effect(effect: ScenarioEffect) -> None:
    print_lists(effect)
    out.print(Text(effect_in_words(effect, Spoken.language)), soft_wrap=True)


def print_lists(effect: ScenarioEffect) -> None:
    """The things that an effect names, the first of each sort."""
    language = Spoken.language
    for heading, things in effect_lists(effect, language):
        names = ", ".join(thing.say(language) for thing in things[:LISTED])
        more = f", … ({len(things)})" if len(things) > LISTED else ""
        out.print(Text(f"{heading}: {names}{more}"), soft_wrap=True)


def _would(effect: ScenarioEffect) -> dict[str, Any]:
    return {"effect": effect.model_dump(mode="json")}
