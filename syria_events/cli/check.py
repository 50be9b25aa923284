"""`syria-events check`: a user's lexicon, entry by entry."""

from pathlib import Path
from typing import Annotated

import typer

from syria_events.cli.console import say
from syria_events.outcome import counted

Folder = Annotated[
    Path,
    typer.Argument(
        metavar="DIR", exists=True, file_okay=False, show_default=False, help="The folder with your .toml files."
    ),
]


def check(folder: Folder) -> None:
    """Check a lexicon of your own, laid over the one that ships, and print what is wrong line by line.

    Exit code: 0 nothing is wrong, 1 something is, 2 usage.

    \b
    Examples:
      syria-events check my-lexicon/
      syria-events extract seeds/ --lexicon my-lexicon/
    """
    from syria_events.lexicon.linter import check as problems_of

    count, problems = problems_of(folder)
    for problem in problems:
        typer.echo(problem)
    say(f"{counted(count, 'entry', 'entries')}, {counted(len(problems), 'problem', 'problems')}")
    raise typer.Exit(1 if problems else 0)
