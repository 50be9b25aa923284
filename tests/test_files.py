"""Files of rows that appear whole or not at all, and cells that no spreadsheet computes."""

import csv
import io
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from syria_events.errors import OutputError
from syria_events.model import Event
from syria_events.output import files, loading, writing
from syria_events.output.formulas import guarded, unguarded
from syria_events.output.table import COLUMNS, UNKNOWN_COLUMNS, Row, row

Rows = list[Row]


@pytest.fixture
def rows(make_event: Callable[..., Event]) -> Rows:
    return [row(make_event())]


def save(rows: Iterator[Row] | Rows, path: Path, *, force: bool = False) -> None:
    writing.save(rows, path, format="csv", force=force)


# files


def test_force_keeps_the_mode(rows: Rows, tmp_path: Path) -> None:
    (path := tmp_path / "rows.csv").write_text("old", encoding="utf-8")
    path.chmod(0o640)
    save(rows, path, force=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640 and path.read_text(encoding="utf-8") != "old"


def test_a_new_file_has_the_mode_the_mask_leaves(rows: Rows, tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        save(rows, path := tmp_path / "rows.csv")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640 and os.umask(0o027) == 0o027
    finally:
        os.umask(mask)


@pytest.mark.parametrize("force", [True, False])
def test_a_read_only_file_is_refused(rows: Rows, tmp_path: Path, force: bool) -> None:
    (path := tmp_path / "rows.csv").write_text("old", encoding="utf-8")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="read-only" if force else "exists"):
        save(rows, path, force=force)
    assert path.read_text(encoding="utf-8") == "old"


def test_the_unfinished_file_is_one_of_its_own_and_nobody_elses(rows: Rows, tmp_path: Path) -> None:
    seen: list[Path] = []

    def looking() -> Iterator[Row]:
        seen.extend(tmp_path.iterdir())
        yield from rows

    save(looking(), tmp_path / "rows.csv")
    save(looking(), tmp_path / "rows.csv", force=True)
    unfinished = {path.name for path in seen} - {"rows.csv"}
    assert len(unfinished) == 2 and all(name.startswith(".unfinished-") for name in unfinished)
    assert list(tmp_path.iterdir()) == [tmp_path / "rows.csv"]


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_file_that_appears_meanwhile_is_left_alone_and_no_row_is_lost(
    rows: Rows, tmp_path: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    if not links:
        monkeypatch.setattr(files.os, "link", refuse)
    path = tmp_path / "rows.csv"

    def racing() -> Iterator[Row]:
        path.write_text("theirs", encoding="utf-8")
        (tmp_path / "rows-2.csv").write_text("theirs too", encoding="utf-8")
        yield from rows

    with pytest.raises(OutputError, match=r"rows\.csv appeared meanwhile .* the rows are in .*rows-3\.csv"):
        save(racing(), path)
    assert path.read_text(encoding="utf-8") == "theirs"
    assert len(loading.load(tmp_path / "rows-3.csv")[0]) == 1
    assert len(list(tmp_path.iterdir())) == 3


def test_of_two_runs_into_one_file_one_wins(rows: Rows, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"

    def second_run() -> Iterator[Row]:
        save(rows, path)
        yield from rows * 2

    with pytest.raises(OutputError, match="appeared meanwhile"):
        save(second_run(), path)
    assert len(loading.load(path)[0]) == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ValueError])
def test_what_fails_leaves_nothing(rows: Rows, tmp_path: Path, error: type[BaseException]) -> None:
    def failing() -> Iterator[Row]:
        yield from rows
        raise error

    with pytest.raises(error):
        save(failing(), tmp_path / "rows.csv")
    assert list(tmp_path.iterdir()) == []


# formulas

FORMULAS = ["\n=1", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-1", '=HYPERLINK("http://x";"y")']
PLAIN = ["", "'", "قال = نعم", " =1", "1-2", "'قال", "`=1"]


def cells(rows: Rows, **options: bool) -> list[dict[str, str]]:
    stream = io.StringIO()
    writing.write(rows, stream, format="csv", **options)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula(make_event: Callable[..., Event], text: str, tmp_path: Path) -> None:
    made = [row(make_event(sentence=text, doc_id=text, lon=-6.15))]
    (cell,) = cells(made)
    assert cell["sentence"] == cell["doc_id"] == f"'{text}" and cell["lon"] == "-6.15"
    assert cells(made, verbatim=True)[0]["sentence"] == text
    writing.save(made, tmp_path / "rows.json", format="json")
    assert loading.load(tmp_path / "rows.json")[0][0]["sentence"] == text
    save(made, tmp_path / "rows.csv")
    assert loading.load(tmp_path / "rows.csv")[0][0]["sentence"] == text, "show takes the apostrophe off again"


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_is_left_alone(make_event: Callable[..., Event], text: str) -> None:
    assert cells([row(make_event(sentence=text))])[0]["sentence"] == text
    assert unguarded(text) == text


@pytest.mark.parametrize("text", ["قال;=1+1", "قال\t=1+1", 'قال "نعم";=1', "سطر\n=1", "سطر\r=1", "أ,ب"])
def test_no_text_is_split_into_a_formula(make_event: Callable[..., Event], text: str) -> None:
    """Where a program takes a semicolon or a tab for the end of a cell, quotation marks hold it together."""
    stream = io.StringIO()
    writing.write([row(make_event(sentence=text))], stream, format="csv")
    assert '"' + text.replace('"', '""') + '"' in stream.getvalue()
    assert cells([row(make_event(sentence=text))])[0]["sentence"] == text


def test_every_text_column_is_guarded() -> None:
    for columns in (COLUMNS, UNKNOWN_COLUMNS):
        (made,) = guarded([{column.name: -1 if column.number else "=1" for column in columns}], columns)
        assert made == {column.name: -1 if column.number else "'=1" for column in columns}
