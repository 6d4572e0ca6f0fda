"""What one request carries: how it reads, what it has read, and the reader's language."""

from strawberry.fastapi import BaseContext
from strawberry.types import Info

from api.graphql.loading import Loading
from api.graphql.reading import Reading
from graph.store import Store
from graph.words import Language
from queries.asking import Asker
from queries.question import Answer


class Context(BaseContext):
    """One request's; nothing in it outlives the request."""

    def __init__(self, store: Store, asker: Asker, language: Language = "en") -> None:
        super().__init__()
        self._store, self._asker, self.language = store, asker, language
        self.begin()

    def begin(self) -> None:
        """Forget what was read."""
        self.reading = Reading(self._store)
        self.loading = Loading(self.reading)

    async def answer(self, question: str, **values: object) -> Answer:
        """The answer to a question of the catalogue."""
        answer = await self._asker.ask(question, **values)
        self.reading.saw(answer.revision)
        return answer


Ask = Info[Context, None]
"""Strawberry's account of the field that is being answered."""
