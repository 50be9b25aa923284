"""`syria-events extract`: articles in, rows out."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from syria_events import reading
from syria_events.cli import console
from syria_events.model import Article
from syria_events.outcome import Outcome
from syria_events.output import listing, writing
from syria_events.output.table import Row, row


def _date(text: str) -> date:
    try:
        return reading.parse_date(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write it as 2016-06-21") from None


def extract(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SRC", show_default=False, help="Text files, folders (searched for .txt files), - for stdin."
        ),
    ] = None,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of to stdout.")
    ] = None,
    format: Annotated[
        writing.Format | None,
        typer.Option(
            "--format",
            "-f",
            show_default=False,
            help="Default: what FILE's suffix says; on stdout a table in a terminal, CSV in a pipe.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite FILE if it exists.")] = False,
    published: Annotated[
        date | None,
        typer.Option(
            "--date",
            parser=_date,
            metavar="YYYY-MM-DD",
            show_default=False,
            help="Publication date of articles for which no metadata gives one.",
        ),
    ] = None,
    metadata: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            envvar="SYRIA_EVENTS_METADATA",
            show_default=False,
            help="CSV with doc_id, published and outlet; metadata.csv beside the articles is read by itself.",
        ),
    ] = None,
    models: Annotated[
        str | None,
        typer.Option(
            metavar="embedded|DIR",
            envvar="SYRIA_EVENTS_MODELS",
            show_default="embedded",
            help="The tagger's models: those in the package, or a folder.",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", envvar="SYRIA_EVENTS_QUIET", help="Say nothing on stderr but errors.")
    ] = False,
) -> None:
    """Write one row for every diplomatic event in Arabic news.

    Exit code: 0 every input was read, 1 none was or the output could not be written, 2 usage,
    3 some inputs could not be read.

    \b
    Examples:
      syria-events extract seeds/ -o events.csv
      syria-events extract seeds/ -f jsonl | head -n 1
      echo "التقى كيري لافروف في جنيف أمس" | syria-events extract - --date 2016-09-10
    """
    if not sources:
        if _stdin_is_a_terminal():
            raise typer.BadParameter("give files, a folder, or - for standard input", param_hint="SRC")
        sources = [reading.STDIN]
    target = None if output is None or str(output) == "-" else output
    chosen = format or _default_format(target)
    if target is not None:
        writing.check(target, force=force)

    outcome = Outcome()
    seen = target is None and sys.stdout.isatty()
    pretty = seen and chosen == "table"
    try:
        # a bar would be drawn into rows that come to the same terminal one by one
        with console.progress(lambda: reading.count(sources), shown=not quiet and (pretty or not seen)) as advance:
            articles = outcome.articles_of(reading.read(sources, metadata=metadata, published=published))
            rows = _rows(articles, outcome=outcome, models=models, advance=advance)
            if target is not None:
                writing.save(rows, target, format=chosen, force=force)
            elif pretty:
                rows = iter(list(rows))
            else:
                writing.write(rows, sys.stdout, format=chosen)
        if pretty:
            listing.print_rows(rows, sys.stdout, fancy=True)
    except _NothingReadError:
        pass
    console.report(outcome, quiet=quiet)
    raise typer.Exit(outcome.exit_code)


class _NothingReadError(Exception):
    """No article was read, so nothing is written and no file is replaced."""


def _rows(
    articles: Iterator[Article], *, outcome: Outcome, models: str | None, advance: Callable[[], None]
) -> Iterator[Row]:
    def moving(first: Article) -> Iterator[Article]:
        for article in chain([first], articles):
            advance()
            yield article

    first = next(articles, None)
    if first is not None:
        from syria_events.pipeline import extract as code  # loads the tagger

        for event in outcome.events_of(code(moving(first), models=models)):
            yield row(event)
    if not outcome.processed:
        raise _NothingReadError


def _default_format(target: Path | None) -> writing.Format:
    if target is not None:
        return writing.format_of(target)
    return "table" if sys.stdout.isatty() else "csv"


def _stdin_is_a_terminal() -> bool:
    return sys.stdin is None or sys.stdin.isatty()
