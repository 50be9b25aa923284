"""Rows files -> rows, whatever of the formats they are in."""

import csv
import io
import json
from pathlib import Path

from syria_events.errors import SyriaEventsError
from syria_events.output.table import COLUMNS, Row
from syria_events.reading import decode

_NEEDED = ("doc_id", "actor", "cameo", "target", "status")


class RowsError(SyriaEventsError):
    """A file does not hold rows of this program."""


def load(path: Path) -> list[Row]:
    """The rows of a CSV, JSON or JSON Lines file, told apart by what is in it; cells of CSV stay text.

    Raises:
        RowsError: the file cannot be read, or holds something else.
    """
    try:
        text = decode(path.read_bytes())[0]
        rows = _parse(text)
    except OSError as error:
        raise RowsError(f"{path} cannot be read: {error.strerror or error}; check the spelling") from error
    except (ValueError, csv.Error) as error:
        raise RowsError(f"{path} is no rows file ({error}); give one that `syria-events extract -o` wrote") from error
    return rows


def _parse(text: str) -> list[Row]:
    if text.lstrip().startswith(("[", "{")):
        rows = _parse_json(text)
    else:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        _check(list(reader.fieldnames or ()))
        rows = [{str(name): cell or "" for name, cell in row.items()} for row in reader]
    return rows


def _parse_json(text: str) -> list[Row]:
    try:
        data = json.loads(text)
        rows = data if isinstance(data, list) else [data]
    except json.JSONDecodeError:
        rows = [json.loads(line) for line in text.split("\n") if line.strip()]
    for row in rows:
        _check(list(row) if isinstance(row, dict) else [])
    return rows


def _check(names: list[str]) -> None:
    missing = [column.name for column in COLUMNS if column.name in _NEEDED and column.name not in names]
    if missing:
        raise ValueError(f"no column {missing[0]}")
