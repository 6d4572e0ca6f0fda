"""``samband unlock``: take the write lock from one who is not there any more."""

from typing import Annotated

import typer

from api.cli.program import AsJson, Spoken, app, opened, print_json, run, settings
from graph.database.lock_holder import unlock
from graph.database.store import Store
from graph.language.words import N_, say


@app.command("unlock")
def unlock_command(
    force: Annotated[bool, typer.Option("--force", help="Take it from one who may be alive, too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Free the write lock where nobody alive holds it, and say who held it."""

    async def work() -> None:
        configured = settings()
        async with Store.open(configured, None) as store:  # whatever ontology it is of
            holder = await unlock(store, configured.samband_lease_seconds, force=force)
        if holder:
            async with opened(configured):
                pass
        if as_json:
            told = holder and {"host": holder.host, "process": holder.process, "since": str(holder.since)}
            print_json({"freed": told})
        elif holder is None:
            typer.echo(say(N_("Nobody holds the write lock."), Spoken.language))
        else:
            text = N_(
                "The write lock is free. {holder} had held it since {since}; what it had half written is taken back."
            )
            typer.echo(say(text, Spoken.language, holder=holder, since=holder.since))

    run(work())
