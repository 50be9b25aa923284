"""Rows files -> rows, whatever command wrote them and in whatever format."""

import csv
import io
import json
import sys
from pathlib import Path

from syria_events.errors import SyriaEventsError
from syria_events.output.formulas import unguarded
from syria_events.output.table import COLUMNS, ENTITY_COLUMNS, UNKNOWN_COLUMNS, Columns, Row
from syria_events.reading import STDIN, decode, separator_of

# the columns by which rows of each kind are recognised; others may be missing
_NEEDED: tuple[tuple[Columns, tuple[str, ...]], ...] = (
    (COLUMNS, ("doc_id", "actor", "cameo", "target", "status")),
    (ENTITY_COLUMNS, ("doc_id", "kind", "text", "reason")),
    (UNKNOWN_COLUMNS, ("kind", "text", "count", "entry")),
)


class RowsError(SyriaEventsError):
    """A file does not hold rows of this program."""


def load(path: Path) -> tuple[list[Row], Columns]:
    """The rows of a CSV, JSON or JSON Lines file, told apart by what is in it, and the columns of their kind.

    Cells of CSV stay text; the separator may be a comma, a semicolon or a tab.

    Args:
        path: the file, or `-` for standard input.

    Raises:
        RowsError: the file cannot be read, or holds something else.
    """
    try:
        text = decode(_bytes(path))[0]
        if not text.strip() and (str(path) == STDIN or path.suffix.lower() == ".jsonl"):
            return [], COLUMNS  # JSON Lines without a line
        return _parse(text)
    except OSError as error:
        raise RowsError(f"{path} cannot be read: {error.strerror or error}; check the spelling") from error
    except RecursionError:
        raise RowsError(f"{path} is no rows file (it is nested too deep)") from None
    except (ValueError, csv.Error) as error:
        raise RowsError(f"{path} is no rows file ({error}); give one that `syria-events extract -o` wrote") from error


def as_sure(rows: list[Row], confidence: float) -> list[Row]:
    """The rows of events whose confidence, 0 to 1, is not lower; of 0 all of them.

    Raises:
        RowsError: a row has no number as its confidence.
    """
    try:
        return [row for row in rows if float(str(row["confidence"])) >= confidence] if confidence else rows
    except (KeyError, ValueError):
        raise RowsError("a row has no confidence; give a file that `syria-events extract -o` wrote") from None


def _bytes(path: Path) -> bytes:
    if str(path) != STDIN:
        return path.read_bytes()
    if sys.stdin is None:
        raise RowsError("standard input is closed; name a file")
    return sys.stdin.buffer.read()


def _parse(text: str) -> tuple[list[Row], Columns]:
    if not text.strip():
        raise ValueError("it is empty")
    if text.lstrip().startswith(("[", "{")):
        return _parse_json(text)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    columns = _columns_of(list(reader.fieldnames or ()))
    return [{str(name): unguarded(cell or "") for name, cell in row.items() if name} for row in reader], columns


def _parse_json(text: str) -> tuple[list[Row], Columns]:
    try:
        data = json.loads(text)
        rows = data if isinstance(data, list) else [data]
    except json.JSONDecodeError:
        rows = [json.loads(line) for line in text.split("\n") if line.strip()]
    kinds = [_columns_of(list(row) if isinstance(row, dict) else []) for row in rows]
    return rows, kinds[0] if kinds else COLUMNS


def _columns_of(names: list[str]) -> Columns:
    """The columns of the kind of row that has these.

    Raises:
        ValueError: no kind has them.
    """
    for columns, needed in _NEEDED:
        if set(needed) <= set(names):
            return columns
    closest = min((needed for _, needed in _NEEDED), key=lambda needed: len(set(needed) - set(names)))
    raise ValueError(f"no column {next(name for name in closest if name not in names)}")
