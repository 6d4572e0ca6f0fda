"""``samband engine``: how the embedded engine is, and how to stop it."""

import typer

from api.cli.program import AsJson, Spoken, app, print_json, run, settings
from graph.embedded.engine import engine_status, stop_engine
from graph.language.words import N_, by_number, say

engine_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The embedded engine.")
app.add_typer(engine_app, name="engine")


@engine_app.command()
def status(as_json: AsJson = False) -> None:
    """Show whether the embedded engine runs, where, and what it uses."""

    async def work() -> None:
        state = await engine_status(settings())
        if as_json:
            print_json(vars(state))
        elif not state.running:
            typer.echo(say(N_("The embedded engine of {folder} does not run."), Spoken.language, folder=state.folder))
        else:
            typer.echo(
                say(
                    by_number(
                        "The embedded engine of {folder} runs at {uri}: process {pid}, {memory} MiB, one user.",
                        "The embedded engine of {folder} runs at {uri}: process {pid}, {memory} MiB, {users} users.",
                        "users",
                    ),
                    Spoken.language,
                    folder=state.folder,
                    uri=state.uri,
                    pid=state.pid,
                    memory=(state.memory_bytes or 0) // 2**20,
                    users=state.users,
                )
            )

    run(work())


@engine_app.command()
def stop(as_json: AsJson = False) -> None:
    """Stop the embedded engine now, whoever uses it."""

    async def work() -> None:
        stopped = await stop_engine(settings())
        if as_json:
            print_json({"stopped": stopped})
        else:
            text = N_("The embedded engine was stopped.") if stopped else N_("No embedded engine ran.")
            typer.echo(say(text, Spoken.language))

    run(work())
