"""What was said, by whom, and where it was read.

Who says it:

    Provenance    facts.py         what a source says of one fact: it knows neither its dataset nor its run
    Record        records.py       that, kept by a dataset: what answers, pages and exports carry, unchanged
    Stated        records.py       a record with the fields that it states: what merging, comparing and exporting need

A thing:

    Ref           facts.py         which one; also how a relation names its ends
    ThingFact     facts.py         that one source says it is there, with which fields
    Thing         merged_view.py   what the graph holds: one value a field over all records
    Node          graph.snapshot   the same without records, with its relations both ways, for questions to walk
    ThingRef      queries.asking   as an answer names it in its JSON: enough for a name in both languages and a page

The other shapes are none of these with more or fewer fields: what a register has written but nobody has checked
(``ThingDraft``, ``Ground``), what a loader has to know of things that are there (``KnownThing``), a piece of text that
leads to a page (``Part``), a card with its place on a map (``Card``), a row of a list (``ListedThing``).
"""
