"""Where model folders are, and whether they are what they should be."""

import hashlib
from pathlib import Path

from syria_events.errors import ModelsError

EMBEDDED = Path(__file__).parent / "embedded"
CHECKSUMS = "SHA256SUMS"


def find_models(models: str | None = None) -> Path:
    """The folder of `embedded` (the default) or of a path, verified.

    Raises:
        ModelsError: the folder is no Stanza model folder, or a file of it is missing or changed.
    """
    folder = EMBEDDED if models in (None, "", "embedded") else Path(models)
    if not (folder / "resources.json").is_file():
        raise ModelsError(f"{folder} holds no resources.json: give a Stanza model folder, or leave out --models")
    if (folder / CHECKSUMS).is_file():
        verify(folder)
    return folder


def verify(folder: Path) -> None:
    """Compare every file listed in SHA256SUMS with its checksum.

    Raises:
        ModelsError: names the first file that is missing or differs.
    """
    for line in (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines():
        expected, _, name = line.partition("  ")
        file = folder / name
        if not file.is_file():
            raise ModelsError(f"model file {file} is missing: install syria-events again")
        if digest(file) != expected:
            raise ModelsError(f"model file {file} is damaged (checksum differs): install syria-events again")


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
