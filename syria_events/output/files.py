"""A file that appears whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TextIO

from syria_events.errors import OutputError


@contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[TextIO]:
    """A stream whose text becomes the file when the block ends; if it fails, or a signal ends it, nothing is left.

    Args:
        path: the file; no link.
        force: whether it may replace one that is there, whose mode it then keeps.

    Raises:
        OutputError: without `force` a file appeared meanwhile: it is left alone, and the text is in another.
        OSError: the system refuses.
    """
    mode = _mode(path)
    number, name = tempfile.mkstemp(prefix=".unfinished-", suffix=path.suffix, dir=path.parent)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(PermissionError):  # file systems without modes
            Path(name).chmod(mode)
        if force:
            Path(name).replace(path)
        else:
            _appear(Path(name), path)
    finally:
        Path(name).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The mode of a file that is there, else what the user's mask leaves of a new one's."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


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
