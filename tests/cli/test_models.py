"""`syria-events models`: what it says of folders, without loading any model."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from syria_events.cli.app import app
from syria_events.tagging import store

RESOURCES = """{"ar": {"packages": {"default": {"tokenize": "a", "mwt": "a", "pos": "a", "lemma": "a", "depparse": "a",
"ner": "a"}}, "tokenize": {"a": {}}, "mwt": {"a": {}}, "pos": {"a": {}}, "lemma": {"a": {}}, "depparse": {"a": {}},
"ner": {"a": {}}}}"""


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(app, ["models", *map(str, args)])


def one_line(result: Result) -> str:
    assert result.exit_code == 1 and result.stdout == "" and result.stderr.count("\n") == 1, result.output
    return result.stderr.removeprefix("Error: ")


def test_the_embedded_models_are_whole() -> None:
    result = run("verify")
    assert result.exit_code == 0 and " files verified in " in result.stderr


def test_a_folder_without_checksums_cannot_be_verified(tmp_path: Path) -> None:
    (tmp_path / "resources.json").write_text(RESOURCES, encoding="utf-8")
    for name in store.PROCESSORS:
        (tmp_path / "ar" / name).mkdir(parents=True)
        (tmp_path / "ar" / name / "a.pt").write_bytes(b"weights")
    assert one_line(run("verify", tmp_path)) == f"{tmp_path} has no checksums to compare its files with\n"
    (tmp_path / "ar" / "pos" / "a.pt").unlink()
    assert "is missing" in one_line(run("verify", tmp_path))


@pytest.mark.parametrize("content", [b"", b"{", b'{"ar": 1}', b"\xff\xfe"], ids=["empty", "cut", "other", "bytes"])
def test_a_damaged_folder_is_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "resources.json").write_bytes(content)
    assert "is damaged or has no Arabic models" in one_line(run("verify", tmp_path))


def test_no_folder_is_one_line(tmp_path: Path) -> None:
    assert "holds no resources.json" in one_line(run("verify", tmp_path / "gone"))


def test_checksums_that_cannot_be_read_are_one_line(tmp_path: Path) -> None:
    (tmp_path / store.CHECKSUMS).write_bytes(b"\xff")
    assert "cannot be read" in one_line(run("verify", tmp_path))
