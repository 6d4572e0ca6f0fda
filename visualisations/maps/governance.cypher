// Governance
// Styrning
// From the top: bodies that pass matters on to nobody, then those that do, then roles and organisations, then what is decided. An arrow goes from who acts to what it acts on.
// Uppifrån: organ som inte lyfter frågor vidare, sedan de som gör det, sedan roller och organisationer, sist vad som beslutas. En pil går från den som agerar till det som saken gäller.
MATCH (party:GovernanceBody|Role|Organisation|SteeringModel|Decision)
      -[acts:ESCALATES_TO|MEMBER_OF|DECIDES_ON|HAS_INPUT_ON|ACCOUNTABLE_FOR|GOVERNS|LEADS|STEERS_THROUGH|RAISED_TO]->(other)
RETURN party, acts, other
