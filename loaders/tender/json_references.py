"""References within a document (``$ref: '#/...'``); those to other files are left alone, as only one was handed in."""

from loaders.files.document_node import DocumentNode

MOST_STEPS = 20


def followed(root: DocumentNode, node: DocumentNode) -> DocumentNode:
    """What `node` refers to, or itself where it refers to nothing that is there."""
    seen: set[str] = set()
    while (target := node.get("$ref").text) and target.startswith("#/"):
        if target in seen or len(seen) > MOST_STEPS:
            return node
        seen.add(target)
        found = root
        for step in target[2:].split("/"):
            found = found.get(step.replace("~1", "/").replace("~0", "~"))
        if not found:
            return node
        node = found
    return node
