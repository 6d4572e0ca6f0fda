"""Interoperability gaps: how each kind of gap is found, and how it is told."""
