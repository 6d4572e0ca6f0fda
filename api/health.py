"""Whether the process lives, and whether it can answer."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from graph.errors import EngineError

router = APIRouter()


@router.get("/health/live")
async def live() -> JSONResponse:
    """The process answers."""
    return JSONResponse({"status": "live"})


@router.get("/health/ready")
async def ready(request: Request) -> JSONResponse:
    """The database answers too; 503 when it does not."""
    try:
        revision = await request.app.state.store.revision()
    except EngineError as error:
        return JSONResponse({"status": "database not available", "reason": error.say("en")}, status_code=503)
    return JSONResponse({"status": "ready", "revision": revision})
