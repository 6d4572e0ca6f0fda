"""One change of the graph, as a whole or not at all."""
