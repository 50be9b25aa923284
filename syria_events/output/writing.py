"""Rows -> CSV, JSON, JSON Lines and text, as they come: UTF-8, LF, header always, Arabic verbatim."""

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Literal, TextIO

from syria_events.errors import OutputError
from syria_events.output.files import whole_file
from syria_events.output.formulas import guarded
from syria_events.output.listing import print_rows
from syria_events.output.table import COLUMNS, Columns

Format = Literal["csv", "json", "jsonl", "table"]
Rows = Iterable[Mapping[str, object]]
_QUOTED = re.compile(r"[,;\t\"\r\n]")  # a semicolon or a tab separates cells where a program is set so
_WRITABLE = 0o222  # the bits of a mode; root may write without them, and should not


def format_of(path: Path) -> Format:
    """The format a file's suffix stands for.

    Raises:
        OutputError: it stands for none.
    """
    match path.suffix.lower():
        case ".csv":
            return "csv"
        case ".json":
            return "json"
        case ".jsonl":
            return "jsonl"
    raise OutputError(f"{path}: name the file .csv, .json or .jsonl, or choose a format with --format")


def check(path: Path, *, force: bool) -> None:
    """Refuse a target that cannot be written, before any work is done.

    Raises:
        OutputError: the file exists and `force` is not set, it is read-only or a folder, or its folder is missing.
    """
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file in it, such as {path / 'events.csv'}")
    if path.is_file() and not force:
        raise OutputError(f"{path} exists; use --force to overwrite it")
    if path.is_file() and not (path.stat().st_mode & _WRITABLE and os.access(path, os.W_OK)):
        raise OutputError(f"{path} is read-only; make it writable first, or name another file")
    try:
        folder = path.resolve().parent  # of the file a link points to
    except (OSError, RuntimeError):
        raise OutputError(f"{path} is a link that leads nowhere; name another file") from None
    if not folder.is_dir():
        raise OutputError(f"{folder} is no folder; make it first")


def save(
    rows: Rows, path: Path, *, format: Format, columns: Columns = COLUMNS, force: bool = False, verbatim: bool = False
) -> None:
    """Write rows to a file that appears, or with `force` is replaced, only when all are written.

    Raises:
        OutputError: as `check` does, the file appeared meanwhile, or the disk refuses.
    """
    fill(
        path,
        lambda stream: write(rows, stream, format=format, columns=columns, verbatim=verbatim),
        force=force,
    )


def fill(path: Path, writer: Callable[[TextIO], None], *, force: bool) -> None:
    """Let a function write to a file that appears, or with `force` is replaced, only when all is written.

    Raises:
        OutputError: as `save` does.
    """
    check(path, force=force)
    try:
        if path.exists() and not path.is_file():  # a device such as /dev/null is written to, never replaced
            with path.open("w", encoding="utf-8", newline="") as stream:
                writer(stream)
            return
        path = path.resolve()  # the file a link points to is replaced, not the link
        with whole_file(path, force=force) as stream:
            writer(stream)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}; choose another place") from error


def write(rows: Rows, stream: TextIO, *, format: Format, columns: Columns = COLUMNS, verbatim: bool = False) -> None:
    """Write rows to an open text stream as they come; the stream must not translate newlines.

    In CSV, text that begins like a formula gets an apostrophe before it, unless `verbatim`.
    """
    if format == "csv" and not verbatim:
        rows = guarded(rows, columns)
    _WRITERS[format](rows, stream, columns)


def _write_csv(rows: Rows, stream: TextIO, columns: Columns) -> None:
    names = [column.name for column in columns]
    for row in chain([dict(zip(names, names, strict=True))], rows):
        stream.write(",".join(_cell(row[name]) for name in names) + "\n")
        stream.flush()


def _cell(value: object) -> str:
    """A cell, in quotation marks where it holds what some spreadsheet takes for the end of it."""
    text = "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _write_json(rows: Rows, stream: TextIO, _columns: Columns) -> None:
    opening = "[\n "
    for row in rows:
        stream.write(opening + _dump(row, indent=1).replace("\n", "\n "))
        stream.flush()
        opening = ",\n "
    stream.write("[]\n" if opening.startswith("[") else "\n]\n")


def _write_jsonl(rows: Rows, stream: TextIO, _columns: Columns) -> None:
    for row in rows:
        stream.write(_dump(row) + "\n")
        stream.flush()


def _dump(row: Mapping[str, object], *, indent: int | None = None) -> str:
    return json.dumps(row, ensure_ascii=False, indent=indent)


def _write_table(rows: Rows, stream: TextIO, columns: Columns) -> None:
    print_rows(rows, stream, columns=columns)


_WRITERS: dict[Format, Callable[[Rows, TextIO, Columns], None]] = {
    "csv": _write_csv,
    "json": _write_json,
    "jsonl": _write_jsonl,
    "table": _write_table,
}
