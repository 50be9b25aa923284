"""What commands say on stderr, how they end, and what they need of the terminal."""

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import typer
from typer.core import TyperGroup

from syria_events.errors import SyriaEventsError
from syria_events.outcome import Outcome


def error(message: str) -> None:
    """Say in one line what went wrong."""
    typer.echo(f"Error: {_line(message)}", err=True)


def warn(message: str) -> None:
    """Say in one line what the user should know."""
    typer.echo(f"Warning: {_line(message)}", err=True)


def say(message: str) -> None:
    """Say in one line what was done."""
    typer.echo(_line(message), err=True)


def report(outcome: Outcome, *, quiet: bool) -> None:
    """Say what became of a run: warnings, failures, then the counts; only the failures if quiet."""
    if not quiet:
        for message in outcome.warnings():
            warn(message)
    for message in outcome.errors():
        error(message)
    if not quiet:
        say(outcome.summary())


@contextmanager
def progress(total: Callable[[], int], *, shown: bool) -> Iterator[Callable[[], None]]:
    """Show a bar on stderr while the block runs, and yield what moves it on by one; only a terminal sees it."""
    if not shown or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("articles", total=total())
        yield lambda: bar.advance(task)


def needs_command(context: typer.Context) -> None:
    """Show the help where no command is given, which is misuse."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


class Group(TyperGroup):
    """The command group: every error becomes one line and an exit code."""

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *_: Any, **extra: Any) -> Any:
        """Run the command line and exit: 2 for its misuse, 1 for errors of the program, 130 for Ctrl-C."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # whatever the locale or Windows would make of Arabic
                stream.reconfigure(encoding="utf-8", newline="")
        try:
            code = super().main(args, prog_name, **{**extra, "standalone_mode": False})
            sys.stdout.flush()
        except typer.TyperException as misuse:
            context = getattr(misuse, "ctx", None)
            command = context.command_path if context else "syria-events"
            error(f"{misuse.format_message().rstrip('.')} (see '{command} --help')")
            code = misuse.exit_code
        except BrokenPipeError:
            code = _pipe_closed()
        sys.exit(code or 0)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what the library raises on purpose ends it with a line, not a traceback."""
        try:
            return super().invoke(ctx)
        except SyriaEventsError as problem:
            error(str(problem))
            raise typer.Exit(1) from None
        except BrokenPipeError:
            raise typer.Exit(_pipe_closed()) from None
        except OSError as problem:
            _drop_stdout()
            error(f"{problem.filename or 'stdout'}: {problem.strerror or problem}")
            raise typer.Exit(1) from None


def _pipe_closed() -> int:
    """Whoever reads stdout, such as `head`, has seen enough: that is no error, and nothing more is printed."""
    _drop_stdout()
    return 0


def _drop_stdout() -> None:
    """Let what still waits to be written go nowhere, or Python would complain of it at exit."""
    with suppress(io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _line(message: str) -> str:
    return " ".join(message.split())
