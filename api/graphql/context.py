"""What one request carries: the store, the asker, its loaders, and the reader's language."""

from strawberry.fastapi import BaseContext
from strawberry.types import Info

from api.graphql.loading import Loading
from graph.store import Store
from graph.words import Language
from queries.asking import Asker


class Context(BaseContext):
    """One request's; nothing in it outlives the request."""

    def __init__(self, store: Store, asker: Asker, language: Language = "en") -> None:
        super().__init__()
        self.store = store
        self.asker = asker
        self.language = language
        self.loading = Loading(store)


Ask = Info[Context, None]
"""Strawberry's account of the field that is being answered."""
