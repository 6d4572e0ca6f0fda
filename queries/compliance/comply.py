"""Asking whether systems and offers comply: the set and the systems out of a snapshot, with who says so."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.database.one_revision import at_one_revision
from graph.database.store import Store
from graph.errors import OfferError
from graph.facts.facts import FactKey
from graph.facts.records import Record
from graph.language.code_names import QuestionName
from graph.language.words import N_, Words
from graph.snapshot.snapshot import Snapshot
from graph.tender.offer import Claim, Offer
from graph.tender.requirement_set import StatedRequirementSet
from queries.asking.evidence import records
from queries.asking.question import SnapshotParameters
from queries.asking.snapshots import Snapshots, View
from queries.asking.validation import validated
from queries.compliance.comparison import ComplianceMatrix, compared
from queries.compliance.compliance_leads import with_leads
from queries.compliance.from_snapshot import requirement_set
from queries.compliance.systems import offer_of_system

Known = Mapping[FactKey, Sequence[Record]]
MOST_OFFERS = 20
COMPLIANCE = QuestionName("compliance", Words("Compliance", "Kravuppfyllnad"))
FACTS = SnapshotParameters()
"""The facts of today."""


def looked_at(values: Mapping[str, Any]) -> SnapshotParameters:
    """The day and the scenario that are given.

    Raises:
        QuestionError: the day is no day.
    """
    return validated(SnapshotParameters, COMPLIANCE, {name: value for name, value in values.items() if value})


async def chosen_set(
    store: Store, snapshots: Snapshots, id: str, of: SnapshotParameters = FACTS
) -> StatedRequirementSet:
    """The graph's requirement set with this id, with what is made up as an example marked.

    Raises:
        UnknownThingError: there is none; names the nearest.
        ScenarioError: there is no such scenario, or a step of it cannot be taken now.
        ChangingError: runs keep writing.
    """

    async def attempt() -> StatedRequirementSet | None:
        snapshot = (await snapshots.view(of)).snapshot
        requirements = requirement_set(snapshot, id)
        keys = {key for each in requirements.requirements for key in each.grounds}
        revision, known = await records(store, keys)
        return _marked(requirements, known) if revision == snapshot.revision else None

    return await at_one_revision(attempt)


async def comply(
    store: Store,
    snapshots: Snapshots,
    wanted: str | StatedRequirementSet,
    systems: Sequence[str],
    offers: Sequence[Offer],
    of: SnapshotParameters = FACTS,
) -> ComplianceMatrix:
    """The requirement set, of the graph or read from a file, held against systems of the graph and other offers.

    The graph is that of today, of another day, or what a scenario makes of it.

    Raises:
        UnknownThingError: the graph has no such set or system.
        ScenarioError: there is no such scenario, or a step of it cannot be taken now.
        ChangingError: runs keep writing.
        OfferError: there is nothing to hold it against, too much, or an answer is to no requirement of the set.
    """
    if not systems and not offers:
        raise OfferError(N_("There is nothing to judge. Name a system of the graph, or hand in an offer."))
    if len(systems) + len(offers) > MOST_OFFERS:
        raise OfferError(N_("At most {most} offers are judged at a time."), most=MOST_OFFERS)

    async def attempt() -> ComplianceMatrix | None:
        view = await snapshots.view(of)
        snapshot = view.snapshot
        requirements = requirement_set(snapshot, wanted) if isinstance(wanted, str) else wanted
        subjects = [*(offer_of_system(snapshot, id) for id in dict.fromkeys(systems)), *offers]
        keys = {key for each in requirements.requirements for key in each.grounds}
        keys |= {key for offer in subjects for claim in offer.claims for key in claim.grounds}
        revision, known = await records(store, keys)
        if revision != snapshot.revision:
            return None
        sourced = [_sourced(offer, known, view) for offer in subjects]
        return await asyncio.to_thread(_compared, snapshot, _marked(requirements, known), sourced, view)

    return await at_one_revision(attempt)


def _compared(
    snapshot: Snapshot, requirements: StatedRequirementSet, offers: Sequence[Offer], view: View
) -> ComplianceMatrix:
    found = with_leads(snapshot, compared(requirements, offers, snapshot.revision))
    scenario = view.scenario.id if view.scenario else None
    return found.model_copy(update={"day": view.day, "as_of": view.chosen_day, "scenario": scenario})


def _illustrative(keys: Iterable[FactKey], known: Known) -> bool:
    return any(record.illustrative for key in keys for record in known.get(key, ()))


def _marked(requirements: StatedRequirementSet, known: Known) -> StatedRequirementSet:
    """The set with those requirements marked that are made up as examples."""
    marked = tuple(
        each.model_copy(update={"illustrative": True}) if _illustrative(each.grounds, known) else each
        for each in requirements.requirements
    )
    return requirements.model_copy(update={"requirements": marked})


def _sourced(offer: Offer, known: Known, view: View) -> Offer:
    """The offer with the source of each claim that rests on the graph."""
    return offer.model_copy(update={"claims": tuple(_claim(claim, known, view) for claim in offer.claims)})


def _claim(claim: Claim, known: Known, view: View) -> Claim:
    """The claim with its source; what nobody states is assumed by the view's scenario."""
    if not claim.grounds:
        return claim
    shown = [each for key in claim.grounds for each in known.get(key, ())]
    sources = [f"{each.source}, {each.section}" if each.section else each.source for each in shown]
    assumed = view.scenario is not None and any(key not in known for key in claim.grounds)
    if view.scenario and assumed:
        sources.append(view.scenario.name)
    changes = {
        "file": "; ".join(dict.fromkeys(sources)), "illustrative": _illustrative(claim.grounds, known),
        "assumed": assumed,
    }  # fmt: skip
    return claim.model_copy(update=changes)
