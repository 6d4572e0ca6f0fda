"""Which systems the European Health Data Space reaches: by which data, for whom, from when, and what is missing."""

from collections.abc import Iterator

from graph.language.words import N_, Words
from graph.ontology.kinds import Device, InformationEntity, IntegrationPlatform, SharedStorage, System
from graph.ontology.vocabulary import Lifecycle, Origin
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import StandardNode, SystemNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.ehds import EhdsRole, Exposed, Law, followed, general, handled, handling, role_of
from queries.meaning.succession import Publication

TITLE = Words(
    "Which systems does the European Health Data Space reach, from when, who carries the duties, and what is missing?",
    "Vilka system nås av det europeiska hälsodataområdet, från när, vem har skyldigheterna, och vad saknas?",
)
ABOUT = Words(
    "Which systems the European Health Data Space reaches: by which data, for whom, from when, and what is missing. A "
    "thing is listed when it holds, reads, publishes or exchanges information of a priority category; what is planned "
    "counts, what is retired or ended does not. Whoever builds for themselves carries the duties of a manufacturer; "
    "of what is bought, the vendor does. General-purpose software is outside: an integration platform and a shared "
    "storage are taken to be so as products, though a clinical part built on them may be inside. A device is reached "
    "only where it is claimed to work with record systems. The day is the earliest of the days that the law sets for "
    "the categories; where the law sets a later one for such an origin, that one. What follows the European format is "
    "what a requirement on the information demands, and what builds on it; that nothing of the kind is stated does "
    "not mean that the product cannot do it.",
    "Vilka system det europeiska hälsodataområdet når: genom vilka data, för vem, från när, och vad som saknas. Ett "
    "ting är med när det har, läser, publicerar eller utbyter information av en prioriterad kategori. Det som är "
    "planerat räknas, det som är avvecklat eller avslutat gör det inte. Den som bygger själv har tillverkarens "
    "skyldigheter; för det som är köpt har leverantören dem. Allmänna verktyg är utanför: en integrationsplattform "
    "och ett delat lagringsutrymme antas vara sådana som produkter, men en klinisk del som byggts på dem kan vara "
    "innanför. En enhet nås bara när den uppges fungera med journalsystem. Dagen är den tidigaste av dem som lagen "
    "anger för kategorierna; när lagen anger en senare för det ursprunget gäller den. Till det europeiska formatet "
    "hör det som ett krav på informationen fordrar, och det som bygger på detta. Att inget sådant är uppgivet betyder "
    "inte att produkten inte klarar det.",
)


class Parameters(QuestionParameters):
    """What to look at; everything that the law may reach when not given."""

    role: EhdsRole | None = parameter("Who carries the duties", "Vem som har skyldigheterna")
    entity: str | None = parameter("Information", "Information", of=InformationEntity)


class Row(AnswerRow):
    """One thing that handles information of a priority category."""

    thing: ThingRef = column("System", "System")
    own_use: Lifecycle | None = column("Own use", "Egen användning")
    categories: tuple[str, ...] = column("Priority categories", "Prioriterade kategorier")
    entities: tuple[ThingRef, ...] = column("Information", "Information")
    origin: Origin | None = column("Origin", "Ursprung")
    general_purpose: bool | None = column("General-purpose", "Allmänt verktyg")
    role: EhdsRole = column("Who carries the duties", "Vem som har skyldigheterna")
    carried_by: tuple[ThingRef, ...] = column("Named", "Namngiven")
    applies_from: str | None = column("Applies from", "Gäller från")
    milestones: tuple[ThingRef, ...] = column("Days in the law", "Dagar i lagen")
    european: tuple[ThingRef, ...] = column("European format, as stated", "Europeiskt format, enligt uppgift")
    would_fit: tuple[ThingRef, ...] = column("European standards for it", "Europeiska standarder för den")
    retired_by: tuple[ThingRef, ...] = column("To be retired by", "Ska avvecklas av")
    missing: tuple[Phrase, ...] = column("Missing", "Saknas")


def identity(exposed: Exposed) -> tuple[Node, EhdsRole]:
    """The same thing with the same role is the same finding, whatever it handles."""
    return exposed.thing, exposed.role


def find(snapshot: Snapshot, parameters: Parameters) -> list[Exposed]:
    """Own duties first, then the vendors', then what is not known; the earliest day first, then by name."""
    found: list[tuple[str, Exposed]] = []
    law, kinds = snapshot.once(Law), {kind.__name__ for kind in (System, Device, IntegrationPlatform, SharedStorage)}
    for thing, entities in snapshot.once(handled).items():
        if thing.kind in kinds and thing.field("lifecycle") != Lifecycle.RETIRED:
            exposed = Exposed(thing, role_of(thing), entities)
            named = parameters.entity is None or parameters.entity in {each.id for each in entities}
            if parameters.role in (None, exposed.role) and named:
                found.append((law.days(exposed)[0] or "9999", exposed))
    order = {role: place for place, role in enumerate(EhdsRole)}
    found.sort(key=lambda each: (order[each[1].role], each[0], PLACE(each[1].thing)))
    return [exposed for _, exposed in found]


def explain(snapshot: Snapshot, exposed: Exposed, parameters: Parameters) -> Row:
    """What reaches the thing, from when, and what is missing."""
    thing, role, handles = exposed
    law, by = snapshot.once(Law), ordered(handles)
    day, milestones = law.days(exposed)
    stated = followed(thing)
    follows = [each for each in stated if any(each in law.european[entity] for entity in by)]
    fitting = [
        each
        for entity in by
        for each in law.european[entity]
        if isinstance(each, StandardNode) and entity in each.expresses
    ]
    carriers = {EhdsRole.MANUFACTURER: thing.side("owned_by"), EhdsRole.OUTSIDE: ()}.get(
        role, thing.side("supplied_by")
    )
    laws = [(each.applies_through, each.links("applies_through")) for each in milestones]
    days = [each.link("concerns", entity) for each in milestones for entity in each.concerns if entity in by]
    return Row(
        thing=ThingRef.of(thing),
        own_use=thing.field("lifecycle"),
        categories=tuple(sorted({entity.ehds_category for entity in by})),
        entities=refs(by),
        origin=thing.field("origin"),
        general_purpose=general(thing),
        role=role,
        carried_by=refs(carriers),
        applies_from=day,
        milestones=refs(milestones),
        european=refs(follows),
        would_fit=refs(fitting if role is not EhdsRole.OUTSIDE else ()),
        retired_by=refs(thing.side("retired_by")),
        missing=tuple(_missing(exposed, day, list(stated), follows)),
        grounds=grounds(
            thing, by, handling(thing, handles),
            thing.side("owned_by"), thing.side("supplied_by"), thing.side("retired_by"),
            thing.links("owned_by", "supplied_by", "retired_by"), milestones, laws, days, stated, stated.values(),
            fitting, [each.link("expresses", entity) for each in fitting for entity in by if entity in each.expresses],
        ),
    )  # fmt: skip


def _missing(
    exposed: Exposed, day: str | None, stated: list[Publication], follows: list[Publication]
) -> Iterator[Phrase]:
    thing, role = exposed.thing, exposed.role
    if role is EhdsRole.OUTSIDE:
        return
    if isinstance(thing, SystemNode):
        if thing.origin is None:
            yield Phrase(text=N_("Whether it is bought or built in-house is not stated."))
        if thing.general_purpose is None:
            yield Phrase(text=N_("Whether it is general-purpose is not stated."))
    if role is EhdsRole.MANUFACTURER and not thing.side("owned_by"):
        yield Phrase(text=N_("Who owns it, and so carries the duties, is not stated."))
    if role in (EhdsRole.VENDOR, EhdsRole.CLAIMED) and not thing.side("supplied_by"):
        yield Phrase(text=N_("The vendor is not stated."))
    if day is None:
        yield Phrase(text=N_("No day is stated from which the law applies to this information."))
    if not stated:
        yield Phrase(text=N_("No standard that it follows is stated."))
    elif not follows:
        count = sum(not isinstance(each, StandardNode) for each in stated)
        yield Phrase(
            text=N_("None of the standards that it is stated to follow ({count}) is of the European format."),
            values={"count": count},
        )
