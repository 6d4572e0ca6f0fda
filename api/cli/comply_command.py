"""``samband comply``: a requirement set held against systems of the graph and offers that are handed in."""

from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from api.cli.options import AsOf, OfScenario
from api.cli.program import AsJson, Spoken, app, opened, out, print_json, run, settings
from api.cli.requirements import Wanted, from_file, write
from graph.database.store import Store
from graph.errors import UnmetError
from graph.facts.facts import Evidence
from graph.language.words import N_, say
from graph.tender.offer import Says
from loaders.tender.handing_in import from_path, offers
from queries.asking.snapshots import Snapshots
from queries.compliance.comparison import ComplianceMatrix
from queries.compliance.comply import comply, looked_at
from queries.compliance.judgement import CitedClaim, Judgement, Status
from visualisations.files.answer_sheets import ILLUSTRATIVE
from visualisations.files.compliance_sheets import ASSUMED, BY_ANSWER, NO_LEVEL, compliance_data, compliance_xlsx
from visualisations.maps.compliance_map import draw_compliance
from visualisations.wording.effect_wording import standing_texts
from visualisations.wording.wording import place_wording

Systems = Annotated[list[str] | None, typer.Option("--system", help="Id of a system; may be given again.")]
Offers = Annotated[
    list[str] | None,
    typer.Option(
        "--offer",
        help="FILE, or NAME=FILE: a CapabilityStatement, OpenAPI document or questionnaire. May be given again; "
        "files with one name are one offer.",
    ),
]
Target = Annotated[Path | None, typer.Option("--output", "-o", help="Also write the matrix into this .xlsx file.")]
WithMap = Annotated[Path | None, typer.Option("--map", help="Also write the matrix as a map into this HTML file.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit code 7 unless every shall requirement is met.")]
MOST_PLACES = 3
STYLES = {Status.MET: "green", Status.NOT_MET: "red", Status.CONTRADICTED: "bold red"}


@app.command("comply")
def comply_command(
    wanted: Wanted,
    system: Systems = None,
    offer: Offers = None,
    output: Target = None,
    strict: Strict = False,
    map_file: WithMap = None,
    as_of: AsOf = None,
    scenario: OfScenario = None,
    as_json: AsJson = False,
) -> None:
    """Judge systems and offers against a requirement set, and say why of each."""

    async def work() -> None:
        requirements, of = from_file(wanted), looked_at({"as_of": as_of, "scenario": scenario})
        handed_in = offers([from_path(each) for each in offer or []])
        async with opened(settings()) as store:
            snapshots = Snapshots(store)
            comparison = await comply(store, snapshots, requirements, system or [], handed_in, of)
            if map_file:
                write(map_file, await _map(store, snapshots, comparison))
        if as_json:
            print_json(compliance_data(comparison, Spoken.language))
        else:
            _print(comparison)
        if output:
            write(output, compliance_xlsx(comparison, Spoken.language))
        if strict and comparison.unmet:
            raise UnmetError(N_("An offer does not meet every requirement that it shall meet."))

    run(work())


async def _map(store: Store, snapshots: Snapshots, comparison: ComplianceMatrix) -> bytes:
    from visualisations.drawing.canvas import self_contained

    return self_contained(await draw_compliance(store, snapshots, comparison, Spoken.language)).encode()


def _print(comparison: ComplianceMatrix) -> None:
    """The matrix, the sums, and the grounds of all that is stated and does not meet it."""
    language = Spoken.language
    table = Table(title=Text(comparison.requirements.name.say(language)), title_justify="left", box=SIMPLE_HEAD)
    for heading in (N_("Requirement"), N_("Level")):
        table.add_column(Text(say(heading, language)), overflow="fold", min_width=5)
    for offer in comparison.offers:
        table.add_column(Text(offer.say(language)), overflow="fold", min_width=9)
    for row in comparison.rows:
        level = row.requirement.level
        cells = [Text(row.requirement.id), Text(level.words.say(language) if level else "–")]
        for each in row.judgements:
            said = each.status.words.say(language) + (
                f" ({each.evidence.words.say(language)})" if each.evidence else ""
            )
            cells.append(Text(said, style=STYLES.get(each.status, "")))
        table.add_row(*cells)
    for text in standing_texts(comparison.scenario, comparison.day, language, is_today=comparison.as_of is None):
        out.print(Text(text), soft_wrap=True)
    out.print(table)
    for place, offer in enumerate(comparison.offers):
        for tally in comparison.tallies(place):
            level_name = tally.level.words.say(language) if tally.level else say(NO_LEVEL, language)
            counts = ", ".join(
                f"{status.words.say(language)} {count}" for status, count in tally.counts.items() if count
            )
            if tally.unjudged:
                counts += f" – {say(BY_ANSWER, language)}: {tally.unjudged}"
            out.print(Text(f"{offer.say(language)} – {level_name}: {counts}"), soft_wrap=True)
    out.print()
    for row in comparison.rows:
        for offer, each in zip(comparison.offers, row.judgements, strict=True):
            if _needs_grounds(each):
                places = "; ".join(_place_text(place) for place in each.places[:MOST_PLACES])
                text = f"{row.requirement.id} · {offer.say(language)}: {each.why.say(language)}"
                out.print(Text(f"{text} [{places}]" if places else text), soft_wrap=True)
    if comparison.assumed:
        out.print(Text(say(ASSUMED, language)), soft_wrap=True)
    if comparison.illustrative:
        out.print(Text(say(ILLUSTRATIVE, language)), soft_wrap=True)
    out.print(Text(say(N_("Revision {revision}."), language, revision=comparison.revision)))


def _needs_grounds(judgement: Judgement) -> bool:
    """Whether a row needs its grounds: for what it is met, why it is not, which leads there are, what is not judged."""
    if any(place.says is Says.UNREADABLE for place in judgement.places):
        return True
    if judgement.status is Status.MET:
        return any(demand.categories for demand in judgement.requirement.demands)
    return judgement.status is not Status.NOT_DECLARED or bool(judgement.places or judgement.requirement.unjudged)


def _place_text(place: CitedClaim) -> str:
    """Where something is written; what only a scenario says is told as that."""
    told = f"{place.file} {place_wording(place, Spoken.language)}".strip()
    return f"{told} ({Evidence.ASSUMED.words.say(Spoken.language)})" if place.assumed else told
