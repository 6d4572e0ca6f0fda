"""The command line ``samband``: importing a command's file adds it."""

from api.cli import (
    ask_command,
    compare_command,
    comply_command,
    dataset_command,
    engine_command,
    export_command,
    load_command,
    map_command,
    migrate_command,
    requirements,
    scenario_command,
    serve_command,
    unlock_command,
)
from api.cli.program import app, main

__all__ = [
    "app",
    "ask_command",
    "compare_command",
    "comply_command",
    "dataset_command",
    "engine_command",
    "export_command",
    "load_command",
    "main",
    "map_command",
    "migrate_command",
    "requirements",
    "scenario_command",
    "serve_command",
    "unlock_command",
]
