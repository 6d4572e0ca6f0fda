"""What the GraphQL tests share: a small graph whose sizes they decide, and a client on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from api.app import create_app
from graph.facts import Evidence, Fact, LinkFact, Provenance, Ref, ThingFact
from graph.ontology import ONTOLOGY
from graph.settings import Settings
from graph.store import Store
from loaders.run import load
from loaders.source import Dataset, Known, Reading
from queries.asking import Asker


class Said:
    """A source whose content the test decides."""

    name = "said"

    def __init__(self, dataset: str, facts: list[Fact], *, trust: int = 50) -> None:
        self.reading = Reading(
            Dataset(dataset, f"Title of {dataset}", f"Titel {dataset}", trust), repr(facts), facts, []
        )

    def recognises(self, path: Path) -> bool:
        return True

    def read(self, path: Path, known: Known) -> Reading:
        return self.reading


def thing(kind: str, id: str, *, evidence: Evidence = Evidence.STATED, **fields: object) -> ThingFact:
    provenance = Provenance("a document", "chapter 2", "so it is said", evidence, "file.yaml:3")
    return ThingFact(ONTOLOGY.kinds[kind], id, {"id": id, "name": id, **fields}, provenance)


def link(source: str, side: str, target: str, **fields: object) -> LinkFact:
    """A relation as a sentence: ``link("System/a", "exposes", "Api/b")``."""
    start, end = (Ref(*text.split("/")) for text in (source, target))
    relation = ONTOLOGY.sides(ONTOLOGY.kinds[start.kind])[side].relation
    return LinkFact(start, relation, end, fields, Provenance("a document", place="file.yaml:9"))


async def hold(store: Store, *facts: Fact, dataset: str = "said", trust: int = 50) -> None:
    """Load the facts as one dataset."""
    await load(store, Said(dataset, list(facts), trust=trust), Path(dataset))


class Client:
    """Asks GraphQL over HTTP, in the same process."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def whole(self, query: str, **variables: object) -> dict[str, Any]:
        """The response: data and errors."""
        response = await self.http.post("/graphql", json={"query": query, "variables": variables})
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json()
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
async def client_on(store: Store) -> AsyncIterator[Client]:
    """A client on `store`."""
    app = create_app(Settings(_env_file=None))
    app.state.store, app.state.asker = store, Asker(store)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://samband") as http:
        yield Client(http)
