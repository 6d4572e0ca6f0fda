"""The background of a planted world: a region in which, by the way it is made, no question finds anything.

Every system is owned, used, assessed, supported and mapped to the model, and receives from at least two others. Each
piece of information has one master, and a copy that another system publishes. Every flow follows a standard that its
information is always sent by, states the codes, and has an owner; between organisations that is a body. Where a flow
passes a platform, the same goes beside it. A system of each care sector exchanges with one hub.
"""

from benchmarks.worlds import sound
from benchmarks.worlds.region import Form, Region, Source
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Initiative
from graph.ontology.vocabulary import Progress

PER_ENTITY = 5
"""Systems for one piece of information."""
LEAST_ENTITIES = 12


def lay(region: Region, systems: int, exchanges: int) -> None:
    """Lay out a region of so many systems and about so many exchanges."""
    region.found(systems)
    made = [sound.system(region, known=False) for _ in range(systems)]
    for number, each in enumerate(made):
        each.set(in_sector=[region.sectors[number % len(region.sectors)]], serves=[_some(region, region.disciplines)])
    _information(region, made)
    flows = _flows(region, made, max(exchanges, 2 * systems))
    _needs(region, flows)
    _surroundings(region, made)


def _information(region: Region, made: list[Thing]) -> None:
    """One master and two copies of each; the first systems master something: one of each sector, and the hub."""
    chance = region.draft.chance
    for number in range(max(LEAST_ENTITIES, len(made) // PER_ENTITY)):
        master = made[number % len(made)]
        copies = chance.sample([each for each in chance.sample(made, min(len(made), 8)) if each is not master], 2)
        way = chance.choice(region.ways)
        codes = (chance.choice(region.terminologies),) if chance.random() < 0.4 else ()
        entity = sound.entity(region, master, copied=False, expressed_by=[way.version])
        entity.set(bound_to=[each.cells["version_of"][0] for each in codes])
        for copy in copies:
            copy.add("stores", entity).add("publishes", entity)
        region.forms[entity] = Form(way.version, way.transport, codes)
        region.sources.append(Source(master, entity))


def _flows(region: Region, made: list[Thing], wanted: int) -> list[Thing]:
    """Every system receives from others, and some of them read what they get.

    The first lap closes a ring of the masters, and with the second one every other system hangs on two of them: no
    system holds the others together alone.
    """
    chance = region.draft.chance
    flows: list[Thing] = []
    anchors = region.sources[: len(region.sectors)]
    region.hub = hub = region.sources[len(region.sectors)]
    for anchor in anchors:
        sound.exchange(region, anchor.master, hub.master, anchor.entity)
        sound.exchange(region, hub.master, anchor.master, hub.entity)
    read: set[tuple[Thing, Thing]] = set()
    masters = len(region.sources)
    number = 0
    while len(flows) < wanted - 2 * len(anchors):
        taker = made[number % len(made)]
        lap = number // len(made)
        source = region.sources[(number % len(made) + 1 + (lap if lap < 2 else chance.randrange(len(made)))) % masters]
        number += 1
        if source.master is taker:
            continue
        flow = sound.exchange(region, source.master, taker, source.entity)
        flows.append(flow)
        holds = source.entity in taker.cells.get("stores", ())
        if chance.random() < 0.3 and not holds and (taker, source.entity) not in read:
            read.add((taker, source.entity))
            taker.add("reads", source.entity)
        if chance.random() < 0.05:
            flows.append(sound.exchange(region, source.master, taker, source.entity))
            flow.set(mediated_by=[_bus(region)])
    return flows


def _bus(region: Region) -> Thing:
    """One of the platforms of the region; the first time they are wanted, they are put there."""
    if not region.buses:
        region.buses = [sound.platform(region) for _ in range(max(2, len(region.sources) // 200))]
    return _some(region, region.buses)


def _needs(region: Region, flows: list[Thing]) -> None:
    """Needs that a flow meets, between systems or between their organisations."""
    for flow in region.draft.chance.sample(flows, max(2, len(flows) // 200)):
        (giver,), (taker,) = flow.cells["provided_by"], flow.cells["consumed_by"]
        (about,) = flow.cells["carries"]
        if region.draft.chance.random() < 0.5:
            giver, taker = giver.cells["used_by"][0], taker.cells["used_by"][0]
        sound.need(region, giver, taker, about, flow, real_time=True, suited_by=[flow.cells["conforms_to"][0]])


def _surroundings(region: Region, made: list[Thing]) -> None:
    """Storages, interfaces and programmes."""
    draft, chance = region.draft, region.draft.chance
    for _ in range(max(3, len(made) // 40)):
        users = chance.sample(made, 3)
        held = [chance.choice(region.sources).entity for _ in range(2)]
        sound.storage(
            region, keeps_data_of=users, serves=chance.sample(region.disciplines, 2), stores=list(dict.fromkeys(held))
        )
    for source in chance.sample(region.sources, len(region.sources) // 2):
        sound.api(region, source.master, conforms_to=[region.forms[source.entity].version])
    for _ in range(max(1, len(made) // 200)):
        draft.put(Initiative, progress=Progress.ONGOING, starts="2019", introduces=chance.sample(made, 2),
                 led_by=[region.some_organisation()])  # fmt: skip


def _some(region: Region, things: list[Thing]) -> Thing:
    return region.draft.chance.choice(things)
