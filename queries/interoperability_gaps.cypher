// Where does information not flow, or not in a way that others can read?
// Var flödar information inte, eller inte så att andra kan läsa den?
//
// Each branch finds the gaps of a kind by their ids; one page of them is then told in full.
CALL () {
  MATCH (need:Need)-[:NEEDED_AT]->(where), (need)-[:ASKED_OF]->(whom)
  WHERE coalesce($gap, 'missing-exchange') = 'missing-exchange'
    AND NOT EXISTS { MATCH (need)-[:MET_BY]->(met:Exchange) WHERE NOT coalesce(met.status, '') IN ['planned', 'ended'] }
    AND (where <> whom OR COUNT { (need)-[:NEEDED_AT|ASKED_OF]->() } = 2)
  OPTIONAL MATCH (need)-[:CALLS_FOR]->(entity:InformationEntity)
  WITH need, where, whom, entity WHERE $entity IS NULL OR entity.id = $entity
  OPTIONAL MATCH (where)<-[:USED_BY|IN_SECTOR|PART_OF|SERVES|WORKS_AT*0..4]-(to:System|SharedStorage|Role)
  WITH need, where, whom, entity, collect(DISTINCT to) AS receivers
  OPTIONAL MATCH (whom)<-[:USED_BY|IN_SECTOR|PART_OF|SERVES*0..4]-(from:System|SharedStorage|Device)
  WITH need, where, whom, entity, receivers, collect(DISTINCT from) AS senders
  WHERE ($system IS NULL OR any(s IN receivers + senders WHERE s.id = $system))
    AND ($sector IS NULL OR any(s IN [where, whom] WHERE s.id = $sector OR EXISTS { (s)-[:IN_SECTOR]->(:CareSector {id: $sector}) }))
  WITH need, where, whom, entity, receivers, senders,
       reduce(all = [], s IN senders | all + [(s)-[:PROVIDES]->(e:Exchange)-[:CARRIES]->(i)
         WHERE i.id = entity.id AND NOT coalesce(e.status, '') IN ['planned', 'ended'] | e]) AS flows,
       reduce(all = [], s IN senders | all + [(s)-[:KEEPS_DATA_IN]->(space)-[:STORES]->(i) WHERE i.id = entity.id | space.id]
         + CASE WHEN where = whom THEN [] ELSE [(s)-[:MASTERS|STORES]->(i) WHERE i.id = entity.id | s.id] END) AS places
  WITH need, where, whom, entity, receivers, places, reduce(all = [], e IN flows | all + [(e)<-[:CONSUMES]-(t) | t]) AS reached
  WITH need, where, whom, entity, receivers, places, reached + reduce(all = [], t IN CASE WHEN any(t IN reached WHERE t IN receivers) THEN [] ELSE reached END | all +
       [(t)-[:PROVIDES]->(e:Exchange)-[:CARRIES]->(i) WHERE i.id = entity.id AND NOT coalesce(e.status, '') IN ['planned', 'ended']
        | e]) AS reached
  WITH need, where, whom, entity, receivers, places,
       reduce(all = [], t IN reached | all + [t] + [(t)<-[:CONSUMES]-(u) | u]) AS reached
  WHERE none(t IN reached WHERE t IN receivers)
    AND none(r IN receivers WHERE r.id IN places OR any(space IN [(r)-[:KEEPS_DATA_IN]->(p) | p.id] WHERE space IN places))
  RETURN 1 AS rank, need.sort_key AS first, need.id AS a, labels(where)[0] + '/' + where.id AS b,
         labels(whom)[0] + '/' + whom.id AS c, entity.id AS entity
  UNION ALL
  MATCH (one:CareSector), (other:CareSector)
  WHERE coalesce($gap, 'sectors-apart') = 'sectors-apart' AND $system IS NULL AND $entity IS NULL AND one.id < other.id
    AND ($sector IS NULL OR $sector IN [one.id, other.id])
    AND EXISTS { (one)<-[:IN_SECTOR|USED_BY*1..2]-(:System) } AND EXISTS { (other)<-[:IN_SECTOR|USED_BY*1..2]-(:System) }
    AND NOT EXISTS {
      MATCH (one)<-[:IN_SECTOR|USED_BY*1..2]-(x:System)-[:PROVIDES|CONSUMES]-(e:Exchange)-[:PROVIDES|CONSUMES]-(y:System)
            -[:IN_SECTOR|USED_BY*1..2]->(other)
      WHERE NOT coalesce(e.status, '') IN ['planned', 'ended'] }
    AND NOT EXISTS {
      MATCH (one)<-[:IN_SECTOR|USED_BY*1..2]-(x:System)-[:PROVIDES|CONSUMES]-(e:Exchange)-[:PROVIDES|CONSUMES]-(stop)
            -[:PROVIDES|CONSUMES]-(f:Exchange)-[:PROVIDES|CONSUMES]-(y:System)-[:IN_SECTOR|USED_BY*1..2]->(other)
      WHERE NOT coalesce(e.status, '') IN ['planned', 'ended'] AND NOT coalesce(f.status, '') IN ['planned', 'ended'] }
  RETURN 2 AS rank, one.sort_key AS first, one.id AS a, other.id AS b, null AS c, null AS entity
  UNION ALL
  MATCH (reader:System)-[:READS]->(:InformationEntity)
  WHERE coalesce($gap, 'read-without-exchange') = 'read-without-exchange' AND NOT coalesce(reader.lifecycle, '') IN ['plan', 'retired']
    AND ($system IS NULL OR reader.id = $system) AND ($sector IS NULL OR EXISTS { (reader)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  WITH DISTINCT reader
  WITH reader, [(reader)-[:MASTERS|STORES]->(i) | i.id]
     + [(reader)-[:CONSUMES]->(e:Exchange)-[:CARRIES]->(i) WHERE NOT coalesce(e.status, '') IN ['planned', 'ended'] | i.id]
     + [(reader)-[:CONSUMES]->(e:Exchange)<-[:PROVIDES]-(:System|SharedStorage)-[:MASTERS|STORES]->(i)
        WHERE NOT coalesce(e.status, '') IN ['planned', 'ended'] AND NOT EXISTS { (e)-[:CARRIES]->() } | i.id]
     + [(reader)-[:KEEPS_DATA_IN|DEPENDS_ON]->(:System|SharedStorage)-[:MASTERS|STORES]->(i) | i.id]
     + [(reader)-[:DEPENDS_ON]->(:Api)-[:FACADE_OVER]->(:System|SharedStorage)-[:MASTERS|STORES]->(i) | i.id] AS at_hand
  MATCH (reader)-[:READS]->(entity:InformationEntity)
  WHERE NOT entity.id IN at_hand AND ($entity IS NULL OR entity.id = $entity)
  WITH entity, collect(reader) AS readers
  WHERE EXISTS { MATCH (entity)<-[:MASTERS|STORES]-(holder:System) WHERE NOT coalesce(holder.lifecycle, '') IN ['plan', 'retired'] }
  UNWIND readers AS reader
  RETURN 3 AS rank, reader.sort_key AS first, reader.id AS a, null AS b, null AS c, entity.id AS entity
  UNION ALL
  MATCH (party:System|Api|SharedStorage)-[:CONFORMS_TO]->(theirs:StandardVersion)-[:VERSION_OF]->(standard:Standard)
  WHERE coalesce($gap, 'version-mismatch') = 'version-mismatch'
  WITH party, standard, collect(theirs.id) AS spoken
  MATCH (party)-[:PROVIDES|CONSUMES|RUNS_THROUGH]-(e:Exchange)
  WHERE NOT coalesce(e.status, '') = 'ended'
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  WITH DISTINCT party, standard, spoken, e
  WITH party, standard, spoken, e,
       [(e)-[:CONFORMS_TO]->(v:StandardVersion)-[:VERSION_OF]->(s) WHERE s.id = standard.id | v.id] AS versions
  WHERE size(versions) > 0 AND none(v IN versions WHERE v IN spoken)
  RETURN 4 AS rank, e.sort_key AS first, e.id AS a, labels(party)[0] + '/' + party.id AS b, standard.id AS c, null AS entity
  UNION ALL
  MATCH (s:System)
  WHERE coalesce($gap, 'island') = 'island' AND $entity IS NULL AND ($system IS NULL OR s.id = $system)
    AND NOT coalesce(s.lifecycle, '') IN ['plan', 'retired']
    AND NOT (s)-[:PROVIDES|CONSUMES|EXPOSES|FACADE_OVER|KEEPS_DATA_IN|DEPENDS_ON]-()
    AND ($sector IS NULL OR EXISTS { (s)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  RETURN 6 AS rank, s.sort_key AS first, s.id AS a, null AS b, null AS c, null AS entity
  UNION ALL
  MATCH (e:Exchange)-[:CONFORMS_TO]->(version:StandardVersion)
  WHERE coalesce($gap, 'replaced-version') = 'replaced-version' AND NOT coalesce(e.status, '') = 'ended'
    AND (version.publication_status IN ['superseded', 'withdrawn'] OR (version)<-[:SUPERSEDES]-(:StandardVersion))
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  RETURN 7 AS rank, e.sort_key AS first, e.id AS a, version.id AS b, null AS c, null AS entity
  UNION ALL
  MATCH (e:Exchange)
  WHERE ($gap IS NULL OR $gap IN ['non-standard', 'standard-not-stated']) AND NOT coalesce(e.status, '') = 'ended'
    AND NOT (e)-[:CONFORMS_TO|PROFILED_BY]->()
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  WITH e WHERE NOT EXISTS { (e)-[:RUNS_THROUGH]->(:Api)-[:CONFORMS_TO|PROFILED_BY]->() }
  WITH e, e.format IS NOT NULL OR size([(e)<-[:PROVIDES]-(p) WHERE p.design_basis IN ['proprietary', 'personal-opinion'] | 1]) > 0 AS own
  WHERE $gap IS NULL OR own = ($gap = 'non-standard')
  RETURN CASE WHEN own THEN 5 ELSE 8 END AS rank, e.sort_key AS first, e.id AS a, null AS b, null AS c, null AS entity
  UNION ALL
  MATCH (e:Exchange)
  WHERE coalesce($gap, 'exchange-without-owner') = 'exchange-without-owner' AND NOT coalesce(e.status, '') = 'ended'
    AND NOT (e)-[:OWNED_BY]->()
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  RETURN 9 AS rank, e.sort_key AS first, e.id AS a, null AS b, null AS c, null AS entity
}
WITH rank, first, a, b, c, entity ORDER BY rank, first, a, b, c, entity
WITH collect({rank: rank, a: a, b: b, c: c, entity: entity}) AS gaps
WITH size(gaps) AS total, gaps[$offset..$offset + $limit] AS page
UNWIND range(0, size(page) - 1) AS place
WITH total, place, page[place] AS g
WITH total, place, g.rank AS rank, g.a AS a, g.b AS b, g.c AS c, g.entity AS entity_id
OPTIONAL MATCH (entity:InformationEntity {id: entity_id})
CALL (rank, a, b, c, entity) {
  WITH rank, a, b, c, entity WHERE rank = 1
  MATCH (need:Need {id: a})-[needs:NEEDED_AT]->(where) WHERE labels(where)[0] + '/' + where.id = b
  MATCH (need)-[asks:ASKED_OF]->(whom) WHERE labels(whom)[0] + '/' + whom.id = c
  RETURN need AS subject, whom AS other, {to: where, planned: head(COLLECT {
           MATCH (need)-[:MET_BY]->(e:Exchange) WHERE e.status = 'planned' RETURN e ORDER BY e.sort_key, e.id }),
         suits: head(COLLECT { MATCH (need)-[:SUITED_BY]->(s)
           WHERE EXISTS { (s)-[:EXPRESSES]->(entity) } OR COUNT { (need)-[:CALLS_FOR]->() } < 2
           RETURN s ORDER BY labels(s)[0] DESC, s.sort_key, s.id }),
         facts: [needs, asks] + [(need)-[calls:CALLS_FOR]->(entity) | calls] + [(need)-[suits:SUITED_BY]->() | suits]} AS more
  UNION ALL
  WITH rank, a, b WHERE rank = 2
  MATCH (one:CareSector {id: a}), (other:CareSector {id: b})
  RETURN one AS subject, other, {facts: []} AS more
  UNION ALL
  WITH rank, a, entity WHERE rank = 3
  MATCH (reader:System {id: a})-[reads:READS]->(entity)
  MATCH (holder:System)-[holds:MASTERS|STORES]->(entity) WHERE NOT coalesce(holder.lifecycle, '') IN ['plan', 'retired']
  WITH reader, reads, holder, holds ORDER BY type(holds), holder.sort_key, holder.id
  WITH reader, reads, count(DISTINCT holder) AS holders, collect(holder)[0] AS holder, collect(holds)[0] AS holds
  RETURN reader AS subject, holder AS other, {holders: holders, facts: [reads, holds],
         api: head(COLLECT { MATCH (holder)<-[:FACADE_OVER]-(i:Api) RETURN i ORDER BY i.sort_key, i.id })} AS more
  UNION ALL
  WITH rank, a, b, c WHERE rank = 4
  MATCH (e:Exchange {id: a})-[follows:CONFORMS_TO]->(version)-[:VERSION_OF]->(standard:Standard {id: c})
  WITH b, c, e, standard, follows, version ORDER BY version.sort_key, version.id
  WITH b, c, e, standard, collect(follows)[0] AS follows, collect(version)[0] AS version
  MATCH (e)-[part:PROVIDES|CONSUMES|RUNS_THROUGH]-(party)-[says:CONFORMS_TO]->(theirs)-[:VERSION_OF]->(standard)
  WHERE labels(party)[0] + '/' + party.id = b
  WITH e, standard, follows, version, part, party, says, theirs ORDER BY type(part), theirs.sort_key, theirs.id
  WITH e, standard, follows, version, party, collect(part)[0] AS part, collect(says)[0] AS says, collect(theirs)[0] AS theirs
  RETURN e AS subject, party AS other, {standard: standard, version: version, theirs: theirs, facts: [follows, part, says],
         platform: head(COLLECT { MATCH (e)-[:MEDIATED_BY]->(p) RETURN p ORDER BY p.sort_key, p.id })} AS more
  UNION ALL
  WITH rank, a WHERE rank = 6
  MATCH (s:System {id: a})
  RETURN s AS subject, null AS other, {facts: []} AS more
  UNION ALL
  WITH rank, a, b WHERE rank = 7
  MATCH (e:Exchange {id: a})-[follows:CONFORMS_TO]->(version:StandardVersion {id: b})
  OPTIONAL MATCH (version)<-[took:SUPERSEDES]-(newer:StandardVersion)
  WITH e, follows, version, took, newer ORDER BY newer.sort_key, newer.id
  WITH e, follows, version, collect(took)[0] AS took, collect(newer)[0] AS newer
  RETURN e AS subject, version AS other, {newer: newer, took: took, facts: [follows]} AS more
  UNION ALL
  WITH rank, a WHERE rank IN [5, 8, 9]
  MATCH (e:Exchange {id: a})
  OPTIONAL MATCH (e)<-[gives:PROVIDES]-(provider)
  WITH rank, e, provider, gives,
       CASE WHEN rank = 5 AND provider.design_basis IN ['proprietary', 'personal-opinion'] THEN 0 ELSE 1 END AS blame
  ORDER BY blame, provider.sort_key, provider.id, labels(provider)[0]
  WITH rank, e, collect(provider)[0] AS provider, collect(gives)[0] AS gives
  RETURN e AS subject, provider AS other, {facts: [gives] + [(e)-[carries:CARRIES]->() | carries],
         entity: head(COLLECT { MATCH (e)-[:CARRIES]->(i) RETURN i ORDER BY i.sort_key, i.id }),
         carrier: CASE rank WHEN 9 THEN null ELSE head(COLLECT {
           MATCH (e)-[:CARRIES]->(i)<-[:EXPRESSES]-(s)
           RETURN DISTINCT s ORDER BY labels(s)[0] DESC, s.sort_key, s.id }) END} AS more
}
RETURN rank, subject, other, coalesce(entity, more.entity) AS entity, more, total
ORDER BY place
