"""`syria-events explain` with explanations made by hand: what is asked for, and how it ends."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from syria_events.cli.app import app
from syria_events.model import Article, Doc, Failure

from ..conftest import BROKEN
from ..output.test_explanation import explanation, trigger

Run = Callable[..., Result]


@pytest.fixture
def run(fake_pipeline: ModuleType) -> Run:
    def explain(
        _self: object, articles: Iterable[Article | Doc], *, done: Callable[[], None]
    ) -> Iterator[dict[str, Any] | Failure]:
        for item in articles:
            article = item.article if isinstance(item, Doc) else item
            if BROKEN in article.text:
                yield Failure(article.id, "cannot be coded")
            else:
                row = {**trigger()["rows"][0], "event_id": f"ev-{article.id}"}
                yield {**explanation(doc_id=article.id, index=0, triggers=[], gap="no row: nothing")}
                yield {**explanation(doc_id=article.id, index=1, triggers=[trigger(rows=[row]), trigger(rows=[])])}
            done()

    def invoke(*args: str | Path, **options: object) -> Result:
        return CliRunner().invoke(app, ["explain", *map(str, args)], **options)  # type: ignore[arg-type]

    fake_pipeline.Extractor.explain = explain  # type: ignore[attr-defined]
    return invoke


def test_an_outline(run: Run, news: Path) -> None:
    result = run(news / "a.txt")
    assert (result.exit_code, result.stderr) == (0, "1 article, 2 sentences\n")
    lines = result.stdout.splitlines()
    assert lines[:2] == ["a", "sentence 0"] and "  no row: nothing" in result.stdout and "ev-a" in result.stdout


def test_json(run: Run, news: Path) -> None:
    made = json.loads(run(news, "-f", "json").stdout)
    assert [(one["doc_id"], one["index"]) for one in made] == [("a", 0), ("a", 1), ("b", 0), ("b", 1)]
    assert [json.loads(line) for line in run(news, "-f", "jsonl").stdout.splitlines()] == made
    assert run(news, "-f", "csv").exit_code == 2


def test_one_row(run: Run, news: Path) -> None:
    result = run(news, "--row", "ev-b", "-f", "jsonl", "-q")
    (made,) = map(json.loads, result.stdout.splitlines())
    assert (made["doc_id"], made["index"], len(made["triggers"])) == ("b", 1, 1) and result.stderr == ""


def test_one_sentence(run: Run, news: Path) -> None:
    made = json.loads(run(news, "--sentence", "0", "-f", "json").stdout)
    assert [(one["doc_id"], one["index"]) for one in made] == [("a", 0), ("b", 0)]
    assert run(news, "--sentence", "-1").exit_code == 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--row", "ev-x"], "no row ev-x: give an event_id that 'syria-events extract' writes of these articles"),
        (["--row", "ev-a", "--sentence", "0"], "no row ev-a in sentence 0: give an event_id"),
        (["--sentence", "9"], "no sentence has the number 9: they are counted from 0 in every article"),
    ],
)
@pytest.mark.parametrize("format", ["text", "json"])
def test_what_is_not_there_is_one_error(run: Run, news: Path, args: list[str], said: str, format: str) -> None:
    result = run(news, *args, "-q", "-f", format)
    assert result.exit_code == 1 and result.stderr.startswith(f"Error: {said}") and result.stderr.count("\n") == 1
    assert result.stdout.strip() in ("", "[]")


def test_what_cannot_be_read_is_a_line(run: Run, news: Path) -> None:
    (news / "c.txt").write_text(BROKEN, encoding="utf-8")
    result = run(news, "-q")
    assert (result.exit_code, result.stderr) == (3, "Error: c: cannot be coded\n")
    assert run(news / "c.txt", "--row", "ev-a").exit_code == 1
    result = run(news / "gone.txt", "--row", "ev-a", "-q")
    assert result.exit_code == 1 and result.stderr.count("\n") == 1 and "no such file" in result.stderr


def test_tagged_documents_need_no_models(run: Run, news: Path, tmp_path: Path, fake_pipeline: ModuleType) -> None:
    wanted = run(news).stdout
    assert CliRunner().invoke(app, ["tag", str(news), "-o", str(tmp_path / "all.conllu")]).exit_code == 0
    assert run("--tagged", tmp_path / "all.conllu").stdout == wanted and not fake_pipeline.loaded
