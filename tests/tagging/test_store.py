"""Model folders are verified before Stanza sees them; no model is needed here."""

import hashlib
from pathlib import Path

import pytest

from syria_events.errors import ModelsError
from syria_events.tagging import store
from syria_events.tagging.store import CHECKSUMS, digest, find_models, verify

FILES = {"resources.json": b'{"ar": {}}', "ar/pos/compact.pt": b"weights", "ar/lemma/compact.pt": b"more weights"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two models and their checksums."""
    lines = []
    for name, content in FILES.items():
        (file := tmp_path / "models" / name).parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        lines.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    (tmp_path / "models" / CHECKSUMS).write_text("".join(lines), encoding="utf-8")
    return tmp_path / "models"


def test_a_whole_folder(folder: Path) -> None:
    assert find_models(str(folder)) == folder


@pytest.mark.parametrize("models", [None, "", "embedded"])
def test_embedded_is_the_default(folder: Path, monkeypatch: pytest.MonkeyPatch, models: str | None) -> None:
    monkeypatch.setattr(store, "EMBEDDED", folder)
    assert find_models(models) == folder


def test_a_folder_of_stanza_has_no_checksums(folder: Path) -> None:
    (folder / CHECKSUMS).unlink()
    (folder / "ar/pos/compact.pt").write_bytes(b"other")
    assert find_models(str(folder)) == folder


@pytest.mark.parametrize("name", ["ar/pos/compact.pt", "ar/lemma/compact.pt"])
def test_a_missing_file_is_named_with_what_to_do(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelsError) as caught:
        find_models(str(folder))
    assert str(folder / name) in str(caught.value) and "missing" in str(caught.value)
    assert "copy it again" in str(caught.value)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("at", [0, -1])
def test_one_changed_byte_is_seen(folder: Path, name: str, at: int) -> None:
    content = bytearray(FILES[name])
    content[at] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ModelsError) as caught:
        find_models(str(folder))
    assert str(folder / name) in str(caught.value) and "damaged" in str(caught.value)
    assert "copy it again" in str(caught.value)


def test_the_embedded_ones_are_installed_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "EMBEDDED", folder)
    (folder / "ar/pos/compact.pt").unlink()
    with pytest.raises(ModelsError, match="install syria-events again"):
        find_models()


def test_a_file_cut_short_is_seen(folder: Path) -> None:
    (folder / "ar/pos/compact.pt").write_bytes(b"")
    with pytest.raises(ModelsError, match="damaged"):
        verify(folder)


@pytest.mark.parametrize("kind", ["gone", "empty", "file"])
def test_no_model_folder_says_what_to_give(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "empty":
        path.mkdir()
    elif kind == "file":
        path.write_bytes(b"")
    with pytest.raises(ModelsError) as caught:
        find_models(str(path))
    message = str(caught.value)
    assert str(path) in message and "resources.json" in message
    assert "give a Stanza model folder, or leave out --models" in message and "\n" not in message


def test_digest(tmp_path: Path) -> None:
    (file := tmp_path / "a").write_bytes(b"")
    assert digest(file) == hashlib.sha256(b"").hexdigest()


@pytest.mark.parametrize(
    "line", ["garbage", "", "00  ../../etc/passwd", f"{'0' * 64}  ../x", f"{'0' * 64}  /etc/passwd"]
)
def test_a_line_that_is_no_checksum_of_a_file_in_the_folder(folder: Path, line: str) -> None:
    (folder / CHECKSUMS).write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ModelsError, match=r"SHA256SUMS is damaged: .* is no checksum"):
        verify(folder)
