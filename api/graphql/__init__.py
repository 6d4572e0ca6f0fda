"""GraphQL: every kind, every relation in both directions, every question, from their declarations."""

from api.graphql.router import ENDPOINT, router

__all__ = ["ENDPOINT", "router"]
