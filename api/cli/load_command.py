"""``samband load``, ``check``, ``export``, ``template`` and ``schema``."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn
from rich.text import Text

from api.cli.change_summary import changed_text, plan_json, print_figures, print_plan
from api.cli.program import AsJson, Spoken, app, err, opened, out, print_json, run, settings
from graph.database.store import Store
from graph.errors import RegisterError
from graph.language.words import N_, by_number, say, spoken
from loaders.files.problem import Problem
from loaders.runs.run import InvalidSourceError, RunReport, check, load
from loaders.sources.formats import BUNDLED, recognised
from queries.overviews.run_figures import note_figures

Where = Annotated[list[Path], typer.Argument(help="Register folder, workbook, YAML or CSV file.", show_default=False)]
Strict = Annotated[bool, typer.Option("--strict", help="Refuse what is warned of, too.")]
AllowPersonalNumbers = Annotated[
    bool, typer.Option("--allow-personal-numbers", help="Warn of what looks like a personal number, and load it.")
]
AllowRemovals = Annotated[
    bool,
    typer.Option(
        "--allow-removals", help="Load it also where more than a tenth, and more than twenty, of what it said would go."
    ),
]
AsDataset = Annotated[
    str | None,
    typer.Option("--as", metavar="DATASET", help="Load one register as this dataset, whatever its files say."),
]
WARNINGS_SHOWN = 100


async def load_paths(
    store: Store,
    paths: list[Path],
    *,
    dry: bool = False,
    as_json: bool = False,
    strict: bool = False,
    allow_personal_numbers: bool = False,
    allow_removals: bool = False,
    dataset: str | None = None,
) -> list[RunReport]:
    """Load each path as a run, showing progress, warnings and what changed."""
    reports = []
    configured = settings()
    for path in paths:
        with Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            console=err,
            transient=True,
        ) as bar:
            task = bar.add_task(path.name, total=None)

            def show(
                step: str, done: int, total: int, name: str = path.name, bar: Progress = bar, task: Any = task
            ) -> None:
                text = f"{name}: {say(step, Spoken.language)}"
                bar.update(task, description=text, completed=done, total=total or None)

            report = await load(
                store, recognised(path), path, dry=dry, strict=strict, allow_personal_numbers=allow_personal_numbers,
                allow_removals=allow_removals, dataset=dataset, lease=configured.samband_lease_seconds, progress=show,
            )  # fmt: skip
        reports.append(report)
        figures = await note_figures(store) if report.plan.written and not dry else []
        if not as_json:
            _print_warnings(report.warnings)
            out.print(Text(changed_text(report.dataset.id, report.plan, dry=dry)), soft_wrap=True)
            if dry:
                print_plan(report.plan)
            if report.refusal:
                text = N_("As it is, the load would be refused without --allow-removals.")
                out.print(Text(say(text, Spoken.language)), soft_wrap=True)
            print_figures(figures)
    return reports


def report_json(report: RunReport) -> dict[str, Any]:
    """A run's report as plain values."""
    beside: dict[str, Any] = {"dry_run": report.dry, "warnings": _listed(report.warnings)}
    if report.refusal:
        beside["would_be_refused"] = report.refusal.say(Spoken.language)
    return {"dataset": report.dataset.id, "revision": report.revision, **beside, **plan_json(report.plan)}


def _listed(problems: list[Problem]) -> list[dict[str, object]]:
    """Problems or warnings as plain values."""
    return [{"place": spoken(each.place, Spoken.language), "message": each.say(Spoken.language)} for each in problems]


def _print_warnings(warnings: list[Problem]) -> None:
    for each in warnings[:WARNINGS_SHOWN]:
        out.print(Text(say(N_("Warning: {warning}"), Spoken.language, warning=each)), soft_wrap=True)
    if more := len(warnings[WARNINGS_SHOWN:]):
        out.print(Text(say(N_("Warnings that are not shown: {count}."), Spoken.language, count=more)), soft_wrap=True)


@app.command("load")
def load_command(
    paths: Where,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    strict: Strict = False,
    allow_personal_numbers: AllowPersonalNumbers = False,
    allow_removals: AllowRemovals = False,
    dataset: AsDataset = None,
    as_json: AsJson = False,
) -> None:
    """Load registers into the graph, each as one run: all of it, or nothing."""
    if dataset is not None and len(paths) > 1:
        raise typer.BadParameter(say(N_("It names one dataset. Load one register with it."), Spoken.language),
                                 param_hint="--as")  # fmt: skip

    async def work() -> None:
        async with opened(settings()) as store:
            reports = await load_paths(
                store, paths, dry=dry_run, as_json=as_json, strict=strict,
                allow_personal_numbers=allow_personal_numbers, allow_removals=allow_removals,
                dataset=dataset,
            )  # fmt: skip
        if as_json:
            print_json([report_json(report) for report in reports])

    run(_reported(work(), as_json))


@app.command("check")
def check_command(
    paths: Where, strict: Strict = False, allow_personal_numbers: AllowPersonalNumbers = False, as_json: AsJson = False
) -> None:
    """Validate registers, list every problem, and change nothing."""

    async def work() -> None:
        async with opened(settings()) as store:
            readings = [
                (path, await check(
                    store, recognised(path), path, strict=strict, allow_personal_numbers=allow_personal_numbers
                ))
                for path in paths
            ]  # fmt: skip
        if as_json:
            print_json([
                {"path": str(path), "facts": len(each.facts), "problems": [], "warnings": _listed(each.warnings)}
                for path, each in readings
            ])  # fmt: skip
            return
        for path, reading in readings:
            _print_warnings(reading.warnings)
            text = by_number("{path}: no problems; one fact.", "{path}: no problems; {count} facts.")
            if reading.warnings:
                text = by_number(
                    "{path}: no problems; one fact; warnings: {warned}.",
                    "{path}: no problems; {count} facts; warnings: {warned}.",
                )
            told = say(text, Spoken.language, path=path, count=len(reading.facts), warned=len(reading.warnings))
            out.print(Text(told), soft_wrap=True)

    run(_reported(work(), as_json))


async def _reported(work: Any, as_json: bool) -> None:
    """`work`, with the problems of its input as JSON where that is asked for."""
    try:
        await work
    except InvalidSourceError as error:
        if not as_json:
            raise
        print_json({"problems": _listed(error.problems)})
        raise RegisterError(error.text, **error.values) from error


@app.command("load-reference")
def load_reference(as_json: AsJson = False) -> None:
    """Load the reference data alone: standards, profiles and rules that every region shares, without the case."""
    load_command(BUNDLED[:1], dry_run=False, as_json=as_json)


@app.command("load-bundled")
def load_bundled(as_json: AsJson = False) -> None:
    """Load the reference data and the bundled case."""
    load_command(BUNDLED, dry_run=False, as_json=as_json)
