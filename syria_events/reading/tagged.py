"""Files that `syria-events tag` wrote -> tagged documents, with whatever is wrong with them said once."""

import errno
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import BinaryIO

from syria_events.model import Doc, Failure
from syria_events.reading.inputs import CLASH, Input, find_inputs, reason_of
from syria_events.reading.metadata import Records
from syria_events.reading.notices import Notice
from syria_events.tagging.conllu import ConlluError, read_documents

_BOM = b"\xef\xbb\xbf"


def read_tagged(
    sources: str | Path | Sequence[str | Path],
    *,
    metadata: str | Path | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Doc | Failure | Notice]:
    """Yield every document of CoNLL-U files, as `read` does the articles of text files; no models are needed.

    Args:
        sources: files, folders (searched for `.conllu` files in sorted order, hidden ones skipped), or `-`.
        metadata: a CSV file with doc_id, published, outlet and url, for what the documents themselves do not tell.
        published: the publication date of articles for which neither they nor any metadata give one.
        stdin: what `-` reads, by default standard input.

    Raises:
        MetadataError: the file given as `metadata` cannot be used.

    No error of an input is raised: each becomes a `Failure`, also for one document of several in a file.
    """
    given = [sources] if isinstance(sources, str | Path) or not isinstance(sources, Iterable) else sources
    return read_tagged_inputs(find_inputs(given, tagged=True), metadata=metadata, published=published, stdin=stdin)


def read_tagged_inputs(
    inputs: Iterable[Input | Failure | Notice],
    *,
    metadata: str | Path | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Doc | Failure | Notice]:
    """What `read_tagged` yields, of inputs that `find_inputs` found."""
    records = Records(None if metadata is None else Path(metadata))
    return _read_all(inputs, records, published, stdin)


def _read_all(
    inputs: Iterable[Input | Failure | Notice], records: Records, published: date | None, stdin: BinaryIO | None
) -> Iterator[Doc | Failure | Notice]:
    yield from records.notices()
    ids = _Ids()
    for item in inputs:
        if not isinstance(item, Input):
            yield item
            continue
        for found in _documents(item, stdin):
            if isinstance(found, Failure):
                yield found
                continue
            written = found.article
            doc = ids.told_apart(found, item)
            record = records.of_tagged(item, written.id)
            yield from records.notices()
            if doc.article.id != written.id and not doc.part:
                yield Notice(f"{item.name} ({written.id})", CLASH)
            article = replace(
                doc.article,
                published=written.published or record.published or published,
                outlet=written.outlet or record.outlet,
                url=written.url or record.url,
            )
            yield replace(doc, article=article)
    yield from records.unused(ids.taken)


class _Ids:
    """An id of its own for every article of a run."""

    def __init__(self) -> None:
        self.taken: dict[str, None] = {}
        self._last: tuple[Input, str] | None = None
        self._id = ""

    def told_apart(self, doc: Doc, item: Input) -> Doc:
        """The document, with another id where another article has its own; a part has that of the part before it."""
        own = doc.article.id
        if doc.part and self._last == (item, own):
            return replace(doc, article=replace(doc.article, id=self._id))
        self._last = item, own
        others = (f"{item.id}/{own}{f' ({number})' if number > 1 else ''}" for number in count(1))
        self._id = own if own not in self.taken else next(other for other in others if other not in self.taken)
        self.taken[self._id] = None
        return replace(doc, article=replace(doc.article, id=self._id), part=0)


def _documents(item: Input, stdin: BinaryIO | None) -> Iterator[Doc | Failure]:
    """The documents of an input as they come."""
    empty = True
    try:
        with _open(item, stdin) as stream:
            for found in read_documents(_lines(stream), id=item.id):
                empty = False
                yield found if isinstance(found, Doc) else Failure(item.name, str(found))
    except OSError as error:
        yield Failure(item.name, f"cannot be read: {reason_of(error)}")
    except ConlluError as error:
        yield Failure(item.name, str(error))
    else:
        if empty:
            yield Failure(item.name, "empty, there is no document to read")


def _open(item: Input, stdin: BinaryIO | None) -> AbstractContextManager[BinaryIO]:
    """The bytes of an input.

    Raises:
        OSError: it cannot be read.
    """
    if item.path is not None:
        return Path(item.path).open("rb")
    stream = stdin or (sys.stdin.buffer if sys.stdin is not None else None)
    if stream is None:
        raise OSError(errno.EBADF, "it is closed; give a file or a folder, or pipe the documents in")
    return nullcontext(stream)


def _lines(stream: BinaryIO) -> Iterator[str]:
    """The lines of a stream.

    Raises:
        ConlluError: they are not UTF-8.
    """
    for number, line in enumerate(stream, 1):
        try:
            yield (line.removeprefix(_BOM) if number == 1 else line).decode("utf-8")
        except UnicodeDecodeError:
            raise ConlluError(number, "not UTF-8; give a file that `syria-events tag` wrote") from None
