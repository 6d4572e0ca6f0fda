// The landscape
// Landskapet
// Rows: who owns it. Columns: from the old and stable to the new and fast, with platforms and storage between them. An arrow goes from who gives information to who takes it.
// Rader: vem som äger det. Kolumner: från det gamla och stabila till det nya och snabba, med plattformar och lagring emellan. En pil går från den som lämnar information till den som tar emot.
MATCH (s:System|Device|IntegrationPlatform|SharedStorage)
WHERE ($sector IS NULL OR EXISTS { MATCH (s)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  AND ($organisation IS NULL OR EXISTS { MATCH (s)-[:OWNED_BY]->(:Organisation {id: $organisation}) })
OPTIONAL MATCH (s)-[:PROVIDES|CONSUMES|MEDIATED_BY]-(e:Exchange)
WITH s, count(e) AS flows
ORDER BY flows DESC, s.sort_key, s.id
WITH collect(s) AS found
WITH found[..$limit] AS shown, size(found) AS total
WITH shown, total, [s IN shown | s.id] AS ids
CALL (shown) {
  UNWIND shown AS s
  OPTIONAL MATCH (s)-[:OWNED_BY]->(owner)
  WITH s, owner ORDER BY owner.sort_key, owner.id
  WITH s, collect(owner) AS owners
  RETURN collect({thing: s, owner: head(owners)}) AS systems
}
CALL (shown, ids) {
  UNWIND shown AS provider
  MATCH (provider)-[gives:PROVIDES]->(e:Exchange)<-[takes:CONSUMES]-(consumer)
  WHERE consumer.id IN ids AND consumer IN shown AND NOT consumer = provider
  WITH provider, consumer, gives, e, takes ORDER BY e.sort_key, e.id
  WITH provider, consumer, count(e) AS flows, collect({exchange: e, gives: gives, takes: takes})[..4] AS some
  ORDER BY flows DESC, provider.sort_key, provider.id, consumer.sort_key, consumer.id
  RETURN collect({provider: provider, consumer: consumer, flows: flows, some: some}) AS pairs
}
CALL (pairs) {
  UNWIND pairs[..250] AS pair
  UNWIND pair.some AS each
  WITH pair, each, each.exchange AS e
  WITH pair, collect({
    exchange: e, gives: each.gives, takes: each.takes,
    entities: COLLECT { MATCH (e)-[:CARRIES]->(i) RETURN i ORDER BY i.sort_key, i.id },
    ways: COLLECT {
      MATCH (e)-[r:CONFORMS_TO|MEDIATED_BY|RUNS_THROUGH]->(o)
      RETURN {link: r, other: o} ORDER BY type(r), r.endpoints[2], r.endpoints[3]
    }
  }) AS exchanges
  RETURN collect({provider: pair.provider, consumer: pair.consumer, flows: pair.flows, exchanges: exchanges}) AS lines
}
RETURN systems, lines, size(pairs) AS pairs, total
