"""Asking whether systems and offers comply: the set and the systems out of the graph, with who says so."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence

from graph.errors import ChangingError, OfferError
from graph.facts import Evidence, LinkKey, Ref
from graph.offer import Offer
from graph.requirement_set import RequirementSet
from graph.store import Store
from graph.words import N_
from queries.answer import Shown
from queries.compliance.comparison import Comparison, compared
from queries.compliance.from_picture import requirement_set
from queries.compliance.systems import offer_of_system
from queries.evidence import records
from queries.pictures import Pictures

Known = Mapping[Ref | LinkKey, Sequence[Shown]]
MOST_OFFERS = 20
TRIES = 5
"""How often it is begun again because a run wrote between the picture and the records."""


async def chosen_set(store: Store, pictures: Pictures, id: str) -> RequirementSet:
    """The graph's requirement set with this id, with what is made up as an example marked.

    Raises:
        UnknownThingError: there is none; names the nearest.
    """
    requirements = requirement_set(await pictures.picture(), id)
    keys = {key for each in requirements.requirements for key in each.grounds}
    return _marked(requirements, (await records(store, keys))[1])


async def comply(
    store: Store, pictures: Pictures, wanted: str | RequirementSet, systems: Sequence[str], offers: Sequence[Offer]
) -> Comparison:
    """The requirement set, of the graph or read from a file, held against systems of the graph and other offers.

    Raises:
        UnknownThingError: the graph has no such set or system.
        ChangingError: runs keep writing.
        OfferError: there is nothing to hold it against, too much, or an answer is to no requirement of the set.
    """
    if not systems and not offers:
        raise OfferError(N_("There is nothing to judge. Name a system of the graph, or hand in an offer."))
    if len(systems) + len(offers) > MOST_OFFERS:
        raise OfferError(N_("At most {most} offers are judged at a time."), most=MOST_OFFERS)
    for _ in range(TRIES):
        picture = await pictures.picture()
        requirements = requirement_set(picture, wanted) if isinstance(wanted, str) else wanted
        subjects = [*(offer_of_system(picture, id) for id in dict.fromkeys(systems)), *offers]
        keys = {key for each in requirements.requirements for key in each.grounds}
        keys |= {key for offer in subjects for claim in offer.claims for key in claim.grounds}
        revision, known = await records(store, keys)
        if revision == picture.revision:
            marked, sourced = _marked(requirements, known), [_sourced(offer, known) for offer in subjects]
            return await asyncio.to_thread(compared, marked, sourced, revision)
    raise ChangingError(N_("A load is being written just now. Ask again when it has ended."))


def _illustrative(keys: Iterable[Ref | LinkKey], known: Known) -> bool:
    return any(shown.evidence is Evidence.ILLUSTRATIVE for key in keys for shown in known.get(key, ()))


def _marked(requirements: RequirementSet, known: Known) -> RequirementSet:
    """The set with those requirements marked that are made up as examples."""
    marked = tuple(
        each.model_copy(update={"illustrative": True}) if _illustrative(each.grounds, known) else each
        for each in requirements.requirements
    )
    return requirements.model_copy(update={"requirements": marked})


def _sourced(offer: Offer, known: Known) -> Offer:
    """The offer with the source of each claim that rests on the graph."""
    claims = []
    for claim in offer.claims:
        shown = [each for key in claim.grounds for each in known.get(key, ())]
        sources = dict.fromkeys(f"{each.source}, {each.section}" if each.section else each.source for each in shown)
        changes = {"file": "; ".join(sources), "illustrative": _illustrative(claim.grounds, known)} if shown else {}
        claims.append(claim.model_copy(update=changes))
    return offer.model_copy(update={"claims": tuple(claims)})
