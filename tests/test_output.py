import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from syria_events.errors import LexiconError, OutputError
from syria_events.lexicon.cameo import cameo, table
from syria_events.model import Actor, Event, Named, Period
from syria_events.output import listing, loading, writing
from syria_events.output.table import COLUMNS, ENTITY_COLUMNS, Row, entity_row, row

MakeEvent = Callable[..., Event]
NAMES = [column.name for column in COLUMNS]


def written(*rows: Row, format: writing.Format) -> str:
    stream = io.StringIO(newline="")
    writing.write(rows, stream, format=format)
    return stream.getvalue()


# keys beside the columns

RULES = {"event": ["trigger.verb", "meet"], "actor": ["subject.postverbal"], "target": []}


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_has_the_keys_that_are_no_columns(make_event: MakeEvent, tmp_path: Path, format: writing.Format) -> None:
    made = {**row(make_event()), "rules": RULES}
    text = written(made, made, format=format)
    first = json.loads(text)[0] if format == "json" else json.loads(text.splitlines()[0])
    assert first == made and list(first)[-1] == "rules", "behind the columns"
    writing.save([made], path := tmp_path / f"rows.{format}", format=format)
    assert loading.load(path) == ([made], COLUMNS)


def test_tables_have_only_the_columns(make_event: MakeEvent) -> None:
    made, bare = {**row(make_event()), "rules": RULES}, row(make_event())
    assert written(made, format="csv") == written(bare, format="csv")
    assert written(made, format="table") == written(bare, format="table")
    listing.print_rows([made], stream := io.StringIO(), width=80)
    assert "postverbal" not in stream.getvalue()


# codes


def test_the_whole_cameo_table_is_there() -> None:
    assert len(table()) == 312
    assert {code.root for code in table().values()} == {f"{root:02}" for root in range(1, 21)}
    for code in table().values():
        assert code.name and 1 <= code.quad <= 4 and -10 <= code.goldstein <= 10
        assert bool(code.plover) == (code.root not in ("01", "02"))


def test_a_code() -> None:
    code = cameo("042")
    assert (code.name, code.quad, code.goldstein, code.plover) == ("Make a visit", 1, 1.9, "CONSULT")


@pytest.mark.parametrize("code", ["42", "", "0", "2105"], ids=ascii)
def test_an_unknown_code_is_an_error(code: str) -> None:
    with pytest.raises(LexiconError, match="CAMEO"):
        cameo(code)


# rows


def test_columns_are_those_of_the_design() -> None:
    assert " ".join(NAMES) == (
        "event_id story_id doc_id published event_date event_date_end date_text date date_basis outlet title url "
        "actor actor_id actor_en actor_code actor_text action action_en cameo quad goldstein plover "
        "target target_id target_en target_code target_text status place place_en country lat lon "
        "source mentions confidence rule sentence sent_index start end trigger"
    )


def test_row_has_the_columns_in_order_and_numbers_stay_numbers(make_event: MakeEvent) -> None:
    cells = row(make_event(confidence=0.1 + 0.2))
    assert list(cells) == [*NAMES, "rules"]
    assert cells["confidence"] == 0.3 and cells["lat"] == 46.2 and cells["start"] == 0 and cells["quad"] == 1
    assert cells["cameo"] == "040" and cells["action_en"] == "Consult"
    for column in COLUMNS:
        assert isinstance(cells[column.name], int | float if column.number else str), column.name


def test_what_is_unknown_is_empty(make_event: MakeEvent) -> None:
    cells = row(make_event(target=None, target_text="", when=None, lat=None, lon=None, published=None))
    assert [cells[name] for name in ("target", "target_id", "target_code", "event_date", "published")] == [""] * 5
    assert cells["lat"] is None and cells["lon"] is None


def test_period(make_event: MakeEvent) -> None:
    cells = row(make_event(when=Period(date(2016, 6, 13), date(2016, 6, 19))))
    assert (cells["event_date"], cells["event_date_end"]) == ("2016-06-13", "2016-06-19")
    assert row(make_event(when=Period(date(2016, 6, 13), date(2016, 6, 13))))["event_date_end"] == ""


def test_event_id_is_stable(make_event: MakeEvent) -> None:
    assert row(make_event())["event_id"] == "ev-c8a625c7bc987f9c"


@pytest.mark.parametrize(
    "change",
    [
        {"doc_id": "b"},
        {"actor": Actor("", "أهالي")},
        {"target": None},
        {"cameo": "030"},
        {"status": "planned"},
        {"when": None},
        {"when": Period(date(2016, 9, 9), date(2016, 9, 10))},
    ],
    ids=["document", "actor", "target", "root", "status", "undated", "period"],
)
def test_event_id_tells_events_apart(make_event: MakeEvent, change: dict[str, object]) -> None:
    assert row(make_event(**change))["event_id"] != row(make_event())["event_id"]


def test_event_id_does_not_depend_on_the_wording(make_event: MakeEvent) -> None:
    other = make_event(
        cameo="041", action="هاتف", sentence="…", start=90, end=94, trigger="هاتف", confidence=0.5, mentions=2
    )
    assert row(other)["event_id"] == row(make_event())["event_id"]


def test_one_story_in_two_articles_told_from_either_side(make_event: MakeEvent) -> None:
    one = make_event()
    two = make_event(doc_id="b", actor=one.target, target=one.actor)
    assert row(one)["story_id"] == row(two)["story_id"]
    assert row(one)["event_id"] != row(two)["event_id"]


@pytest.mark.parametrize(
    "change", [{"status": "planned"}, {"when": Period(date(2016, 9, 8))}, {"cameo": "030"}], ids=str
)
def test_different_stories(make_event: MakeEvent, change: dict[str, object]) -> None:
    assert row(make_event(**change))["story_id"] != row(make_event())["story_id"]


def test_undated_events_of_two_articles_are_not_one_story(make_event: MakeEvent) -> None:
    one, two = make_event(when=None), make_event(when=None, doc_id="b")
    assert row(one)["story_id"] != row(two)["story_id"]


# rows of what is named


def test_entity_row_has_the_columns_in_order(make_named: Callable[..., Named]) -> None:
    cells = entity_row(make_named())
    assert " ".join(cells) == "doc_id kind text start end name name_en id code date date_end lat lon reason"
    assert list(cells) == [column.name for column in ENTITY_COLUMNS]
    for column in ENTITY_COLUMNS:
        assert isinstance(cells[column.name], int | float if column.number else str), column.name


def test_entity_row_of_a_period(make_named: Callable[..., Named]) -> None:
    when = Period(date(2016, 6, 13), date(2016, 6, 19))
    cells = entity_row(make_named(kind="DATE", when=when, lat=None, lon=None))
    assert (cells["date"], cells["date_end"], cells["lat"]) == ("2016-06-13", "2016-06-19", None)
    assert entity_row(make_named())["date"] == ""


@pytest.mark.parametrize("format", ["csv", "table"])
def test_the_writers_take_other_columns(make_named: Callable[..., Named], format: writing.Format) -> None:
    stream = io.StringIO(newline="")
    writing.write([entity_row(make_named(text=NASTY))], stream, format=format, columns=ENTITY_COLUMNS)
    text = stream.getvalue()
    heads = text.split("\n")[format == "table"].replace(listing.MARK, "")
    assert heads.startswith("doc_id,kind" if format == "csv" else "kind") and "Geneva" in text
    assert NASTY.split()[0] in text and "sentence" not in heads


def test_terminal_table_of_what_is_named(make_named: Callable[..., Named]) -> None:
    stream = io.StringIO()
    rows = [entity_row(make_named()), entity_row(make_named(text="المركز الإعلامي للثورة في مدينة حمص وريفها"))]
    listing.print_rows(rows, stream, width=60, columns=ENTITY_COLUMNS)
    assert all(len(line.replace(listing.MARK, "")) <= 60 for line in stream.getvalue().splitlines())
    assert stream.getvalue().count("reason") == 1 and "Geneva" in stream.getvalue()


# formats

NASTY = 'قال: "نعم"،\r\nثم\rمضى,\n\u2028=1+1\x85\t[/bold]'


def test_csv(make_event: MakeEvent) -> None:
    text = written(row(make_event()), format="csv")
    header, line, end = text.split("\n")
    assert header == ",".join(NAMES) and end == "" and "\r" not in text and ",040," in line
    quoted = '"trigger.verb; subject.postverbal; target.object-adjacent"'  # a semicolon separates cells in some locales
    assert line.startswith("ev-c8a625c7bc987f9c,") and '"' not in line.replace(quoted, "")


def test_csv_without_rows_has_a_header() -> None:
    assert written(format="csv") == ",".join(NAMES) + "\n"


def test_csv_keeps_every_cell(make_event: MakeEvent) -> None:
    cells = row(make_event(sentence=NASTY, lat=None))
    (read,) = csv.DictReader(io.StringIO(written(cells, format="csv"), newline=""))
    assert read == {name: "" if cells[name] is None else str(cells[name]) for name in NAMES}


@pytest.mark.parametrize("size", [0, 1, 2])
def test_json_is_what_the_standard_library_writes(make_event: MakeEvent, size: int) -> None:
    rows = [row(make_event(sentence=NASTY, doc_id=str(number))) for number in range(size)]
    assert written(*rows, format="json") == json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def test_jsonl(make_event: MakeEvent) -> None:
    rows = [row(make_event(sentence=NASTY, lat=None)), row(make_event(doc_id="b"))]
    lines = written(*rows, format="jsonl").split("\n")
    assert lines.pop() == "" and [json.loads(line) for line in lines] == rows
    assert '"lat": null' in lines[0] and "التقى" in lines[0]


@pytest.mark.parametrize("format", ["csv", "json", "jsonl", "table"])
def test_rows_are_written_as_they_come(make_event: MakeEvent, format: writing.Format) -> None:
    stream, seen = io.StringIO(), []

    def rows() -> Iterator[Row]:
        for number in range(3):
            seen.append(len(stream.getvalue()))
            yield row(make_event(doc_id=str(number)))

    writing.write(rows(), stream, format=format)
    assert seen[2] > seen[1] or format == "table"
    assert len(stream.getvalue()) > seen[2] > 0


# files


@pytest.mark.parametrize("name", ["a.csv", "a.JSON", "a.jsonl"])
def test_format_follows_the_suffix(name: str) -> None:
    assert writing.format_of(Path(name)) == name.lower()[2:]


@pytest.mark.parametrize("name", ["a.txt", "a", "a.xls"])
def test_suffix_without_format_is_an_error(name: str) -> None:
    with pytest.raises(OutputError, match="--format"):
        writing.format_of(Path(name))


def test_existing_file_is_kept_without_force(tmp_path: Path) -> None:
    (path := tmp_path / "a.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="--force"):
        writing.save([], path, format="csv")
    assert path.read_text(encoding="utf-8") == "mine"
    writing.save([], path, format="csv", force=True)
    assert path.read_text(encoding="utf-8").startswith("event_id,")


def test_file_appears_only_when_whole(tmp_path: Path, make_event: MakeEvent) -> None:
    path = tmp_path / "a.csv"

    def rows() -> Iterator[Row]:
        yield row(make_event())
        assert not path.exists() and len(list(tmp_path.iterdir())) == 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        writing.save(rows(), path, format="csv")
    assert list(tmp_path.iterdir()) == []


def test_file_is_utf8_with_line_feeds(tmp_path: Path, make_event: MakeEvent) -> None:
    writing.save([row(make_event())], path := tmp_path / "a.csv", format="csv")
    data = path.read_bytes()
    assert b"\r" not in data and "التقى".encode() in data and not data.startswith(b"\xef\xbb\xbf")


def test_link_stays_a_link(tmp_path: Path) -> None:
    (real := tmp_path / "real.csv").touch()
    (link := tmp_path / "link.csv").symlink_to(real)
    writing.save([], link, format="csv", force=True)
    assert link.is_symlink() and real.read_text(encoding="utf-8").startswith("event_id")


def test_device_is_written_to(make_event: MakeEvent) -> None:
    writing.save([row(make_event())], null := Path("/dev/null"), format="csv")
    assert not null.is_file()


@pytest.mark.parametrize("name", ["", "no/such/a.csv", "a.csv/b.csv"], ids=["folder", "no-folder", "below-a-file"])
def test_places_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.csv").touch()
    with pytest.raises(OutputError):
        writing.save([], tmp_path / name, format="csv", force=True)


# reading rows back, and showing them


@pytest.mark.parametrize("format", ["csv", "json", "jsonl"])
@pytest.mark.parametrize("size", [1, 2])
def test_rows_are_loaded_back(tmp_path: Path, make_event: MakeEvent, format: writing.Format, size: int) -> None:
    rows = [row(make_event(sentence=NASTY, doc_id=str(number))) for number in range(size)]
    writing.save(rows, path := tmp_path / "rows", format=format)
    expected = [{name: str(cells[name]) for name in NAMES} for cells in rows] if format == "csv" else rows
    assert loading.load(path) == (expected, COLUMNS)


@pytest.mark.parametrize("format", ["csv", "json"])
def test_no_rows_are_no_error(tmp_path: Path, format: writing.Format) -> None:
    writing.save([], path := tmp_path / "rows", format=format)
    assert loading.load(path) == ([], COLUMNS)


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b\n1,2\n", b"[1]", b'[{"a": 1}]', b"{", b"[\n", b"\0\1\2", b'{"doc_id": 1}\n{', b"[[]]"],
    ids=ascii,
)
def test_what_holds_no_rows_is_an_error(tmp_path: Path, content: bytes) -> None:
    (path := tmp_path / "rows").write_bytes(content)
    with pytest.raises(loading.RowsError, match="no rows file"):
        loading.load(path)


def test_text_columns(make_event: MakeEvent) -> None:
    rows = [
        row(make_event(sentence=NASTY, place="[/x]")),
        row(make_event(target=None, target_text="")),
        row(make_event(doc_id="b")),
    ]
    text = written(*rows, format="table")
    first, second = text.removesuffix("\n\n").split("\n\n")
    title, heads, line, other = first.split("\n")
    assert title == "a  2016-09-10" and second.startswith("b  2016-09-10")
    assert heads.replace(listing.MARK, "").split() == [
        "date", "status", "actor", "action", "target", "place", "source", "sentence",
    ]  # fmt: skip
    cells = [cell.strip() for cell in line.split(listing.MARK)]
    assert cells == [
        "2016-09-09",
        "actual",
        "جون كيري",
        "التقى 040",
        "سيرغي لافروف",
        "[/x]",
        "سانا",
        " ".join(NASTY.split()),
    ]
    assert [cell.strip() for cell in other.split(listing.MARK)][4] == ""


def test_terminal_table(make_event: MakeEvent) -> None:
    stream = io.StringIO()
    long = row(
        make_event(
            actor=Actor("", "وزارة الخارجية والمغتربين في الجمهورية العربية السورية"), place="[/x]", sentence=NASTY
        )
    )
    listing.print_rows([long, long], stream, width=80)
    lines = stream.getvalue().splitlines()
    assert all(len(line.replace(listing.MARK, "")) <= 80 for line in lines)
    assert stream.getvalue().count("status") == 1 and "[/x]" in stream.getvalue() and "\x1b" not in stream.getvalue()


def test_a_cell_cannot_steer_the_terminal(make_event: MakeEvent) -> None:
    assert "\x1b" not in written(row(make_event(place="\x1b[2Jجنيف", sentence="\x1b]0;x\x07")), format="table")


@pytest.mark.parametrize(
    ("sentence", "around", "width", "expected"),
    [
        ("التقى كيري لافروف", "التقى", 40, "التقى كيري لافروف"),
        ("a\n b\t c", "b", 40, "a b c"),
        ("one two three four five six", "one", 12, "one two…"),
        ("one two three four five six", "six", 12, "…five six"),
        ("one two three four five six", "three", 15, "…two three…"),
        ("one two three four five six", "absent", 12, "one two…"),
        ("one two three four five six", "", 12, "one two…"),
        ("وقال قالت قال نعم", "قال", 9, "…قال…"),
        ("x" * 30, "", 10, "x" * 9 + "…"),
    ],
)
def test_shorten(sentence: str, around: str, width: int, expected: str) -> None:
    assert listing.shorten(sentence, around=around, width=width) == expected
