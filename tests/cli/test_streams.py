"""The program between terminals, pipes, files and streams that are closed: the same bytes, no silence, no traceback."""

import csv
import io
import json
import os
import re
import signal
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from .conftest import Ended, Program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs pseudo-terminals")

COMMANDS = {
    "extract": ("extract", "NEWS", "-f", "csv"),
    "extract from stdin": ("extract", "-", "-f", "jsonl"),
    "entities": ("entities", "NEWS", "-f", "json"),
    "unknown": ("unknown", "NEWS", "-f", "csv"),
    "tag": ("tag", "NEWS"),
    "explain": ("explain", "NEWS", "-f", "jsonl"),
    "rules": ("codebook", "rules", "--json"),
    "extract tagged": ("extract", "--tagged", "TAGGED", "-f", "csv"),
    "columns": ("columns",),
    "check": ("check", "LEXICON"),
    "models": ("models", "path"),
    "help": ("--help",),
    "version": ("--version",),
}


@pytest.fixture
def rows(program: Program, news: Path, tmp_path: Path) -> Path:
    """A file of rows."""
    assert program.run("extract", news, "-o", tmp_path / "rows.csv").code == 0
    return tmp_path / "rows.csv"


def arguments(name: str, news: Path) -> list[object]:
    (lexicon := news.parent / "lexicon").mkdir(exist_ok=True)
    (lexicon / "mine.toml").write_text("", encoding="utf-8")
    (tagged := news.parent / "all.conllu").write_text("# newdoc id = a\n\n", encoding="utf-8")
    places = {"NEWS": news, "LEXICON": lexicon, "TAGGED": tagged}
    return [places.get(part, part) for part in COMMANDS[name]]


def clean(ended: Ended) -> Ended:
    assert b"Traceback" not in ended.err and b"Exception ignored" not in ended.err
    return ended


# the same bytes


@pytest.mark.parametrize("name", COMMANDS)
def test_every_mix_of_streams_gets_the_same_bytes(program: Program, news: Path, name: str) -> None:
    args = arguments(name, news)
    piped: Sequence[str] = ("pipe", "file") if "stdin" in name else ("pipe", "file", "terminal")
    mixes = product(piped, ("pipe", "file", "terminal"), ("pipe", "file", "terminal"))
    ended = [
        clean(program.run(*args, stdin=stdin, stdout=stdout, stderr=stderr, text="قال كيري نعم"))  # type: ignore[arg-type]
        for stdin, stdout, stderr in mixes
    ]
    assert {run.code for run in ended} == {0}
    assert len({run.out for run in ended}) == 1 and (ended[0].out or name == "check")


@pytest.mark.parametrize("command", ["extract", "entities", "unknown"])
def test_without_a_format_a_pipe_and_a_file_get_csv_beside_a_terminal(
    program: Program, news: Path, command: str
) -> None:
    for stdout in ("pipe", "file"):
        ended = program.run(command, news, stdin="terminal", stdout=stdout, stderr="terminal")
        assert len(list(csv.reader(io.StringIO(ended.out.decode())))) == 3
        assert "كيري".encode() not in ended.err and "فلان".encode() not in ended.err, "no row goes to stderr"
        assert (b"\x1b" in ended.err) == (stdout == "file"), "a pager may be drawing on the terminal"


@pytest.mark.parametrize("stderr", ["pipe", "file", "terminal"])
def test_a_file_gets_the_same_whatever_the_streams(program: Program, news: Path, tmp_path: Path, stderr: str) -> None:
    for name, stdout in (("a.jsonl", "pipe"), ("b.jsonl", "terminal")):
        assert program.run("extract", news, "-o", tmp_path / name, stdout=stdout, stderr=stderr).out == b""  # type: ignore[arg-type]
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes() != b""


# what a terminal sees


def test_a_terminal_gets_a_table_and_a_bar_that_goes_away(program: Program, news: Path) -> None:
    ended = program.run("extract", news, stdin="terminal", stdout="terminal", stderr="terminal")
    bar, summary = ended.err.decode("utf-8").split("\x1b[?25h")  # the cursor comes back when the bar goes
    assert "articles" in bar and "2/2" in bar and "left" in bar
    assert "2 articles, 2 events" in summary.splitlines()[-1]
    table = ended.out.decode("utf-8")
    assert "date" in table and "قال 010" in table and "event_id" not in table


def test_the_bar_counts_articles_that_are_coded(program: Program, news: Path, tmp_path: Path) -> None:
    (news / "c.txt").write_text("", encoding="utf-8")
    hang = tmp_path / "hang"
    ours, theirs = os.openpty()
    running = program.start("extract", news, "-o", tmp_path / "rows.csv", environment={"HANG": str(hang)},
                            stderr=theirs)  # fmt: skip
    os.close(theirs)
    seen = b""
    while not hang.exists() or b"0/3" not in seen:  # the first article is being coded
        seen += os.read(ours, 4096)
    running.send_signal(signal.SIGTERM)
    assert running.wait() == 128 + signal.SIGTERM and b"1/3" not in seen
    os.close(ours)


@pytest.mark.parametrize("format", ["csv", "jsonl"])
def test_rows_on_a_terminal_have_no_bar_among_them(program: Program, news: Path, format: str) -> None:
    ended = program.run("extract", news, "-f", format, stdin="terminal", stdout="terminal", stderr="terminal")
    assert b"\x1b" not in ended.out + ended.err


@pytest.mark.parametrize("columns", ["", "0", "10", "40", "59", "60", "200", "x", "9" * 9])
def test_show_fits_the_terminal_also_through_a_pager(program: Program, rows: Path, columns: str) -> None:
    for stdout in ("terminal", "pipe"):
        ended = clean(program.run("show", rows, stdout=stdout, stderr="terminal", COLUMNS=columns))  # type: ignore[arg-type]
        lines = re.sub("\x1b\\[[0-9;]*m", "", ended.out.decode()).replace("\u200e", "").splitlines()
        wanted = int(columns) if columns.isdecimal() and int(columns) else 80
        assert ended.code == 0 and max(map(len, lines)) <= max(wanted, 1)


def test_show_without_a_terminal_has_a_line_for_every_row(program: Program, rows: Path) -> None:
    told = [program.run("show", rows, stdout="pipe"), program.run("show", rows, stdout="file", stderr="terminal")]
    assert told[0].out == told[1].out and len(told[0].out.decode().splitlines()) == 8


@pytest.mark.parametrize("columns", ["0", "40"])
@pytest.mark.parametrize("args", [["--help"], ["extract", "--help"], ["models", "list"]], ids=" ".join)
def test_help_in_any_width(program: Program, args: list[str], columns: str) -> None:
    ended = clean(program.run(*args, stdout="terminal", COLUMNS=columns))
    assert ended.code == 0 and ended.out


# what is closed or full


@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_stdout_is_one_line_and_code_1(program: Program, news: Path, name: str) -> None:
    ended = clean(program.run(*arguments(name, news), stdout="closed", text="قال كيري نعم"))
    if name == "check":  # has nothing to say there
        assert ended.code == 0
    else:
        assert ended.code == 1 and ended.err.startswith(b"Error: ") and ended.err.count(b"\n") == 1


def test_a_closed_stdout_does_not_keep_rows_from_a_file(program: Program, news: Path, tmp_path: Path) -> None:
    assert clean(program.run("extract", news, "-o", tmp_path / "rows.jsonl", stdout="closed")).code == 0
    assert len((tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize("args", [["extract"], ["extract", "-"]], ids=" ".join)
def test_a_closed_stdin_is_told(program: Program, args: list[str]) -> None:
    ended = clean(program.run(*args, stdin="closed"))
    assert ended.code in (1, 2) and ended.err.startswith(b"Error: ") and ended.out == b""


@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_stderr_changes_nothing_else(program: Program, news: Path, name: str) -> None:
    args = arguments(name, news)
    closed, open_ = (program.run(*args, stderr=stderr, text="قال كيري نعم") for stderr in ("closed", "pipe"))  # type: ignore[arg-type]
    assert (closed.code, closed.out) == (open_.code, open_.out)


def test_an_exit_code_does_not_depend_on_who_reads_stderr(program: Program, news: Path, tmp_path: Path) -> None:
    for number, stderr in enumerate(("pipe", "full", "closed")):
        args = ("extract", news, news / "gone.txt", "-o", tmp_path / f"{number}.csv")
        assert program.run(*args, stderr=stderr).code == 3, stderr  # type: ignore[arg-type]
    assert program.run("extract", news, stderr="full").code == 0


def test_all_closed_still_writes_the_file(program: Program, news: Path, tmp_path: Path) -> None:
    ended = program.run(
        "extract", news, "-o", tmp_path / "rows.jsonl", stdin="closed", stdout="closed", stderr="closed"
    )
    rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    assert ended.code == 0 and [row["doc_id"] for row in rows] == ["a", "b"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's full disk")
@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "check"])
def test_a_full_disk_is_one_line_and_code_1(program: Program, news: Path, name: str) -> None:
    quiet = ["-q"] if name.split()[0] in ("extract", "entities", "unknown", "tag", "explain") else []
    ended = program.run(*arguments(name, news), *quiet, stdout="full", text="قال كيري نعم")
    assert (ended.code, ended.err) == (1, b"Error: stdout: No space left on device\n")


@pytest.mark.parametrize("format", ["csv", "json", "jsonl", "table"])
def test_a_pipe_closed_by_its_reader_is_silent(program: Program, news: Path, format: str) -> None:
    reading, writing = os.pipe()
    running = program.start("extract", news, "-q", "-f", format, environment={"EVENTS": "5000"}, stdout=writing,
                            stderr=writing)  # fmt: skip
    os.close(writing)
    assert os.read(reading, 10)
    os.close(reading)
    assert running.wait() == 0


def test_stdout_is_utf8_whatever_the_locale(program: Program, news: Path) -> None:
    ended = program.run("extract", news / "a.txt", "-q")
    assert (ended.code, ended.err) == (0, b"") and "قال".encode() in ended.out and b"\r" not in ended.out


# signals


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_leaves_nothing_behind(program: Program, news: Path, tmp_path: Path, name: str) -> None:
    (folder := tmp_path / "out").mkdir()
    (old := folder / "rows.csv").write_text("mine", encoding="utf-8")
    os.mkfifo(hang := tmp_path / "hang")
    running = program.start("extract", news, "-o", old, "--force", environment={"HANG": str(hang)})
    hang.read_bytes()  # waits until the first row is there
    assert len(list(folder.iterdir())) == 2
    running.send_signal(number := getattr(signal, name))
    assert running.wait() == 128 + number
    assert list(folder.iterdir()) == [old] and old.read_text(encoding="utf-8") == "mine"
