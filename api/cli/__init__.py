"""The command line ``samband``."""

from api.cli import asking, drawing, engine, loading, serving
from api.cli.program import app, main

__all__ = ["app", "asking", "drawing", "engine", "loading", "main", "serving"]
