"""``samband export``, ``template`` and ``schema``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from api.cli.program import AsJson, Spoken, app, opened, out, print_json, run, settings
from graph.language.words import N_, say
from loaders.sources.register.export import export
from loaders.sources.register.json_schema import json_schema
from loaders.sources.register.template import write_template


class Form(StrEnum):
    """What an export is written as."""

    YAML = "yaml"
    CSV = "csv"
    XLSX = "xlsx"


FORM = "What to write: xlsx where the target ends in .xlsx, else yaml."


class Schema(StrEnum):
    """Which schema to print."""

    REGISTER = "register"
    GRAPHQL = "graphql"


@app.command("export")
def export_command(
    target: Annotated[Path, typer.Argument(help="Folder to write, or one workbook: a name that ends in .xlsx.")],
    form: Annotated[
        Form | None,
        typer.Option("--format", help=FORM, show_default=False),
    ] = None,
    dataset: Annotated[list[str] | None, typer.Option(help="Only this dataset; may be given again.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write the graph back as registers, one for each dataset; loaded again they give the same graph."""

    async def work() -> None:
        async with opened(settings()) as store:
            written = await export(
                store, target, format=form.value if form else None, datasets=dataset or None, force=force
            )
        if as_json:
            print_json([str(path) for path in written])
            return
        for path in written:
            out.print(Text(say(N_("Written: {path}"), Spoken.language, path=path)), soft_wrap=True)

    run(work())


@app.command()
def template(
    target: Annotated[Path, typer.Argument(help="Workbook to write, e.g. register.xlsx.")],
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there.")] = False,
) -> None:
    """Write an empty workbook to fill in: a sheet for each kind, drop-downs and a guide."""
    if target.suffix.lower() != ".xlsx":
        told = N_("{path} would be a workbook, and its name does not end in .xlsx.")
        raise typer.BadParameter(say(told, Spoken.language, path=target))
    if target.exists() and not force:
        raise typer.BadParameter(say(N_("{path} exists; name another, or use --force."), Spoken.language, path=target))
    write_template(target, Spoken.language)
    out.print(Text(say(N_("Written: {path}"), Spoken.language, path=target)), soft_wrap=True)


@app.command()
def schema(
    which: Annotated[Schema, typer.Argument(help="register: JSON Schema of YAML registers; graphql: the API.")],
) -> None:
    """Print the schema of the files that people write, or of the GraphQL API."""
    if which is Schema.REGISTER:
        print_json(json_schema())
        return
    from api.graphql.graphql_schema import exported

    typer.echo(exported(), nl=False)
