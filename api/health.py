"""Whether the process lives, and whether it can answer."""

import asyncio
import logging

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from graph.errors import EngineError, EngineLostError, NoGraphError

WITHIN = 3.0
"""Seconds in which a healthy database tells its revision."""
log = logging.getLogger(__name__)
router = APIRouter()


@router.get("/health/live")
async def live() -> JSONResponse:
    """The process answers."""
    return _response(200, status="live")


@router.get("/health/ready")
async def ready(request: Request) -> JSONResponse:
    """The database answers too, and holds a graph of ours; 503 and the reason when it does not."""
    try:
        async with asyncio.timeout(WITHIN):
            revision = await request.app.state.store.last_revision()
    except (EngineLostError, TimeoutError) as error:
        return _broken("the database does not answer", error)
    except NoGraphError as error:
        return _broken("the database holds no graph of Samband", error)
    except EngineError as error:
        return _broken("the database refuses", error)
    return _response(200, status="ready", revision=revision)


def _broken(reason: str, error: Exception) -> JSONResponse:
    log.error("Not ready, %s: %s", reason, error)
    return _response(503, status="not ready", reason=reason)


def _response(code: int, **body: object) -> JSONResponse:
    return JSONResponse(body, code, headers={"Cache-Control": "no-store"})
