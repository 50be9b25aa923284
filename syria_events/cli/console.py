"""What commands say on stderr, how they end, and what they need of the terminal."""

import errno
import io
import os
import signal
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, TextIO

import typer
from typer.core import TyperGroup

from syria_events.errors import OutputError, SyriaEventsError
from syria_events.outcome import Outcome
from syria_events.output.listing import harmless

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_COLUMNS = 80  # of a terminal that does not tell
_MANY = 5  # digits of a number of columns that is none


def error(message: str) -> None:
    """Say in one line what went wrong."""
    _echo(f"Error: {_line(message)}")


def warn(message: str) -> None:
    """Say in one line what the user should know."""
    _echo(f"Warning: {_line(message)}")


def say(message: str) -> None:
    """Say in one line what was done."""
    _echo(_line(message))


def _echo(line: str) -> None:
    """Write a line to stderr; where nobody can read it the exit code still tells."""
    try:
        typer.echo(line, err=True)
    except OSError:
        _drop(sys.stderr)


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
def progress(total: int | None, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr while the block runs, and yield what sets how many articles are done; None is unknown.

    Only a terminal sees it. Standard output is left alone, though rich would by default send it through the bar.
    """
    if not shown or not is_terminal(sys.stderr):
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
               TextColumn("left"), TimeRemainingColumn(elapsed_when_finished=False))  # fmt: skip
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("articles", total=total)
        yield lambda done: bar.update(task, completed=done)


def is_terminal(stream: Any) -> bool:
    """Whether a standard stream is open and somebody looks at it."""
    return stream is not None and not stream.closed and stream.isatty()


def stdout() -> TextIO:
    """Standard output.

    Raises:
        OutputError: it is closed.
    """
    if isinstance(sys.stdout, _ClosedStdout):
        raise OutputError("standard output is closed; name a file with --output")
    return sys.stdout


def width() -> int | None:
    """The columns to fit a table to: those of the terminal somebody reads it in, also through a pager.

    None where nobody does: stdout is a file, or no terminal is near.
    """
    streams = [stream for stream in (sys.stdout, sys.stderr, sys.stdin) if is_terminal(stream)]
    if not streams or not (is_terminal(sys.stdout) or is_pipe(sys.stdout)):
        return None
    told = os.environ.get("COLUMNS", "")
    columns = int(told) if told.isdecimal() and len(told) < _MANY else 0
    with suppress(OSError):
        columns = columns or os.get_terminal_size(streams[0].fileno()).columns
    return columns or _COLUMNS


def is_pipe(stream: Any) -> bool:
    """Whether a stream goes on to another program."""
    try:
        return stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def needs_command(context: typer.Context) -> None:
    """Show the help where no command is given, which is misuse."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


class Group(TyperGroup):
    """The command group: every error becomes one line and an exit code."""

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *_: Any, **extra: Any) -> Any:
        """Run the command line and exit: 2 for its misuse, 1 for errors of the program, 130 for Ctrl-C."""
        if sys.stdout is None:
            sys.stdout = _ClosedStdout()
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # whatever the locale or Windows would make of Arabic
                stream.reconfigure(encoding="utf-8", newline="")
        args = sys.argv[1:] if args is None else args
        try:
            if "" in args:  # as a path it would be this folder
                raise typer.BadParameter("'' is no file, folder or value: leave it out, or say what is meant")
            code = super().main(args, prog_name, **{**extra, "standalone_mode": False})
            sys.stdout.flush()
        except typer.TyperException as misuse:
            context = getattr(misuse, "ctx", None)
            command = context.command_path if context else "syria-events"
            error(f"{misuse.format_message().rstrip('.').replace('Value error, ', '')} (see '{command} --help')")
            code = misuse.exit_code
        except StoppedError as stopped:
            code = 128 + stopped.signal
        except BrokenPipeError:
            code = _pipe_closed()
        except OSError as problem:  # of `--help`, and of what was still waiting to be written
            code = _unwritten(problem)
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
            raise typer.Exit(_unwritten(problem)) from None


def _pipe_closed() -> int:
    """Whoever reads stdout, such as `head`, has seen enough: that is no error, and nothing more is printed."""
    _drop(sys.stdout)
    return 0


def _unwritten(problem: OSError) -> int:
    """Standard output, or a file with a name, refused what was written."""
    _drop(sys.stdout)
    error(f"{problem.filename or 'stdout'}: {problem.strerror or problem}")
    return 1


class StoppedError(BaseException):
    """A signal ended the run: what is unfinished is tidied up on the way out, as for Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


def own_process() -> None:
    """Make the process ready for a program that has it to itself: streams that are closed, signals."""
    _occupy_closed_streams()
    _stop_on_signals()


def _stop_on_signals() -> None:
    """Let signals unwind the program, unless whoever started it wants them ignored (`nohup`)."""
    for number in _SIGNALS:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            with suppress(ValueError):  # not the main thread: the program is part of another
                signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    for other in _SIGNALS:  # the way out is short; a second signal would cut it off
        signal.signal(other, signal.SIG_IGN)
    raise StoppedError(number)


class _ClosedStdout(io.TextIOBase):
    """Stands for a standard output that is closed, for which Python has None: what is written is not lost silently."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EBADF, "it is closed")


def _occupy_closed_streams() -> None:
    """Open the null device in place of standard streams that are closed, or the next file would take their place."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number, which is this one


def _drop(stream: Any) -> None:
    """Let what still waits to be written go nowhere, or Python would complain of it at exit."""
    with suppress(io.UnsupportedOperation, AttributeError, ValueError):  # replaced, missing or closed
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _line(message: str) -> str:
    """A message as one line that cannot steer the terminal, whatever the names of files in it."""
    return " ".join(harmless(message).split())
