"""What a metadata file says of articles: when and where each was published."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from syria_events.errors import SyriaEventsError
from syria_events.reading.decoding import decode, separator_of
from syria_events.reading.inputs import METADATA, Input, id_of, printable, reason_of
from syria_events.reading.notices import Notice

_COLUMNS = ("doc_id", "published", "outlet", "url")
_BREAK = re.compile(r"\r\n|\r|\n")
_BEFORE_HEADER = re.compile(r"^(?:\s*(?:sep=.?)?[ \t]*(?:\r\n|\r|\n))+", re.I)  # blank lines, and what Excel writes
_HEADER = "the first line must name the columns: doc_id,published,outlet,url"


class MetadataError(SyriaEventsError):
    """A metadata file that was given by name cannot be used."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a row of a metadata file says of an article."""

    published: date | None = None
    outlet: str = ""
    url: str = ""


class Records:
    """The metadata files met so far, each read once, and what was wrong with them.

    Args:
        given: a file the user named, which goes before those beside the articles.

    Raises:
        MetadataError: that file cannot be used.
    """

    def __init__(self, given: Path | None) -> None:
        self._files: dict[Path, dict[str, Record]] = {}
        self._pending: list[Notice] = []
        self._given = given
        self._used = False  # whether the given file had a row for any article
        if given is not None:
            try:
                self._files[given] = self._parse(given)
            except OSError as error:
                raise MetadataError(f"{printable(given)} cannot be read: {reason_of(error)}") from None
            except ValueError as error:
                raise MetadataError(f"{printable(given)} cannot be used: {error}") from None

    def of(self, item: Input) -> Record:
        """What is known of an article: the given file first, then those of the given folder and of its own."""
        path = Path(item.path or "")
        return self._told(item.id, {folder: id_of(path.relative_to(folder).as_posix()) for folder in _folders(item)})

    def of_tagged(self, item: Input, doc_id: str) -> Record:
        """What is known of an article of a file of tagged documents, where it has this id; from the same places."""
        return self._told(doc_id, dict.fromkeys(_folders(item), doc_id))

    def _told(self, doc_id: str, beside: Mapping[Path, str]) -> Record:
        """What the files say of an article: its id in the given one, and in that of each folder."""
        places = [] if self._given is None else [(self._given, doc_id)]
        places += [(folder / METADATA, own) for folder, own in beside.items()]
        records = [record for file, own in places if (record := self._load(file).get(own))]
        self._used = self._used or (self._given is not None and doc_id in self._files[self._given])
        return Record(
            next((record.published for record in records if record.published), None),
            next((record.outlet for record in records if record.outlet), ""),
            next((record.url for record in records if record.url), ""),
        )

    def notices(self) -> Iterator[Notice]:
        """What was found wrong since the last call."""
        pending, self._pending = self._pending, []
        yield from pending

    def unused(self, ids: Iterable[str]) -> Iterator[Notice]:
        """A notice if the given file says nothing of any article that was read."""
        if self._given is not None and not self._used:
            example = next(iter(ids), "a")
            yield Notice(
                printable(self._given), f"no row for any article that was read: a doc_id there would be {example!r}"
            )

    def _load(self, path: Path) -> dict[str, Record]:
        if path not in self._files:
            self._files[path] = {}
            if path.exists() and not path.is_file():
                self._warn(path, "not used: it is no file")
            elif path.is_file():
                try:
                    self._files[path] = self._parse(path)
                except OSError as error:
                    self._warn(path, f"not used: {reason_of(error)}")
                except ValueError as error:
                    self._warn(path, f"not used: {error}")
        return self._files[path]

    def _parse(self, path: Path) -> dict[str, Record]:
        text, remark = decode(path.read_bytes())
        if remark:
            self._warn(path, remark)
        rows = _rows(_BEFORE_HEADER.sub("", text))
        names = [name.strip().lower() for name in next(rows, (0, None))[1] or ()]
        if "doc_id" not in names:
            raise ValueError(_HEADER)
        at = {name: names.index(name) for name in _COLUMNS if name in names}
        records: dict[str, Record] = {}
        left_out: list[str] = []
        undated: list[str] = []
        for line, cells in rows:
            if cells is None:
                left_out.append(f"line {line} cannot be read")
                continue
            told = {name: cells[place].strip() if place < len(cells) else "" for name, place in at.items()}
            doc_id = id_of(told["doc_id"].replace("\\", "/").removeprefix("./"))
            if not doc_id or doc_id in records:
                if any(cells):
                    left_out.append(f"line {line} {'repeats a doc_id' if doc_id else 'has no doc_id'}")
                continue
            written = told.get("published", "")
            try:
                published = parse_date(written) if written else None
            except ValueError:
                published = None
                undated.append(f"line {line}: {written!r}")
            records[doc_id] = Record(published, told.get("outlet", ""), told.get("url", ""))
        if left_out:
            number = len(left_out)
            self._warn(path, f"{number} {'row is' if number == 1 else 'rows are'} left out: {_first(left_out)}")
        if undated:
            self._warn(path, f"no date at {_first(undated)}: write dates as 2016-06-21")
        return records

    def _warn(self, path: Path, message: str) -> None:
        self._pending.append(Notice(printable(path), message))


def _folders(item: Input) -> list[Path]:
    """The folders whose metadata files may have an input: that which was given, and its own."""
    return [] if item.path is None else list(dict.fromkeys([Path(item.root), Path(item.path).parent]))


def parse_date(text: str) -> date:
    """A calendar day written in ISO form, also with slashes or Arabic digits, with or without a time of day.

    Raises:
        ValueError: the text is no such date.
    """
    digits = "".join(str(unicodedata.decimal(char, char)) for char in text.strip())
    return datetime.fromisoformat(re.sub(r"^(\d{4})/(\d\d)/(\d\d)", r"\1-\2-\3", digits)).date()


def _rows(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """The rows of a CSV text, each with the number of its last line; None for one that cannot be read.

    A quotation mark that is never closed would swallow all lines behind it: from there on every line is a row.
    """
    delimiter = separator_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for cells in reader:
            number = reader.line_num
            yield number, cells
    except csv.Error:
        for at, line in enumerate(_BREAK.split(text)[number:], number + 1):
            try:
                yield at, next(csv.reader([line], delimiter=delimiter), [])
            except csv.Error:
                yield at, None


def _first(items: list[str]) -> str:
    return items[0] + (f" and {len(items) - 1} more" if len(items) > 1 else "")
