"""References within a document (``$ref: '#/...'``); those to other files are left alone, as only one was handed in."""

from loaders.files.spot import Spot

MOST_STEPS = 20


def followed(root: Spot, spot: Spot) -> Spot:
    """What `spot` refers to, or itself where it refers to nothing that is there."""
    seen: set[str] = set()
    while (target := spot.get("$ref").text) and target.startswith("#/"):
        if target in seen or len(seen) > MOST_STEPS:
            return spot
        seen.add(target)
        found = root
        for step in target[2:].split("/"):
            found = found.get(step.replace("~1", "/").replace("~0", "~"))
        if not found:
            return spot
        spot = found
    return spot
