"""A server whose embedded engine is killed answers again by itself."""

import asyncio
import os
import signal
from pathlib import Path

import httpx
import psutil

from api.app import create_app
from graph.embedded.engine import engine_status
from graph.settings import Settings


async def test_an_engine_that_was_killed_is_started_anew(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, neo4j_uri=None, samband_home=tmp_path)
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            assert (await client.get("/health/ready")).status_code == 200
            killed = (await engine_status(settings)).pid
            assert killed is not None
            os.kill(killed, signal.SIGKILL)
            assert (await client.get("/health/ready")).status_code == 503
            for _ in range(200):
                await asyncio.sleep(0.3)
                if (await client.get("/health/ready")).status_code == 200:
                    break
            assert (await engine_status(settings)).pid not in (None, killed)
    assert not psutil.pid_exists(killed)
    assert not (await engine_status(settings)).running
