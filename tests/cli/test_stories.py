import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from syria_events.cli.app import app
from syria_events.model import Event, Named
from syria_events.output import writing
from syria_events.output.loading import load
from syria_events.output.table import COLUMNS, ENTITY_COLUMNS, STORY_COLUMNS, Row, entity_row, row


def run(*args: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["stories", *map(str, args)], input=given)


@pytest.fixture
def rows(make_event: Callable[..., Event]) -> list[Row]:
    return [row(make_event(doc_id=doc, lat=None, lon=None)) for doc in "ab"]


def saved(rows: list[Row], path: Path) -> Path:
    writing.save(rows, path, format=writing.format_of(path))
    return path


@pytest.mark.parametrize("suffix", ["csv", "json", "jsonl"])
@pytest.mark.parametrize("out", ["csv", "json", "jsonl"])
def test_rows_come_back_with_their_stories(tmp_path: Path, rows: list[Row], suffix: str, out: str) -> None:
    source, target = saved(rows, tmp_path / f"rows.{suffix}"), tmp_path / f"stories.{out}"
    result = run(source, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (
        result.stderr
        == "2 rows, 1 stories, 1 of them told by several articles; 0 rows contradicted, 0 plans carried out\n"
    )
    found, _ = load(target)
    assert len({made["story_id"] for made in found}) == 1
    for before, after in zip(rows, found, strict=True):
        for column in COLUMNS:
            if column.name != "story_id":
                wanted = before[column.name]
                text = "" if wanted is None else str(wanted)
                assert after[column.name] == (text if out == "csv" else wanted), column.name


def test_csv_keeps_columns_that_somebody_added(tmp_path: Path) -> None:
    (source := tmp_path / "rows.csv").write_text(
        "mine,doc_id,actor,cameo,target,status\n1,a,كيري,042,لافروف,actual\n", encoding="utf-8"
    )
    result = run(source)
    (found,) = csv.DictReader(result.stdout.splitlines())
    assert list(found) == [*(column.name for column in STORY_COLUMNS), "mine"]
    assert (found["mine"], found["cameo"], found["place"]) == ("1", "042", "")


def test_json_keeps_what_csv_lacks(tmp_path: Path, rows: list[Row]) -> None:
    result = run(saved(rows, tmp_path / "rows.jsonl"), "-f", "jsonl")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [made["rules"] for made in found] == [made["rules"] for made in rows]
    assert list(found[0])[:3] == ["event_id", "story_id", "story_note"]


def test_files_are_one_corpus(tmp_path: Path, rows: list[Row]) -> None:
    one, other = (saved([made], tmp_path / f"{number}.jsonl") for number, made in enumerate(rows))
    first = [json.loads(line) for line in run(one, other, "-f", "jsonl").stdout.splitlines()]
    second = [json.loads(line) for line in run(other, one, "-f", "jsonl").stdout.splitlines()]
    assert first == second[::-1] and first[0]["story_id"] == first[1]["story_id"]


def test_standard_input_and_a_pipe(tmp_path: Path, rows: list[Row]) -> None:
    source = saved(rows, tmp_path / "rows.csv")
    result = run("-", "-q", given=source.read_bytes())
    assert result.exit_code == 0 and not result.stderr
    assert result.stdout == run(source, "-q").stdout and result.stdout.startswith(
        "event_id,story_id,story_note,doc_id,"
    )


def test_a_table(tmp_path: Path, rows: list[Row]) -> None:
    result = run(saved(rows, tmp_path / "rows.csv"), "-f", "table", "-q")
    assert result.exit_code == 0 and "جون كيري" in result.stdout


@pytest.mark.parametrize("suffix", ["csv", "json", "jsonl"])
def test_no_rows_are_no_stories(tmp_path: Path, suffix: str) -> None:
    result = run(saved([], tmp_path / f"rows.{suffix}"), "-o", tmp_path / "out.csv")
    assert result.exit_code == 0 and result.stderr.startswith("0 rows, 0 stories")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").count("\n") == 1


# what is refused


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\x00\x01", b"{]", b"[1]"])
def test_a_file_without_rows_of_ours_is_one_line(tmp_path: Path, rows: list[Row], content: bytes) -> None:
    (path := tmp_path / "bad.csv").write_bytes(content)
    result = run(saved(rows, tmp_path / "rows.csv"), path, "-o", tmp_path / "out.csv")
    assert (result.exit_code, result.stdout) == (1, "") and not (tmp_path / "out.csv").exists()
    assert result.stderr.startswith(f"Error: {path} is no rows file") and result.stderr.count("\n") == 1


def test_rows_of_another_command_are_refused(tmp_path: Path, make_named: Callable[..., Named]) -> None:
    path = tmp_path / "entities.csv"
    writing.save([entity_row(make_named())], path, format="csv", columns=ENTITY_COLUMNS)
    result = run(path)
    assert result.exit_code == 1 and "no rows of events" in result.stderr and result.stderr.count("\n") == 1


def test_a_cell_that_is_no_day_is_one_line(tmp_path: Path, rows: list[Row]) -> None:
    result = run(saved([rows[0], rows[1] | {"event_date": "x"}], tmp_path / "rows.csv"))
    assert result.exit_code == 1 and "row 2: event_date 'x' is no day" in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_file_is_overwritten(tmp_path: Path, rows: list[Row]) -> None:
    source, other = saved(rows, tmp_path / "rows.csv"), saved(rows, tmp_path / "there.csv")
    assert run(source, "-o", other).exit_code == 1
    assert run(source, "-o", other, "--force").exit_code == 0
    result = run(source, "-o", source, "--force")
    assert result.exit_code == 1 and "one of the files to be read" in result.stderr


def test_no_rows_file_is_misuse() -> None:
    result = run()
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
