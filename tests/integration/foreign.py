"""Somebody else's things in our database: with labels and properties that look like ours, and tied to what is ours."""

from graph.database.store import Store, Write

MANY = 150
_NODES = (
    "UNWIND range(1, $many) AS i CREATE (:Stranger {stranger: true, number: i, born: i, run: i, "
    "datasets: ['a', 'b'], dataset: 'a', source: 'them'})",
    "UNWIND range(1, $many) AS i CREATE (:System {stranger: true, id: 'theirs-' + toString(i), name: 'Theirs', "
    "born: i, run: i, datasets: ['a'], sort_key: 'theirs'})",
    "CREATE (:Api {stranger: true, datasets: 5, search: 7}), (:System {stranger: true})",
    "UNWIND range($first_run, $first_run + 7) AS i "
    "CREATE (:Run {stranger: true, id: toString(i), number: i, dataset: 'a'})",
    "CREATE (:Dataset {stranger: true, id: 'their-data', title: 'Theirs', run: 1}), (:Dataset {stranger: true})",
    "CREATE (:Scenario {stranger: true, id: 'their-scenario', name: 'Theirs'}), (:Scenario {stranger: true})",
    "UNWIND range(0, 99) AS i CREATE (:Undo {stranger: true, id: toString(i) + '-0', run: i, part: 0, "
    "text: 'MATCH (n) DETACH DELETE n'})",
    "CREATE (:Ledger {stranger: true, id: 'a-1-0', dataset: 'a', run: 1, bucket: 0}), (:Ledger {stranger: true})",
    "CREATE (:FilesRead {stranger: true, id: 'a-1', dataset: 'a', mark: 'x', revision: 1}), "
    "(:FilesRead {stranger: true})",
    "CREATE (:Delta {stranger: true, id: '1-0', run: 1, revision: 9, keys: '{}'}), (:Delta {stranger: true, run: 0})",
    "CREATE (:Graph {stranger: true, id: 'theirs', revision: 1})",
)
_LINKS = (
    "MATCH (a:Stranger), (b:System) WHERE b.id = 'theirs-' + toString(a.number) "
    "CREATE (a)-[:ABOUT {stranger: true, born: a.number, run: a.number, datasets: ['a']}]->(b), "
    "(b)-[:DEPENDS_ON {stranger: true, born: a.number, datasets: ['a']}]->(b)",
)
_TIED = (
    "MATCH (a:Stranger {number: 1}), (b:System) WHERE b.search IS NOT NULL CREATE (a)-[:ABOUT {stranger: true}]->(b)",
    "MATCH (a:System)-[r:EXPOSES]->(b:Api) WHERE r.endpoints IS NOT NULL "
    "CREATE (a)-[:EXPOSES {stranger: true, born: 1, datasets: ['a']}]->(b)",
)


async def settle(store: Store, first_run: int = 2) -> None:
    """Put it in the database, beside ours and tied to ours; eight runs are from the number `first_run` on."""

    async def work(write: Write) -> None:
        for text in (*_NODES, *_LINKS, *_TIED):
            await write.run(text, many=MANY, first_run=first_run)

    await store.write(work)


async def foreign(store: Store) -> list[str]:
    """All of it, comparable."""
    nodes = await store.read(
        "MATCH (n) WHERE n.stranger RETURN [label IN labels(n) | label] AS labels, properties(n) AS held"
    )
    links = await store.read(
        "MATCH (a)-[r]->(b) WHERE r.stranger RETURN type(r) AS type, properties(r) AS held, "
        "CASE WHEN a.stranger THEN a.number ELSE -1 END AS a, CASE WHEN b.stranger THEN b.id ELSE '-' END AS b"
    )
    return sorted(
        [f"{row['labels']} {sorted(row['held'].items())}" for row in nodes]
        + [f"{row['type']} {row['a']} {row['b']} {sorted(row['held'].items())}" for row in links]
    )
