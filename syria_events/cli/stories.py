"""`syria-events stories`: rows of a whole corpus in, the same rows with their stories out."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from syria_events.cli import console, options
from syria_events.cli.targets import Rows
from syria_events.output import loading
from syria_events.output.table import COLUMNS, STORY_COLUMNS, Column, Columns, Row
from syria_events.reading import STDIN

_JSON = ("json", "jsonl")
_ONLY_JSON = "rules"  # what JSON has beyond the columns


def stories(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="ROWS", help="Files that extract wrote: CSV, JSON or JSON Lines; - for stdin."),
    ],
    *,
    output: options.Output = None,
    format: options.Format = None,
    force: options.Force = False,
    verbatim: options.Verbatim = False,
    min_confidence: options.MinConfidence = 0.0,
    quiet: options.Quiet = False,
) -> None:
    """Bring together the rows of a whole corpus that tell one event in different articles.

    All rows are written, in their order and unchanged but for story_id, which is the same for the rows of one event,
    and story_note: 'contradicted' where one article tells what another denies, 'carried out' of a plan that another
    article tells done.

    Exit code: 0 the rows are written, 1 a file holds no rows of events or the output could not be written, 2 usage.

    \b
    Examples:
      syria-events stories events.csv -o stories.csv
      syria-events stories 2016.jsonl 2017.jsonl -o stories.jsonl
    """
    target = _target(output, format, STORY_COLUMNS, force=force, verbatim=verbatim)
    target.prepare([], [file for file in files if str(file) != STDIN])
    rows = loading.as_sure([row for file in files for row in _rows_of(file)], min_confidence)
    from syria_events.stories import group_stories

    grouped = group_stories(rows)
    columns = COLUMNS if target.format == "table" else (*STORY_COLUMNS, *_others(grouped))
    target = _target(output, format, columns, force=force, verbatim=verbatim)
    target.write(iter([_typed(row) if target.format in _JSON else _whole(row, columns) for row in grouped]))
    target.show()
    if not quiet:
        console.say(_summary(grouped))


def _target(output: Path | None, format: options.Format, columns: Columns, *, force: bool, verbatim: bool) -> Rows[Row]:
    return Rows(dict, columns, output, format, force=force, verbatim=verbatim)


def _rows_of(file: Path) -> list[Row]:
    """The rows of a file.

    Raises:
        RowsError: it cannot be read, or holds other rows than those of events.
    """
    rows, columns = loading.load(file)
    if columns is not COLUMNS:
        raise loading.RowsError(f"{file} has no rows of events; give a file that `syria-events extract -o` wrote")
    return rows


def _others(rows: list[Row]) -> Iterator[Column]:
    """The columns that somebody added, in the order in which they come."""
    ours = {column.name for column in STORY_COLUMNS} | {_ONLY_JSON}
    for name in dict.fromkeys(name for row in rows for name in row if name not in ours):
        yield Column(name, "")


def _whole(row: Row, columns: Columns) -> Row:
    """A row with every column, empty where the row lacks it."""
    return {column.name: row.get(column.name, "") for column in columns}


def _typed(row: Row) -> Row:
    """A row with numbers as numbers, as JSON has them, also where it comes from CSV."""
    numbers = {column.name for column in COLUMNS if column.number}
    return {name: _number(cell) if name in numbers and isinstance(cell, str) else cell for name, cell in row.items()}


def _number(cell: str) -> object:
    for kind in (int, float):
        with suppress(ValueError):
            return kind(cell)
    return cell or None


def _summary(rows: list[Row]) -> str:
    articles: dict[object, set[object]] = {}
    for row in rows:
        articles.setdefault(row["story_id"], set()).add(row["doc_id"])
    several = sum(len(docs) > 1 for docs in articles.values())
    notes = [row["story_note"] for row in rows]
    return (
        f"{len(rows)} rows, {len(articles)} stories, {several} of them told by several articles; "
        f"{notes.count('contradicted')} rows contradicted, {notes.count('carried out')} plans carried out"
    )
