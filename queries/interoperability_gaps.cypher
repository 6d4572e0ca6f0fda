// Where does information not flow, or not in a way that others can read?
// Var flödar information inte, eller inte så att andra kan läsa den?
//
// The few gaps are found one by one; of those that many exchanges have only the count is taken, and the rows that a page
// needs. One page is then told in full.
CALL () {
  WITH $gap AS gap WHERE coalesce(gap, 'non-standard') IN ['non-standard', 'standard-not-stated']
  MATCH (e:Exchange)
  WHERE NOT coalesce(e.status, '') = 'ended' AND NOT (e)-[:CONFORMS_TO|PROFILED_BY]->()
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  WITH e WHERE NOT EXISTS { (e)-[:RUNS_THROUGH]->(:Api)-[:CONFORMS_TO|PROFILED_BY]->() }
  WITH e, e.format IS NOT NULL OR size([(e)<-[:PROVIDES]-(p) WHERE p.design_basis IN ['proprietary', 'personal-opinion'] | 1]) > 0 AS own
  WITH own WHERE $gap IS NULL OR own = ($gap = 'non-standard')
  RETURN sum(CASE WHEN own THEN 1 ELSE 0 END) AS own, sum(CASE WHEN own THEN 0 ELSE 1 END) AS silent
}
CALL () {
  WITH $gap AS gap WHERE coalesce(gap, 'replaced-version') = 'replaced-version'
  MATCH (version:StandardVersion)
  WHERE version.publication_status IN ['superseded', 'withdrawn'] OR (version)<-[:SUPERSEDES]-(:StandardVersion)
  MATCH (version)<-[:CONFORMS_TO]-(e:Exchange)
  WHERE NOT coalesce(e.status, '') = 'ended'
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  RETURN count(*) AS replaced
}
CALL () {
  WITH $gap AS gap WHERE coalesce(gap, 'exchange-without-owner') = 'exchange-without-owner'
  MATCH (e:Exchange)
  WHERE NOT coalesce(e.status, '') = 'ended' AND NOT (e)-[:OWNED_BY]->()
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  RETURN count(*) AS unowned
}
CALL () {
  CALL () {
    WITH $gap AS gap WHERE coalesce(gap, 'missing-exchange') = 'missing-exchange'
    MATCH (need:Need)-[:NEEDED_AT]->(where), (need)-[:ASKED_OF]->(whom)
    WHERE NOT EXISTS { MATCH (need)-[:MET_BY]->(met:Exchange) WHERE NOT coalesce(met.status, '') IN ['planned', 'ended'] }
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
    WITH $gap AS gap WHERE coalesce(gap, 'sectors-apart') = 'sectors-apart'
    MATCH (one:CareSector), (other:CareSector)
    WHERE $system IS NULL AND $entity IS NULL AND one.id < other.id
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
    WITH $gap AS gap WHERE coalesce(gap, 'read-without-exchange') = 'read-without-exchange'
    CALL () {
      MATCH (reader:System)-[:READS]->(entity:InformationEntity)
      WHERE NOT coalesce(reader.lifecycle, '') IN ['plan', 'retired']
        AND ($system IS NULL OR reader.id = $system) AND ($entity IS NULL OR entity.id = $entity)
        AND ($sector IS NULL OR EXISTS { (reader)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
      RETURN reader, entity, 0 AS brought
      UNION ALL
      MATCH (reader:System)-[:READS]->(wanted:InformationEntity)
      WHERE ($system IS NULL OR reader.id = $system)
      WITH reader, collect(wanted.id) AS wanted
      MATCH (reader)-[:CONSUMES]->(e:Exchange)-[:CARRIES]->(entity:InformationEntity)
      WHERE entity.id IN wanted AND NOT coalesce(e.status, '') IN ['planned', 'ended']
      RETURN reader, entity, 1 AS brought
      UNION ALL
      MATCH (e:Exchange)
      WHERE NOT (e)-[:CARRIES]->()
        AND NOT coalesce(e.status, '') IN ['planned', 'ended']
      MATCH (e)<-[:PROVIDES]-(:System|SharedStorage)-[:MASTERS|STORES]->(entity:InformationEntity)
      MATCH (e)<-[:CONSUMES]-(reader:System)-[:READS]->(entity)
      RETURN reader, entity, 1 AS brought
      UNION ALL
      MATCH (reader:System)-[:READS]->(entity:InformationEntity) WHERE (reader)-[:MASTERS|STORES]->(entity)
      RETURN reader, entity, 1 AS brought
      UNION ALL
      MATCH (reader:System)-[:KEEPS_DATA_IN|DEPENDS_ON]->(:System|SharedStorage)-[:MASTERS|STORES]->(entity:InformationEntity)
      WHERE (reader)-[:READS]->(entity)
      RETURN reader, entity, 1 AS brought
      UNION ALL
      MATCH (reader:System)-[:DEPENDS_ON]->(:Api)-[:FACADE_OVER]->(:System|SharedStorage)-[:MASTERS|STORES]->(entity:InformationEntity)
      WHERE (reader)-[:READS]->(entity)
      RETURN reader, entity, 1 AS brought
    }
    WITH reader, entity, min(brought) AS asked, max(brought) AS brought WHERE asked = 0 AND brought = 0
    WITH entity, collect(reader) AS readers
    WHERE EXISTS { MATCH (entity)<-[:MASTERS|STORES]-(holder:System) WHERE NOT coalesce(holder.lifecycle, '') IN ['plan', 'retired'] }
    UNWIND readers AS reader
    RETURN 3 AS rank, reader.sort_key AS first, reader.id AS a, null AS b, null AS c, entity.id AS entity
    UNION ALL
    WITH $gap AS gap WHERE coalesce(gap, 'version-mismatch') = 'version-mismatch'
    MATCH (party:System|Api|SharedStorage)-[:CONFORMS_TO]->(theirs:StandardVersion)-[:VERSION_OF]->(standard:Standard)
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
    WITH $gap AS gap WHERE coalesce(gap, 'island') = 'island'
    MATCH (s:System)
    WHERE $entity IS NULL AND ($system IS NULL OR s.id = $system)
      AND NOT coalesce(s.lifecycle, '') IN ['plan', 'retired']
      AND NOT (s)-[:PROVIDES|CONSUMES|EXPOSES|FACADE_OVER|KEEPS_DATA_IN|DEPENDS_ON]-()
      AND ($sector IS NULL OR EXISTS { (s)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
    RETURN 5 AS rank, s.sort_key AS first, s.id AS a, null AS b, null AS c, null AS entity
  }
  WITH rank, first, a, b, c, entity ORDER BY rank, first, a, b, c, entity
  RETURN collect({rank: rank, a: a, b: b, c: c, entity: entity}) AS few
}
WITH few, own, replaced, silent, unowned, size(few) AS before_own, size(few) + own AS before_replaced,
     size(few) + own + replaced AS before_silent, size(few) + own + replaced + silent AS before_unowned
CALL (before_own, own) {
  WITH before_own AS before, own AS found WHERE found > 0 AND before < $offset + $limit AND before + found > $offset
  MATCH (e:Exchange)
  WHERE NOT coalesce(e.status, '') = 'ended' AND NOT (e)-[:CONFORMS_TO|PROFILED_BY]->()
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  WITH e WHERE NOT EXISTS { (e)-[:RUNS_THROUGH]->(:Api)-[:CONFORMS_TO|PROFILED_BY]->() }
  WITH e, e.format IS NOT NULL OR size([(e)<-[:PROVIDES]-(p) WHERE p.design_basis IN ['proprietary', 'personal-opinion'] | 1]) > 0 AS format
  WITH e, format WHERE format
  WITH e ORDER BY e.sort_key, e.id LIMIT $offset + $limit
  RETURN collect({rank: 6, a: e.id, b: ''}) AS own_rows
}
CALL (before_replaced, replaced) {
  WITH before_replaced AS before, replaced AS found WHERE found > 0 AND before < $offset + $limit AND before + found > $offset
  MATCH (version:StandardVersion)
  WHERE version.publication_status IN ['superseded', 'withdrawn'] OR (version)<-[:SUPERSEDES]-(:StandardVersion)
  MATCH (version)<-[:CONFORMS_TO]-(e:Exchange)
  WHERE NOT coalesce(e.status, '') = 'ended'
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  WITH e, version ORDER BY e.sort_key, e.id, version.id LIMIT $offset + $limit
  RETURN collect({rank: 7, a: e.id, b: version.id}) AS replaced_rows
}
CALL (before_silent, silent) {
  WITH before_silent AS before, silent AS found WHERE found > 0 AND before < $offset + $limit AND before + found > $offset
  MATCH (e:Exchange)
  WHERE NOT coalesce(e.status, '') = 'ended' AND NOT (e)-[:CONFORMS_TO|PROFILED_BY]->()
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  WITH e WHERE NOT EXISTS { (e)-[:RUNS_THROUGH]->(:Api)-[:CONFORMS_TO|PROFILED_BY]->() }
  WITH e, e.format IS NOT NULL OR size([(e)<-[:PROVIDES]-(p) WHERE p.design_basis IN ['proprietary', 'personal-opinion'] | 1]) > 0 AS format
  WITH e, format WHERE NOT format
  WITH e ORDER BY e.sort_key, e.id LIMIT $offset + $limit
  RETURN collect({rank: 8, a: e.id, b: ''}) AS silent_rows
}
CALL (before_unowned, unowned) {
  WITH before_unowned AS before, unowned AS found WHERE found > 0 AND before < $offset + $limit AND before + found > $offset
  MATCH (e:Exchange)
  WHERE NOT coalesce(e.status, '') = 'ended' AND NOT (e)-[:OWNED_BY]->()
    AND ($system IS NULL OR (e)-[:PROVIDES|CONSUMES]-(:System {id: $system}))
    AND ($entity IS NULL OR (e)-[:CARRIES]->(:InformationEntity {id: $entity}))
    AND ($sector IS NULL OR EXISTS { (e)-[:PROVIDES|CONSUMES]-(:System)-[:IN_SECTOR]->(:CareSector {id: $sector}) })
  WITH e ORDER BY e.sort_key, e.id LIMIT $offset + $limit
  RETURN collect({rank: 9, a: e.id, b: ''}) AS unowned_rows
}
WITH before_unowned + unowned AS total, few[$offset..$offset + $limit]
     + own_rows[CASE WHEN $offset > before_own THEN $offset - before_own ELSE 0 END..CASE WHEN $offset + $limit > before_own THEN $offset + $limit - before_own ELSE 0 END]
     + replaced_rows[CASE WHEN $offset > before_replaced THEN $offset - before_replaced ELSE 0 END..CASE WHEN $offset + $limit > before_replaced THEN $offset + $limit - before_replaced ELSE 0 END]
     + silent_rows[CASE WHEN $offset > before_silent THEN $offset - before_silent ELSE 0 END..CASE WHEN $offset + $limit > before_silent THEN $offset + $limit - before_silent ELSE 0 END]
     + unowned_rows[CASE WHEN $offset > before_unowned THEN $offset - before_unowned ELSE 0 END..CASE WHEN $offset + $limit > before_unowned THEN $offset + $limit - before_unowned ELSE 0 END] AS page
CALL (page) {
  UNWIND [g IN page WHERE g.rank = 3 | g.entity] AS id
  WITH DISTINCT id
  MATCH (i:InformationEntity {id: id})
  WITH id, COUNT { MATCH (i)<-[:MASTERS|STORES]-(h:System) WHERE NOT coalesce(h.lifecycle, '') IN ['plan', 'retired'] RETURN DISTINCT h } AS holders,
       head(COLLECT { MATCH (i)<-[holding:MASTERS|STORES]-(h:System) WHERE NOT coalesce(h.lifecycle, '') IN ['plan', 'retired']
                      RETURN {holder: h, holds: holding} ORDER BY type(holding), h.sort_key, h.id LIMIT 1 }) AS first
  RETURN collect({id: id, holders: holders, holder: first.holder, holds: first.holds}) AS held_by
}
UNWIND range(0, size(page) - 1) AS place
WITH total, held_by, place, page[place] AS g
WITH total, place, g.rank AS rank, g.a AS a, g.b AS b, g.c AS c, g.entity AS entity_id,
     head([each IN held_by WHERE each.id = g.entity]) AS held
OPTIONAL MATCH (entity:InformationEntity {id: entity_id})
CALL (rank, a, b, c, entity, held) {
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
  WITH rank, a, entity, held WHERE rank = 3
  MATCH (reader:System {id: a})-[reads:READS]->(entity)
  WITH reader, reads, held.holder AS holder, held.holds AS holds, held.holders AS holders
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
  WITH rank, a WHERE rank = 5
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
  WITH rank, a WHERE rank IN [6, 8, 9]
  MATCH (e:Exchange {id: a})
  OPTIONAL MATCH (e)<-[gives:PROVIDES]-(provider)
  WITH rank, e, provider, gives,
       CASE WHEN rank = 6 AND provider.design_basis IN ['proprietary', 'personal-opinion'] THEN 0 ELSE 1 END AS blame
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
