"""What only a scenario says, as things and relations that a map can show beside what sources say."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.facts import Bookkeeping, Evidence, Link, LinkKey, Ref, Thing
from graph.picture import Picture


def assumed(
    picture: Picture,
    scenario: str,
    refs: Iterable[Ref],
    keys: Iterable[LinkKey],
    things: Mapping[Ref, Thing],
    links: Mapping[LinkKey, Link],
) -> tuple[dict[Ref, Thing], dict[LinkKey, Link]]:
    """The things and relations that are stated, and those that the picture holds and nobody states."""
    own: dict[str, Any] = {
        Bookkeeping.SOURCE: scenario, Bookkeeping.EVIDENCE: Evidence.ASSUMED.value, Bookkeeping.DATASET: "",
        Bookkeeping.RUN: 0, Bookkeeping.FIRST_RUN: 0,
    }  # fmt: skip
    all_things, all_links = dict(things), dict(links)
    for ref in refs:
        node = picture.get(ref.kind, ref.id)
        if ref not in things and node is not None:
            said = {**node.fields, "id": node.id, Bookkeeping.SORT_KEY: node.sort_key}
            all_things[ref] = Thing(own | said, ref.kind)
    for key in keys:
        if key not in links:
            ends = [*key.source, *key.target]
            all_links[key] = Link(own | picture.said(key) | {Bookkeeping.ENDPOINTS: ends}, key.relation)
    return all_things, all_links
