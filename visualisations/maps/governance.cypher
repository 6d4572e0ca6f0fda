// Governance
// Styrning
MATCH (party:GovernanceBody|Role|Organisation|SteeringModel|Decision)
      -[acts:ESCALATES_TO|MEMBER_OF|DECIDES_ON|HAS_INPUT_ON|ACCOUNTABLE_FOR|GOVERNS|LEADS|STEERS_THROUGH|RAISED_TO]->(other)
RETURN party, acts, other
