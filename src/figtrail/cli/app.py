"""The commands of the program, each loaded with what it prints and asks for."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

COMMANDS = {
    "init": "starting",
    "publish": "publishing",
    "validate": "publishing",
    "extract": "extracting",
    "show": "showing",
    "review": "reviewing",
    "diff": "comparing",
    "evaluate": "showing",
}
"""Command → the module of `figtrail.cli` that has it, in the order of the help."""


def make_app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The program with these commands; one that is named needs none of the others."""
    app = typer.Typer(
        name="figtrail",
        help=(
            "Turn articles into open data: every figure they state, with a trail back to the"
            " sentence."
            "\n\nBegin with `figtrail publish FOLDER`, where FOLDER holds articles as .txt or .md."
            "\n\nExit codes: 0 good, 1 invalid or failed, 2 wrong use."
        ),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        callback=_start,
    )
    for name in names:
        app.command(name)(getattr(import_module(f"figtrail.cli.{COMMANDS[name]}"), name))
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"figtrail {version('figtrail')}")
        raise typer.Exit


def _start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    del version  # answered by its callback before anything else is looked at
