import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from syria_events.cli.app import app
from syria_events.model import Event, Named, Unknown
from syria_events.output import writing
from syria_events.output.table import (
    COLUMNS,
    ENTITY_COLUMNS,
    UNKNOWN_COLUMNS,
    Column,
    Columns,
    Row,
    entity_row,
    row,
    unknown_row,
)


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, args)])


@pytest.mark.parametrize("format", ["csv", "json", "jsonl"])
def test_show(tmp_path: Path, make_event: Callable[..., Event], format: writing.Format) -> None:
    path = tmp_path / f"rows.{format}"
    writing.save([row(make_event(place="[/x]"))], path, format=format)
    result = run("show", path)
    assert result.exit_code == 0
    for cell in ("2016-09-09", "actual", "جون كيري", "التقى 040", "سيرغي لافروف", "[/x]", "سانا", "في جنيف أمس."):
        assert cell in result.stdout, cell


def test_rows_that_are_not_sure_are_left_out(tmp_path: Path, make_event: Callable[..., Event]) -> None:
    path = tmp_path / "rows.csv"
    made = [make_event(confidence=0.79, place="باريس"), make_event(confidence=0.8, place="فيينا")]
    writing.save(map(row, made), path, format="csv")
    shown = run("show", path, "--min-confidence", "0.8").stdout
    assert "فيينا" in shown and "باريس" not in shown
    none = run("show", path, "--min-confidence", "0.9")
    assert (none.exit_code, none.stdout) == (0, "") and "none of the 2 rows" in none.stderr


def test_other_rows_have_no_confidence(tmp_path: Path, make_named: Callable[..., Named]) -> None:
    path = tmp_path / "rows.csv"
    writing.save([entity_row(make_named())], path, format="csv", columns=ENTITY_COLUMNS)
    assert run("show", path, "--min-confidence", "0.8").exit_code == 2


def test_no_rows_are_said_clearly(tmp_path: Path) -> None:
    writing.save([], path := tmp_path / "rows.csv", format="csv")
    result = run("show", path)
    assert (result.exit_code, result.stdout) == (0, "") and "has no rows" in result.stderr


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"\x00\x01", b"{]"], ids=["empty", "other", "binary", "broken"]
)
def test_a_file_without_rows_of_ours_is_one_line(tmp_path: Path, content: bytes) -> None:
    (path := tmp_path / "rows.csv").write_bytes(content)
    result = run("show", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {path} is no rows file") and result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["gone.csv", "."], ids=["missing", "folder"])
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, name: str) -> None:
    result = run("show", tmp_path / name)
    assert result.exit_code == 1 and result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1


def test_show_without_a_file_is_misuse() -> None:
    result = run("show")
    assert result.exit_code == 2 and "FILE" in result.stderr and result.stderr.count("\n") == 1


def test_columns() -> None:
    lines = run("columns").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [column.name for column in COLUMNS]
    assert all(line.split(maxsplit=1)[1] for line in lines)


def test_columns_as_markdown() -> None:
    head, rule, *lines = run("columns", "--markdown").stdout.splitlines()
    assert head.count("|") == rule.count("|") == 3
    assert [line.split("`")[1] for line in lines] == [column.name for column in COLUMNS]
    assert all(line.count("|") == 3 for line in lines)


@pytest.mark.parametrize("option, columns", [("--entities", ENTITY_COLUMNS), ("--unknown", UNKNOWN_COLUMNS)])
def test_columns_of_other_commands(option: str, columns: tuple[Column, ...]) -> None:
    lines = run("columns", option).stdout.splitlines()
    assert [line.split()[0] for line in lines] == [column.name for column in columns]
    markdown = run("columns", option, "--markdown").stdout.splitlines()
    assert all(line.count("|") == 3 for line in markdown) and len(markdown) == len(lines) + 2


def test_columns_of_two_commands_at_once_are_refused() -> None:
    result = run("columns", "--entities", "--unknown")
    assert result.exit_code == 2 and "ask for one" in result.stderr


# what every command wrote


@pytest.mark.parametrize("format", ["csv", "json", "jsonl"])
@pytest.mark.parametrize("source", ["file", "stdin"])
def test_show_reads_what_every_command_wrote(
    tmp_path: Path,
    make_event: Callable[..., Event],
    make_named: Callable[..., Named],
    format: writing.Format,
    source: str,
) -> None:
    unknown = Unknown("person", "فلان", "~Fulan", 3, 2, "قال فلان نعم")
    made: list[tuple[Row, Columns, str]] = [
        (row(make_event()), COLUMNS, "التقى 040"),
        (entity_row(make_named()), ENTITY_COLUMNS, "46.2, 6.15"),
        (unknown_row(unknown), UNKNOWN_COLUMNS, "~Fulan"),
    ]
    for cells, columns, seen in made:
        path = tmp_path / f"{len(columns)}.{format}"
        writing.save([cells], path, format=format, columns=columns)
        if source == "file":
            result = run("show", path)
        else:
            result = CliRunner().invoke(app, ["show", "-"], input=path.read_bytes())
        assert result.exit_code == 0 and seen in result.stdout, result.output


@pytest.mark.parametrize("separator", [";", "\t"], ids=["semicolons", "tabs"])
def test_show_reads_what_a_spreadsheet_saved(tmp_path: Path, make_event: Callable[..., Event], separator: str) -> None:
    cells = row(make_event(sentence="قال كيري; ثم, مضى"))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(cells), delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerow(cells)
    (path := tmp_path / "rows.csv").write_bytes(stream.getvalue().encode("utf-8-sig"))
    result = run("show", path)
    assert result.exit_code == 0 and "قال كيري; ثم, مضى" in result.stdout


def test_json_lines_without_a_line_hold_no_rows(tmp_path: Path) -> None:
    (path := tmp_path / "rows.jsonl").write_bytes(b"")
    for result in (run("show", path), CliRunner().invoke(app, ["show", "-"], input=b"")):
        assert result.exit_code == 0 and "has no rows" in result.stderr


def test_json_of_any_depth_is_one_line(tmp_path: Path) -> None:
    (path := tmp_path / "rows.json").write_text("[" * 100_000, encoding="utf-8")
    result = run("show", path)
    assert result.exit_code == 1 and result.stderr.count("\n") == 1


def test_neither_a_name_nor_a_cell_steers_the_terminal(tmp_path: Path, make_event: Callable[..., Event]) -> None:
    result = run("show", tmp_path / "\x1b]0;x\x07\u202ex.csv")
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stderr)
    writing.save([row(make_event(place="\u202e\x1b[31m"))], path := tmp_path / "rows.csv", format="csv")
    assert not {"\x1b", "\u202e"} & set(run("show", path).stdout)
