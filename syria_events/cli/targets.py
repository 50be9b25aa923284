"""Where what a run finds goes: rows or tagged documents, to standard output or to files."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Generic, Literal, Protocol, TypeVar

from syria_events.cli import console
from syria_events.errors import OutputError
from syria_events.model import Doc
from syria_events.output import documents, listing, writing
from syria_events.output.explanation import Explanation, print_explanations
from syria_events.output.table import Columns, Row
from syria_events.reading import Input

_Found = TypeVar("_Found")
_Found_contra = TypeVar("_Found_contra", contravariant=True)


class Target(Protocol[_Found_contra]):
    """Where what is found goes."""

    @property
    def is_watched(self) -> bool:
        """Whether it comes to a terminal, by itself or through a pager, where a bar would be drawn among it."""

    def prepare(self, inputs: list[Input], read: Iterable[Path]) -> None:
        """Refuse what cannot be written, before any work is done.

        Args:
            inputs: what is read.
            read: the files that are read.

        Raises:
            OutputError: it cannot go there.
        """

    def write(self, found: Iterator[_Found_contra]) -> None:
        """Write what is found as it comes."""

    def show(self) -> None:
        """Show what had to wait until all is there, and the bar gone."""


class Rows(Generic[_Found]):
    """Rows in some format; a table on standard output waits until all are there.

    Raises:
        OutputError: they cannot go there.
    """

    def __init__(
        self,
        row: Callable[[_Found], Row],
        columns: Columns,
        output: Path | None,
        format: writing.Format | None,
        *,
        force: bool,
        verbatim: bool,
    ) -> None:
        self._row, self._columns = row, columns
        self._file = None if output is None or str(output) == "-" else output
        self._force, self._verbatim = force, verbatim
        self._waiting: list[Row] = []
        if self._file is None:
            console.stdout()  # refuse a closed one before any work is done
        terminal = self._file is None and console.is_terminal(sys.stdout)
        self._format: writing.Format
        if format is not None:
            self._format = format
        elif self._file is not None:
            self._format = writing.format_of(self._file)
        else:
            self._format = "table" if terminal else "csv"
        self._is_table = self._file is None and self._format == "table"
        if self._file is not None:
            writing.check(self._file, force=force)

    @property
    def format(self) -> writing.Format:
        """The format that was asked for, else that of the suffix or of the stream."""
        return self._format

    @property
    def is_watched(self) -> bool:
        """As `Target`; a table waits."""
        return not self._is_table and self._file is None and _goes_on()

    def prepare(self, inputs: list[Input], read: Iterable[Path]) -> None:  # noqa: ARG002  every target is told
        """As `Target`."""
        if self._file is not None:
            _spare(self._file, read)

    def write(self, found: Iterator[_Found]) -> None:
        """As `Target`."""
        rows = map(self._row, found)
        if self._is_table:
            self._waiting = list(rows)
        elif self._file is not None:
            writing.save(
                rows, self._file, format=self._format, columns=self._columns, force=self._force,
                verbatim=self._verbatim,
            )  # fmt: skip
        else:
            writing.write(rows, console.stdout(), format=self._format, columns=self._columns, verbatim=self._verbatim)

    def show(self) -> None:
        """As `Target`."""
        if self._is_table:
            listing.print_rows(self._waiting, console.stdout(), width=console.width(), columns=self._columns)


class Explanations:
    """Explanations of sentences on standard output, as an outline or as JSON.

    Raises:
        OutputError: it is closed.
    """

    def __init__(self, format: Literal["text", "json", "jsonl"]) -> None:
        self._format = format
        console.stdout()

    @property
    def is_watched(self) -> bool:
        """As `Target`."""
        return _goes_on()

    def prepare(self, inputs: list[Input], read: Iterable[Path]) -> None:
        """As `Target`."""

    def write(self, found: Iterator[Explanation]) -> None:
        """As `Target`."""
        if self._format == "text":
            print_explanations(found, console.stdout(), width=console.width())
        else:
            writing.write(found, console.stdout(), format=self._format)

    def show(self) -> None:
        """As `Target`."""


class Documents:
    """Tagged documents as one stream, or a file for every article.

    Args:
        output: a file; a folder that is there, or a name with a slash at its end; None or `-` for standard output.
        force: whether files that are there are replaced.

    Raises:
        OutputError: they cannot go there.
    """

    def __init__(self, output: str | None, *, force: bool) -> None:
        self._path = None if output is None or output == "-" else Path(output)
        self._each = self._path is not None and (output or "").endswith(("/", os.sep))
        self._each = self._each or (self._path is not None and self._path.is_dir())
        self._force = force
        if self._path is None:
            console.stdout()  # refuse a closed one before any work is done
        elif not self._each:
            documents.check(self._path, force=force)

    @property
    def is_watched(self) -> bool:
        """As `Target`."""
        return self._path is None and _goes_on()

    def prepare(self, inputs: list[Input], read: Iterable[Path]) -> None:
        """As `Target`."""
        if self._path is None:
            return
        files = [documents.path_of(item.id, self._path) for item in inputs] if self._each else [self._path]
        read = list(read)
        for file in files:
            if self._each:
                documents.make_folder(file.parent)
            documents.check(file, force=self._force)
            _spare(file, read)

    def write(self, found: Iterator[Doc]) -> None:
        """As `Target`."""
        if self._path is None:
            documents.write(found, console.stdout())
        elif self._each:
            documents.save_each(found, self._path, force=self._force)
        else:
            documents.save(found, self._path, force=self._force)

    def show(self) -> None:
        """As `Target`."""


def _goes_on() -> bool:
    return console.is_terminal(sys.stdout) or console.is_pipe(sys.stdout)


def _spare(file: Path, read: Iterable[Path]) -> None:
    """Refuse to write into what is to be read.

    Raises:
        OutputError: the file is one of these.
    """
    if os.path.realpath(file) in {os.path.realpath(path) for path in read}:
        raise OutputError(f"{file} is one of the files to be read; name another one")
