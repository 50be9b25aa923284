"""A run of a command that reads articles and writes rows: where from, where to, what is said of it."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import typer

from syria_events import reading
from syria_events.cli import console, options
from syria_events.model import Article, Failure
from syria_events.outcome import Outcome
from syria_events.output import listing, writing
from syria_events.output.table import Columns, Row

if TYPE_CHECKING:
    from syria_events.lexicon import Lexicon

_Found = TypeVar("_Found")
_Out = TypeVar("_Out", covariant=True)


class Coder(Protocol[_Out]):
    """A function of `syria_events.pipeline` over articles."""

    def __call__(
        self, articles: Iterable[Article], *, models: str | None = None, lexicon: "Lexicon | None" = None
    ) -> Iterable[_Out | Failure]:
        """What is found in the articles, and which of them failed."""
        ...


@dataclass(frozen=True, slots=True)
class Task(Generic[_Found]):
    """What a command makes of articles.

    Args:
        noun: what a row is.
        find: what is found in the articles; called with the first article at hand, so it may load the tagger.
        row: the row of what was found.
        columns: its columns.
    """

    noun: str
    find: Callable[[Iterator[Article]], Iterable[_Found | Failure]]
    row: Callable[[_Found], Row]
    columns: Columns


def run(
    task: Task[_Found],
    sources: list[str] | None,
    *,
    output: Path | None,
    format: writing.Format | None,
    force: bool,
    published: date | None,
    metadata: Path | None,
    quiet: bool,
) -> None:
    """Read the sources, write the rows, say what became of it and exit."""
    if not sources:
        if _stdin_is_a_terminal():
            raise typer.BadParameter("give files, a folder, or - for standard input", param_hint="SRC")
        sources = [reading.STDIN]
    target = None if output is None or str(output) == "-" else output
    chosen = format or _default_format(target)
    if target is not None:
        writing.check(target, force=force)

    outcome = Outcome(task.noun)
    seen = target is None and sys.stdout.isatty()
    pretty = seen and chosen == "table"
    try:
        # a bar would be drawn into rows that come to the same terminal one by one
        with console.progress(lambda: reading.count(sources), shown=not quiet and (pretty or not seen)) as advance:
            articles = outcome.articles_of(reading.read(sources, metadata=metadata, published=published))
            rows = _rows(task, articles, outcome=outcome, advance=advance)
            if target is not None:
                writing.save(rows, target, format=chosen, columns=task.columns, force=force)
            elif pretty:
                rows = iter(list(rows))
            else:
                writing.write(rows, sys.stdout, format=chosen, columns=task.columns)
        if pretty:
            listing.print_rows(rows, sys.stdout, fancy=True, columns=task.columns)
    except _NothingReadError:
        pass
    console.report(outcome, quiet=quiet)
    raise typer.Exit(outcome.exit_code)


def command(
    noun: str, coder: Callable[[], Coder[_Found]], row: Callable[[_Found], Row], columns: Columns, about: str
) -> Callable[..., None]:
    """A command over articles, with the options that all of them have.

    Args:
        noun: what a row is.
        coder: gives the function of `syria_events.pipeline`; called when the command has work, for it loads the tagger.
        row: the row of what was found.
        columns: its columns.
        about: the help of the command.
    """

    def call(
        sources: options.Sources = None,
        *,
        output: options.Output = None,
        format: options.Format = None,
        force: options.Force = False,
        published: options.Published = None,
        metadata: options.Metadata = None,
        models: options.Models = None,
        lexicon: options.Lexicon = None,
        quiet: options.Quiet = False,
    ) -> None:
        def find(articles: Iterator[Article]) -> Iterable[_Found | Failure]:
            from syria_events.checking import load_checked

            return coder()(articles, models=models, lexicon=load_checked(lexicon))

        run(
            Task(noun, find, row, columns),
            sources, output=output, format=format, force=force, published=published, metadata=metadata, quiet=quiet,
        )  # fmt: skip

    call.__doc__ = about
    return call


class _NothingReadError(Exception):
    """No article was read, so nothing is written and no file is replaced."""


def _rows(
    task: Task[_Found], articles: Iterator[Article], *, outcome: Outcome, advance: Callable[[], None]
) -> Iterator[Row]:
    def moving(first: Article) -> Iterator[Article]:
        for article in chain([first], articles):
            advance()
            yield article

    first = next(articles, None)
    if first is not None:
        yield from map(task.row, outcome.rows_of(task.find(moving(first))))
    if not outcome.processed:
        raise _NothingReadError


def _default_format(target: Path | None) -> writing.Format:
    if target is not None:
        return writing.format_of(target)
    return "table" if sys.stdout.isatty() else "csv"


def _stdin_is_a_terminal() -> bool:
    return sys.stdin is None or sys.stdin.isatty()
