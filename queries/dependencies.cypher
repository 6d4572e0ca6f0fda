// What does a system depend on, and what depends on it, directly and through others?
// Vad är ett system beroende av, och vad är beroende av det, direkt och genom andra?
//
// One block opens one level: `reached` holds each thing once, its way there being the names and keys of the steps.
// A level is opened while fewer than 1000 things are reached (or fewer than are asked for) in that direction,
// so a page is exact, and the total counts what was reached.
MATCH (start:System {id: $system})
WITH [down IN CASE $direction WHEN 'depends-on' THEN [true] WHEN 'depended-on-by' THEN [false] ELSE [true, false] END |
      {thing: start, down: down, way: '0'}] AS reached,
     CASE WHEN $offset + $limit > 1000 THEN $offset + $limit ELSE 1000 END AS enough
WITH reached, enough, size([r IN reached WHERE r.down]) AS downs, size(reached) AS all
UNWIND reached AS r
WITH enough, r.thing AS x, r.down AS down, r.way AS way,
     $depth > 0 AND left(r.way, 1) = '0' AND CASE WHEN r.down THEN downs ELSE all - downs END <= enough AS opens
UNWIND [x] + CASE WHEN NOT opens THEN [] WHEN down
    THEN [(x)-[:CONSUMES]->(e:Exchange)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]->(y) | y] + [(x)<-[:EXPOSES]-(y) | y]
    ELSE [(x)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(e:Exchange)<-[:CONSUMES]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)<-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]-(y) | y] + [(x)-[:EXPOSES]->(y) | y] END AS thing
WITH enough, down, thing, min(CASE thing WHEN x THEN way
  ELSE '1' + substring(way, 1) + '\n' + replace(thing.sort_key, '\n', ' ') + '\n' + labels(thing)[0] + '/' + thing.id END) AS way
WITH enough, collect({thing: thing, down: down, way: way}) AS reached
WITH reached, enough, size([r IN reached WHERE r.down]) AS downs, size(reached) AS all
UNWIND reached AS r
WITH enough, r.thing AS x, r.down AS down, r.way AS way,
     $depth > 1 AND left(r.way, 1) = '1' AND CASE WHEN r.down THEN downs ELSE all - downs END <= enough AS opens
UNWIND [x] + CASE WHEN NOT opens THEN [] WHEN down
    THEN [(x)-[:CONSUMES]->(e:Exchange)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]->(y) | y] + [(x)<-[:EXPOSES]-(y) | y]
    ELSE [(x)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(e:Exchange)<-[:CONSUMES]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)<-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]-(y) | y] + [(x)-[:EXPOSES]->(y) | y] END AS thing
WITH enough, down, thing, min(CASE thing WHEN x THEN way
  ELSE '2' + substring(way, 1) + '\n' + replace(thing.sort_key, '\n', ' ') + '\n' + labels(thing)[0] + '/' + thing.id END) AS way
WITH enough, collect({thing: thing, down: down, way: way}) AS reached
WITH reached, enough, size([r IN reached WHERE r.down]) AS downs, size(reached) AS all
UNWIND reached AS r
WITH enough, r.thing AS x, r.down AS down, r.way AS way,
     $depth > 2 AND left(r.way, 1) = '2' AND CASE WHEN r.down THEN downs ELSE all - downs END <= enough AS opens
UNWIND [x] + CASE WHEN NOT opens THEN [] WHEN down
    THEN [(x)-[:CONSUMES]->(e:Exchange)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]->(y) | y] + [(x)<-[:EXPOSES]-(y) | y]
    ELSE [(x)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(e:Exchange)<-[:CONSUMES]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)<-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]-(y) | y] + [(x)-[:EXPOSES]->(y) | y] END AS thing
WITH enough, down, thing, min(CASE thing WHEN x THEN way
  ELSE '3' + substring(way, 1) + '\n' + replace(thing.sort_key, '\n', ' ') + '\n' + labels(thing)[0] + '/' + thing.id END) AS way
WITH enough, collect({thing: thing, down: down, way: way}) AS reached
WITH reached, enough, size([r IN reached WHERE r.down]) AS downs, size(reached) AS all
UNWIND reached AS r
WITH enough, r.thing AS x, r.down AS down, r.way AS way,
     $depth > 3 AND left(r.way, 1) = '3' AND CASE WHEN r.down THEN downs ELSE all - downs END <= enough AS opens
UNWIND [x] + CASE WHEN NOT opens THEN [] WHEN down
    THEN [(x)-[:CONSUMES]->(e:Exchange)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]->(y) | y] + [(x)<-[:EXPOSES]-(y) | y]
    ELSE [(x)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(e:Exchange)<-[:CONSUMES]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)<-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]-(y) | y] + [(x)-[:EXPOSES]->(y) | y] END AS thing
WITH enough, down, thing, min(CASE thing WHEN x THEN way
  ELSE '4' + substring(way, 1) + '\n' + replace(thing.sort_key, '\n', ' ') + '\n' + labels(thing)[0] + '/' + thing.id END) AS way
WITH enough, collect({thing: thing, down: down, way: way}) AS reached
WITH reached, enough, size([r IN reached WHERE r.down]) AS downs, size(reached) AS all
UNWIND reached AS r
WITH enough, r.thing AS x, r.down AS down, r.way AS way,
     $depth > 4 AND left(r.way, 1) = '4' AND CASE WHEN r.down THEN downs ELSE all - downs END <= enough AS opens
UNWIND [x] + CASE WHEN NOT opens THEN [] WHEN down
    THEN [(x)-[:CONSUMES]->(e:Exchange)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]->(y) | y] + [(x)<-[:EXPOSES]-(y) | y]
    ELSE [(x)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(e:Exchange)<-[:CONSUMES]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)<-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]-(y) | y] + [(x)-[:EXPOSES]->(y) | y] END AS thing
WITH enough, down, thing, min(CASE thing WHEN x THEN way
  ELSE '5' + substring(way, 1) + '\n' + replace(thing.sort_key, '\n', ' ') + '\n' + labels(thing)[0] + '/' + thing.id END) AS way
WITH enough, collect({thing: thing, down: down, way: way}) AS reached
WITH reached, enough, size([r IN reached WHERE r.down]) AS downs, size(reached) AS all
UNWIND reached AS r
WITH enough, r.thing AS x, r.down AS down, r.way AS way,
     $depth > 5 AND left(r.way, 1) = '5' AND CASE WHEN r.down THEN downs ELSE all - downs END <= enough AS opens
UNWIND [x] + CASE WHEN NOT opens THEN [] WHEN down
    THEN [(x)-[:CONSUMES]->(e:Exchange)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]->(y) | y] + [(x)<-[:EXPOSES]-(y) | y]
    ELSE [(x)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(e:Exchange)<-[:CONSUMES]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)<-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]-(y) | y] + [(x)-[:EXPOSES]->(y) | y] END AS thing
WITH enough, down, thing, min(CASE thing WHEN x THEN way
  ELSE '6' + substring(way, 1) + '\n' + replace(thing.sort_key, '\n', ' ') + '\n' + labels(thing)[0] + '/' + thing.id END) AS way
WITH enough, collect({thing: thing, down: down, way: way}) AS reached
WITH reached, enough, size([r IN reached WHERE r.down]) AS downs, size(reached) AS all
UNWIND reached AS r
WITH enough, r.thing AS x, r.down AS down, r.way AS way,
     $depth > 6 AND left(r.way, 1) = '6' AND CASE WHEN r.down THEN downs ELSE all - downs END <= enough AS opens
UNWIND [x] + CASE WHEN NOT opens THEN [] WHEN down
    THEN [(x)-[:CONSUMES]->(e:Exchange)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]->(y) | y] + [(x)<-[:EXPOSES]-(y) | y]
    ELSE [(x)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(e:Exchange)<-[:CONSUMES]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)<-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]-(y) | y] + [(x)-[:EXPOSES]->(y) | y] END AS thing
WITH enough, down, thing, min(CASE thing WHEN x THEN way
  ELSE '7' + substring(way, 1) + '\n' + replace(thing.sort_key, '\n', ' ') + '\n' + labels(thing)[0] + '/' + thing.id END) AS way
WITH enough, collect({thing: thing, down: down, way: way}) AS reached
WITH reached, enough, size([r IN reached WHERE r.down]) AS downs, size(reached) AS all
UNWIND reached AS r
WITH enough, r.thing AS x, r.down AS down, r.way AS way,
     $depth > 7 AND left(r.way, 1) = '7' AND CASE WHEN r.down THEN downs ELSE all - downs END <= enough AS opens
UNWIND [x] + CASE WHEN NOT opens THEN [] WHEN down
    THEN [(x)-[:CONSUMES]->(e:Exchange)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]->(y) | y] + [(x)<-[:EXPOSES]-(y) | y]
    ELSE [(x)-[:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(e:Exchange)<-[:CONSUMES]-(y) WHERE NOT coalesce(e.status, '') = 'ended' | y]
       + [(x)<-[:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]-(y) | y] + [(x)-[:EXPOSES]->(y) | y] END AS thing
WITH enough, down, thing, min(CASE thing WHEN x THEN way
  ELSE '8' + substring(way, 1) + '\n' + replace(thing.sort_key, '\n', ' ') + '\n' + labels(thing)[0] + '/' + thing.id END) AS way
WITH enough, collect({thing: thing, down: down, way: way}) AS reached
UNWIND reached AS r
WITH r.thing AS thing, labels(r.thing)[0] AS kind, r.down AS down, r.way AS way
WITH thing, kind, down, way ORDER BY down DESC, left(way, 1), thing.sort_key, kind, thing.id
WITH collect({thing: thing, down: down, way: way, key: kind + '/' + thing.id}) AS all
WITH [r IN all WHERE r.way = '0'] AS starts, [r IN all WHERE r.way <> '0'] AS found
WITH starts[0].thing AS start, found, size(found) AS total, [r IN found[$offset..$offset + $limit] |
     {thing: r.thing, down: r.down, way: r.way, keys: split(r.way, '\n')}] AS page
WITH start, found, total, page, reduce(keys = [], r IN page | keys + r.keys[1..-1]) AS between
WITH start, total, page, [r IN found WHERE r.key IN between] AS between
WITH start, total, [place IN range(0, size(page) - 1) | {place: place, thing: page[place].thing, down: page[place].down,
     steps: [start] + [i IN range(2, size(page[place].keys) - 3, 2) |
       head([b IN between WHERE b.down = page[place].down AND b.key = page[place].keys[i] | b.thing])] + [page[place].thing]}] AS page
UNWIND range(0, size(page) - 1) AS place
WITH total, page[place] AS r
UNWIND range(1, size(r.steps) - 1) AS hop
WITH total, r, hop, CASE WHEN r.down THEN r.steps[hop - 1] ELSE r.steps[hop] END AS who,
     CASE WHEN r.down THEN r.steps[hop] ELSE r.steps[hop - 1] END AS what
OPTIONAL MATCH (who)-[takes:CONSUMES]->(flow:Exchange)-[gives:PROVIDES|MEDIATED_BY|RUNS_THROUGH]-(what)
WHERE NOT coalesce(flow.status, '') = 'ended'
WITH total, r, hop, who, what, takes, flow, gives ORDER BY flow.sort_key, flow.id, type(gives)
WITH total, r, hop, who, what, count(DISTINCT flow) AS flows, collect(takes)[0] AS takes, collect(flow)[0] AS flow, collect(gives)[0] AS gives
WITH total, r, hop, who, what, flows, takes, flow, gives,
     [(who)-[d:KEEPS_DATA_IN|DEPENDS_ON|FACADE_OVER]->(what) | d] + [(who)<-[d:EXPOSES]-(what) | d] AS direct
WITH total, r, hop, {who: who, what: what, flow: flow, more: flows - 1,
     links: CASE WHEN flows > 0 THEN [takes, gives] ELSE direct END} AS step ORDER BY r.place, hop
WITH total, r.place AS place, r.thing AS thing, r.down AS down, collect(step) AS path
RETURN thing, down, size(path) AS distance, path, total
ORDER BY place
