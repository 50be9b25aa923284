"""Files, folders and standard input -> articles, with whatever is wrong with them said once.

An article's text is its decoded file without the byte-order mark, newlines untouched, so that every offset the program
prints counts code points of what the user has.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from syria_events.model import Article, Failure
from syria_events.plaintext import plain_text
from syria_events.reading.decoding import MARKUP, decode, markup_of, separator_of
from syria_events.reading.inputs import METADATA, STDIN, Input, find_inputs, reason_of
from syria_events.reading.metadata import MetadataError, Records, parse_date
from syria_events.reading.notices import LITTLE_ARABIC, SKIPPED, WRAPPED, Notice
from syria_events.reading.tagged import read_tagged, read_tagged_inputs

__all__ = [
    "LITTLE_ARABIC", "METADATA", "SKIPPED", "STDIN", "WRAPPED", "Input", "MetadataError", "Notice", "decode",
    "find_inputs", "parse_date", "read", "read_inputs", "read_tagged",
    "read_tagged_inputs", "separator_of",
]  # fmt: skip

LARGEST = 200_000_000  # bytes of one input: some 15 million words, far more than any article
# Letters of the Arabic blocks and of the two blocks of presentation forms old files are written in.
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


def read(
    sources: str | Path | Sequence[str | Path],
    *,
    metadata: str | Path | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure | Notice]:
    """Yield an article or a failure for every input, in a stable order, notices before what they concern.

    Args:
        sources: text files, folders (searched for `.txt` files in sorted order, hidden ones skipped), or `-`.
        metadata: a CSV file with doc_id, published, outlet and url; it goes before the `metadata.csv` beside the
            articles.
        published: the publication date of articles for which no metadata gives one.
        stdin: what `-` reads, by default standard input.

    Raises:
        MetadataError: the file given as `metadata` cannot be used.

    No error of an input is raised: each becomes a `Failure`.
    """
    given = [sources] if isinstance(sources, str | Path) or not isinstance(sources, Iterable) else sources
    return read_inputs(find_inputs(given), metadata=metadata, published=published, stdin=stdin)


def read_inputs(
    inputs: Iterable[Input | Failure | Notice],
    *,
    metadata: str | Path | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure | Notice]:
    """What `read` yields, of inputs that `find_inputs` found."""
    records = Records(None if metadata is None else Path(metadata))
    return _read_all(inputs, records, published, stdin)


def _read_all(
    inputs: Iterable[Input | Failure | Notice], records: Records, published: date | None, stdin: BinaryIO | None
) -> Iterator[Article | Failure | Notice]:
    yield from records.notices()
    ids = []
    for item in inputs:
        if isinstance(item, Input):
            ids.append(item.id)
            yield from _read_one(item, records, published, stdin)
            yield from records.notices()
        else:
            yield item
    yield from records.unused(ids)


def _read_one(
    item: Input, records: Records, published: date | None, stdin: BinaryIO | None
) -> Iterator[Article | Failure | Notice]:
    try:
        text, remark = decode(_bytes(item, stdin))
    except OSError as error:
        yield Failure(item.name, f"cannot be read: {reason_of(error)}")
        return
    except ValueError as error:
        yield Failure(item.name, str(error))
        return
    if not text.strip():
        yield Failure(item.name, "empty, there is no text to read")
        return
    if markup := markup_of(text):
        yield Failure(item.name, MARKUP.format(markup))
        return
    record = records.of(item)
    yield from records.notices()
    if remark:
        yield Notice(item.name, remark)
    if len(_ARABIC.findall(text)) * 5 < len(_LETTER.findall(text)) or not _ARABIC.search(text):
        yield Notice(item.name, LITTLE_ARABIC)
    if plain_text(text).width:
        yield Notice(item.name, WRAPPED)
    yield Article(item.id, text, record.published or published, record.outlet, record.url)


def _bytes(item: Input, stdin: BinaryIO | None) -> bytes:
    """The bytes of an input.

    Raises:
        OSError: it cannot be read.
        ValueError: it is too large.
    """
    if item.path is None:
        stream = stdin or (sys.stdin.buffer if sys.stdin is not None else None)
        if stream is None:
            raise ValueError("closed; give a file or a folder, or pipe the text in")
        data = stream.read(LARGEST + 1)
    else:
        with Path(item.path).open("rb") as stream:
            data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(f"larger than {LARGEST // 10**6} MB; split it into a file for each article")
    return data
