"""Effects of a change: what it retires by wave, brings, covers, leaves hanging, and leaves as it is."""

from collections import defaultdict

from graph.language.words import Words
from graph.ontology.kinds import Initiative, Procurement, System
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InitiativeNode, SystemNode
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import each_once, grounds, ref, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.divestment.effects import ChangeEffect, effects
from queries.divestment.hanging import Effect

TITLE = Words(
    "What does an initiative or procurement retire and leave, in which waves, and what does it leave hanging?",
    "Vad avvecklar och lämnar kvar ett initiativ eller en upphandling, i vilka etapper, och vad blir hängande?",
)
ABOUT = Words(
    "Effects of a change: what it retires by wave, brings, covers, leaves hanging, and leaves as it is. Left hanging "
    "is what depends on a retired system (itself, an API of it or in front of it) or receives a flow from it, and is "
    "not retired by the same change. What is retired too, but in a later wave than what it needs, clashes with the "
    "order of the waves; systems of one wave that need each other move together. Left as they are: systems in a "
    "domain that the change covers, or of the same category as a retired one, that it neither retires nor brings. A "
    "row without a thing says what no source states.",
    "Följderna av en förändring: vad den avvecklar etapp för etapp, inför, omfattar, lämnar hängande och lämnar som "
    "det är. Det som blir hängande är det som är beroende av ett system som avvecklas (av systemet självt, av ett API "
    "som hör till det eller av ett API som står framför det), eller som tar emot ett utbyte från det, utan att självt "
    "avvecklas av samma förändring. Om även det avvecklas, men i en senare etapp än det som det behöver, stämmer "
    "etapperna inte med varandra. System i samma etapp som behöver varandra flyttas tillsammans. Som det är lämnas "
    "system inom ett område som förändringen omfattar, eller i samma kategori som ett system som avvecklas, när "
    "förändringen varken avvecklar eller inför dem. En rad utan ting säger vad ingen källa uppger.",
)


class Parameters(QuestionParameters):
    """Which change to look at; all when neither is given."""

    initiative: str | None = parameter("Initiative", "Initiativ", of=Initiative)
    procurement: str | None = parameter("Procurement", "Upphandling", of=Procurement)


class Row(AnswerRow):
    """One effect of a change on one thing."""

    change: ThingRef = column("Change", "Förändring")
    effect: Effect = column("Effect", "Verkan")
    thing: ThingRef | None = column("On", "På")
    wave: int | None = column("Wave", "Etapp")
    moves_with: tuple[ThingRef, ...] = column("Must move together with", "Måste flyttas tillsammans med")
    rationale: tuple[Phrase, ...] = column("Because", "Därför att")


def find(snapshot: Snapshot, parameters: Parameters) -> list[ChangeEffect]:
    """Per change: what it retires wave by wave, brings, covers, leaves hanging and leaves."""
    asked = {Initiative.__name__: parameters.initiative, Procurement.__name__: parameters.procurement}
    every, alike = not any(asked.values()), snapshot.once(_alike)
    found: list[ChangeEffect] = []
    for change in snapshot.all(Initiative, Procurement):
        if every or asked[change.kind] == change.id:
            found += effects(snapshot, change, alike)
    return found


def _alike(snapshot: Snapshot) -> dict[str, list[SystemNode]]:
    """The systems that are not retired by their category."""
    found: dict[str, list[SystemNode]] = defaultdict(list)
    for system in snapshot.all(System):
        if system.category is not None and system.lifecycle != Lifecycle.RETIRED:
            found[system.category].append(system)
    return found


def explain(snapshot: Snapshot, found: ChangeEffect, parameters: Parameters) -> Row:
    """The effect, why, and the facts behind it."""
    return Row(
        change=ThingRef.of(found.change),
        effect=found.effect,
        thing=ref(found.thing),
        wave=found.wave,
        moves_with=refs(found.moves_with),
        rationale=each_once(why.phrase for why in found.rationale),
        grounds=grounds(found.change, found.thing, [tie.facts for tie in found.ties]),
        leads=_leads(found),
    )


def _leads(found: ChangeEffect) -> tuple[Lead, ...]:
    """What stands in the way of what goes, and the plan of the whole."""
    if found.effect is not Effect.RETIRES or found.thing is None:
        return ()
    plan = Lead.to("divestment_plan", initiative=found.change.id)
    ways = (plan,) if isinstance(found.change, InitiativeNode) else ()
    return (*ways, Lead.to("divestment_blockers", system=found.thing.id))
