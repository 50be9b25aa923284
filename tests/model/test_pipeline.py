"""The whole way of an article with the real models: tagging, offsets, rows, and the program itself."""

import csv
import io
import itertools
import os
import subprocess
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from syria_events.cli.app import app
from syria_events.lexicon import cameo, load
from syria_events.model import Article, Doc, Event, Failure
from syria_events.output.table import COLUMNS, row
from syria_events.pipeline import events_of, extract
from syria_events.tagging.conllu import read_documents, write_conllu
from syria_events.tagging.patches import repeats

from ..test_plaintext import VARIANTS

if TYPE_CHECKING:
    from syria_events.tagging.pipeline import Tagger

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
PER, LOC, ORG, DATE = ("PER", "LOC", "ORG", "DATE")
Coder = Callable[..., list[Event]]


@pytest.fixture
def code(tagger: "Tagger", monkeypatch: pytest.MonkeyPatch) -> Coder:
    """Codes articles the way the program does, with the tagger of the session."""
    monkeypatch.setattr("syria_events.tagging.pipeline.Tagger", lambda *_: tagger)

    def events(*articles: Article) -> list[Event]:
        items = list(extract(articles))
        assert [item for item in items if isinstance(item, Failure)] == []
        return [item for item in items if isinstance(item, Event)]

    return events


def cells(event: Event) -> dict[str, str]:
    """A row as CSV holds it."""
    return {name: "" if cell is None else str(cell) for name, cell in row(event).items() if name != "rules"}


def spans(docs: tuple[Doc, ...] | list[Doc]) -> list[tuple[int, int]]:
    return [(sentence.start, sentence.end) for doc in docs for sentence in doc.sentences]


# tagging


def test_names_are_weighed_within_their_article(tagger: "Tagger", monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, object]] = []
    weigh = repeats.weigh

    def listen(tokens: Any, articles: Any, scores: Any) -> Any:
        seen.extend(zip(map(" ".join, tokens), articles, strict=True))
        return weigh(tokens, articles, scores)

    monkeypatch.setattr(repeats, "weigh", listen)
    told = (Article("a", "وصل لافروف\nغادر كيري دمشق مساء"), Article("b", "التقى لافروف كيري"))
    list(tagger.tag(told))
    groups = dict(seen)
    assert list(groups) == ["وصل لافروف", "غادر كيري دمشق مساء", "التقى لافروف كيري"]
    first, second, third = groups.values()
    assert first == second != third


def test_every_article_is_tagged_in_order(docs: tuple[Doc, ...], seeds: tuple[Article, ...]) -> None:
    assert [doc.article for doc in docs] == list(seeds)
    assert all(doc.sentences for doc in docs)


def test_no_sentence_crosses_a_line_break(docs: tuple[Doc, ...]) -> None:
    for doc in docs:
        for sentence in doc.sentences:
            assert not set(doc.text[sentence.start : sentence.end]) & set("\r\n"), sentence


def test_sentences_are_in_order_and_hold_their_words(docs: tuple[Doc, ...]) -> None:
    for doc in docs:
        assert [sentence.index for sentence in doc.sentences] == list(range(len(doc.sentences)))
        for before, after in itertools.pairwise(doc.sentences):
            assert before.end <= after.start
            assert after.paragraph - before.paragraph in (0, 1)
        for sentence in doc.sentences:
            assert [word.id for word in sentence.words] == list(range(1, len(sentence.words) + 1))
            assert (sentence.start, sentence.end) == (sentence.words[0].start, sentence.words[-1].end)
            assert sum(word.head == 0 for word in sentence.words) == 1
            assert all(0 <= word.head <= len(sentence.words) for word in sentence.words)


def test_every_word_is_where_its_offsets_say(docs: tuple[Doc, ...]) -> None:
    from syria_events.tagging.pipeline import one_quote

    for doc in docs:
        text = doc.text
        for sentence in doc.sentences:
            for word in sentence.words:
                assert 0 <= word.start < word.end <= len(text)
                if not word.clitic:
                    surface = one_quote(text[word.start : word.end])
                    assert "".join(surface.split()) == "".join(one_quote(word.text).split())


def test_no_text_is_lost(docs: tuple[Doc, ...]) -> None:
    for doc in docs:
        covered = {at for s in doc.sentences for word in s.words for at in range(word.start, word.end)}
        lost = "".join(char for at, char in enumerate(doc.text) if at not in covered)
        assert lost.split() == [], doc.article.id


def test_every_word_is_tagged(docs: tuple[Doc, ...]) -> None:
    words = [word for doc in docs for sentence in doc.sentences for word in sentence.words]
    assert all(word.upos and word.lemma and word.deprel for word in words)
    assert {"VERB", "NOUN", "ADP", "ADJ", "PRON", "PUNCT"} <= {word.upos for word in words}
    assert any(word.clitic for word in words)


@pytest.mark.parametrize("kind", [PER, LOC, ORG, DATE])
def test_entities_of_every_kind_are_found(docs: tuple[Doc, ...], kind: str) -> None:
    assert any(entity.kind == kind for doc in docs for entity in doc.entities)


def test_entities_are_where_their_offsets_say(docs: tuple[Doc, ...]) -> None:
    for doc in docs:
        for entity in doc.entities:
            assert doc.text[entity.start : entity.end] == entity.text != ""
        for before, after in itertools.pairwise(doc.entities):
            assert before.start <= after.start


def test_the_names_of_the_news_are_found(docs: tuple[Doc, ...]) -> None:
    found = {(entity.kind, word) for doc in docs for entity in doc.entities for word in entity.text.split()}
    assert (PER, "كيري") in found and {(LOC, "سوريا"), (LOC, "حلب")} & found


# articles of other shapes


@pytest.mark.parametrize("text", [" ", "\n \t\r\n\u00a0\n"], ids=["space", "lines"])
def test_white_space_has_no_events(tagger: "Tagger", text: str) -> None:
    blank = Article("blank", text)
    assert list(tagger.tag([blank])) == [Doc(blank, ())]


def test_white_space_among_others_changes_nothing(code: Coder, seeds: tuple[Article, ...]) -> None:
    blank = Article("blank", " \n ")
    assert code(blank, seeds[0], blank) == code(seeds[0])


@pytest.mark.parametrize(
    "text",
    ["كيري", "😀", "...", "\u200f", "؟!", "https://example.org/a?b=c", "ا" * 5000, "كلمة " * 600, "\u0640\u064b\u0651"],
    ids=["word", "emoji", "dots", "mark", "marks", "link", "long-word", "long-sentence", "tashkeel"],
)
def test_odd_text_is_tagged_within_its_offsets(tagger: "Tagger", text: str) -> None:
    (doc,) = tagger.tag([Article("odd", text)])
    for sentence in doc.sentences:
        assert all(0 <= word.start < word.end <= len(text) for word in sentence.words)
    assert list(events_of([doc], load())) == []


def test_windows_line_ends_move_offsets_only(code: Coder, seeds: tuple[Article, ...]) -> None:
    unix = Article("a", seeds[0].text.replace("\r\n", "\n"), seeds[0].published)
    windows = Article("a", unix.text.replace("\n", "\r\n"), unix.published)
    for one, other in zip(code(unix), code(windows), strict=True):
        assert windows.text[other.start : other.end] == other.trigger == one.trigger
        assert other.start - one.start == unix.text.count("\n", 0, one.start)


def test_a_long_article_is_tagged_in_parts_with_offsets_of_the_whole(
    tagger: "Tagger", seeds: tuple[Article, ...], docs: tuple[Doc, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("syria_events.tagging.pipeline.PART", 1_000)
    parts = list(tagger.tag(seeds[:2]))
    for article, whole in zip(seeds[:2], docs[:2], strict=True):
        mine = [part for part in parts if part.article == article]
        assert spans(mine) == spans([whole])
        assert [e.start for part in mine for e in part.entities] == sorted({e.start for e in whole.entities})
    for item in events_of(parts, load()):
        assert isinstance(item, Event)
        text = next(article.text for article in seeds if article.id == item.doc_id)
        assert text[item.start : item.end] == item.trigger


def test_a_long_article_is_coded_in_parts_as_one(
    code: Coder, seeds: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("syria_events.tagging.pipeline.PART", 1_000)
    events = code(seeds[0])
    assert len({row(event)["event_id"] for event in events}) == len(events)
    assert len({event.sent_index for event in events}) > 3
    assert all(seeds[0].text[e.start : e.end] == e.trigger for e in events)


def test_a_line_longer_than_the_limit_is_cut_between_words(tagger: "Tagger", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("syria_events.tagging.pipeline.PARAGRAPH", 60)
    text = "التقى وزير الخارجية الأميركي جون كيري نظيره الروسي سيرغي لافروف في جنيف. وبحثا وقف إطلاق النار في سوريا."
    (doc,) = tagger.tag([Article("a", text)])
    surface = [text[w.start : w.end] for s in doc.sentences for w in s.words]
    assert "".join(dict.fromkeys(surface)).startswith("التقىوزيرالخارجيةالأميركي")
    assert {sentence.paragraph for sentence in doc.sentences} == {0}
    assert all(text[end : end + 1] in ("", " ", ".") for _, end in spans([doc]))


# events


def test_there_are_events_in_every_article(seed_events: tuple[Event, ...], seeds: tuple[Article, ...]) -> None:
    assert {event.doc_id for event in seed_events} == {article.id for article in seeds}


def test_triggers_are_where_their_offsets_say(seed_events: tuple[Event, ...], seeds: tuple[Article, ...]) -> None:
    texts = {article.id: article.text for article in seeds}
    wrong = [e for e in seed_events if texts[e.doc_id][e.start : e.end] != e.trigger or not e.trigger.strip()]
    assert wrong == []


def test_triggers_stand_in_their_sentences(seed_events: tuple[Event, ...], docs: tuple[Doc, ...]) -> None:
    sentences = {(doc.article.id, s.index): (doc, s) for doc in docs for s in doc.sentences}
    for event in seed_events:
        doc, sentence = sentences[event.doc_id, event.sent_index]
        start, end = doc.span(sentence.start, sentence.end)
        assert start <= event.start < event.end <= end
        raw = doc.article.text[start:end]
        assert event.sentence.split() == raw.split()  # white space of any kind becomes single spaces


def test_every_row_is_well_formed(seed_events: tuple[Event, ...]) -> None:
    for event in seed_events:
        made = row(event)
        assert list(made) == [*(column.name for column in COLUMNS), "rules"]
        assert made["cameo"] in cameo.table() and made["action"] and made["rule"]
        assert made["actor"] and made["status"] in ("actual", "planned", "negated", "hypothetical")
        assert 0 < event.confidence <= 1 and event.mentions >= 1
        assert made["target"] or event.cameo[:2] in {
            "01",
            "02",
            "03",
            "08",
            "10",
            "12",
            "13",
            "14",
            "15",
            "16",
            "19",
            "20",
        }
        for column in COLUMNS:
            cell = made[column.name]
            assert cell is None or isinstance(cell, (int, float) if column.number else str), (column.name, cell)


def test_event_ids_are_unique(seed_events: tuple[Event, ...]) -> None:
    ids = [row(event)["event_id"] for event in seed_events]
    assert len(set(ids)) == len(ids)


def test_the_same_article_gives_the_same_rows(code: Coder, seeds: tuple[Article, ...]) -> None:
    first, second = ([row(event) for event in code(seeds[1])] for _ in range(2))
    assert first and first == second


def test_the_other_articles_of_a_run_change_nothing(
    code: Coder, seeds: tuple[Article, ...], seed_events: tuple[Event, ...]
) -> None:
    together = [event for event in seed_events if event.doc_id == seeds[2].id]
    assert code(seeds[2]) == together


# the program


def test_the_command_line_gives_the_rows_as_csv(code: Coder, seeds: tuple[Article, ...]) -> None:
    result = CliRunner().invoke(app, ["extract", str(ROOT / "seeds" / f"{seeds[0].id}.txt")])
    assert result.exit_code == 0, result.stderr
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8"), newline="")))
    assert rows == [cells(event) for event in code(seeds[0])] != []
    assert result.stderr == f"1 article, {len(rows)} event{'s' * (len(rows) != 1)}\n"


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("command", ["extract", "entities", "unknown"])
def test_tagged_documents_give_the_rows_of_their_articles(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = CliRunner().invoke(app, [command, str(ROOT / "seeds")])
    written = CliRunner().invoke(app, ["tag", str(ROOT / "seeds")])
    assert CliRunner().invoke(app, ["tag", str(ROOT / "seeds"), "-o", f"{tmp_path}/"]).exit_code == 0
    monkeypatch.delattr("syria_events.tagging.pipeline.Tagger")
    for source, text in (("-", written.stdout_bytes), (str(tmp_path), b"")):
        result = CliRunner().invoke(app, [command, "--tagged", source], input=text)
        assert (result.exit_code, result.stderr) == (0, wanted.stderr)
        assert result.stdout_bytes == wanted.stdout_bytes != b""


def test_documents_are_read_as_they_were_written(docs: tuple[Doc, ...]) -> None:
    assert list(read_documents("".join(map(write_conllu, docs)).split("\n"), id="none")) == list(docs)


# runs the program with every socket refused
OFFLINE = """
import socket
class Refused(socket.socket):
    def __init__(self, *_, **__):
        raise OSError("the program opened a socket")
def refuse(*_, **__):
    raise OSError("the program asked for the network")
socket.socket = Refused
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
from syria_events.cli.app import main
main()
"""


@pytest.fixture(scope="module")
def offline(
    seeds: tuple[Article, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator["subprocess.CompletedProcess[str]"]:
    """One seed through a process of its own that has no network, started elsewhere."""
    path = ROOT / "seeds" / f"{seeds[3].id}.txt"
    folder = tmp_path_factory.mktemp("elsewhere")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"}
    yield subprocess.run(
        [sys.executable, "-c", OFFLINE, "extract", str(path)],
        capture_output=True, encoding="utf-8", check=False, cwd=folder, env=environment,
    )  # fmt: skip
    assert list(folder.iterdir()) == []


def test_no_network_is_needed(offline: "subprocess.CompletedProcess[str]") -> None:
    assert "Traceback" not in offline.stderr and "socket" not in offline.stderr
    assert offline.returncode == 0 and offline.stderr.startswith("1 article, ")
    assert offline.stderr.count("\n") == 1  # Stanza, torch and Python say nothing


def test_another_process_gives_the_same_bytes(
    offline: "subprocess.CompletedProcess[str]", code: Coder, seeds: tuple[Article, ...]
) -> None:
    assert list(csv.DictReader(io.StringIO(offline.stdout, newline=""))) == [cells(event) for event in code(seeds[3])]


# spellings

COMPARED = "doc_id actor action cameo target status event_date event_date_end place source mentions actor_code".split()


def compared(events: Iterable[Event]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(cells(event)[name] for name in COMPARED) for event in events)


@pytest.mark.parametrize("name", ["presentation forms", "vowels", "Persian letters", "wrapped at 72 columns"])
def test_articles_that_look_alike_give_the_same_rows(
    tagger: "Tagger", seeds: tuple[Article, ...], seed_events: tuple[Event, ...], name: str
) -> None:
    def wrapped(text: str) -> str:
        return "\n".join(textwrap.fill(line, 72, break_on_hyphens=False) for line in text.split("\n"))

    variant = {**VARIANTS, "wrapped at 72 columns": wrapped}[name]
    articles = [replace(article, text=variant(article.text)) for article in seeds]
    events = [item for item in events_of(tagger.tag(articles), load()) if isinstance(item, Event)]
    texts = {article.id: article.text for article in articles}
    assert all(texts[event.doc_id][event.start : event.end] == event.trigger for event in events)
    lost = compared(seed_events) - compared(events)
    assert lost.total() <= 3 if "wrapped" in name else not lost
