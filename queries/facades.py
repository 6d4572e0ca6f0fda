"""The interfaces in front of older systems, and what is still needed behind them.

An interface does not retire the system behind it: as long as anybody uses the interface, what is behind must run.
A chain goes on where the system behind itself uses another facade: it ends at the system of record.
"""

from typing import Any

from graph.facts import Thing
from graph.ontology import System
from graph.vocabulary import Lifecycle
from graph.words import N_
from queries.grounds import grounds
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which system behind a facade to look at; all when not given."""

    system: str | None = parameter("System behind", "System bakom", of=System)


class Row(AnswerRow):
    """One interface in front of one older system."""

    api: ThingRef = column("Facade", "Fasad")
    exposed_by: tuple[ThingRef, ...] = column("Exposed by", "Exponeras av")
    behind: ThingRef = column("In front of", "Står framför")
    own_use: Lifecycle | None = column("Own use", "Egen användning")
    kept_because: str | None = column("Kept because", "Behålls därför att")
    users: tuple[ThingRef, ...] = column("Used by", "Används av", "The first five that get information through it")
    user_count: int = column("Number of users", "Antal användare")
    chain: tuple[ThingRef, ...] = column("Further behind", "Längre bak", "What stands behind it through other facades")
    fed_by: tuple[ThingRef, ...] = column("Fed by", "Matas av")
    verdict: Phrase = column("What it means", "Vad det betyder")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[AnswerRow]:
    """Each facade with what it leaves standing."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    behind: Thing = row["behind"]
    own_use = behind.fields.get("lifecycle")
    chain = dict.fromkeys(
        each for step in row["chain"] for each in (*map(ThingRef.of, step["apis"]), ThingRef.of(step["behind"]))
    )
    return Row(
        api=ThingRef.of(row["api"]),
        exposed_by=tuple(map(ThingRef.of, row["exposed_by"])),
        behind=ThingRef.of(behind),
        own_use=Lifecycle(own_use) if own_use else None,
        kept_because=behind.fields.get("kept_because"),
        users=tuple(map(ThingRef.of, row["users"])),
        user_count=row["user_count"],
        chain=tuple(chain),
        fed_by=tuple(map(ThingRef.of, row["fed_by"])),
        verdict=_verdict(row),
        evidence=grounds(row),
    )


def _verdict(row: dict[str, Any]) -> Phrase:
    values: dict[str, Any] = {"behind": ThingRef.of(row["behind"])}
    if row["behind"].fields.get("lifecycle") == Lifecycle.RETIRED:
        return Phrase(text=N_("{behind} is retired, yet an interface is said to stand in front of it"), values=values)
    if not row["user_count"]:
        return Phrase(
            text=N_("No user is stated; {behind} still runs, whether it is needed has to be asked"), values=values
        )
    values["count"] = row["user_count"]
    if row["successors"]:
        values["next"] = ThingRef.of(row["successors"][0])
        return Phrase(
            text=N_(
                "The interface does not retire {behind}: its users ({count}) need it until {next} gives them the same"
            ),
            values=values,
        )
    return Phrase(
        text=N_("The interface does not retire {behind}: its users ({count}) need it, and no successor is stated"),
        values=values,
    )
