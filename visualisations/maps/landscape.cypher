// The landscape
// Landskapet
// Rows: who owns it. Columns: from the old and stable to the new and fast, with platforms and storage between them. An arrow goes from who gives information to who takes it.
// Rader: vem som äger det. Kolumner: från det gamla och stabila till det nya och snabba, med plattformar och lagring emellan. En pil går från den som lämnar information till den som tar emot.
MATCH (s:System|Device|IntegrationPlatform|SharedStorage)
WHERE ($sector IS NULL OR EXISTS { MATCH (s)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  AND ($organisation IS NULL OR EXISTS { MATCH (s)-[:OWNED_BY]->(:Organisation {id: $organisation}) })
WITH s, COUNT { (s)-[:PROVIDES|CONSUMES]->() } + COUNT { (s)<-[:MEDIATED_BY]-() } AS flows
ORDER BY flows DESC, s.sort_key, s.id
WITH collect(s) AS found
WITH found[..$limit] AS shown, size(found) AS total
CALL (shown) {
  UNWIND shown AS s
  OPTIONAL MATCH (s)-[:OWNED_BY]->(owner)
  WITH s, owner ORDER BY owner.sort_key, owner.id
  WITH s, collect(owner) AS owners
  RETURN collect({thing: s, owner: head(owners)}) AS systems
}
CALL (shown) {
  UNWIND shown AS provider
  MATCH (provider)-[:PROVIDES]->(e:Exchange)<-[:CONSUMES]-(consumer)
  WHERE consumer IN shown AND NOT consumer = provider
  WITH provider, consumer, count(e) AS flows
  ORDER BY flows DESC, provider.sort_key, provider.id, consumer.sort_key, consumer.id
  RETURN collect({provider: provider, consumer: consumer, flows: flows}) AS pairs
}
CALL (pairs) {
  UNWIND pairs[..400] AS pair
  WITH pair.provider AS provider, pair.consumer AS consumer, pair.flows AS flows
  MATCH (provider)-[gives:PROVIDES]->(e:Exchange)<-[takes:CONSUMES]-(consumer)
  WITH provider, consumer, flows, gives, e, takes ORDER BY e.sort_key, e.id
  WITH provider, consumer, flows, collect({
    exchange: e, gives: gives, takes: takes,
    entities: COLLECT { MATCH (e)-[:CARRIES]->(i) RETURN i ORDER BY i.sort_key, i.id },
    standards: COLLECT { MATCH (e)-[r:CONFORMS_TO]->() RETURN r ORDER BY r.endpoints[3] },
    platforms: COLLECT { MATCH (e)-[:MEDIATED_BY]->(p) RETURN p ORDER BY p.sort_key, p.id }
  })[..6] AS exchanges
  ORDER BY flows DESC, provider.sort_key, provider.id, consumer.sort_key, consumer.id
  RETURN collect({provider: provider, consumer: consumer, flows: flows, exchanges: exchanges}) AS lines
}
RETURN systems, lines, size(pairs) AS pairs, total
