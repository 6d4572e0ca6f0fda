"""The command line ``samband``."""

from api.cli import asking, comparing, complying, drawing, engine, exporting, loading, requirements, scenarios, serving
from api.cli.program import app, main

__all__ = [
    "app",
    "asking",
    "comparing",
    "complying",
    "drawing",
    "engine",
    "exporting",
    "loading",
    "main",
    "requirements",
    "scenarios",
    "serving",
]
