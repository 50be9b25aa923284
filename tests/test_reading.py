import io
import os
import textwrap
import threading
from datetime import date
from pathlib import Path

import pytest

from syria_events import reading
from syria_events.model import Article, Failure
from syria_events.reading import LITTLE_ARABIC, Input, MetadataError, Notice, decode, find_inputs, parse_date, read
from syria_events.reading.decoding import markup_of
from syria_events.reading.notices import FOLDER_LINK, OTHER_SUFFIX, WRAPPED

TEXT = "التقى كيري لافروف في جنيف أمس، وبحثا وقف إطلاق النار في سوريا."


def write(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def articles(*sources: Path, **options: object) -> list[Article]:
    return [item for item in read(sources, **options) if isinstance(item, Article)]  # type: ignore[arg-type]


def only(source: Path) -> Article | Failure | Notice:
    (item,) = read([source])
    return item


# what is read, and under which id


def test_file_is_read_verbatim(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "\ufeffأ\r\nب\rج\n\u2028د\n".encode())
    assert only(path) == Article("a", "أ\r\nب\rج\n\u2028د\n")


def test_folder_is_searched_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/e.TXT", ".hidden.txt", ".git/x.txt", "notes.md"):
        write(tmp_path / name)
    assert [article.id for article in articles(tmp_path)] == ["a", "b", "sub/c", "sub/deep/e"]
    assert sum(isinstance(item, Input) for item in find_inputs([tmp_path])) == 4


def test_hidden_folder_given_by_name_is_read(tmp_path: Path) -> None:
    write(tmp_path / ".news" / "a.txt")
    assert [article.id for article in articles(tmp_path / ".news")] == ["a"]


def test_only_the_txt_suffix_is_dropped_from_the_id(tmp_path: Path) -> None:
    write(tmp_path / "2016.09.10.txt")
    write(tmp_path / "v1.2" / "a.txt")
    assert [article.id for article in articles(tmp_path)] == ["2016.09.10", "v1.2/a"]


def test_file_without_suffix_is_read(tmp_path: Path) -> None:
    assert [article.id for article in articles(write(tmp_path / "article"))] == ["article"]


def test_arabic_file_name_taken_apart_by_the_file_system_is_composed(tmp_path: Path) -> None:
    assert [article.id for article in articles(write(tmp_path / "ا\u0654خبار.txt"))] == ["أخبار"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_file_name_that_is_no_unicode_can_be_printed(tmp_path: Path) -> None:
    write(tmp_path / os.fsdecode(b"caf\xe9.txt"))
    (article,) = articles(tmp_path)
    assert article.id.encode("utf-8").decode("utf-8") == "caf\ufffd"


def test_stdin() -> None:
    (article,) = read(["-"], stdin=io.BytesIO(TEXT.encode()), published=date(2016, 9, 10))
    assert article == Article("stdin", TEXT, date(2016, 9, 10))


def test_reading_is_lazy(tmp_path: Path) -> None:
    items = read([write(tmp_path / "a.txt"), later := write(tmp_path / "b.txt", "")])
    next(items)
    write(later)
    assert isinstance(next(items), Article), "a file is opened when its turn comes"


def test_same_file_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert list(read([path, path])) == [Article("a", TEXT), Notice(str(path), "given twice, read once")]


def test_two_files_with_one_id_are_both_read_with_a_notice(tmp_path: Path) -> None:
    first, second = write(tmp_path / "x" / "1.txt"), write(tmp_path / "y" / "1.txt")
    notice, one, other, two = read([first, second])
    assert (one, two) == (Article("x/1", TEXT), Article("y/1", TEXT))
    assert isinstance(notice, Notice) and isinstance(other, Notice) and notice.message == other.message
    assert (notice.source, other.source) == (str(first), str(second)) and "tells them apart" in notice.message
    assert [article.id for article in articles(tmp_path)] == ["x/1", "y/1"]


# what cannot be read


@pytest.mark.parametrize("content", ["", " \n\t\r\n", "\ufeff", "\ufeff \n"], ids=ascii)
def test_empty_file_is_a_failure(tmp_path: Path, content: str) -> None:
    item = only(path := write(tmp_path / "a.txt", content))
    assert isinstance(item, Failure) and item.source == str(path) and "empty" in item.reason


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        TEXT.encode() + b"\0\0",
        bytes(range(256)) * 20,
        b"\x01\x02\x03\x04\x05\x06\x07\x08" * 40,
        b"\xff\xfe" + b"\x00\xd8" * 3,
        b"\xff\xfe\x00",
    ],
    ids=["png", "text-with-nul", "all-bytes", "control", "broken-utf16", "odd-utf16"],
)
def test_binary_file_is_a_failure(tmp_path: Path, content: bytes) -> None:
    item = only(write(tmp_path / "a.txt", content))
    assert isinstance(item, Failure) and "\n" not in item.reason and "UTF-8" in item.reason


def test_missing_file_names_the_path_and_what_to_try(tmp_path: Path) -> None:
    item = only(tmp_path / "nope.txt")
    assert (
        isinstance(item, Failure) and item.source == str(tmp_path / "nope.txt") and "check the spelling" in item.reason
    )


def test_folder_without_articles_is_a_failure(tmp_path: Path) -> None:
    write(tmp_path / "notes.md")
    notice, item = read([tmp_path])
    assert notice == Notice(str(tmp_path / "notes.md"), OTHER_SUFFIX)
    assert isinstance(item, Failure) and ".txt" in item.reason


def test_other_kinds_of_file_are_failures(tmp_path: Path) -> None:
    item = only(write(tmp_path / "a.pdf"))
    assert isinstance(item, Failure) and ".pdf" in item.reason


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file_is_a_failure(tmp_path: Path) -> None:
    (path := write(tmp_path / "a.txt")).chmod(0)
    assert isinstance(only(path), Failure)


def test_one_failure_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "")
    write(tmp_path / "b.txt")
    assert [type(item) for item in read([tmp_path])] == [Failure, Article]


# encodings


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1256", "Windows-1256"),
        ("iso8859_6", "ISO-8859-6"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_other_encodings_are_read_with_a_notice(tmp_path: Path, encoding: str, name: str) -> None:
    path = write(tmp_path / "a.txt", TEXT.encode(encoding))
    assert list(read([path])) == [Notice(str(path), f"read as {name}, not UTF-8"), Article("a", TEXT)]


def test_utf8_cut_short_is_not_taken_for_windows_1256() -> None:
    text, remark = decode((TEXT * 3).encode()[:-2])
    assert text.startswith(TEXT) and text.endswith("\ufffd") and "damaged" in remark


def test_cyrillic_in_a_legacy_encoding_is_refused_rather_than_garbled() -> None:
    with pytest.raises(ValueError, match="UTF-8"):
        decode("Переговоры о Сирии продолжатся в Женеве на следующей неделе".encode("cp1251"))


def test_hardly_any_arabic_is_noticed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Kerry met Lavrov in Geneva (جنيف) on Friday.")
    notice, article = read([path])
    assert notice == Notice(str(path), LITTLE_ARABIC) and isinstance(article, Article)


def test_arabic_with_a_foreign_caption_is_not_noticed(tmp_path: Path) -> None:
    assert isinstance(only(write(tmp_path / "a.txt", f"{TEXT}\nReuters/John Kerry")), Article)


# metadata


def test_metadata_beside_the_articles_is_read(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "a.txt")
    write(tmp_path / "b.txt")
    write(tmp_path / "c.txt")
    write(
        tmp_path / "metadata.csv",
        "doc_id,title,published,outlet\nsub/a,x,2016-06-21,الجزيرة\r\nb.txt,y,2016-06-22T08:00:00Z,\nc,z,,سانا\n",
    )
    assert articles(tmp_path, published=date(2020, 1, 1)) == [
        Article("b", TEXT, date(2016, 6, 22)),
        Article("c", TEXT, date(2020, 1, 1), "سانا"),
        Article("sub/a", TEXT, date(2016, 6, 21), "الجزيرة"),
    ]


def test_metadata_is_found_in_the_own_folder_of_a_file(tmp_path: Path) -> None:
    path = write(tmp_path / "sub" / "a.txt")
    write(tmp_path / "sub" / "metadata.csv", "doc_id,published\na,2016-06-21\n")
    assert [article.published for article in articles(path)] == [date(2016, 6, 21)]
    assert [article.published for article in articles(tmp_path)] == [date(2016, 6, 21)]


def test_given_metadata_goes_first(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "doc_id,published,outlet\na,2016-06-21,الجزيرة\n")
    given = write(tmp_path / "mine.csv", "\ufeffdoc_id;published\na;2016-07-01\n")
    assert articles(path, metadata=given) == [Article("a", TEXT, date(2016, 7, 1), "الجزيرة")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("id,published\na,2016-06-21\n", "doc_id,published,outlet"),
        ("", "doc_id,published,outlet"),
        ("doc_id,published\na,21 June\nb,2016-13-01\n", "line 2: '21 June' and 1 more"),
        ("doc_id,published\n,2016-06-21\n", "line 2 has no doc_id"),
        ("doc_id,published\na,\na,2016-06-21\n", "line 3 repeats"),
        (b"\x00\x01\x02\x00", "not text"),
        (f'doc_id,published\n"a{"x" * 200_000}",\n', "line 2 cannot be read"),
        ("doc_id,published,outlet\na\n", None),
    ],
    ids=["no-doc-id", "empty", "dates", "no-id", "twice", "binary", "huge-cell", "short-row"],
)
def test_broken_metadata_is_a_notice(tmp_path: Path, content: str | bytes, problem: str | None) -> None:
    path, file = write(tmp_path / "a.txt"), write(tmp_path / "metadata.csv", content)
    *notices, article = read([path])
    assert article == Article("a", TEXT)
    assert [notice.source for notice in notices if isinstance(notice, Notice)] == ([str(file)] if problem else [])
    assert all(problem in notice.message for notice in notices if isinstance(notice, Notice) and problem)


def test_metadata_is_reported_once_for_a_folder(tmp_path: Path) -> None:
    for name in "ab":
        write(tmp_path / f"{name}.txt")
    write(tmp_path / "metadata.csv", "nothing\n")
    assert [type(item) for item in read([tmp_path])] == [Notice, Article, Article]


def test_missing_metadata_and_metadata_of_other_articles_are_noticed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    with pytest.raises(MetadataError, match=r"no\.csv cannot be read: No such file"):
        read([path], metadata=tmp_path / "no.csv")
    other = write(tmp_path / "other.csv", "doc_id,published\nnews/a,2016-06-21\n")
    article, notice = read([path], metadata=other)
    assert article == Article("a", TEXT) and isinstance(notice, Notice) and "'a'" in notice.message


@pytest.mark.parametrize("text", ["2016-06-21", " 2016-06-21 ", "2016-06-21T23:59:00+03:00"], ids=ascii)
def test_dates(text: str) -> None:
    assert parse_date(text) == date(2016, 6, 21)


@pytest.mark.parametrize("text", ["21.6.2016", "2016-02-30", "", "٢٠١٦"], ids=ascii)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        parse_date(text)


# ids


def ids(*sources: Path) -> list[str]:
    return [article.id for article in articles(*sources)]


def test_clashing_files_of_two_folders_get_the_folders_names(tmp_path: Path) -> None:
    for name in ("x/a.txt", "x/b.txt", "y/a.txt", "y/sub/a.txt"):
        write(tmp_path / name)
    assert ids(tmp_path / "x", tmp_path / "y") == ["x/a", "b", "y/a", "sub/a"]
    assert ids(tmp_path / "y", tmp_path / "x") == ["y/a", "sub/a", "x/a", "b"]
    assert ids(tmp_path / "x", tmp_path / "y" / "a.txt") == ["x/a", "b", "y/a"]


def test_folders_of_one_name_are_told_apart_by_more_of_their_path(tmp_path: Path) -> None:
    for name in ("2016/news/a.txt", "2017/news/a.txt"):
        write(tmp_path / name)
    assert ids(tmp_path / "2016" / "news", tmp_path / "2017" / "news") == ["2016/news/a", "2017/news/a"]


def test_an_id_made_longer_takes_none_that_is_there(tmp_path: Path) -> None:
    for name in ("x/a.txt", "y/a.txt", "z/x/a.txt"):
        write(tmp_path / name)
    found = ids(tmp_path / "x", tmp_path / "y", tmp_path / "z")
    assert len(set(found)) == 3 and found[2] == "x/a"


@pytest.mark.parametrize("names", [("a.txt", "a.TXT"), ("\u0623.txt", "\u0627\u0654.txt")], ids=ascii)
def test_files_of_one_folder_with_one_id_keep_what_tells_them_apart(tmp_path: Path, names: tuple[str, str]) -> None:
    for name in names:
        write(tmp_path / name)
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("a file system for which these are one")
    assert len(set(ids(tmp_path))) == 2


@pytest.mark.skipif(os.name == "nt", reason="any bytes are a name on Unix only")
def test_names_that_cannot_be_written_are_numbered(tmp_path: Path) -> None:
    for byte in b"\xfe", b"\xff":
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + byte + b".txt")).write_text(TEXT, encoding="utf-8")
    assert ids(tmp_path) == ["\ufffd (1)", "\ufffd (2)"]


def test_a_file_is_read_once_however_it_is_given(tmp_path: Path) -> None:
    path = write(tmp_path / "x" / "a.txt")
    (link := tmp_path / "link.txt").symlink_to(path)
    given = [tmp_path / "x", path, tmp_path / "x" / ".." / "x" / "a.txt", link]
    items = list(read(given))
    assert [type(item) for item in items] == [Article, Notice, Notice, Notice]
    assert {item.message for item in items if isinstance(item, Notice)} == {"given twice, read once"}


def test_stdin_beside_a_file_called_so(tmp_path: Path) -> None:
    path = write(tmp_path / "x" / "stdin.txt")
    found = [item for item in read(["-", path], stdin=io.BytesIO(TEXT.encode())) if isinstance(item, Article)]
    assert [article.id for article in found] == ["stdin", "x/stdin"]


def test_metadata_knows_an_article_by_either_id(tmp_path: Path) -> None:
    one, two = write(tmp_path / "x" / "a.txt"), write(tmp_path / "y" / "a.txt")
    write(tmp_path / "x" / "metadata.csv", "doc_id,published\na,2016-01-01\n")
    given = write(tmp_path / "all.csv", "doc_id,published\ny/a,2017-01-01\n")
    assert [str(a.published) for a in articles(one, two, metadata=given)] == ["2016-01-01", "2017-01-01"]


def test_one_source_need_not_be_in_a_list(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert list(read(path)) == list(read(str(path))) == [Article("a", TEXT)]


# what is passed over or refused


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_in_a_folder_is_passed_over_and_one_that_is_given_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    os.mkfifo(pipe := tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to("/dev/zero")
    notices = [item for item in read([tmp_path]) if isinstance(item, Notice)]
    assert [notice.source for notice in notices] == [str(pipe), str(tmp_path / "c.txt")]
    assert all("passed over" in notice.message for notice in notices)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT, "utf-8"))
    writer.start()
    assert [article.text for article in articles(pipe)] == [TEXT]
    writer.join()


def test_links_to_folders_and_other_files_are_counted(tmp_path: Path) -> None:
    write(tmp_path / "x" / "a.txt")
    for name in ("b.pdf", "c.html", "metadata.csv", ".hidden"):
        write(tmp_path / "x" / name, "doc_id\n")
    (tmp_path / "x" / "again").symlink_to(tmp_path, target_is_directory=True)
    notices = [item for item in read([tmp_path / "x"]) if isinstance(item, Notice)]
    assert sorted(notice.message for notice in notices) == [OTHER_SUFFIX, OTHER_SUFFIX, FOLDER_LINK]


def test_what_is_too_large_is_refused_with_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 1000)
    item = only(path := write(tmp_path / "a.txt", TEXT * 100))
    assert isinstance(item, Failure) and "larger than" in item.reason and "split it" in item.reason
    (piped,) = read(["-"], stdin=io.BytesIO(path.read_bytes()))
    assert isinstance(piped, Failure) and "split it" in piped.reason
    assert isinstance(only(write(tmp_path / "b.txt", "ا" * 500)), Article)


@pytest.mark.parametrize(
    "text",
    [
        f"<!DOCTYPE html>\n<html dir='rtl'><body>{TEXT}</body></html>",
        f"\ufeff\n<?xml version='1.0'?><!-- a --><HTML>{TEXT}",
        "".join(f"<p class='text'>{TEXT}</p>\n" for _ in range(9)),
        "{\\rtf1\\ansi " + TEXT,
    ],
    ids=["html", "xhtml", "fragment", "rtf"],
)
def test_markup_is_refused_with_a_hint(tmp_path: Path, text: str) -> None:
    item = only(write(tmp_path / "a.txt", text))
    assert isinstance(item, Failure) and "is not read yet; save the text" in item.reason


def test_a_stray_tag_is_no_markup(tmp_path: Path) -> None:
    assert isinstance(only(write(tmp_path / "a.txt", f"{TEXT}<br/>\nإذا كان س < ص")), Article)


def test_wrapped_lines_are_told(tmp_path: Path) -> None:
    text = textwrap.fill(f"{TEXT} وقال إنه لا يرى حلا للأزمة في سوريا من دون أن تجلس الأطراف إلى طاولة واحدة. " * 6, 72)
    notice, article = read([write(tmp_path / "a.txt", text)])
    assert notice == Notice(str(tmp_path / "a.txt"), WRAPPED) and article == Article("a", text)


# metadata


@pytest.mark.parametrize(
    "content",
    [
        " doc_id , Published ,outlet, URL \r\n a , 2016-06-21 , سانا , https://example.org/1 \r\n",
        "\ufeffdoc_id;published;outlet;url\na;2016-06-21;سانا;https://example.org/1\n",
        "outlet\turl\tdoc_id\tpublished\nسانا\thttps://example.org/1\ta.txt\t2016-06-21T10:00\n",
        '"doc_id","published","outlet","url"\n"a","2016-06-21","سانا","https://example.org/1"\n',
        "\n  \nsep=;\ndoc_id;published;outlet;url\na;٢٠١٦/٠٦/٢١;سانا;https://example.org/1\n",
        'doc_id,published,outlet,url\nb,2016-06-21,"سانا,\na,2016-06-21,سانا,https://example.org/1\n',
    ],
    ids=["spaces", "semicolons", "tabs", "quotes", "sep", "open quote"],
)
def test_metadata_as_people_save_it(tmp_path: Path, content: str) -> None:
    path = write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", content)
    (article,) = articles(path)
    assert (str(article.published), article.outlet, article.url) == ("2016-06-21", "سانا", "https://example.org/1")


def test_rows_that_cannot_be_read_are_one_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "doc_id,published\n,2016-06-21\na,2016-06-21\na,2017-06-21\n,\n")
    notice, article = read([path])
    assert notice == Notice(str(tmp_path / "metadata.csv"), "2 rows are left out: line 2 has no doc_id and 1 more")
    assert isinstance(article, Article) and str(article.published) == "2016-06-21"


def test_metadata_without_rows_or_that_is_no_file_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    _, notice = read([path], metadata=write(tmp_path / "mine.csv", "doc_id,published\n"))
    assert isinstance(notice, Notice) and "no row for any article" in notice.message
    (tmp_path / "metadata.csv").mkdir()
    notice, _ = read([path])
    assert notice == Notice(str(tmp_path / "metadata.csv"), "not used: it is no file")


@pytest.mark.parametrize("content", [b"", b"id,day\n", b"\x00\x01\x02"], ids=["empty", "columns", "binary"])
def test_metadata_given_by_name_must_be_usable(tmp_path: Path, content: bytes) -> None:
    file = write(tmp_path / "mine.csv", content)
    with pytest.raises(MetadataError, match=r"mine\.csv cannot be used: "):
        read([write(tmp_path / "a.txt")], metadata=file)
    with pytest.raises(MetadataError, match="cannot be read: Is a directory"):
        read([], metadata=tmp_path)


def test_two_folders_do_not_share_a_row_of_given_metadata(tmp_path: Path) -> None:
    for name in ("A/a.txt", "B/a.txt"):
        write(tmp_path / name)
    given = write(tmp_path / "all.csv", "doc_id,published\na,2016-01-01\n")
    *found, notice = (item for item in read([tmp_path / "A", tmp_path / "B"], metadata=given))
    assert [item.published for item in found if isinstance(item, Article)] == [None, None]
    assert isinstance(notice, Notice) and "'A/a'" in notice.message


def test_a_file_keeps_the_way_that_tells_most_of_it(tmp_path: Path) -> None:
    path = write(tmp_path / "L" / "2016" / "a.txt")
    write(tmp_path / "L" / "metadata.csv", "doc_id,published\n2016/a,2016-01-01\n")
    (tmp_path / "L" / "latest.txt").symlink_to(path)
    for sources in ([tmp_path / "L"], [path, tmp_path / "L"], [tmp_path / "L" / "latest.txt", tmp_path / "L"]):
        (article,) = articles(*sources)
        assert (article.id, str(article.published)) == ("2016/a", "2016-01-01")


def test_a_quotation_mark_left_open_spoils_no_row_before_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    rows = 'a,2016-06-21,"سانا\nدمشق",https://example.org/1\nb,2016-06-21,"x\nc,2016-06-21,y,\n'
    write(tmp_path / "metadata.csv", f"doc_id,published,outlet,url\n{rows}")
    (article,) = articles(path)
    assert (article.outlet, article.url) == ("سانا\nدمشق", "https://example.org/1")


@pytest.mark.parametrize("text", ["<!---->" * 200, "<" * 50_000, "<!--" * 20_000, "<?xml " * 9_000], ids=len)
def test_no_markup_takes_long(text: str) -> None:
    """With a pattern that goes back on itself this test would never end."""
    assert markup_of(f"{text} التقى كيري لافروف") == ""


def test_a_folder_of_pipes_only_is_a_failure(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs pipes with names")
    os.mkfifo(tmp_path / "a.txt")
    assert [type(item) for item in read([tmp_path])] == [Notice, Failure]


@pytest.mark.parametrize("wrong", [None, 5, [None], [b"a.txt"]], ids=repr)
def test_what_is_no_path_says_what_to_give(wrong: object) -> None:
    with pytest.raises(TypeError, match="a source is a path or '-', not"):
        read(wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'' is no file"):
        read("")
