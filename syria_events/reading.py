"""Files, folders and standard input -> articles, with whatever is wrong with them said once.

An article's text is its decoded file without the byte-order mark, newlines untouched, so that every
offset the program prints counts code points of what the user has.
"""

import codecs
import csv
import io
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from syria_events.model import Article, Failure

STDIN = "-"
METADATA = "metadata.csv"
LITTLE_ARABIC = "hardly any Arabic"

# Letters of the Arabic blocks and of the two blocks of presentation forms old files are written in.
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
# What text does not hold: control characters other than white space, and replacements for broken bytes.
_JUNK = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_LEGACY = {"cp1256": "Windows-1256", "iso8859_6": "ISO-8859-6", "utf_16_le": "UTF-16", "utf_16_be": "UTF-16"}
_BINARY = "not text; save it as a UTF-8 text file first"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about an input that was read all the same, in one line."""

    source: str
    message: str


def read(
    sources: Sequence[str | Path],
    *,
    metadata: Path | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure | Notice]:
    """Yield an article or a failure for every input, in a stable order, notices before what they concern.

    Args:
        sources: text files, folders (searched for `.txt` files in sorted order, hidden ones skipped), or `-`.
        metadata: a CSV file with doc_id, published and outlet; it goes before the `metadata.csv` beside the articles.
        published: the publication date of articles for which no metadata gives one.
        stdin: what `-` reads, by default standard input.

    No error of an input is raised: each becomes a `Failure`.
    """
    records = _Records(metadata)
    yield from records.notices()
    seen: dict[str, _Input] = {}
    for item in _inputs(sources):
        if isinstance(item, Failure):
            yield item
            continue
        twin = seen.setdefault(item.id, item)
        if twin is not item:
            if twin.path == item.path:
                yield Notice(item.name, "given twice, read once")
                continue
            yield Notice(item.name, f"same id as {twin.name}: give the folder above both to tell them apart")
        yield from _read_one(item, records=records, published=published, stdin=stdin)
        yield from records.notices()
    yield from records.unused(seen)


def count(sources: Sequence[str | Path]) -> int:
    """How many inputs `read` will yield an article or a failure for; looks at folders but opens no file."""
    return sum(1 for _ in _inputs(sources))


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file's bytes, and a remark where the encoding was not plain UTF-8 (otherwise empty).

    Raises:
        ValueError: the bytes are not text; the message says what to do.
    """
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            try:
                return _checked(data.decode(codec)), f"read as {name}, not UTF-8"
            except UnicodeDecodeError:
                raise ValueError(_BINARY) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_damaged(data) or _decode_legacy(data)
    return (_checked(text), "") if "\0" not in text else _decode_legacy(data)


def parse_date(text: str) -> date:
    """A calendar day written in ISO form, with or without a time of day.

    Raises:
        ValueError: the text is no such date.
    """
    return datetime.fromisoformat(text.strip()).date()


@dataclass(frozen=True, slots=True)
class _Input:
    """A file to read: `path` is None for standard input, `root` the folder it was found under."""

    id: str
    name: str
    path: Path | None = None
    root: Path | None = None


@dataclass(frozen=True, slots=True)
class _Record:
    """What a row of a metadata file says of an article."""

    published: date | None
    outlet: str


def _inputs(sources: Iterable[str | Path]) -> Iterator[_Input | Failure]:
    for source in sources:
        name = _printable(source)
        if str(source) == STDIN:
            yield _Input("stdin", "standard input")
            continue
        path = Path(source)
        try:
            folder, there = path.is_dir(), path.exists()
        except (OSError, ValueError) as error:
            yield Failure(name, f"cannot be read: {_reason(error)}")
            continue
        if folder:
            yield from _walk(path)
        elif not there:
            yield Failure(name, "no such file or folder; check the spelling, or give a folder to read all of it")
        elif path.suffix.lower() not in ("", ".txt"):
            yield Failure(name, f"{path.suffix} files are not read; save the article as a UTF-8 .txt file")
        else:
            yield _Input(_id(path.name), name, path)


def _walk(folder: Path) -> Iterator[_Input | Failure]:
    broken: list[OSError] = []
    found = False
    for parent, folders, names in os.walk(folder, onerror=broken.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith(".") or not name.lower().endswith(".txt"):
                continue
            found = True
            path = Path(parent, name)
            yield _Input(_id(path.relative_to(folder).as_posix()), _printable(path), path, folder)
    for error in broken:
        yield Failure(_printable(error.filename), f"cannot be read: {_reason(error)}")
    if not found and not broken:
        yield Failure(
            _printable(folder), "no .txt file in this folder; give a folder with articles, or the files themselves"
        )


def _read_one(
    item: _Input, *, records: "_Records", published: date | None, stdin: BinaryIO | None
) -> Iterator[Article | Failure | Notice]:
    try:
        data = (stdin or sys.stdin.buffer).read() if item.path is None else item.path.read_bytes()
        text, remark = decode(data)
    except (OSError, ValueError) as error:
        yield Failure(item.name, f"cannot be read: {_reason(error)}" if isinstance(error, OSError) else str(error))
        return
    if not text.strip():
        yield Failure(item.name, "empty, there is no text to read")
        return
    record = records.of(item)
    yield from records.notices()
    if remark:
        yield Notice(item.name, remark)
    if len(_ARABIC.findall(text)) * 5 < len(_LETTER.findall(text)) or not _ARABIC.search(text):
        yield Notice(item.name, LITTLE_ARABIC)
    yield Article(item.id, text, record.published or published, record.outlet)


def _decode_damaged(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few broken bytes, as a download cut short leaves it; None for any other encoding."""
    text = data.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    if "\0" in text or whole < 10 * broken:
        return None
    return _checked(text), "damaged UTF-8, broken bytes read as \ufffd"


def _decode_legacy(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # slow to import and seldom needed

    wide = "\0" in data.decode("latin-1")
    codecs_ = [codec for codec in _LEGACY if not wide or codec.startswith("utf_16")]
    match = from_bytes(data, cp_isolation=codecs_).best()
    if match is None:
        raise ValueError(_BINARY if wide else "in no encoding known for Arabic; save it as UTF-8")
    # decoded again because charset-normalizer's own text may lack a mark or a broken end
    return _checked(data.decode(match.encoding)), f"read as {_LEGACY[match.encoding]}, not UTF-8"


def _checked(text: str) -> str:
    """The same text, if it is text: a twentieth of control characters is no article."""
    if "\0" in text or len(_JUNK.findall(text)) * 20 > len(text):
        raise ValueError(_BINARY)
    return text


class _Records:
    """The metadata files met so far, each read once, and what was wrong with them."""

    def __init__(self, given: Path | None) -> None:
        self._files: dict[Path, dict[str, _Record]] = {}
        self._pending: list[Notice] = []
        self._given = given
        if given is not None:
            self._load(given)

    def of(self, item: _Input) -> _Record:
        """What is known of an article: the given file first, then those of the given folder and of its own."""
        places = [] if self._given is None else [(self._given, item.id)]
        if item.path is not None:
            folders = dict.fromkeys([item.root or item.path.parent, item.path.parent])
            places += [(folder / METADATA, _id(item.path.relative_to(folder).as_posix())) for folder in folders]
        records = [record for file, doc_id in places if (record := self._load(file).get(doc_id))]
        return _Record(
            next((record.published for record in records if record.published), None),
            next((record.outlet for record in records if record.outlet), ""),
        )

    def notices(self) -> Iterator[Notice]:
        """What was found wrong since the last call."""
        pending, self._pending = self._pending, []
        yield from pending

    def unused(self, ids: Iterable[str]) -> Iterator[Notice]:
        """A notice if the given file says nothing of any article that was read."""
        if self._given is not None and (known := self._files[self._given]) and known.keys().isdisjoint(ids):
            example = next(iter(ids), "a")
            yield Notice(
                _printable(self._given), f"no row for any article that was read: a doc_id there would be {example!r}"
            )

    def _load(self, path: Path) -> dict[str, _Record]:
        if path not in self._files:
            self._files[path] = {}
            if path == self._given or path.is_file():
                try:
                    self._files[path] = self._parse(path)
                except (OSError, ValueError, csv.Error) as error:
                    reason = _reason(error) if isinstance(error, OSError) else str(error)
                    self._warn(path, f"not used: {reason}")
        return self._files[path]

    def _parse(self, path: Path) -> dict[str, _Record]:
        text, remark = decode(path.read_bytes())
        if remark:
            self._warn(path, remark)
        header = text.partition("\n")[0]
        # a spreadsheet program in an Arabic or European locale saves CSV with other separators
        delimiter = next((mark for mark in ";\t" if mark in header and "," not in header), ",")
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        if "doc_id" not in (rows.fieldnames or ()):
            raise ValueError("the first line must name the columns: doc_id,published,outlet")
        records: dict[str, _Record] = {}
        undated: list[str] = []
        for row in rows:
            doc_id = _id((row["doc_id"] or "").strip().replace("\\", "/").removeprefix("./"))
            written = (row.get("published") or "").strip()
            try:
                published = parse_date(written) if written else None
            except ValueError:
                published = None
                undated.append(f"line {rows.line_num}: {written!r}")
            if not doc_id:
                self._warn(path, f"line {rows.line_num} has no doc_id and is left out")
            elif doc_id in records:
                self._warn(path, f"line {rows.line_num} repeats the doc_id {doc_id!r} and is left out")
            else:
                records[doc_id] = _Record(published, (row.get("outlet") or "").strip())
        if undated:
            more = f" and {len(undated) - 1} more" if len(undated) > 1 else ""
            self._warn(path, f"no date at {undated[0]}{more}: write dates as 2016-06-21")
        return records

    def _warn(self, path: Path, message: str) -> None:
        self._pending.append(Notice(_printable(path), message))


def _id(name: str) -> str:
    """An article's id: the path without suffix, composed, for file systems that take Arabic letters apart."""
    return unicodedata.normalize("NFC", _printable(re.sub(r"(?i)\.txt$", "", name)))


def _printable(path: str | Path) -> str:
    """A path as text that can be written, whatever bytes its file name holds."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
