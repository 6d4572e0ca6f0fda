"""GraphQL: every kind, every relation in both directions, every question, from their declarations."""

from api.graphql.router import router

__all__ = ["router"]
