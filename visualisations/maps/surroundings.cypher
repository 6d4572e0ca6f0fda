// Surroundings
// Omgivning
// In the middle the chosen thing. Left: what it gets from or needs. Right: what gets from it or needs it. Above: who owns, decides and answers. Below: what it is about, what it follows, and what changes it.
// I mitten det valda. Vänster: det som det får information av eller behöver. Höger: det som får information av det eller behöver det. Ovanför: vilka som äger, beslutar och ansvarar. Nedanför: vad det gäller, vad det följer och vad som förändrar det.
MATCH (root:System {id: $id})
CALL (root) {
  CALL (root) {
    MATCH (root)--(b) WHERE NOT b:Exchange RETURN b
    UNION
    MATCH (root)-[:PROVIDES|CONSUMES|MEDIATED_BY]-(:Exchange)-[:PROVIDES|CONSUMES]-(b) WHERE NOT b = root RETURN b
  }
  WITH b ORDER BY b.sort_key, b.id
  RETURN collect(b) AS first
}
CALL (root, first) {
  UNWIND CASE WHEN $depth > 1 THEN first[..$limit] ELSE [] END AS a
  CALL (a) {
    MATCH (a)-[:DEPENDS_ON|KEEPS_DATA_IN|EXPOSES|FACADE_OVER]-(b) RETURN b
    UNION
    MATCH (a)-[:PROVIDES|CONSUMES]-(:Exchange)-[:PROVIDES|CONSUMES]-(b) RETURN b
  }
  WITH DISTINCT b WHERE NOT b = root AND NOT b IN first AND NOT b:Exchange
  WITH b ORDER BY b.sort_key, b.id
  RETURN collect(b) AS second
}
CALL (root, first, second) {
  UNWIND CASE WHEN $depth > 2 THEN second[..$limit] ELSE [] END AS a
  CALL (a) {
    MATCH (a)-[:DEPENDS_ON|KEEPS_DATA_IN|EXPOSES|FACADE_OVER]-(b) RETURN b
    UNION
    MATCH (a)-[:PROVIDES|CONSUMES]-(:Exchange)-[:PROVIDES|CONSUMES]-(b) RETURN b
  }
  WITH DISTINCT b WHERE NOT b = root AND NOT b IN first AND NOT b IN second AND NOT b:Exchange
  WITH b ORDER BY b.sort_key, b.id
  RETURN collect(b) AS third
}
WITH root, first, second, third, ([root] + first + second + third)[..$limit] AS shown
CALL (shown) {
  UNWIND shown AS a
  MATCH (a)-[r]->(b) WHERE b IN shown
  WITH r ORDER BY r.endpoints[0], r.endpoints[1], type(r), r.endpoints[2], r.endpoints[3]
  RETURN collect(r) AS links
}
CALL (shown) {
  UNWIND shown AS provider
  MATCH (provider)-[gives:PROVIDES]->(e:Exchange)<-[takes:CONSUMES]-(consumer)
  WHERE consumer IN shown AND NOT consumer = provider
  WITH provider, gives, e, takes, consumer ORDER BY e.sort_key, e.id
  WITH provider, consumer, count(e) AS flows, collect({
    exchange: e, gives: gives, takes: takes,
    entities: COLLECT { MATCH (e)-[:CARRIES]->(i) RETURN i ORDER BY i.sort_key, i.id },
    ways: COLLECT {
      MATCH (e)-[r:CONFORMS_TO|MEDIATED_BY|RUNS_THROUGH]->(o)
      RETURN {link: r, other: o} ORDER BY type(r), r.endpoints[2], r.endpoints[3]
    }
  })[..4] AS exchanges
  ORDER BY provider.sort_key, provider.id, consumer.sort_key, consumer.id
  RETURN collect({provider: provider, consumer: consumer, flows: flows, exchanges: exchanges}) AS lines
}
RETURN root, first, second, third, links, lines
