"""Where model folders are, and whether they are what they should be."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from syria_events.errors import ModelsError

EMBEDDED = Path(__file__).parent / "embedded"
CHECKSUMS = "SHA256SUMS"
_CHECKSUM = re.compile(r"([0-9a-f]{64})  ((?!/|.*\.\.)[^\0]+)")  # of a file in the folder
NAMES = ("embedded", "official")
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
_REPAIR = {"embedded": "install syria-events again", "official": "run 'syria-events models download'"}


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a file of a model folder should be: its name in the folder, the algorithm and the hexadecimal digest."""

    name: str
    algorithm: str
    digest: str


def find_models(models: str | None = None) -> Path:
    """The folder of `embedded` (the default), of `official` or of a path, verified where checksums came with it.

    Raises:
        ModelsError: the folder is no Stanza model folder, or a file of it is missing or changed.
    """
    folder = folder_of(models)
    if not (folder / "resources.json").is_file():
        if models == "official":
            raise ModelsError(f"the official models are not in {folder}: {_REPAIR['official']}")
        raise ModelsError(f"{folder} holds no resources.json: give a Stanza model folder, or leave out --models")
    if models == "official" or (folder / CHECKSUMS).is_file():
        verify(folder)
    return folder


def folder_of(models: str | None = None) -> Path:
    """Where the models of a name or path are, whether they are there or not."""
    if models in (None, "", "embedded"):
        return EMBEDDED
    if models == "official":
        from syria_events.tagging.official import folder  # loads Stanza, which knows

        return folder()
    return Path(models)


def checksums(folder: Path) -> Iterator[Checksum]:
    """What the files of a folder should be: by SHA256SUMS, else by the MD5 sums in Stanza's resources.json.

    Raises:
        ModelsError: resources.json is missing, damaged, or has no Arabic models.
    """
    sums = folder / CHECKSUMS
    if sums.is_file():
        try:
            lines = sums.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError) as problem:
            raise ModelsError(f"{sums} cannot be read ({problem}): {repair(folder)}") from None
        for line in lines:
            if (match := _CHECKSUM.fullmatch(line)) is None:
                raise ModelsError(f"{sums} is damaged: {line[:60]!r} is no checksum: {repair(folder)}")
            yield Checksum(match[2], "sha256", match[1])
        return
    try:
        arabic = json.loads((folder / "resources.json").read_text(encoding="utf-8"))["ar"]
        packages = arabic["packages"]["default"]
        wanted = {(name, packages[name]) for name in PROCESSORS}
        for name, package in list(wanted):
            wanted |= {(d["model"], d["package"]) for d in arabic[name][package].get("dependencies", ())}
        found = [Checksum(f"ar/{n}/{p}.pt", "md5", arabic[n][p].get("md5", "")) for n, p in sorted(wanted)]
    except FileNotFoundError:
        raise ModelsError(f"{folder} holds no resources.json: it is no Stanza model folder") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ModelsError(f"{folder / 'resources.json'} is damaged or has no Arabic models ({problem!r})") from None
    yield from found


def verify(folder: Path) -> int:
    """Compare every file of a model folder with its checksum, where one is known.

    Returns:
        The number of files that were compared.

    Raises:
        ModelsError: names the first file that is missing or differs.
    """
    count = 0
    for expected in checksums(folder):
        file = folder / expected.name
        if not file.is_file():
            raise ModelsError(f"model file {file} is missing: {repair(folder)}")
        if not expected.digest:
            continue
        try:
            found = digest(file, expected.algorithm)
        except OSError as problem:
            raise ModelsError(f"model file {file} cannot be read ({problem.strerror}): {repair(folder)}") from None
        if found != expected.digest:
            raise ModelsError(f"model file {file} is damaged (checksum differs): {repair(folder)}")
        count += 1
    return count


def repair(folder: Path) -> str:
    """What to do about a folder with a bad file."""
    name = next((name for name in NAMES if folder == folder_of(name)), "")
    return _REPAIR.get(name, "copy it again from where it came")


def digest(file: Path, algorithm: str = "sha256") -> str:
    """The checksum of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, algorithm).hexdigest()
