"""Questions that are asked of one thing: a need, a discipline, a matter, a programme, a system's score."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import BLOCKERS, CANDIDATES, MISSING, PLAN, VERDICTS, asked
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Decision, Discipline, Initiative
from graph.ontology.vocabulary import ExchangeStatus, FunctionalFit, Progress, Timing, Transport

DAY_RATE = 8_000
"""SEK; the assumption that stands in the scoring profile."""


def needs_and_how_they_are_met(region: Region) -> None:
    """Met, by night, by hand, by a flow that is not stated to meet it, by a plan, and not at all."""
    for met, real_time, cells in (
        ("yes", True, {}),
        ("not-real-time", True, {"timing": Timing.BATCH}),
        ("by-hand", False, {"timing": Timing.MANUAL, "transport": Transport.MANUAL}),
        ("planned", False, {"status": ExchangeStatus.PLANNED}),
    ):
        case = sound.case(region, read=False, **cells)
        need = _suited(region, case.giver, case.taker, case.entity, case.flow)
        need.set(real_time=real_time)
        _standards(region, need, case.entity, met, case.flow)
        if met == "not-real-time":
            region.draft.find(VERDICTS, "too-slow", "V10", case.entity, case.giver, case.taker, need)
        if met == "planned":
            region.draft.find(MISSING, need, case.giver, case.entity)
            region.draft.find(VERDICTS, "no-path", "V03", case.entity, case.giver, case.taker, need)
    case = sound.case(region, read=False)
    _standards(region, _suited(region, case.giver, case.taker, case.entity), case.entity, "likely", case.flow)
    about = sound.entity(region, case.giver)
    need = _suited(region, case.giver, case.taker, about)
    _standards(region, need, about, "no-exchange")
    region.draft.find(MISSING, need, case.giver, about)
    region.draft.find(VERDICTS, "no-path", "V02", about, case.giver, case.taker, need)


def by_hand_as_its_transport_says(region: Region) -> None:
    """It goes by hand, and when is not stated: met by hand."""
    case = sound.case(region, read=False, timing=None, transport=Transport.MANUAL)
    need = _suited(region, case.giver, case.taker, case.entity, case.flow)
    _standards(region, need, case.entity, "by-hand", case.flow)


def _suited(region: Region, whom: Thing, where: Thing, about: Thing, *flows: Thing) -> Thing:
    """A need that one standard suits, which can express the information; another one that can does not suit it."""
    one, other = region.draft.chance.sample(region.ways, 2)
    about.set(expressed_by=[one.version, other.version])
    return sound.need(region, whom, where, about, *flows, suited_by=[one.version.cells["version_of"][0]])


def _standards(region: Region, need: Thing, about: Thing, met: str, *flows: Thing) -> None:
    own = asked("need_standards", "entity", "met", "exchanges", "best", "expressed_by", need=need)
    expressed = about.cells["expressed_by"]
    region.draft.find(own, about, met, list(flows), expressed[:1], expressed)


def storage_of_disciplines(region: Region) -> None:
    """Two disciplines share a space, one of them by a system that keeps data there; the third stands apart."""
    draft = region.draft
    one, two, three, nowhere = (draft.put(Discipline) for _ in range(4))
    shared = sound.storage(region, serves=[one], keeps_data_of=[sound.system(region, serves=[two])])
    apart = sound.storage(region, serves=[three], separation_rationale="Stora bildmängder")
    for who, space, among, is_shared in (
        (one, shared, [one, two], True), (two, shared, [one, two], True), (three, apart, [three], False),
        (nowhere, None, [nowhere], None),
    ):  # fmt: skip
        own = asked("shared_storage", "storage", "disciplines", "shared", discipline=who)
        draft.find(own, space, among, is_shared)


def rights_that_nobody_holds(region: Region) -> None:
    """A matter that a body decides, of which nobody is heard and nobody answers; and one with every right held."""
    for held, nobody in (
        (("decided_by",), ["input", "accountability"]),
        (("decided_by", "input_from", "accountable"), []),
    ):
        matter = region.draft.put(Decision)
        for side in held:
            matter.add(side, region.bodies[0])
        own = asked("decision_rights", "subject", "decided_by", "held_by_nobody", subject=matter)
        region.draft.find(own, matter, [region.bodies[0]], nobody)


def effects_of_a_programme(region: Region) -> None:
    """It retires two, one later than what that needs, and brings one; what depends and receives is left hanging."""
    draft = region.draft
    first, later, brought = (sound.system(region) for _ in range(3))
    later.set(depends_on=[first])
    hanging = sound.system(region, depends_on=[first])
    taker = sound.system(region)
    sound.exchange(region, first, taker, sound.entity(region, first))
    programme = draft.put(Initiative, progress=Progress.PLANNED, introduces=[brought], covers=[region.sectors[0]])
    draft.tie(programme, "retires", first, wave=1)
    draft.tie(programme, "retires", later, wave=2)
    own = asked(
        "initiative_effects", "effect", "thing", "wave", leaving_out={"effect": ("leaves",)}, initiative=programme
    )
    for effect, thing, wave in (
        ("retires", first, 1), ("retires", later, 2), ("introduces", brought, None),
        ("covers", region.sectors[0], None), ("left-hanging", hanging, None), ("left-hanging", taker, None),
        ("wave-clash", later, 2),
    ):  # fmt: skip
        draft.find(own, effect, thing, wave)
    draft.find(CANDIDATES, later, "free", "invest")
    draft.find(PLAN, 1, later, [])
    draft.find(CANDIDATES, first, "blocked", "invest")
    for needy in (later, hanging):
        draft.find(BLOCKERS, first, "needed", needy)


def score(region: Region) -> None:
    """What the published formulas give, reckoned by hand.

    Three exchanges in use and two disciplines: (3 + 2) * 2 pieces of information = 10, and 3 * 4 + 2 * 2 = 16
    person-days at the profile's rate. Of its two pieces of information another system has one: 0.5. Its vendor's
    support has ended: 100. Our own use has no stated end: unknown.
    """
    system = sound.system(region, support_ends="2009-06", functional_fit=FunctionalFit.PERFECT,
                          serves=region.draft.chance.sample(region.disciplines, 2))  # fmt: skip
    about, alone = sound.entity(region, system), sound.entity(region, system, copied=False)
    sound.storage(region, stores=[alone])
    sound.exchange(region, system, sound.system(region), about)
    region.draft.find(CANDIDATES, system, "free", "invest")
    region.draft.find(PLAN, 1, system, [])
    own = asked("divestment_score", "part", "value", leaving_out={"part": ("time", "functional", "technical", "cost")},
                system=system)  # fmt: skip
    for part, value in (("vendor-risk", 100.0), ("own-risk", None), ("overlap", 0.5), ("complexity", 10.0),
                        ("switching", 16.0 * DAY_RATE)):  # fmt: skip
        region.draft.find(own, part, value)


PLANTS = (
    needs_and_how_they_are_met, by_hand_as_its_transport_says, storage_of_disciplines, rights_that_nobody_holds,
    effects_of_a_programme, score,
)  # fmt: skip
