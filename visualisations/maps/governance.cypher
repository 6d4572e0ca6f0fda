// Governance
// Styrning
// From the top: bodies that pass matters on to nobody, then those that do, then roles and organisations, then what is decided. An arrow goes from who acts to what it acts on.
// Uppifrån: organ som inte lyfter frågor vidare, sedan de som gör det, sedan roller och organisationer, sist vad som beslutas. En pil går från den som agerar till det som saken gäller.
MATCH (a:GovernanceBody|Role|Organisation|SteeringModel|Decision)
      -[r:ESCALATES_TO|MEMBER_OF|DECIDES_ON|HAS_INPUT_ON|ACCOUNTABLE_FOR|GOVERNS|LEADS|STEERS_THROUGH|RAISED_TO]->(b)
WITH a, r, b ORDER BY a.sort_key, a.id, type(r), b.sort_key, b.id
WITH collect({source: a, link: r, target: b}) AS found
WITH found, [each IN found | each.source] + [each IN found | each.target] AS ends
CALL (ends) {
  UNWIND ends AS thing
  WITH thing, count(*) AS ties
  ORDER BY CASE WHEN thing:GovernanceBody THEN 0 ELSE 1 END, ties DESC, thing.sort_key, thing.id
  RETURN collect(thing) AS things
}
CALL (things) {
  UNWIND things[..$limit] AS a
  MATCH (a)-[r:ESCALATES_TO|MEMBER_OF|DECIDES_ON|HAS_INPUT_ON|ACCOUNTABLE_FOR|GOVERNS|LEADS|STEERS_THROUGH|RAISED_TO]->(b)
  WHERE b IN things[..$limit]
  WITH a, r, b ORDER BY a.sort_key, a.id, type(r), b.sort_key, b.id
  RETURN collect(r) AS links
}
RETURN things[..$limit] AS shown, links, size(things) AS total
