"""Files of tagged documents: what is read, under which id, and what is said of what is wrong."""

import io
from datetime import date
from pathlib import Path

import pytest

from syria_events.model import Article, Doc, Failure
from syria_events.reading import MetadataError, Notice, read, read_tagged
from syria_events.tagging.conllu import write_conllu

from ..conftest import tagged

TEXT = "التقى كيري لافروف في جنيف.\n\nوغادر كيري جنيف."
A, B = (tagged(Article(name, TEXT)) for name in "ab")


def write(path: Path, *docs: Doc, more: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(map(write_conllu, docs)) + more, encoding="utf-8")
    return path


def docs(*sources: Path, **options: object) -> list[Doc]:
    return [item for item in read_tagged(sources, **options) if isinstance(item, Doc)]  # type: ignore[arg-type]


def ids(*sources: Path) -> list[str]:
    return [doc.article.id for doc in docs(*sources)]


def others(*sources: Path, **options: object) -> list[str]:
    found = read_tagged(sources, **options)  # type: ignore[arg-type]
    return [
        f"{type(item).__name__} {item.source}: {item.message if isinstance(item, Notice) else item.reason}"
        for item in found
        if isinstance(item, Failure | Notice)
    ]


def test_files_and_folders_are_read_in_order(tmp_path: Path) -> None:
    for name in ("b.conllu", "a.CONLLU", "sub/c.conllu", ".hidden.conllu"):
        write(tmp_path / name, tagged(Article(name, TEXT)))
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8")
    assert ids(tmp_path) == ["a.CONLLU", "b.conllu", "sub/c.conllu"]
    assert others(tmp_path) == [f"Notice {tmp_path / 'd.txt'}: file of another suffix"]
    assert docs(write(tmp_path / "two.conllu", A, B)) == [A, B] == docs(write(tmp_path / "no-suffix", A, B))


def test_standard_input_and_windows() -> None:
    text = "\ufeff" + write_conllu(A).replace("\n", "\r\n")
    assert list(read_tagged("-", stdin=io.BytesIO(text.encode()))) == [A]
    assert list(read_tagged("-", stdin=io.BytesIO(b"\n"))) == [
        Failure("standard input", "empty, there is no document to read")
    ]


def test_a_case_has_the_id_of_its_file(tmp_path: Path) -> None:
    case = "# text = قال\n1\tقال\tقال\tVERB\t_\t_\t0\troot\t_\t_\n"
    (tmp_path / "a.conllu").write_text(f"{case}\n# newdoc\n{case}", encoding="utf-8")
    assert ids(tmp_path) == ["a", "a-2"]


def test_two_articles_never_share_an_id(tmp_path: Path) -> None:
    parts = [A, Doc(A.article, A.sentences[1:], (), A.plain, 1)]
    for name in ("x", "y"):
        write(tmp_path / name / "all.conllu", *parts, A)
    found = docs(tmp_path / "x", tmp_path / "y")
    wanted = [("a", 0), ("a", 1), ("x/all/a", 0), ("y/all/a", 0), ("y/all/a", 1), ("y/all/a (2)", 0)]
    assert [(doc.article.id, doc.part) for doc in found] == wanted
    (first, *_) = others(tmp_path / "x", tmp_path / "y")
    assert first.startswith(f"Notice {tmp_path / 'x' / 'all.conllu'} (a): same id as another input")
    assert len(others(tmp_path / "x", tmp_path / "y")) == 3


def test_a_part_without_its_beginning_is_an_article(tmp_path: Path) -> None:
    part = Doc(B.article, B.sentences[1:], (), B.plain, 1)
    assert [(doc.article.id, doc.part) for doc in docs(write(tmp_path / "a.conllu", A, part))] == [("a", 0), ("b", 0)]


def test_what_the_file_does_not_tell_is_from_the_metadata(tmp_path: Path) -> None:
    known = tagged(Article("a", TEXT, date(2016, 9, 10), outlet="سانا"))
    write(tmp_path / "sub" / "all.conllu", known, B, tagged(Article("c", TEXT)))
    (tmp_path / "metadata.csv").write_text("doc_id,published,url\na,2017-01-01,u\nb,2017-01-02,\n", encoding="utf-8")
    (given := tmp_path / "given.csv").write_text("doc_id,outlet\nb,رويترز\n", encoding="utf-8")
    found = docs(tmp_path, metadata=given, published=date(2020, 1, 1))
    assert [(doc.article.published, doc.article.outlet, doc.article.url) for doc in found] == [
        (date(2016, 9, 10), "سانا", "u"),
        (date(2017, 1, 2), "رويترز", ""),
        (date(2020, 1, 1), "", ""),
    ]
    (given := tmp_path / "other.csv").write_text("doc_id,outlet\nz,رويترز\n", encoding="utf-8")
    assert others(tmp_path / "sub", metadata=given) == [
        f"Notice {given}: no row for any article that was read: a doc_id there would be 'a'"
    ]
    with pytest.raises(MetadataError):
        read_tagged(tmp_path, metadata=tmp_path / "gone.csv")


def test_one_bad_document_is_a_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = "# newdoc id = bad\n# text = نعم\n1\tقال\tقال\tVERB\t_\t_\t0\troot\t_\t_\n\n"
    path = write(tmp_path / "all.conllu", A, more=bad + write_conllu(B))
    other = write(tmp_path / "other.conllu", tagged(Article("c", TEXT)))
    line = write_conllu(A).count("\n") + 3
    assert others(path, other) == [f"Failure {path}: line {line}: token 'قال' is not in 'نعم'"]
    assert ids(path, other) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty, there is no document to read"),
        (TEXT.encode(), "line 1: 1 columns and not 10 with tabs between; give what `syria-events tag` wrote"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "line 1: not UTF-8; give a file that `syria-events tag` wrote"),
        (TEXT.encode("utf-16"), "line 1: not UTF-8; give a file that `syria-events tag` wrote"),
    ],
    ids=["empty", "text", "binary", "encoding"],
)
def test_what_is_no_conllu(tmp_path: Path, content: bytes, said: str) -> None:
    (path := tmp_path / "a.conllu").write_bytes(content)
    assert others(path) == [f"Failure {path}: {said}"]


def test_files_of_the_other_kind_say_what_to_do(tmp_path: Path) -> None:
    (text := tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    path = write(tmp_path / "sub" / "a.conllu", A)
    assert "leave --tagged out" in others(text)[0]
    (failure,) = read([path])
    assert isinstance(failure, Failure) and failure.reason == "tagged documents are not read as text; add --tagged"
    (empty := tmp_path / "empty").mkdir()
    assert "no .conllu file in this folder; give what `syria-events tag` wrote" in others(empty)[0]
    assert "no such file" in others(tmp_path / "gone")[0]
