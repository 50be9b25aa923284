"""A run of a command that reads articles and writes rows: where from, where to, what is said of it."""

import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import typer

from syria_events import reading
from syria_events.cli import console, options
from syria_events.errors import OutputError, PlainStanzaWarning
from syria_events.model import Article, Failure
from syria_events.outcome import Outcome
from syria_events.output import listing, writing
from syria_events.output.table import Columns, Row

if TYPE_CHECKING:
    from syria_events.pipeline import Extractor

_Found = TypeVar("_Found")
Find = Callable[["Extractor", Iterable[Article], Callable[[], None]], Iterable[_Found | Failure]]


@dataclass(frozen=True, slots=True)
class Task(Generic[_Found]):
    """What a command makes of articles.

    Args:
        noun: what a row is.
        find: what is found in the articles; told of each that is done.
        row: the row of what was found.
        columns: its columns.
    """

    noun: str
    find: "Find[_Found]"
    row: Callable[[_Found], Row]
    columns: Columns


def command(task: Task[_Found], about: str) -> Callable[..., None]:
    """A command over articles, with the options that all of them have; `about` is its help."""

    def call(
        sources: options.Sources = None,
        *,
        output: options.Output = None,
        format: options.Format = None,
        force: options.Force = False,
        verbatim: options.Verbatim = False,
        published: options.Published = None,
        metadata: options.Metadata = None,
        models: options.Models = None,
        lexicon: options.Lexicon = None,
        quiet: options.Quiet = False,
    ) -> None:
        def load() -> "Extractor":
            from syria_events.pipeline import Extractor

            return Extractor(models=models, lexicon=lexicon)

        inputs = reading.find_inputs(_sources(sources))
        target = _Target(output, format, force=force, verbatim=verbatim, columns=task.columns)
        files = [item for item in inputs if isinstance(item, reading.Input) and item.path is not None]
        beside = {Path(item.root, reading.METADATA) for item in files}
        target.spare([*(Path(item.path or "") for item in files), *beside, *([metadata] if metadata else [])])
        outcome = Outcome(task.noun)
        total = sum(isinstance(item, reading.Input | Failure) for item in inputs)
        with warnings.catch_warnings(record=True) as caught, suppress(_NothingReadError):
            with console.progress(total, shown=not quiet and not target.is_watched) as show:

                def articles() -> Iterator[Article]:
                    items = reading.read_inputs(inputs, metadata=metadata, published=published)
                    for article in outcome.articles_of(items):
                        show(outcome.done)
                        yield article

                def done() -> None:
                    outcome.article_done()
                    show(outcome.done)

                target.write(map(task.row, _rows(task, load, articles(), outcome, done)))
            target.show()
        outcome.remark(str(warning.message) for warning in caught if issubclass(warning.category, PlainStanzaWarning))
        console.report(outcome, quiet=quiet)
        raise typer.Exit(outcome.exit_code)

    call.__doc__ = about
    return call


class _NothingReadError(Exception):
    """No article was read, so nothing is written and no file is replaced."""


def _rows(
    task: Task[_Found],
    load: "Callable[[], Extractor]",
    articles: Iterator[Article],
    outcome: Outcome,
    done: Callable[[], None],
) -> Iterator[_Found]:
    """What is found; the models are loaded when there is an article, and before anything is written."""
    first = next(articles, None)
    if first is None:
        raise _NothingReadError
    return _ended(outcome.rows_of(task.find(load(), chain([first], articles), done)), outcome)


def _ended(found: Iterator[_Found], outcome: Outcome) -> Iterator[_Found]:
    yield from found
    if not outcome.processed:
        raise _NothingReadError


class _Target:
    """Where the rows of a run go.

    Raises:
        OutputError: they cannot go there.
    """

    def __init__(
        self, output: Path | None, format: writing.Format | None, *, force: bool, verbatim: bool, columns: Columns
    ) -> None:
        self.file = None if output is None or str(output) == "-" else output
        self.force = force
        self.verbatim = verbatim
        self.columns = columns
        self.rows: list[Row] = []
        if self.file is None:
            console.stdout()  # refuse a closed one before any work is done
        terminal = self.file is None and console.is_terminal(sys.stdout)
        if format is not None:
            self.format = format
        elif self.file is not None:
            self.format = writing.format_of(self.file)
        else:
            self.format = "table" if terminal else "csv"
        self.is_table = self.file is None and self.format == "table"
        # a bar would be drawn among rows that come to the same terminal, by themselves or through a pager
        self.is_watched = not self.is_table and (terminal or (self.file is None and console.is_pipe(sys.stdout)))
        if self.file is not None:
            writing.check(self.file, force=force)

    def spare(self, paths: Iterable[Path]) -> None:
        """Refuse to write into what is to be read.

        Raises:
            OutputError: the file is one of these.
        """
        if self.file is not None and os.path.realpath(self.file) in {os.path.realpath(path) for path in paths}:
            raise OutputError(f"{self.file} is one of the files to be read; name another one")

    def write(self, rows: Iterator[Row]) -> None:
        """Write rows as they come; a table waits until all are there, and the bar that moved meanwhile is gone."""
        if self.is_table:
            self.rows = list(rows)
        elif self.file is not None:
            writing.save(
                rows, self.file, format=self.format, columns=self.columns, force=self.force, verbatim=self.verbatim
            )
        else:
            writing.write(rows, console.stdout(), format=self.format, columns=self.columns, verbatim=self.verbatim)

    def show(self) -> None:
        """Show the table."""
        if self.is_table:
            listing.print_rows(self.rows, console.stdout(), width=console.width(), columns=self.columns)


def _sources(sources: list[str] | None) -> list[str]:
    """What to read; standard input where nothing is given and something is piped in."""
    if not sources and (sys.stdin is None or console.is_terminal(sys.stdin)):
        raise typer.BadParameter("give files, a folder, or - for standard input", param_hint="SRC")
    return sources or [reading.STDIN]
