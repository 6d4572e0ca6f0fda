"""Settings: the only file that reads the environment (and ``.env``)."""

import ipaddress
import json
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.language.words import Language


class Settings(BaseSettings):
    """Where the graph lives and how this process serves it."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    neo4j_uri: str | None = Field(None, description="Bolt URI of a Neo4j; empty means the embedded engine")
    neo4j_user: str = Field("neo4j", description="User name on that Neo4j")
    neo4j_password: SecretStr = Field(SecretStr(""), description="Password on that Neo4j")
    neo4j_database: str = Field("neo4j", description="Database name on that Neo4j")
    samband_database_seconds: float = Field(
        2.5, gt=0, description="How long pages and GraphQL wait for a database that gives no sign of life, seconds"
    )
    samband_home: Path = Field(Path(".samband"), description="Folder of the embedded engine's data")
    samband_engine_memory_mb: int = Field(1024, ge=256, description="Java heap of the embedded engine, MiB")
    samband_snapshot_file: bool = Field(
        True,
        description="Whether a server keeps its last snapshot, which is all that the graph says, in a file of "
        "`SAMBAND_HOME` that only its owner may read, and starts from it",
    )
    samband_host: str = Field("127.0.0.1", description="Address that pages and GraphQL are served on")
    samband_port: int = Field(8000, ge=0, le=65535, description="Port that pages and GraphQL are served on")
    samband_workers: int = Field(
        1, ge=1, le=64, description="Processes that serve pages and GraphQL, each with a snapshot of its own"
    )
    samband_allowed_hosts: str | None = Field(
        None,
        description="Names under which others ask the server (`Host`), with commas between; `*.example.org` for all "
        "below it. Loopback names are always allowed",
    )
    samband_trust_header: str | None = Field(
        None,
        pattern=r"^[A-Za-z0-9-]*$",
        description="Header in which a trusted proxy names who is signed in; whoever is named may write",
    )
    samband_anyone_may_write: bool = Field(
        False, description="Let anyone write where others reach the server; recorded as `unnamed`"
    )
    samband_log: Literal["text", "json"] = Field(
        "text", description="What the server's log is written as: text or json"
    )
    samband_language: Language = Field("en", description="Language of the command line")
    samband_lease_seconds: float = Field(30.0, gt=0, description="Lease of the write lock, seconds")
    samband_rules: Path | None = Field(
        None, description="Folder of your own rules: verdicts.yaml, compliance.yaml, and profiles/*.yaml for divestment"
    )

    def handed_on(self) -> str:
        """All settings as one line of JSON for a process of ours; it holds the password in plain text."""
        return json.dumps(self.model_dump(mode="json") | {"neo4j_password": self.neo4j_password.get_secret_value()})

    @property
    def allowed_hosts(self) -> tuple[str, ...]:
        """The names beside loopback, each for itself."""
        return tuple(name for each in (self.samband_allowed_hosts or "").split(",") if (name := each.strip()))

    @property
    def alone(self) -> bool:
        """Whether nobody but this machine reaches the server: by its address, and by the names it is asked under."""
        return is_loopback(self.samband_host) and all(map(is_loopback, self.allowed_hosts))

    @property
    def writable(self) -> bool:
        """Whether somebody may write through the server."""
        return self.alone or bool(self.samband_trust_header) or self.samband_anyone_may_write


def is_loopback(host: str) -> bool:
    """Whether a name or an address means this machine itself, wherever it is said."""
    name = host.lower()
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


class _Language(BaseSettings):
    model_config = Settings.model_config
    samband_language: Language = "en"


def language() -> Language:
    """The language of the command line; English where it cannot be told, whatever else is wrong."""
    try:
        return _Language().samband_language
    except ValidationError:
        return "en"


def own_rules() -> Path | None:
    """The folder of a region's own rules and scoring profiles, if it has one."""
    return Settings().samband_rules
