"""`syria-events tag`, and `--tagged` of the commands that read what it wrote."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

from syria_events.cli.app import app
from syria_events.model import Article, Doc
from syria_events.tagging.conllu import read_documents

from ..conftest import tagged

TEXT = "التقى كيري لافروف في جنيف أمس، وبحثا وقف إطلاق النار في سوريا."
UNDATED = "Warning: 1 article has no publication date: relative dates stay empty (give --date or a metadata.csv)"
Run = Callable[..., Result]


@pytest.fixture
def run(fake_pipeline: ModuleType) -> Run:
    def invoke(*args: str | Path, **options: object) -> Result:
        return CliRunner().invoke(app, [*map(str, args)], **options)  # type: ignore[arg-type]

    assert fake_pipeline
    return invoke


def docs(text: str) -> list[Doc]:
    return [doc for doc in read_documents(text.split("\n"), id="none") if isinstance(doc, Doc)]


def test_documents_come_in_order(run: Run, news: Path) -> None:
    result = run("tag", news)
    assert (result.exit_code, result.stderr.splitlines()) == (0, [UNDATED, "2 articles, 2 documents"])
    first, second = docs(result.stdout)
    assert (first.article.id, str(first.article.published), first.article.text) == ("a", "2016-09-10", TEXT)
    assert [entity.text for entity in first.entities] == ["جنيف"] and second.article.id == "b"
    assert run("tag", news, "-o", "-").stdout == result.stdout


def test_a_file(run: Run, news: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.conllu"
    assert (run("tag", news, "-o", path).stdout, run("tag", news).stdout) == ("", path.read_text(encoding="utf-8"))
    again = run("tag", news, "-o", path)
    assert (again.exit_code, again.stderr) == (1, f"Error: {path} exists; use --force to overwrite it\n")
    assert run("tag", news, "-o", path, "--force").exit_code == 0


@pytest.mark.parametrize("there", [True, False], ids=["there", "new"])
def test_a_file_for_every_article(run: Run, news: Path, tmp_path: Path, there: bool) -> None:
    (news / "sub").mkdir()
    (news / "sub" / "c.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "out"
    if there:
        folder.mkdir()
    assert run("tag", news, "-o", folder if there else f"{folder}/").exit_code == 0
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.conllu"))
    assert files == ["a.conllu", "b.conllu", "sub/c.conllu"]
    assert [doc.article.id for file in files for doc in docs((folder / file).read_text(encoding="utf-8"))] == [
        "a", "b", "sub/c",
    ]  # fmt: skip
    again = run("tag", news, "-o", folder)
    assert again.exit_code == 1 and "a.conllu exists; use --force" in again.stderr and again.stderr.count("\n") == 1
    assert run("tag", news, "-o", folder, "--force").exit_code == 0


@pytest.mark.parametrize("name", ["out.txt", "out", "gone/out.conllu", "a.txt/"])
def test_where_it_cannot_be_written(run: Run, news: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("tag", news, "-o", f"{tmp_path}/{name}")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_nothing_read_replaces_no_file(run: Run, tmp_path: Path) -> None:
    (path := tmp_path / "out.conllu").write_text("mine", encoding="utf-8")
    (broken := tmp_path / "broken.txt").write_text("كسر", encoding="utf-8")
    for source in (tmp_path / "gone", broken):
        assert run("tag", source, "-o", path, "--force").exit_code == 1
        assert path.read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_tagged_is_a_line_and_code_3(run: Run, news: Path) -> None:
    (news / "c.txt").write_text("كسر", encoding="utf-8")
    result = run("tag", news, "-q")
    assert (result.exit_code, result.stderr) == (3, "Error: c: cannot be coded\n") and len(docs(result.stdout)) == 2


# --tagged


@pytest.mark.parametrize("command", ["extract", "entities"])
def test_tagged_documents_give_what_their_articles_give(
    run: Run, news: Path, tmp_path: Path, command: str, fake_pipeline: ModuleType
) -> None:
    wanted = run(command, news, "-f", "jsonl")
    assert fake_pipeline.loaded and wanted.stdout
    written = run("tag", news).stdout
    (file := tmp_path / "all.conllu").write_text(written, encoding="utf-8")
    assert run("tag", news, "-o", f"{tmp_path}/each/").exit_code == 0
    for args, given in (([file], b""), ([tmp_path / "each"], b""), (["-"], written.encode()), ([], written.encode())):
        result = run(command, "--tagged", *args, "-f", "jsonl", input=given)
        assert (result.exit_code, result.stdout, result.stderr) == (0, wanted.stdout, wanted.stderr)
        assert not fake_pipeline.loaded, "no models are needed"


def test_metadata_and_date_fill_what_the_file_leaves_open(run: Run, news: Path, tmp_path: Path) -> None:
    run("tag", news / "b.txt", news / "a.txt", "-o", tmp_path / "all.conllu")
    (given := tmp_path / "given.csv").write_text("doc_id,published\na,2000-01-01\n", encoding="utf-8")
    result = run(
        "extract", "--tagged", tmp_path / "all.conllu", "-f", "jsonl", "--metadata", given, "--date", "2001-01-01"
    )
    assert json.loads(result.stdout)["published"] == "2016-09-10" and result.stderr == "2 articles, 1 event\n"


def test_a_bad_document_is_a_line_and_code_3(run: Run, news: Path, tmp_path: Path) -> None:
    bad = "# newdoc id = bad\n# text = نعم\n1\tقال\tقال\tVERB\t_\t_\t0\troot\t_\t_\n\n"
    (path := tmp_path / "all.conllu").write_text(bad + run("tag", news).stdout, encoding="utf-8")
    result = run("extract", "--tagged", path, "-f", "jsonl", "-q")
    assert result.exit_code == 3 and json.loads(result.stdout)["doc_id"] == "a"
    assert result.stderr == f"Error: {path}: line 3: token 'قال' is not in 'نعم'\n"
    path.write_text(bad, encoding="utf-8")
    result = run("extract", "--tagged", path, "-o", tmp_path / "rows.csv")
    assert result.exit_code == 1 and not (tmp_path / "rows.csv").exists()
    assert result.stderr.splitlines()[-1] == "0 articles, 0 events, 1 input not read"


def test_tagged_files_are_never_written_over(run: Run, news: Path, tmp_path: Path) -> None:
    run("tag", news, "-o", path := tmp_path / "all.conllu")
    before = path.read_bytes()
    result = run("extract", "--tagged", path, "-f", "csv", "-o", path, "--force")
    assert result.exit_code == 1 and "one of the files to be read" in result.stderr and path.read_bytes() == before


def test_a_file_of_the_other_kind_is_told(run: Run, news: Path, tmp_path: Path) -> None:
    run("tag", news, "-o", path := tmp_path / "all.conllu")
    assert run("extract", path).stderr.startswith(f"Error: {path}: tagged documents are not read as text; add --tagged")
    assert "leave --tagged out" in run("extract", "--tagged", news / "a.txt").stderr


def test_the_parts_of_a_long_article_are_one_article(run: Run, tmp_path: Path, fake_pipeline: ModuleType) -> None:
    whole = tagged(Article("a", f"{TEXT}\n{TEXT}"))
    parts = [Doc(whole.article, (sentence,), (), whole.plain, part) for part, sentence in enumerate(whole.sentences)]

    def tag(_self: object, articles: list[Article], *, done: Callable[[], None]) -> list[Doc]:
        assert len(list(articles)) == 1
        done()
        return parts

    fake_pipeline.Extractor.tag = tag  # type: ignore[attr-defined]
    (tmp_path / "a.txt").write_text(whole.article.text, encoding="utf-8")
    written = run("tag", tmp_path / "a.txt").stdout
    assert docs(written) == parts and written.count("# article") == 1
    run("tag", tmp_path / "a.txt", "-o", f"{tmp_path}/out/")
    assert (tmp_path / "out" / "a.conllu").read_text(encoding="utf-8") == written
    assert run("extract", "--tagged", "-", input=written.encode()).stderr.splitlines()[-1].startswith("1 article, ")
