"""The application: pages, GraphQL and health on one store."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from api import graphql, health, pages
from api.body_limit import BodyLimit
from api.hosts import AllowedHosts
from api.request_log import RequestLog
from api.store_lifespan import kept_open
from graph.settings import Settings
from graph.snapshot.gc_control import program_set_aside

SMALL = 1_400
"""Bytes of an answer that fit in a packet as they are."""
LEVEL = 5
"""Of nine: twice as quick as the last, and hardly larger."""
PACKED = (*DEFAULT_EXCLUDED_CONTENT_TYPES, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
"""What is packed already."""


def create_app(settings: Settings, *, keeps_file: bool = True) -> FastAPI:
    """The application on the database that `settings` name; it opens with the server and closes with it.

    Of several processes that serve it, one alone `keeps_file`: writes the snapshot file that all begin from.
    """

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        async with kept_open(app, settings, keeps_file=keeps_file):
            with program_set_aside():
                yield

    app = FastAPI(title="Samband", lifespan=living, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.settings = settings
    app.include_router(health.router)
    app.router.routes.append(graphql.ENDPOINT)
    app.include_router(graphql.router)
    pages.install(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(AllowedHosts, settings=settings)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL, compresslevel=LEVEL, exclude_content_types=PACKED)
    app.add_middleware(RequestLog)
    return app
