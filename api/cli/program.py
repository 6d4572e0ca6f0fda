"""The command itself: shared options, exit codes, and errors as messages."""

import asyncio
import json
import sys
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from importlib.metadata import version
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.text import Text

from api.cli.helping import in_language
from api.cli.usage import UsageError, spoken_first, usage_in_words
from api.event_loop import quick_loop
from graph.database.store import Store
from graph.errors import EngineError, LockedError, OfferError, RegisterError, SambandError, SettingsError, UnmetError
from graph.language.code_names import CodeName, ParameterName
from graph.language.validation_errors import first
from graph.language.words import LANGUAGES, N_, Language, Message, say
from graph.settings import Settings
from loaders.runs import recovery

EXIT_CODES: dict[type[SambandError], int] = {
    RegisterError: 3,
    OfferError: 3,
    EngineError: 4,
    LockedError: 5,
    SettingsError: 6,
    UnmetError: 7,
    SambandError: 1,
}
"""0 done; 1 another error; 2 wrong usage; 3 input with problems; 4 no database; 5 locked; 6 wrong settings; 7 unmet."""

app = typer.Typer(
    name="samband",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="A map of a health region's IT that can be questioned. "
    "Exit codes: 0 done, 1 error, 2 wrong usage, 3 input with problems, 4 no database, 5 another run is writing, "
    "6 wrong settings, 7 a requirement that shall be met is not (comply --strict).",
)
PIPED_WIDTH = 140
out = Console(highlight=False, markup=False, emoji=False)
if not out.is_terminal and "COLUMNS" not in out._environ:
    out.width = PIPED_WIDTH
err = Console(highlight=False, markup=False, emoji=False, stderr=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def settings(**said: Any) -> Settings:
    """The settings of this process; what a command says counts before them.

    Raises:
        SettingsError: a variable has a value that cannot be used.
    """
    try:
        return Settings(**said)
    except ValidationError as error:
        wrong = first(error)
        text = N_("{setting} is {value}: {reason}. Correct it in the environment or in .env.")
        raise SettingsError(text, setting=wrong.name.upper(), value=wrong.value, reason=wrong.reason) from error


def opened(configured: Settings, *, migrate: bool = True) -> AbstractAsyncContextManager[Store]:
    """The graph that the settings name; an older one is migrated, and a line on standard error says so."""

    def notify(message: Message) -> None:
        err.print(Text(message.say(Spoken.language)), soft_wrap=True)

    return recovery.opened(configured, migrate=migrate, notify=notify)


class Spoken:
    """The language of this command's output, set by ``--language`` or SAMBAND_LANGUAGE."""

    language: Language = "en"


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"samband {version('samband')}")
        raise typer.Exit


@app.callback()
def spoken(
    language: Annotated[
        str | None, typer.Option("--language", "-l", help="en or sv; SAMBAND_LANGUAGE otherwise.")
    ] = None,
    print_version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """A map of a health region's IT that can be questioned."""
    chosen = language or settings().samband_language
    for known in LANGUAGES:
        if chosen == known:
            Spoken.language = known
            return
    raise typer.BadParameter(say(N_("write en or sv"), Spoken.language), param_hint="--language")


def as_typed(name: CodeName) -> str:
    """A parameter or a question as it is typed: ``as_of`` as ``--as-of``."""
    dashed = name.key.replace("_", "-")
    return f"--{dashed}" if isinstance(name, ParameterName) else dashed


def run(work: Coroutine[Any, Any, int | None]) -> None:
    """Do `work`, and end the command with its exit code."""
    with asyncio.Runner(loop_factory=quick_loop()) as runner:
        code = runner.run(work)
    raise typer.Exit(code or 0)


def print_json(value: Any) -> None:
    """`value` as JSON on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def main() -> None:
    """Run the command; errors are told in the reader's language, with an exit code of their own."""
    Spoken.language = spoken_first(sys.argv[1:])
    try:
        sys.exit(in_language(typer.main.get_command(app), Spoken.language)(standalone_mode=False))
    except UsageError as error:
        err.print(Text(usage_in_words(error, Spoken.language)), soft_wrap=True)
        sys.exit(error.exit_code)
    except typer.Abort:
        sys.exit(130)
    except SambandError as error:
        err.print(Text(error.spelled(as_typed).say(Spoken.language), style="red"), soft_wrap=True)
        sys.exit(next(code for kind, code in EXIT_CODES.items() if isinstance(error, kind)))
    except KeyboardInterrupt:
        sys.exit(130)
