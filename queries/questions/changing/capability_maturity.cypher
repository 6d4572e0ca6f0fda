// How mature is each capability at each organisation over time, what builds it, and where is it not assessed?
// Hur mogen är varje förmåga vid varje organisation över tid, vad bygger den, och var är den inte bedömd?
MATCH (capability:Capability)
WHERE ($capability IS NULL OR capability.id = $capability)
  AND ($organisation IS NULL OR EXISTS { (capability)-[:HELD_AT]->(:Organisation {id: $organisation}) }
       OR EXISTS { (capability)<-[:ASSESSES]-(:MaturityAssessment)-[:HELD_AT]->(:Organisation {id: $organisation}) })
OPTIONAL MATCH (capability)-[says:HELD_AT|ASSESSES|BUILDS|CONTRIBUTES_TO]-(other)
OPTIONAL MATCH (other:MaturityAssessment|Practice)-[more:HELD_AT|INTRODUCES]-(beside)
RETURN capability, says, other, more, beside
