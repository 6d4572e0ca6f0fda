"""The command line ``samband``."""

from api.cli import asking, drawing, engine, exporting, loading, serving
from api.cli.program import app, main

__all__ = ["app", "asking", "drawing", "engine", "exporting", "loading", "main", "serving"]
