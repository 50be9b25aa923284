import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

from syria_events.cli.app import app
from syria_events.output.table import COLUMNS

TEXT = "التقى كيري لافروف في جنيف أمس، وبحثا وقف إطلاق النار في سوريا."
Run = Callable[..., Result]


@pytest.fixture
def run(fake_pipeline: ModuleType) -> Run:
    def invoke(*args: str | Path, **options: object) -> Result:
        return CliRunner().invoke(app, ["extract", *map(str, args)], **options)  # type: ignore[arg-type]

    assert fake_pipeline
    return invoke


def rows(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8"), newline="")))


# what comes out


def test_a_pipe_gets_csv(run: Run, news: Path) -> None:
    result = run(news)
    assert result.exit_code == 0
    (cells,) = rows(result)
    assert list(cells) == [column.name for column in COLUMNS]
    assert (cells["doc_id"], cells["published"], cells["cameo"]) == ("a", "2016-09-10", "040")
    assert TEXT[int(cells["start"]) : int(cells["end"])] == cells["trigger"]
    assert result.stderr.splitlines() == [
        "Warning: 1 article has no publication date: relative dates stay empty (give --date or a metadata.csv)",
        "2 articles, 1 event",
    ]


def test_no_event_is_a_header_and_no_error(run: Run, news: Path) -> None:
    result = run(news / "b.txt", "--date", "2016-09-10")
    assert (result.exit_code, rows(result)) == (0, []) and result.stdout.startswith("event_id,")
    assert result.stderr == "1 article, 0 events\n"


def test_rows_that_are_not_sure_are_left_out(run: Run, news: Path) -> None:
    (sure,) = {row["confidence"] for row in rows(run(news))}
    assert len(rows(run(news, "--min-confidence", sure))) == len(rows(run(news)))
    assert rows(run(news, "--min-confidence", "1")) == []
    assert run(news, "--min-confidence", "80").exit_code == 2


@pytest.mark.parametrize("source", [["-"], []], ids=["dash", "nothing"])
def test_stdin(run: Run, source: list[str]) -> None:
    result = run(*source, "-f", "jsonl", "--date", "2016-09-10", input=TEXT.encode())
    assert result.exit_code == 0
    event = json.loads(result.stdout)
    assert (event["doc_id"], event["published"], event["lat"]) == ("stdin", "2016-09-10", 46.2)


def test_formats_on_stdout(run: Run, news: Path) -> None:
    assert len(json.loads(run(news, "-f", "json").stdout)) == 1
    assert run(news, "-f", "table").stdout.startswith("a  2016-09-10\ndate")
    assert run(news, "-f", "xml").exit_code == 2


def test_offsets_are_those_of_the_decoded_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"\ufeff😀\r\nوقد {TEXT}".encode())
    (cells,) = rows(run(path))
    text = path.read_bytes().decode("utf-8-sig")
    assert int(cells["start"]) == 7 and text[int(cells["start"]) : int(cells["end"])] == "التقى"


def test_models_are_passed_on(run: Run, news: Path, fake_pipeline: ModuleType) -> None:
    run(news)
    assert fake_pipeline.models is None
    run(news, env={"SYRIA_EVENTS_MODELS": "here"})
    assert fake_pipeline.models == "here"
    run(news, "--models", "there", env={"SYRIA_EVENTS_MODELS": "here"})
    assert fake_pipeline.models == "there"


def test_metadata_option(run: Run, news: Path, tmp_path: Path) -> None:
    (file := tmp_path / "mine.csv").write_text("doc_id,published\na,2017-01-01\n", encoding="utf-8")
    assert [cells["published"] for cells in rows(run(news, "--metadata", file))] == ["2017-01-01"]


def test_date_is_for_articles_without_metadata(run: Run, news: Path) -> None:
    (news / "b.txt").write_text(TEXT, encoding="utf-8")
    assert [cells["published"] for cells in rows(run(news, "--date", "2020-01-02"))] == ["2016-09-10", "2020-01-02"]


def test_quiet_says_nothing_but_errors(run: Run, news: Path) -> None:
    assert run(news, "-q").stderr == ""
    assert run(news, "gone.txt", "--quiet").stderr.startswith("Error: gone.txt: no such file or folder")


# files


@pytest.mark.parametrize("name", ["rows.csv", "rows.json", "rows.jsonl"])
def test_file(run: Run, news: Path, tmp_path: Path, name: str) -> None:
    result = run(news, "-o", tmp_path / name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "التقى".encode() in (tmp_path / name).read_bytes()


def test_format_goes_before_the_suffix(run: Run, news: Path, tmp_path: Path) -> None:
    run(news, "-o", tmp_path / "rows.txt", "-f", "jsonl")
    assert json.loads((tmp_path / "rows.txt").read_text(encoding="utf-8"))["doc_id"] == "a"


def test_existing_file_needs_force(run: Run, news: Path, tmp_path: Path) -> None:
    (path := tmp_path / "rows.csv").write_text("mine", encoding="utf-8")
    result = run(news, "-o", path)
    assert result.exit_code == 1 and path.read_text(encoding="utf-8") == "mine"
    assert result.stderr == f"Error: {path} exists; use --force to overwrite it\n"
    assert run(news, "-o", path, "--force").exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("event_id")


@pytest.mark.parametrize("name", ["rows", "rows.xml", "no/rows.csv"])
def test_output_that_cannot_be_written(run: Run, news: Path, tmp_path: Path, name: str) -> None:
    result = run(news, "-o", tmp_path / name)
    assert result.exit_code == 1 and result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1


@pytest.mark.parametrize("way", ["itself", "link", "folder"])
def test_an_article_is_never_written_over(run: Run, news: Path, tmp_path: Path, way: str) -> None:
    (link := tmp_path / "link.txt").symlink_to(news / "a.txt")
    target = link if way == "link" else news / "a.txt"
    result = run(news if way == "folder" else news / "a.txt", "-f", "csv", "-o", target, "--force")
    assert result.exit_code == 1 and "one of the files to be read" in result.stderr
    assert (news / "a.txt").read_text(encoding="utf-8") == TEXT
    result = run(news, "-o", news / "metadata.csv", "--force")
    assert result.exit_code == 1 and "one of the files to be read" in result.stderr


def test_a_link_that_leads_in_a_circle_is_one_line(run: Run, news: Path, tmp_path: Path) -> None:
    (loop := tmp_path / "loop.csv").symlink_to(loop)
    (away := tmp_path / "away.csv").symlink_to(tmp_path / "gone" / "rows.csv")
    for target in (loop, away):
        result = run(news, "-o", target)
        assert (result.exit_code, result.stdout) == (1, "") and result.stderr.count("\n") == 1, result.output


def test_nothing_read_replaces_no_file(run: Run, tmp_path: Path) -> None:
    (path := tmp_path / "rows.csv").write_text("mine", encoding="utf-8")
    (broken := tmp_path / "broken.txt").write_text("كسر", encoding="utf-8")
    for source in (tmp_path / "gone", broken):
        assert run(source, "-o", path, "--force").exit_code == 1
        assert path.read_text(encoding="utf-8") == "mine"
        assert sorted(tmp_path.iterdir()) == [broken, path]


# what cannot be read


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not text"),
        ("كسر".encode(), "cannot be coded"),
    ],
    ids=["empty", "blank", "binary", "uncoded"],
)
def test_one_bad_article_is_a_line_and_code_3(run: Run, news: Path, content: bytes, reason: str) -> None:
    (news / "bad.txt").write_bytes(content)
    result = run(news, "-q")
    assert result.exit_code == 3 and [cells["doc_id"] for cells in rows(result)] == ["a"]
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ") and "bad" in line and reason in line
    assert run(news / "bad.txt").exit_code == 1


def test_missing_file_among_others(run: Run, news: Path) -> None:
    result = run(news, news / "gone.txt")
    assert result.exit_code == 3 and len(rows(result)) == 1
    assert f"Error: {news / 'gone.txt'}: no such file or folder" in result.stderr
    assert result.stderr.endswith("2 articles, 1 event, 1 input not read\n")


def test_guessed_encoding_is_a_warning(run: Run, news: Path) -> None:
    (news / "a.txt").write_bytes(TEXT.encode("cp1256"))
    result = run(news)
    assert result.exit_code == 0 and [cells["trigger"] for cells in rows(result)] == ["التقى"]
    assert f"Warning: {news / 'a.txt'}: read as Windows-1256, not UTF-8" in result.stderr


def test_foreign_article_is_a_warning(run: Run, news: Path) -> None:
    (news / "b.txt").write_text("Nothing Arabic here", encoding="utf-8")
    result = run(news)
    assert result.exit_code == 0 and "1 article holds hardly any Arabic" in result.stderr


@pytest.mark.parametrize("content", ["id,day\na,2016-09-10\n", ""], ids=["columns", "empty"])
def test_metadata_that_cannot_be_used_is_an_error(run: Run, news: Path, tmp_path: Path, content: str) -> None:
    (file := tmp_path / "mine.csv").write_text(content, encoding="utf-8")
    result = run(news, "--metadata", file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {file} cannot be used: ") and result.stderr.count("\n") == 1


def test_ids_that_clash_are_told_in_one_line(run: Run, tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run(tmp_path / "x", tmp_path / "y", tmp_path / "x" / "a.txt", "--date", "2016-09-10")
    found = rows(result)
    assert [cells["doc_id"] for cells in found] == ["x/a", "y/a"] and {cells["mentions"] for cells in found} == {"1"}
    assert len({cells["event_id"] for cells in found}) == 2
    clash, twice, _ = result.stderr.splitlines()
    assert clash.startswith(f"Warning: {tmp_path / 'x' / 'a.txt'} and 1 more: same id") and "read once" in twice


# usage


@pytest.mark.parametrize(
    "args",
    [
        ["--nope"],
        [""],
        ["a.txt", "-o", ""],
        ["a.txt", "--metadata", ""],
        ["a.txt", "--date", "21.6.2016"],
        ["a.txt", "--metadata", "gone.csv"],
        ["a.txt", "-f"],
    ],
    ids=["option", "empty", "empty-output", "empty-metadata", "date", "metadata", "no-value"],
)
def test_misuse_is_one_line_and_code_2(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1
    assert "--help" in result.stderr


def test_nothing_given_at_a_terminal_is_misuse(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("syria_events.cli.console.is_terminal", lambda _stream: True)
    result = run()
    assert result.exit_code == 2 and "- for standard input" in result.stderr


def test_interrupt(run: Run, news: Path, fake_pipeline: ModuleType, tmp_path: Path) -> None:
    def extract(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    fake_pipeline.Extractor.extract = extract  # type: ignore[attr-defined]
    assert run(news, "-o", tmp_path / "rows.csv").exit_code == 130
    assert list(tmp_path.iterdir()) == [news]
