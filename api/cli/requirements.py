"""``samband requirements``: the sets of requirements, and what is handed out of them."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from api.cli.options import AsOf, OfScenario
from api.cli.program import AsJson, Spoken, app, opened, out, print_json, run, settings
from graph.database.store import Store
from graph.language.system_errors import of_system
from graph.language.words import N_, by_number, say
from graph.tender.requirement_set import StatedRequirementSet
from loaders.tender.offer_reading import content
from loaders.tender.questionnaire_workbook import questionnaire
from loaders.tender.requirement_reading import read_requirements
from loaders.tender.requirement_statement import statement
from queries.asking.snapshots import Snapshots
from queries.compliance.comply import chosen_set, looked_at
from queries.compliance.from_snapshot import requirement_sets
from queries.compliance.thing_names import words

requirements_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Sets of requirements, for a tender.")
app.add_typer(requirements_app, name="requirements")
Wanted = Annotated[
    str, typer.Option("--set", help="Id of a requirement set, or a CapabilityStatement file of the kind requirements.")
]
Target = Annotated[Path | None, typer.Option("--output", "-o", help="File to write; named by the set otherwise.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite what is there.")]


def from_file(wanted: str) -> str | StatedRequirementSet:
    """The set in the file called `wanted`, or else `wanted` as an id.

    Raises:
        OfferError: the file cannot be read as a set.
    """
    path = Path(wanted)
    return read_requirements(content(path), path.name) if path.is_file() else wanted


async def _chosen(wanted: str, as_of: str | None, scenario: str | None) -> StatedRequirementSet:
    found, of = from_file(wanted), looked_at({"as_of": as_of, "scenario": scenario})
    if isinstance(found, StatedRequirementSet):
        return found
    async with opened(settings()) as store:
        return await chosen_set(store, Snapshots(store), found, of)


@requirements_app.command("list")
def list_command(as_of: AsOf = None, scenario: OfScenario = None, as_json: AsJson = False) -> None:
    """List the requirement sets of the graph."""

    async def work(store: Store) -> list[dict[str, object]]:
        snapshot = (await Snapshots(store).view(looked_at({"as_of": as_of, "scenario": scenario}))).snapshot
        return [
            {"id": node.id, "name": words(node).say(Spoken.language), "requirements": len(node.lists)}
            for node in requirement_sets(snapshot)
        ]

    async def listed() -> None:
        async with opened(settings()) as store:
            found = await work(store)
        if as_json:
            print_json(found)
            return
        for each in found:
            text = by_number("{id}: {name} (one requirement)", "{id}: {name} ({count} requirements)")
            out.print(
                Text(say(text, Spoken.language, id=each["id"], name=each["name"], count=each["requirements"])),
                soft_wrap=True,
            )
        if not found:
            out.print(
                Text(say(N_("The graph has no requirement sets. Load a register that has some."), Spoken.language)),
                soft_wrap=True,
            )

    run(listed())


@requirements_app.command("questionnaire")
def questionnaire_command(
    wanted: Wanted, output: Target = None, force: Force = False, as_of: AsOf = None, scenario: OfScenario = None
) -> None:
    """Write the workbook that vendors fill in: a row for each requirement, with drop-downs and a guide."""

    async def work() -> None:
        found = await _chosen(wanted, as_of, scenario)
        _write(output or Path(f"{found.id}.xlsx"), questionnaire(found, Spoken.language), force)

    run(work())


@requirements_app.command("capability-statement")
def statement_command(
    wanted: Wanted, output: Target = None, force: Force = False, as_of: AsOf = None, scenario: OfScenario = None
) -> None:
    """Write the set as a FHIR R4 CapabilityStatement of the kind requirements."""

    async def work() -> None:
        found = await _chosen(wanted, as_of, scenario)
        text = json.dumps(statement(found, date.today().isoformat()), ensure_ascii=False, indent=2)
        _write(output or Path(f"{found.id}.json"), text.encode() + b"\n", force)

    run(work())


def _write(target: Path, data: bytes, force: bool) -> None:
    if target.exists() and not force:
        raise typer.BadParameter(say(N_("{path} exists; name another, or use --force."), Spoken.language, path=target))
    write(target, data)


def write(target: Path, data: bytes) -> None:
    """Write a file whole, and say so.

    Raises:
        BadParameter: it cannot be written.
    """
    try:
        target.write_bytes(data)
    except OSError as error:
        text = N_("{path} cannot be written ({reason}).")
        raise typer.BadParameter(say(text, Spoken.language, path=target, reason=of_system(error))) from error
    out.print(Text(say(N_("Written: {path}"), Spoken.language, path=target)), soft_wrap=True)
