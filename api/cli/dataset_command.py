"""``samband undo``, ``forget`` and ``rename``: runs that load nothing."""

from collections.abc import Awaitable, Callable
from typing import Annotated

import typer

from api.cli.change_summary import changed_text, plan_json, print_figures
from api.cli.program import AsJson, Spoken, app, opened, print_json, run, settings
from graph.database import runs
from graph.database.store import Store
from graph.errors import RunError
from graph.language.words import N_, say
from graph.snapshot.snapshot_file import forget_files
from loaders.runs.dataset_runs import DatasetChange, forget, rename
from loaders.runs.undo import undo
from queries.overviews.run_figures import note_figures

Dataset = Annotated[str, typer.Argument(help="Id of the dataset.", show_default=False)]


@app.command("undo")
def undo_command(
    dataset: Annotated[
        str | None, typer.Argument(help="Id of the dataset; the one of the last run, otherwise.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take back the last run of a dataset, by a run of its own; what that took back comes again by another undo."""

    async def work(store: Store, lease: float) -> DatasetChange:
        return await undo(store, dataset or await _last(store), lease=lease)

    _carried_out(
        work, N_("Taken back: the last run of {dataset}. Another samband undo {dataset} has it after all."), as_json
    )


@app.command("forget")
def forget_command(
    dataset: Dataset,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Forget what its runs changed, too: it cannot be taken back.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take all that a dataset says out of the graph; refused while others refer to what only it states."""

    async def work(store: Store, lease: float) -> DatasetChange:
        done = await forget(store, dataset, for_good=for_good, lease=lease)
        if for_good:
            forget_files(settings())
        return done

    kept = N_("Forgotten: {dataset}. Until it is loaded again, samband undo {dataset} gives it back.")
    _carried_out(work, N_("Forgotten for good: {dataset}.") if for_good else kept, as_json)


@app.command("rename")
def rename_command(
    dataset: Dataset,
    name: Annotated[str, typer.Argument(help="Its id from now on.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Give a dataset another id, in the graph; what it says, and its history, stay as they are."""

    async def work(store: Store, lease: float) -> DatasetChange:
        return await rename(store, dataset, name, lease=lease)

    text = N_(
        "{dataset} is the name from now on. Load its files with --as {dataset}, or let register.yaml, or the sheet "
        "Register, say the same."
    )
    _carried_out(work, text, as_json)


async def _last(store: Store) -> str:
    """The dataset of the last run."""
    latest = (await store.read(runs.LATEST_RUNS, dataset=None, take=1))[0]["runs"]
    if not latest:
        raise RunError(N_("Nothing was ever loaded, and there is nothing to take back."))
    return str(latest[0]["dataset"])


def _carried_out(work: Callable[[Store, float], Awaitable[DatasetChange]], text: str, as_json: bool) -> None:
    async def carried_out() -> None:
        configured = settings()
        async with opened(configured) as store:
            change = await work(store, configured.samband_lease_seconds)
            figures = await note_figures(store)
        if as_json:
            print_json({"dataset": change.dataset, "revision": change.revision, **plan_json(change.plan)})
        else:
            typer.echo(say(text, Spoken.language, dataset=change.dataset))
            if change.plan:
                typer.echo(changed_text(change.dataset, change.plan))
            print_figures(figures)

    run(carried_out())
