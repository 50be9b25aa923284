"""What is given on the command line -> the inputs to read, each with an id of its own."""

import os
import re
import stat
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from syria_events.model import Failure
from syria_events.reading.notices import FOLDER_LINK, OTHER_SUFFIX, Notice

STDIN = "-"
METADATA = "metadata.csv"
_SUFFIX = re.compile(r"\.(?:txt|conllu)$", re.I)
_TWICE = "given twice, read once"
CLASH = "same id as another input, so more of its path or a number tells them apart"
_DEEPEST = 50  # folders
_SPECIAL = "a pipe or a device, passed over"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What files are looked for, and what to do where there are none."""

    suffix: str
    instead: str

    def refusal(self, suffix: str) -> str:
        """Why a file of another suffix is not read."""
        if suffix.lower() == _TAGGED.suffix:
            return "tagged documents are not read as text; add --tagged"
        if self is _TAGGED:
            return f"{suffix} files hold no tagged documents; leave --tagged out, or give what `syria-events tag` wrote"
        return f"{suffix} files are not read; save the article as a UTF-8 .txt file"


_TEXT = _Kind(".txt", "give a folder with articles, or the files themselves")
_TAGGED = _Kind(".conllu", "give what `syria-events tag` wrote, or leave --tagged out")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, or standard input.

    Args:
        id: what its article is called; no other input of a run has it.
        name: what the user calls it.
        path: where it is; None for standard input.
        root: the folder that was given, or the one a given file is in.
        inside: its path below `root`, without suffix: what a metadata file beside the articles calls it.
    """

    id: str
    name: str
    path: str | None = None
    root: str = ""
    inside: str = ""


def find_inputs(sources: Iterable[str | Path], *, tagged: bool = False) -> list[Input | Failure | Notice]:
    """The inputs behind files, folders and `-`, in order; looks at folders but opens no file.

    Folders are searched for `.txt` files, or for the `.conllu` files of documents that are `tagged`.

    A file that is given twice is one input: under its own name rather than a link's, and with as much of its path as
    any of the given folders tells. Where two would have one id, the given folder's name goes before it, or as much of
    the path as tells them apart.

    Raises:
        TypeError, ValueError: a source is no path.
    """
    found = list(_all_inputs(sources, _TAGGED if tagged else _TEXT))
    ways: defaultdict[str, list[int]] = defaultdict(list)  # places among the inputs that lead to one file
    for place, item in enumerate(found):
        if isinstance(item, Input):
            ways[STDIN if item.path is None else os.path.realpath(item.path)].append(place)
    for places in ways.values():
        best = min(places, key=lambda place: _indirection(found[place]))
        for place in places:
            if place != best:
                found[place] = Notice(found[place].name, _TWICE)  # type: ignore[union-attr]
    told = _told_apart(found)
    # documents that are tagged have ids of their own: that of their file matters to those that have none
    return [item for item in told if not (tagged and isinstance(item, Notice) and item.message == CLASH)]


def _indirection(item: Input | Failure | Notice) -> tuple[bool, int]:
    """How little a path says about its file: a link says least, then the path that names the fewest folders."""
    assert isinstance(item, Input)
    return item.path is not None and Path(item.path).is_symlink(), -item.inside.count("/")


def printable(path: str | Path) -> str:
    """A path as text that can be written, whatever bytes its file name holds."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def id_of(name: str) -> str:
    """An article's id: the path without suffix, composed, for file systems that take Arabic letters apart."""
    return unicodedata.normalize("NFC", printable(_SUFFIX.sub("", name)))


def reason_of(error: OSError) -> str:
    """Why the system refused, in its words."""
    return error.strerror or str(error)


def _all_inputs(sources: Iterable[str | Path], kind: "_Kind") -> Iterator[Input | Failure | Notice]:
    for source in sources:
        if not isinstance(source, str | os.PathLike):
            raise TypeError(f"a source is a path or '-', not {source!r:.60} of type {type(source).__name__}")
        if not str(source):
            raise ValueError("'' is no file; give files, folders, or '-' for standard input")
        name = printable(source)
        if str(source) == STDIN:
            yield Input("stdin", "standard input", inside="stdin")
            continue
        path = Path(source)
        try:
            folder, there = path.is_dir(), path.exists()
        except (OSError, ValueError) as error:
            yield Failure(name, f"cannot be read: {reason_of(error) if isinstance(error, OSError) else error}")
            continue
        if folder:
            yield from _walk(path, kind)
        elif not there:
            yield Failure(name, "no such file or folder; check the spelling, or give a folder to read all of it")
        elif path.suffix.lower() not in ("", kind.suffix):
            yield Failure(name, kind.refusal(path.suffix))
        else:
            own = id_of(path.name)
            yield Input(own, name, str(path), str(path.parent), own)


def _walk(folder: Path, kind: "_Kind") -> Iterator[Input | Failure | Notice]:
    broken: list[OSError] = []
    found = False
    for parent, folders, names in os.walk(folder, onerror=broken.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (path := Path(parent, name)).is_symlink():  # not followed, for it may lead in a circle
                yield Notice(printable(path), FOLDER_LINK)
        for name in sorted(name for name in names if not name.startswith(".") and name.lower() != METADATA):
            path = Path(parent, name)
            if not name.lower().endswith(kind.suffix):
                yield Notice(printable(path), OTHER_SUFFIX)
                continue
            if _is_special(path):
                yield Notice(printable(path), _SPECIAL)
                continue
            found = True
            own = id_of(path.relative_to(folder).as_posix())
            yield Input(own, printable(path), str(path), str(folder), own)
    for error in broken:
        yield Failure(printable(error.filename), f"cannot be read: {reason_of(error)}")
    if not found and not broken:
        yield Failure(printable(folder), f"no {kind.suffix} file in this folder; {kind.instead}")


def _is_special(path: Path) -> bool:
    """Whether reading a file might wait for ever; one that is missing is found out when it is read."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _told_apart(items: list[Input | Failure | Notice]) -> Iterator[Input | Failure | Notice]:
    """The items with an id of its own for every input; before each that got another one a notice."""
    groups: defaultdict[str, dict[int, Input]] = defaultdict(dict)  # by id, then by place among the items
    for place, item in enumerate(items):
        if isinstance(item, Input):
            groups[item.id][place] = item
    taken = {shared for shared, group in groups.items() if len(group) == 1}
    ids: dict[int, str] = {}
    for shared, group in groups.items():
        told = _ids(list(group.values()), taken) if len(group) > 1 else [shared]
        taken.update(told)
        ids.update(zip(group, told, strict=True))
    for place, item in enumerate(items):
        if isinstance(item, Input) and ids[place] != item.id:
            yield Notice(item.name, CLASH)
            yield replace(item, id=ids[place])
        else:
            yield item


def _ids(inputs: list[Input], taken: set[str]) -> list[str]:
    """Ids for inputs that share one: by as little more of their paths as tells them apart."""
    for folders in range(1, _DEEPEST):
        for inside in (lambda item: item.inside, _with_suffix):
            ids = ["/".join((*_folders(item)[-folders:], inside(item))) for item in inputs]
            if len(set(ids)) == len(ids) and taken.isdisjoint(ids):
                return ids
    return [f"{item.inside} ({number})" for number, item in enumerate(inputs, 1)]  # file names with unreadable bytes


def _folders(item: Input) -> tuple[str, ...]:
    if item.path is None:
        return ()
    return tuple(printable(part) for part in Path(item.root).resolve().parts if part != os.sep)


def _with_suffix(item: Input) -> str:
    """Its path below the folder as it is, composed: names that look the same are numbered instead."""
    if item.path is None:
        return item.inside
    return unicodedata.normalize("NFC", printable(Path(item.path).relative_to(item.root).as_posix()))
