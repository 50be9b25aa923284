"""Tagged documents -> CoNLL-U, as they come: one stream, or a file for every article."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TextIO

from syria_events.errors import OutputError
from syria_events.model import Doc
from syria_events.output import writing
from syria_events.tagging.conllu import write_conllu

SUFFIX = ".conllu"


def check(path: Path, *, force: bool) -> None:
    """Refuse a file that cannot be written, or that would not be read back, before any work is done.

    Raises:
        OutputError: as `writing.check` does, or it has another suffix.
    """
    if path.suffix.lower() != SUFFIX:
        raise OutputError(f"{path}: name the file {SUFFIX}, or a folder with / at its end")
    writing.check(path, force=force)


def write(docs: Iterable[Doc], stream: TextIO) -> None:
    """Write documents to an open text stream as they come; the stream must not translate newlines."""
    before: Doc | None = None
    for doc in docs:
        goes_on = doc.part > 0 and before is not None and before.article == doc.article
        stream.write(write_conllu(doc, goes_on=goes_on))
        stream.flush()
        before = doc


def save(docs: Iterable[Doc], path: Path, *, force: bool = False) -> None:
    """Write documents to a file that appears, or with `force` is replaced, only when all are written.

    Raises:
        OutputError: the file cannot be written.
    """
    writing.fill(path, lambda stream: write(docs, stream), force=force)


def path_of(id: str, folder: Path) -> Path:
    """The file of a folder that an article is written to."""
    return folder / f"{id}{SUFFIX}"


def save_each(docs: Iterable[Doc], folder: Path, *, force: bool = False) -> None:
    """Write every article to a file of its own, which is named after its id; folders are made.

    Raises:
        OutputError: a file cannot be written; those before it stay.
    """
    for name, parts in groupby(docs, key=lambda doc: doc.article.id):
        path = path_of(name, folder)
        make_folder(path.parent)
        save(parts, path, force=force)


def make_folder(folder: Path) -> None:
    """Make a folder, if it is not there.

    Raises:
        OutputError: the system refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made: {error.strerror or error}; choose another place") from error
