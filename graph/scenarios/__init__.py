"""What if: steps that would change the graph, and where they are kept."""
