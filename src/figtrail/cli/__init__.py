"""The command line: arguments, printing and exit codes; nothing else.

Exit codes: 0 good, 1 invalid or failed, 2 wrong use.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from figtrail.cli.comparing import diff
from figtrail.cli.extracting import extract
from figtrail.cli.publishing import publish, validate
from figtrail.cli.reviewing import review
from figtrail.cli.showing import evaluate, show
from figtrail.cli.starting import init
from figtrail.model import FigtrailError

app = typer.Typer(
    name="figtrail",
    help=(
        "Turn articles into open data: every figure they state, with a trail back to the sentence."
        "\n\nBegin with `figtrail publish FOLDER`, where FOLDER holds articles as .txt or .md."
        "\n\nExit codes: 0 good, 1 invalid or failed, 2 wrong use."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (init, publish, validate, extract, show, review, diff, evaluate):
    app.command(command.__name__)(command)
_COMMANDS = app.registered_commands


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"figtrail {version('figtrail')}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    del version  # answered by its callback before anything else is looked at


def main() -> None:
    """Run the command that `sys.argv` names, and exit."""
    # Loading makes next to no garbage, and to look for it at the usual pace takes a twentieth of a
    # short command's time.
    gc.set_threshold(50_000)
    # Typer reads the parameters of every command that it knows, and one is enough where it's named.
    named = [command for command in _COMMANDS if command.name in sys.argv[1:2]]
    app.registered_commands = named or _COMMANDS
    try:
        app()
    except FigtrailError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read the output has what they wanted; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        # The process ends: its memory goes back whole, and needn't be searched for garbage first.
        gc.freeze()
