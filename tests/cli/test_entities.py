import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

from syria_events.cli.app import app
from syria_events.output.table import ENTITY_COLUMNS

TEXT = "التقى كيري لافروف في جنيف أمس."
UNDATED = "Warning: 1 article has no publication date: relative dates stay empty (give --date or a metadata.csv)"
Run = Callable[..., Result]


@pytest.fixture
def run(fake_pipeline: ModuleType) -> Run:
    def invoke(*args: str | Path, **options: object) -> Result:
        return CliRunner().invoke(app, ["entities", *map(str, args)], **options)  # type: ignore[arg-type]

    assert fake_pipeline
    return invoke


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (path := tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return path


def test_a_pipe_gets_csv(run: Run, article: Path) -> None:
    result = run(article)
    assert result.exit_code == 0
    (cells,) = csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8"), newline=""))
    assert list(cells) == [column.name for column in ENTITY_COLUMNS]
    assert (cells["doc_id"], cells["kind"], cells["date"], cells["lat"]) == ("a", "LOC", "", "46.2")
    assert TEXT[int(cells["start"]) : int(cells["end"])] == cells["text"]
    assert result.stderr.splitlines() == [UNDATED, "1 article, 1 mention"]


def test_nothing_named_is_a_header_and_no_error(run: Run) -> None:
    result = run("-", "--date", "2016-09-10", input="لا شيء في هذا الخبر.".encode())
    assert (result.exit_code, result.stderr) == (0, "1 article, 0 mentions\n")
    assert result.stdout == "doc_id,kind,text,start,end,name,name_en,id,code,date,date_end,lat,lon,reason\n"


def test_formats(run: Run, article: Path, tmp_path: Path) -> None:
    (wanted,) = json.loads(run(article, "-f", "json").stdout)
    assert json.loads(run(article, "-f", "jsonl").stdout) == wanted and wanted["lon"] == 6.15
    heading, heads, line, *_ = run(article, "-f", "table").stdout.splitlines()
    assert heading == "a" and heads.startswith("kind") and line.startswith("LOC") and "46.2, 6.15" in line
    assert run(article, "-o", tmp_path / "rows.jsonl").exit_code == 0
    assert json.loads((tmp_path / "rows.jsonl").read_text(encoding="utf-8")) == wanted


def test_existing_file_needs_force(run: Run, article: Path, tmp_path: Path) -> None:
    (path := tmp_path / "rows.csv").write_text("mine", encoding="utf-8")
    assert run(article, "-o", path).exit_code == 1 and path.read_text(encoding="utf-8") == "mine"
    assert run(article, "-o", path, "--force").exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("doc_id,kind,")


def test_options_are_those_of_extract(run: Run, article: Path, fake_pipeline: ModuleType) -> None:
    assert run(article, "-q").stderr == ""
    run(article, "--models", "there")
    assert fake_pipeline.models == "there"
    commands = [app_parameters(name) for name in ("extract", "entities")]
    only_events = {line for line in commands[0].splitlines() if line not in commands[1].splitlines()}
    assert set(commands[1].splitlines()) <= set(commands[0].splitlines())
    assert len(only_events) == 2 and "--min-confidence" in "".join(only_events)


def app_parameters(command: str) -> str:
    """The help of a command from its options on."""
    return CliRunner().invoke(app, [command, "--help"]).stdout.partition("Options:")[2]


def test_one_bad_article_is_a_line_and_code_3(run: Run, article: Path) -> None:
    (article.parent / "b.txt").write_text("كسر", encoding="utf-8")
    result = run(article.parent, "-q")
    assert result.exit_code == 3 and result.stderr == "Error: b: cannot be coded\n"
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == ["doc_id", "a"]
