"""Divestment: what a system scores by published methods, what stands in its way, and in which order systems can go."""
