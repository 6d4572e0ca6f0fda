"""New things that rest on old ones: mode 2 on mode 1, with each way in which they do.

A system, device or initiative of mode 2 depends on a system of mode 1 directly, by an API that the old system exposes
or that stands in front of it, or by receiving an exchange (planned ones count, ended ones do not) from it. An API in
front of an old system does not retire it. Only things whose mode is stated are listed; where it is not stated,
nothing is said.
"""

from typing import Any

from graph.facts import Thing
from graph.ontology import Api, System
from graph.vocabulary import ExchangeStatus
from graph.words import N_
from queries.grounds import each_once, grounds, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which old system to look at; all when not given."""

    older: str | None = parameter("Old system", "Gammalt system", of=System)


class Row(AnswerRow):
    """One new thing and one old system that it rests on."""

    older: ThingRef = column("Old (mode 1)", "Gammalt (läge 1)")
    newer: ThingRef = column("New (mode 2)", "Nytt (läge 2)")
    how: tuple[Phrase, ...] = column("How", "Hur")
    apis: tuple[ThingRef, ...] = column("Through APIs", "Genom API:er")
    exchanges: tuple[ThingRef, ...] = column("Through exchanges", "Genom utbyten")
    entities: tuple[ThingRef, ...] = column("Information", "Information")
    kept_because: str | None = column("The old one is kept because", "Det gamla behålls därför att")
    must_not_stop: bool | None = column("The old one must not stop", "Det gamla får inte stängas av")
    introduced_by: tuple[ThingRef, ...] = column("The new one introduced by", "Det nya införs av")
    retired_by: tuple[ThingRef, ...] = column("The old one retired by", "Det gamla avvecklas av")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Old system by old system."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    older, ways = row["older"], row["ways"]
    through = [each[name] for each in ways for name in ("through", "api") if each[name] is not None]
    return Row(
        older=ThingRef.of(older),
        newer=ThingRef.of(row["newer"]),
        how=each_once(_how(way["through"], way["api"]) for way in ways),
        apis=refs(each for each in through if each.kind == Api.__name__),
        exchanges=refs(each for each in through if each.kind != Api.__name__),
        entities=refs(pair[0] for pairs in row["carried"] for pair in pairs),
        kept_because=older.fields.get("kept_because"),
        must_not_stop=older.fields.get("must_not_stop"),
        introduced_by=refs(each[0] for each in row["changes"]),
        retired_by=refs(each[0] for each in row["retiring"]),
        evidence=grounds(row),
    )


def _how(through: Thing | None, api: Thing | None) -> Phrase:
    if through is None:
        return Phrase(text=N_("It depends on the old system itself."))
    named: dict[str, Any] = {"through": ThingRef.of(through)}
    if through.kind == Api.__name__:
        return Phrase(text=N_("It depends on {through}, behind which is the old system."), values=named)
    if through.fields.get("status") == ExchangeStatus.PLANNED:
        return Phrase(text=N_("It is planned to receive {through} from the old system."), values=named)
    if api is not None:
        text = N_("It receives {through} from the old system by {api}.")
        return Phrase(text=text, values=named | {"api": ThingRef.of(api)})
    return Phrase(text=N_("It receives {through} from the old system."), values=named)
