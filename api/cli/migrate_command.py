"""``samband migrate``: make a graph of an older version one of this."""

import typer

from api.cli.program import AsJson, Spoken, app, opened, print_json, run, settings
from graph.language.words import N_, say


@app.command("migrate")
def migrate_command(as_json: AsJson = False) -> None:
    """Migrate a graph that an older version wrote; every command that may write does so too, before its own work."""

    async def work() -> None:
        async with opened(settings()) as store:
            revision = await store.revision()
        if as_json:
            print_json({"revision": revision})
        else:
            text = N_("The graph is of this version of Samband, at revision {revision}.")
            typer.echo(say(text, Spoken.language, revision=revision))

    run(work())
