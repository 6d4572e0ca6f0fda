"""Things with which all is well: owned, governed, assessed, conformant, with alternatives, known to the model.

A plant takes some of these, changes what it is about, and says what follows. What is made here gives no finding.
"""

from typing import Any, NamedTuple

from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import (
    Api,
    Coordinator,
    Exchange,
    InformationEntity,
    IntegrationPlatform,
    Need,
    Organisation,
    SharedStorage,
    StandardVersion,
    System,
)
from graph.ontology.vocabulary import (
    Criticality,
    DesignBasis,
    EvidenceLevel,
    ExchangeStatus,
    FunctionalFit,
    Lifecycle,
    OrganisationType,
    Origin,
    PublicationStatus,
    TechnicalFit,
    Timing,
)


def organisation(region: Region, **cells: Any) -> Thing:
    """An organisation of its own, part of nothing."""
    return region.draft.put(Organisation, organisation_type=OrganisationType.COMPANY, **cells)


def system(region: Region, at: Thing | None = None, *, known: bool = True, **cells: Any) -> Thing:
    """A system in use at an organisation; `known`: it receives something from two others of the region."""
    chance, at = region.draft.chance, at or region.some_organisation()
    stated = {
        "lifecycle": Lifecycle.ACTIVE, "origin": chance.choice(list(Origin)), "criticality": _criticality(region),
        "functional_fit": chance.choice([FunctionalFit.APPROPRIATE, FunctionalFit.PERFECT]),
        "technical_fit": chance.choice([TechnicalFit.ADEQUATE, TechnicalFit.FULLY_APPROPRIATE]),
        "design_basis": DesignBasis.STANDARD, "used_since": str(chance.randint(1988, 2020)), "support_ends": "2097",
        "annual_cost_sek": chance.randrange(40_000, 9_000_000), "owned_by": [at], "used_by": [at],
        "supplied_by": [chance.choice(region.vendors)], "maps_to": [region.model],
    }  # fmt: skip
    if cells.get("lifecycle") is Lifecycle.PLAN:
        del stated["used_since"]
    made = region.draft.put(System, **{**stated, **cells})
    if known:
        for source in chance.sample(region.sources, 2):
            codes = region.forms[source.entity].codes
            exchange(region, source.master, made, source.entity, conforms_to=[region.usual.version, *codes])
    return made


def _criticality(region: Region) -> Criticality:
    return region.draft.chance.choice([Criticality.LOW, Criticality.MEDIUM, Criticality.HIGH])


def entity(region: Region, master: Thing | None, *, copied: bool = True, **cells: Any) -> Thing:
    """Information with one master; `copied`: a system of the region stores and publishes it too."""
    made = region.draft.put(InformationEntity, **{"defined_in": [region.model], **cells})
    if master is not None:
        master.add("masters", made)
    if copied:
        region.draft.chance.choice(region.sources).master.add("stores", made).add("publishes", made)
    return made


def exchange(region: Region, giver: Thing, taker: Thing, *carried: Thing, **cells: Any) -> Thing:
    """A flow in use by a standard, at once, owned by the organisation, or by a body where it goes to another one."""
    form = region.forms[carried[0]] if carried and carried[0] in region.forms else region.usual
    homes = [end.cells.get("used_by") for end in (giver, taker)]
    owner = homes[0] if homes[0] and homes[0] == homes[1] else [region.draft.chance.choice(region.bodies)]
    stated = {
        "status": ExchangeStatus.IN_USE, "timing": Timing.REAL_TIME, "transport": form.transport,
        "established": EvidenceLevel.OBSERVED, "provided_by": [giver], "consumed_by": [taker], "carries": list(carried),
        "conforms_to": [form.version, *form.codes], "owned_by": owner,
    }  # fmt: skip
    return region.draft.put(Exchange, **{**stated, **cells})


class Case(NamedTuple):
    """A system that masters something, one that reads it, and the flow by which it gets it."""

    giver: Thing
    taker: Thing
    entity: Thing
    flow: Thing


def case(region: Region, *, read: bool = True, apart: bool = False, **cells: Any) -> Case:
    """A sound flow of information of its own; `apart`: to another organisation."""
    at = region.some_organisation()
    giver = system(region, at)
    taker = system(region, organisation(region) if apart else at)
    about = entity(region, giver)
    if read:
        taker.add("reads", about)
    return Case(giver, taker, about, exchange(region, giver, taker, about, **cells))


def need(region: Region, whom: Thing, where: Thing, about: Thing, *met_by: Thing, **cells: Any) -> Thing:
    """A need that somebody coordinates."""
    stated = {"asked_of": [whom], "needed_at": [where], "calls_for": [about], "met_by": list(met_by),
              "coordinated_by": [region.draft.put(Coordinator)]}  # fmt: skip
    return region.draft.put(Need, **{**stated, **cells})


def api(region: Region, exposer: Thing, **cells: Any) -> Thing:
    """An interface of a system, owned as that is."""
    stated = {"exposed_by": [exposer], "owned_by": exposer.cells["owned_by"], "transport": region.usual.transport}
    return region.draft.put(Api, **{**stated, **cells})


def platform(region: Region, **cells: Any) -> Thing:
    """An integration platform in use."""
    stated = {"owned_by": [region.some_organisation()], "lifecycle": Lifecycle.ACTIVE}
    return region.draft.put(IntegrationPlatform, **{**stated, **cells})


def storage(region: Region, **cells: Any) -> Thing:
    """A storage space that somebody owns and that rests on a standard."""
    stated = {"owned_by": [region.some_organisation()], "design_basis": DesignBasis.STANDARD}
    return region.draft.put(SharedStorage, **{**stated, **cells})


def version(region: Region, of: Thing, number: str, **cells: Any) -> Thing:
    """A version of a standard, in force."""
    stated = {"version": number, "version_of": [of], "publication_status": PublicationStatus.CURRENT}
    return region.draft.put(StandardVersion, f"{of.cells['name']} {number}", **{**stated, **cells})
