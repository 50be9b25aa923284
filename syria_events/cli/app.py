"""The `syria-events` program."""

from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from syria_events import __version__
from syria_events.cli.check import check
from syria_events.cli.codebook import codebook
from syria_events.cli.console import Group, needs_command, own_process
from syria_events.cli.entities import entities
from syria_events.cli.explain import explain
from syria_events.cli.extract import extract
from syria_events.cli.models import models
from syria_events.cli.show import columns, show
from syria_events.cli.stories import stories
from syria_events.cli.tag import tag
from syria_events.cli.unknown import unknown

app = typer.Typer(
    name="syria-events",
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,  # plain help: quick, and the same in a terminal, a pipe and a screen reader
    pretty_exceptions_enable=False,
)
app.command("extract")(extract)
app.command("entities")(entities)
app.command("unknown")(unknown)
app.command()(stories)
app.command()(tag)
app.command()(explain)
app.command()(check)
app.command()(show)
app.command()(columns)
app.add_typer(models)
app.add_typer(codebook)


def _print_version(wanted: bool) -> None:
    if wanted:
        try:
            stanza = version("stanza")
        except PackageNotFoundError:
            stanza = "not installed"
        typer.echo(f"syria-events {__version__} (Stanza {stanza})")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Diplomatic events from Arabic news: who did what to whom, when, where, according to whom.

    \b
    Examples:
      syria-events extract seeds/ -o events.csv
      syria-events show events.csv
    """
    needs_command(context)


def main() -> None:
    """Run the program on the command line's arguments and exit."""
    own_process()
    app(prog_name="syria-events")
