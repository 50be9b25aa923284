"""`syria-events show` and `columns`: rows and their columns for people."""

from pathlib import Path
from typing import Annotated

import typer

from syria_events.cli import console, options
from syria_events.output import listing, loading
from syria_events.output.table import COLUMNS, ENTITY_COLUMNS, UNKNOWN_COLUMNS


def show(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A file that extract, entities or unknown wrote: CSV, JSON or JSON Lines; - for stdin."
        ),
    ],
    *,
    min_confidence: options.MinConfidence = 0.0,
) -> None:
    """Show the rows of a file: who did what to whom, fitted to the terminal.

    \b
    Examples:
      syria-events show events.csv
      syria-events extract seeds/ | syria-events show - | less
    """
    found, columns = loading.load(file)
    if min_confidence and columns is not COLUMNS:
        raise typer.BadParameter("only rows of events have a confidence", param_hint="--min-confidence")
    rows = loading.as_sure(found, min_confidence)
    if found and not rows:
        console.say(f"none of the {len(found)} rows of {file} has a confidence of {min_confidence} or more")
    elif rows:
        listing.print_rows(rows, console.stdout(), width=console.width(), columns=columns)
    else:
        console.say(f"{file} has no rows: nothing was found in its articles")


def columns(
    *,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the Markdown table of the README.")] = False,
    entities: Annotated[bool, typer.Option("--entities", help="The columns of `entities`, not of `extract`.")] = False,
    unknown: Annotated[bool, typer.Option("--unknown", help="The columns of `unknown`, not of `extract`.")] = False,
) -> None:
    """List the columns of a row and what they mean.

    \b
    Example:
      syria-events columns
    """
    if entities and unknown:
        raise typer.BadParameter("--entities and --unknown have columns of their own: ask for one of them")
    listed = ENTITY_COLUMNS if entities else UNKNOWN_COLUMNS if unknown else COLUMNS
    if markdown:
        typer.echo("| column | what it holds |\n|---|---|")
    width = max(len(column.name) for column in listed)
    for column in listed:
        if markdown:
            typer.echo(f"| `{column.name}` | {column.about} |")
        else:
            typer.echo(f"{column.name:<{width}}  {column.about.replace('`', '')}")
