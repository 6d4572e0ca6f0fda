"""Which things and exchanges count: what is planned, retired or ended neither holds nor moves anything."""

from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import ExchangeNode

NOT_IN_USE = (Lifecycle.PLAN, Lifecycle.RETIRED)
NOT_RUNNING = (ExchangeStatus.PLANNED, ExchangeStatus.ENDED)


def in_use(node: Node) -> bool:
    """Whether the thing is neither planned nor retired; where its own use is not stated, it counts."""
    return node.field("lifecycle") not in NOT_IN_USE


def running(exchange: ExchangeNode) -> bool:
    """Whether the exchange is neither planned nor ended; where its status is not stated, it counts."""
    return exchange.status not in NOT_RUNNING
