"""Settings: the only file that reads the environment (and ``.env``)."""

from pathlib import Path

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
    samband_home: Path = Field(Path(".samband"), description="Folder of the embedded engine's data")
    samband_engine_memory_mb: int = Field(1024, ge=256, description="Java heap of the embedded engine, MiB")
    samband_host: str = Field("127.0.0.1", description="Address that pages and GraphQL are served on")
    samband_port: int = Field(8000, ge=0, le=65535, description="Port that pages and GraphQL are served on")
    samband_language: Language = Field("en", description="Language of the command line")
    samband_lease_seconds: float = Field(30.0, gt=0, description="Lease of the write lock, seconds")
    samband_rules: Path | None = Field(
        None, description="Folder of your own rules: verdicts.yaml, compliance.yaml, and profiles/*.yaml for divestment"
    )


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
