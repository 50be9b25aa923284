"""A file that appears whole or not at all."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TextIO

from syria_events.errors import OutputError

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[TextIO]:
    """A stream whose text becomes the file when the block ends; if it fails, or a signal ends it, nothing is left.

    Args:
        path: the file; no link.
        force: whether it may replace one that is there, whose owner and mode it then keeps.

    Raises:
        OutputError: without `force` a file appeared meanwhile: it is left alone, and the text is in another.
        OSError: the system refuses.
    """
    old = path.stat() if path.exists() else None
    unfinished = path.with_name(f".unfinished-{secrets.token_hex(8)}{path.suffix}")
    number = os.open(unfinished, _NEW, 0o666 if old is None else 0o600)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if old is not None:
            with suppress(OSError, AttributeError):  # file systems and systems without owners and modes
                os.chown(unfinished, old.st_uid, old.st_gid)
            with suppress(PermissionError):
                unfinished.chmod(stat.S_IMODE(old.st_mode))
        if force:
            unfinished.replace(path)
        else:
            _appear(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _appear(unfinished: Path, path: Path) -> None:
    """Give a finished file its name, or the next free one where somebody else was quicker."""
    if _named(unfinished, path):
        return
    other = next(free for number in count(2) if _named(unfinished, free := path.with_stem(f"{path.stem}-{number}")))
    raise OutputError(f"{path} appeared meanwhile and was left alone: the rows are in {other}")


def _named(unfinished: Path, path: Path) -> bool:
    """Give a file a name that is free; False where it is taken."""
    try:
        try:
            os.link(unfinished, path)  # unlike a renaming it never replaces
        except FileExistsError:
            raise
        except OSError:  # a file system without links: the name is taken first
            os.close(os.open(path, os.O_CREAT | os.O_EXCL))
            unfinished.replace(path)
    except FileExistsError:
        return False
    return True
