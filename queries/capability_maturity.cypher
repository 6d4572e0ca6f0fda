// How mature is each capability at each organisation over time, what builds it, and where is it not assessed?
// Hur mogen är varje förmåga vid varje organisation över tid, vad bygger den, och var är den inte bedömd?
MATCH (capability:Capability)
WHERE $capability IS NULL OR capability.id = $capability
CALL (capability) {
  MATCH (capability)-[:HELD_AT]->(organisation:Organisation) RETURN organisation
  UNION
  MATCH (capability)<-[:ASSESSES]-(:MaturityAssessment)-[:HELD_AT]->(organisation:Organisation) RETURN organisation
  UNION
  MATCH (capability)
  WHERE NOT EXISTS { (capability)-[:HELD_AT]->(:Organisation) }
    AND NOT EXISTS { (capability)<-[:ASSESSES]-(:MaturityAssessment)-[:HELD_AT]->(:Organisation) }
  RETURN null AS organisation
}
WITH capability, organisation
WHERE $organisation IS NULL OR organisation.id = $organisation
RETURN capability, organisation,
       CASE WHEN organisation IS NULL THEN [] ELSE
            [(capability)-[held:HELD_AT]->(organisation) | held]
            + [(capability)<-[of:ASSESSES]-(assessment:MaturityAssessment)-[at:HELD_AT]->(organisation) | [assessment, of, at]] END
       AS there,
       CASE WHEN organisation IS NULL THEN [] ELSE
            [(capability)<-[of:ASSESSES]-(assessment:MaturityAssessment)-[at:HELD_AT]->(organisation) | assessment] END AS assessments,
       [(capability)<-[of:ASSESSES]-(assessment:MaturityAssessment) WHERE NOT EXISTS { (assessment)-[:HELD_AT]->() } | [assessment, of]] AS nowhere,
       [(capability)<-[builds:BUILDS]-(builder) | [builder, builds]] AS builders,
       CASE WHEN organisation IS NULL THEN [] ELSE
            [(capability)<-[:BUILDS]-(builder:Practice)-[held:HELD_AT]->(organisation) | [builder, held]] END AS practised,
       [(capability)<-[:BUILDS]-(builder:Practice)<-[brings:INTRODUCES]-(work) | [work, brings, builder]] AS bringing,
       [(capability)<-[helps:CONTRIBUTES_TO]-(other:Capability) | [other, helps]] AS helped_by
ORDER BY capability.sort_key, capability.id, organisation IS NULL, organisation.sort_key, organisation.id
