"""A run of a command that reads articles: where from, where to, what is said of it."""

import inspect
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar

import typer

from syria_events import reading
from syria_events.cli import console, options
from syria_events.cli.targets import Rows, Target
from syria_events.errors import PlainStanzaWarning
from syria_events.model import Article, Doc, Failure
from syria_events.outcome import Outcome
from syria_events.output.table import Columns, Row

if TYPE_CHECKING:
    from syria_events.pipeline import Extractor

_Found = TypeVar("_Found")
Find = Callable[["Extractor", Iterable[Article | Doc], Callable[[], None]], Iterable[_Found | Failure]]


@dataclass(frozen=True, slots=True)
class Task(Generic[_Found]):
    """What a command makes of articles.

    Args:
        noun: what a row is.
        find: finds it in the articles, and reports each that is done.
        row: the row of what was found.
        columns: its columns.
        sure: how sure the program is of what was found, 0 to 1; None where it does not say.
    """

    noun: str
    find: "Find[_Found]"
    row: Callable[[_Found], Row]
    columns: Columns
    sure: Callable[[_Found], float] | None = None

    def at_least(self, confidence: float) -> "Find[_Found]":
        """What finds only what is as sure as this, and all that fails."""
        if self.sure is None or not confidence:
            return self.find
        find, sure = self.find, self.sure
        return lambda coder, articles, done: (
            item for item in find(coder, articles, done) if isinstance(item, Failure) or sure(item) >= confidence
        )


@dataclass(frozen=True, slots=True)
class Given:
    """What a command is to read, and with what; as in `options`."""

    sources: list[str] | None
    tagged: bool
    published: date | None
    metadata: Path | None
    models: str | None
    lexicon: Path | None
    quiet: bool

    def inputs(self) -> list[reading.Input | Failure | reading.Notice]:
        """The inputs; standard input where nothing is given and something is piped in."""
        if not self.sources and (sys.stdin is None or console.is_terminal(sys.stdin)):
            raise typer.BadParameter("give files, a folder, or - for standard input", param_hint="SRC")
        return reading.find_inputs(self.sources or [reading.STDIN], tagged=self.tagged)

    def read(
        self, inputs: Iterable[reading.Input | Failure | reading.Notice]
    ) -> Iterator[Article | Doc | Failure | reading.Notice]:
        """The articles of the inputs, or the documents."""
        read = reading.read_tagged_inputs if self.tagged else reading.read_inputs
        yield from read(inputs, metadata=self.metadata, published=self.published)

    def files(self, inputs: Iterable[reading.Input]) -> Iterator[Path]:
        """The files that are read."""
        for item in inputs:
            if item.path is not None:
                yield from (Path(item.path), Path(item.root, reading.METADATA))
        if self.metadata is not None:
            yield self.metadata

    def load(self) -> "Extractor":
        """What codes articles, with its models loaded if they are needed."""
        from syria_events.pipeline import Extractor

        extractor = Extractor(models=self.models, lexicon=self.lexicon)
        if not self.tagged:
            extractor.load()
        return extractor


def command(task: Task[_Found], about: str) -> Callable[..., None]:
    """A command that writes rows, with the options that all such have; `about` is its help."""

    def call(
        sources: options.Sources = None,
        *,
        output: options.Output = None,
        format: options.Format = None,
        force: options.Force = False,
        verbatim: options.Verbatim = False,
        tagged: options.Tagged = False,
        published: options.Published = None,
        metadata: options.Metadata = None,
        models: options.Models = None,
        lexicon: options.Lexicon = None,
        min_confidence: options.MinConfidence = 0.0,
        quiet: options.Quiet = False,
    ) -> None:
        given = Given(sources, tagged, published, metadata, models, lexicon, quiet)
        inputs = given.inputs()
        target = Rows(task.row, task.columns, output, format, force=force, verbatim=verbatim)
        run(given, inputs, target, task.at_least(min_confidence), noun=task.noun)

    call.__doc__ = about
    if task.sure is None:
        _hide(call, "min_confidence")
    return call


def _hide(function: Callable[..., None], name: str) -> None:
    """Leave a parameter, which has a default, out of what the command line takes."""
    signature = inspect.signature(function)
    kept = [parameter for parameter in signature.parameters.values() if parameter.name != name]
    function.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]


def run(
    given: Given,
    inputs: list[reading.Input | Failure | reading.Notice],
    target: Target[_Found],
    find: "Find[_Found]",
    *,
    noun: str,
) -> NoReturn:
    """Read, find, write, say what became of it, and exit.

    Raises:
        OutputError, ModelsError, LexiconError, MetadataError: the run could not begin, or not be ended.
    """
    files = [item for item in inputs if isinstance(item, reading.Input)]
    target.prepare(files, given.files(files))
    outcome = Outcome(noun)
    # how many documents a file of tagged ones holds is not known before it is read
    total = None if given.tagged else sum(isinstance(item, reading.Input | Failure) for item in inputs)
    with warnings.catch_warnings(record=True) as caught, suppress(_NothingReadError):
        with console.progress(total, shown=not given.quiet and not target.is_watched) as show:

            def articles() -> Iterator[Article | Doc]:
                for article in outcome.articles_of(given.read(inputs)):
                    show(outcome.done)
                    yield article

            def done() -> None:
                outcome.article_done()
                show(outcome.done)

            target.write(_found(given, find, articles(), outcome, done))
        target.show()
    outcome.remark(str(warning.message) for warning in caught if issubclass(warning.category, PlainStanzaWarning))
    console.report(outcome, quiet=given.quiet)
    raise typer.Exit(outcome.exit_code)


class _NothingReadError(Exception):
    """No article was read, so nothing is written and no file is replaced."""


def _found(
    given: Given,
    find: "Find[_Found]",
    articles: Iterator[Article | Doc],
    outcome: Outcome,
    done: Callable[[], None],
) -> Iterator[_Found]:
    """What is found; the models are loaded when there is an article, and before anything is written."""
    first = next(articles, None)
    if first is None:
        raise _NothingReadError
    return _ended(outcome.rows_of(find(given.load(), chain([first], articles), done)), outcome)


def _ended(found: Iterator[_Found], outcome: Outcome) -> Iterator[_Found]:
    yield from found
    if not outcome.processed:
        raise _NothingReadError
