"""The options of ``samband serve`` and ``samband demo``, and the settings that they make."""

from typing import Annotated

import typer

from api.cli.program import settings
from api.supervisor import refuse_where_not_shared
from graph.settings import Settings

Host = Annotated[str | None, typer.Option(help="Address to serve on; SAMBAND_HOST otherwise.")]
Port = Annotated[int | None, typer.Option(help="Port to serve on; SAMBAND_PORT otherwise.", min=0, max=65535)]

Workers = Annotated[
    int | None,
    typer.Option(
        help="Processes that serve, each with a snapshot of its own; SAMBAND_WORKERS otherwise.", min=1, max=64
    ),
]
AllowedHosts = Annotated[
    list[str] | None,
    typer.Option("--allow-host", help="Name under which others ask the server; SAMBAND_ALLOWED_HOSTS otherwise."),
]
TrustHeader = Annotated[
    str | None,
    typer.Option(help="Header in which a trusted proxy names who is signed in; SAMBAND_TRUST_HEADER otherwise."),
]
AnyoneMayWrite = Annotated[
    bool | None,
    typer.Option(
        "--anyone-may-write", help="Let anyone write, recorded as unnamed; SAMBAND_ANYONE_MAY_WRITE otherwise."
    ),
]


def configured_by(
    host: str | None,
    workers: int | None,
    allowed: list[str] | None,
    trust_header: str | None,
    anyone_may_write: bool | None,
) -> Settings:
    """The settings, with what the command says in their place.

    Raises:
        SettingsError: one cannot be used, or not here.
    """
    said = {
        "samband_host": host,
        "samband_workers": workers,
        "samband_allowed_hosts": ",".join(allowed) if allowed else None,
        "samband_trust_header": trust_header,
        "samband_anyone_may_write": anyone_may_write,
    }
    configured = settings(**{name: value for name, value in said.items() if value is not None})
    refuse_where_not_shared(configured)
    return configured
