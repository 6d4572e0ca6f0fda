"""What the GraphQL tests share: a client over HTTP, in the same process, on a store of the test's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from api.app import create_app
from graph.database.store import Store
from graph.settings import Settings
from queries.asking.service import QuestionService

UNAVAILABLE = {"ENGINE", "ENGINE_LOST", "CHANGING"}


class Client:
    """Asks GraphQL over HTTP."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def whole(self, query: str, **variables: object) -> dict[str, Any]:
        """The response: data and errors; its status is 503 where the database has kept an answer, and else 200."""
        response = await self.http.post("/graphql", json={"query": query, "variables": variables})
        answer: dict[str, Any] = response.json()
        codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
        assert response.status_code == (503 if codes & UNAVAILABLE else 200), response.text
        return answer

    async def ask(self, query: str, **variables: object) -> Any:
        """The data; no error is accepted."""
        answer = await self.whole(query, **variables)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    async def refused(self, query: str, **variables: object) -> tuple[str, str]:
        """The first error's code and message."""
        error = (await self.whole(query, **variables))["errors"][0]
        return error["extensions"]["code"], error["message"]


@asynccontextmanager
async def client_on(store: Store, **headers: str) -> AsyncIterator[Client]:
    """A client on `store`."""
    app = create_app(Settings(_env_file=None))
    app.state.store, app.state.service = store, QuestionService(store)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost", headers=headers) as http:
        yield Client(http)
