"""Limits."""

from strawberry.extensions import SchemaExtension


class Limits(SchemaExtension):
    """x."""
