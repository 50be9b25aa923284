"""Articles, failures and sentences on their way, with a tagger that needs no model."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import syria_events
from syria_events import Article, Event, Extractor, Failure, pipeline, read
from syria_events.lexicon import Lexicon, load
from syria_events.model import Doc, Entity, Sentence
from syria_events.pipeline import events_of
from syria_events.reading import Notice
from syria_events.rules.events.finder import find_events
from syria_events.rules.linking.model import Model
from syria_events.tagging.conllu import read_conllu

MEETING = """\
# text = التقى كيري لافروف.
1	التقى	اِلتَقَى	VERB	VP-A-3MS--	Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act	0	root	_	_
2	كيري	كيري	X	X---------	Foreign=Yes	1	nsubj	_	_
3	لافروف	لافروف	X	X---------	Foreign=Yes	1	obj	_	_
4	.	.	PUNCT	G---------	_	1	punct	_	_

"""
TEXT = read_conllu(MEETING).article.text


def doc(article: Article, sentences: int = 1, part: int = 0) -> Doc:
    """A document that tells of one meeting in every sentence."""
    tagged = read_conllu(MEETING * sentences)
    return replace(tagged, article=replace(article, text=tagged.article.text), part=part)


class Tagger:
    """Stands in for the real one; fails on articles with this word, and remembers what it was given."""

    def __init__(self, bad: str = "\0") -> None:
        self.bad = bad
        self.given: list[Article] = []

    def tag(self, articles: Iterable[Article]) -> Iterator[Doc | Failure]:
        for article in articles:
            self.given.append(article)
            yield Failure(article.id, "the tagger failed") if self.bad in article.text else doc(article)


@pytest.fixture
def tagger(monkeypatch: pytest.MonkeyPatch) -> Tagger:
    made = Tagger("كسر")
    monkeypatch.setattr(pipeline, "_tagger", lambda *_: made)
    return made


def ids(items: Iterable[object]) -> list[tuple[str, str]]:
    return [
        ("failure", item.source) if isinstance(item, Failure) else ("event", item.doc_id)
        for item in items
        if isinstance(item, Event | Failure)
    ]


# articles


def test_a_tagger_that_fails_on_the_third_of_six(tagger: Tagger) -> None:
    articles = [Article(name, "كسر" if name == "c" else TEXT) for name in "abcdef"]
    done: list[int] = []
    items = list(Extractor().extract(articles, done=lambda: done.append(1)))
    assert ids(items) == [("failure" if name == "c" else "event", name) for name in "abcdef"]
    assert len(done) == 6 and tagger.given == articles


def test_equal_articles_in_a_row_are_two() -> None:
    items = list(events_of([doc(Article("a", TEXT)), doc(Article("a", TEXT))], load()))
    assert [item.mentions for item in items if isinstance(item, Event)] == [1, 1]


def test_the_documents_of_one_article_are_one() -> None:
    parts = [doc(Article("a", TEXT), part=part) for part in range(3)]
    event, failure = events_of([*parts, Failure("b", "no")], load())
    assert isinstance(event, Event) and event.mentions == 3 and failure == Failure("b", "no")


def test_what_the_tagger_lost_of_an_article_is_told_behind_its_rows() -> None:
    lost = Failure("a", "characters 5 to 9 are left out", partial=True)
    items = list(events_of([doc(Article("a", TEXT)), lost, doc(Article("b", TEXT))], load()))
    assert ids(items) == [("event", "a"), ("failure", "a"), ("event", "b")]


# sentences


def failing(monkeypatch: pytest.MonkeyPatch, bad: Callable[[Sentence], bool]) -> None:
    """Let the rules fail on a document with such a sentence."""

    def find(doc: Doc, lexicon: Lexicon, model: Model) -> list[Event]:
        if any(map(bad, doc.sentences)):
            raise IndexError("tuple index\nout of range")
        return find_events(doc, lexicon, model)

    monkeypatch.setattr(pipeline, "find_events", find)


@pytest.mark.parametrize("bad", [{0}, {3}, {6}, {1, 2}, {0, 3, 6}], ids=str)
def test_a_sentence_that_fails_costs_itself(monkeypatch: pytest.MonkeyPatch, bad: set[int]) -> None:
    failing(monkeypatch, lambda sentence: sentence.index in bad)
    event, *failures = events_of([doc(Article("a", TEXT), 7)], load())
    assert isinstance(event, Event) and event.mentions == 7 - len(bad)
    why = "the rules failed (IndexError: tuple index out of range); please report it"
    assert set(failures) == {Failure("a", f"sentence {at} is left out: {why}", partial=True) for at in bad}


def test_an_article_of_which_one_part_fails_altogether_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, lambda sentence: len(sentence.words) > 3 and sentence.start >= 0 and sentence.paragraph == 7)
    bad = doc(Article("a", TEXT), 30)
    bad = replace(bad, sentences=tuple(replace(sentence, paragraph=7) for sentence in bad.sentences))
    event, failure = events_of([bad, doc(Article("a", TEXT), part=1)], load())
    assert isinstance(event, Event) and isinstance(failure, Failure) and failure.partial


def test_an_article_on_which_every_sentence_fails_is_one_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, lambda _sentence: True)
    items = list(events_of([doc(Article("a", TEXT), 60), doc(Article("b", TEXT), 1)], load()))
    assert ids(items) == [("failure", "a"), *ids(items[1:])]
    assert isinstance(items[0], Failure) and not items[0].partial


# tagged documents


def test_tagged_documents_need_no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the models were loaded")

    monkeypatch.setattr(pipeline, "_tagger", refuse)
    extractor = Extractor()
    tagged = doc(Article("a", TEXT))
    assert ids(extractor.extract(tagged)) == ids(syria_events.extract([tagged])) == [("event", "a")]
    assert [named.doc_id for named in extractor.entities(tagged) if not isinstance(named, Failure)] == ["a", "a"]
    assert list(extractor.unknown([tagged, Failure("b", "no")])) == [Failure("b", "no")]
    assert list(extractor.tag([tagged])) == [tagged]
    with pytest.raises(AssertionError, match="the models were loaded"):
        list(extractor.extract(TEXT))


def test_models_are_loaded_once(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []
    monkeypatch.setattr(pipeline, "_tagger", lambda models, _: asked.append(models) or tagger)  # type: ignore[func-returns-value]
    extractor = Extractor(models="official")
    assert asked == []
    extractor.load()
    list(extractor.extract(TEXT))
    extractor.load()
    assert asked == ["official"]


def test_articles_and_documents_may_be_mixed(tagger: Tagger) -> None:
    articles = [Article(name, "كسر" if name == "c" else TEXT) for name in "abc"]
    tagged = [doc(Article("x", TEXT)), doc(Article("x", TEXT), part=1), doc(Article("y", TEXT))]
    done: list[int] = []
    items = list(Extractor().extract([tagged[0], tagged[1], *articles, Failure("z", "no"), tagged[2]],
                                     done=lambda: done.append(1)))  # fmt: skip
    assert [name for _, name in ids(items) if name != "z"] == ["x", "a", "b", "c", "y"] and len(done) == 5
    assert ("failure", "c") in ids(items) and ("failure", "z") in ids(items)
    assert items[0].mentions == 2  # type: ignore[union-attr]
    assert tagger.given == articles


def test_tagging_alone(tagger: Tagger) -> None:
    articles = [Article(name, "كسر" if name == "b" else TEXT) for name in "abc"]
    done: list[int] = []
    first, failure, last = Extractor().tag(articles, done=lambda: done.append(1))
    assert (first, last) == (doc(articles[0]), doc(articles[2])) and failure == Failure("b", "the tagger failed")
    assert len(done) == 3 and tagger.given == articles
    assert list(syria_events.tag(TEXT)) == [doc(tagger.given[-1])]
    again = ids(Extractor().extract(Extractor().tag(articles)))
    assert sorted(again) == sorted(ids(Extractor().extract(articles))), "what failed is passed on"


# from Python


def test_an_extractor_is_called_again_and_again(tagger: Tagger) -> None:
    extractor = Extractor()
    article = Article("a", TEXT, datetime.date(2016, 9, 10))
    assert ids(extractor.extract(article)) == ids(extractor.extract([article])) == [("event", "a")]
    ((_, name),) = ids(extractor.extract(TEXT))
    assert re.fullmatch("text-[0-9a-f]{8}", name)
    other, again = (name for _, name in ids(extractor.extract(iter([f"{TEXT} ", article, TEXT]))) if name != "a")
    assert again == name != other, "of one text the id is always the same, of two texts never"
    assert [named.name_en for named in extractor.entities(TEXT) if not isinstance(named, Failure)] == [
        "John Kerry", "Sergey Lavrov",
    ]  # fmt: skip
    assert list(extractor.unknown(TEXT)) == []
    assert len(tagger.given) == 8


@pytest.mark.usefixtures("tagger")
def test_what_reading_gives_can_be_coded(tmp_path: Path) -> None:
    for name, text in (("a.txt", TEXT), ("b.txt", ""), ("c.txt", TEXT), ("d.md", TEXT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [type(item) for item in read(tmp_path)] == [Article, Failure, Article, Notice]
    assert ids(Extractor().extract(read(str(tmp_path)))) == [
        ("failure", str(tmp_path / "b.txt")), ("event", "a"), ("event", "c"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["extract", "entities", "unknown"])
@pytest.mark.parametrize("wrong", [None, 1, b"text", {"a": "b"}, Path("a.txt")], ids=repr)
@pytest.mark.usefixtures("tagger")
def test_a_wrong_argument_says_what_to_pass(name: str, wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"give an Article, a text or several of them, not .* read"):
        getattr(Extractor(), name)(wrong)
    with pytest.raises(TypeError, match=r"give Articles or texts, not .* read"):
        list(getattr(syria_events, name)([wrong]))


@pytest.mark.usefixtures("tagger")
def test_a_path_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(ValueError, match="is a file or folder, no text: give read"):
        Extractor().extract(str(tmp_path / "a.txt"))
    assert len(ids(Extractor().extract([str(tmp_path / "a.txt")]))) == 1, "among several it is what it is"


@pytest.mark.usefixtures("tagger")
def test_a_data_frame_is_no_list_of_texts() -> None:
    frame = pd.DataFrame({"text": [TEXT]})
    with pytest.raises(TypeError, match="give the texts or Articles of a data frame"):
        Extractor().extract(frame)  # type: ignore[arg-type]
    assert len(ids(Extractor().extract(frame["text"]))) == 1


def test_a_day_that_is_missing_in_a_data_frame_is_unknown() -> None:
    assert Article("a", TEXT, pd.NaT).published is None
    assert Article("a", TEXT, pd.Timestamp("2016-09-10 12:00")).published == datetime.date(2016, 9, 10)


@pytest.mark.parametrize("wrong", [{"models": 1}, {"lexicon": 1}, {"models": b"x"}, {"lexicon": ["x"]}], ids=str)
@pytest.mark.usefixtures("tagger")
def test_a_wrong_option_says_what_to_pass(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=f"{next(iter(wrong))} is .* not .* of type"):
        Extractor(**wrong)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"id": 1}, "Article.id is text"),
        ({"text": None}, "Article.text is text"),
        ({"published": "2016-09-10"}, "Article.published is a datetime.date or None"),
        ({"outlet": 3}, "Article.outlet is text"),
    ],
)
def test_an_article_of_the_wrong_kinds(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Article(**{"id": "a", "text": TEXT, **wrong})


def test_a_time_is_its_day() -> None:
    assert Article("a", TEXT, datetime.datetime(2016, 9, 10, 23, 59, tzinfo=datetime.UTC)).published == datetime.date(
        2016, 9, 10
    )


def test_the_public_names() -> None:
    assert sorted(syria_events.__all__) == dir(syria_events)
    assert all(getattr(syria_events, name) is not None for name in syria_events.__all__)
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        _ = syria_events.extrakt


def test_an_event_tells_what_its_row_tells(make_event: Callable[..., Event]) -> None:
    from syria_events.output.table import row

    event = make_event()
    cells = row(event)
    assert (event.id, event.story) == (cells["event_id"], cells["story_id"])
    assert (event.quad, event.goldstein, event.plover) == (cells["quad"], cells["goldstein"], cells["plover"])
    assert (event.actor_name, event.actor_en) == (cells["actor"], cells["actor_en"]) == ("جون كيري", "John Kerry")
    assert (event.target_name, event.target_en) == (cells["target"], cells["target_en"])
    alone = make_event(target=None)
    assert (alone.target_name, alone.target_en) == ("", "")


@pytest.mark.parametrize(
    ("when", "published", "day", "basis"),
    [
        (syria_events.model.Period(datetime.date(2016, 9, 9)), datetime.date(2016, 9, 10), "2016-09-09", "text"),
        (None, datetime.date(2016, 9, 10), "2016-09-10", "published"),
        (None, None, "", ""),
    ],
)
def test_the_day_to_use_in_a_table(
    make_event: Callable[..., Event], when: object, published: object, day: str, basis: str
) -> None:
    from syria_events.output.table import row

    cells = row(make_event(when=when, published=published))
    assert (cells["date"], cells["date_basis"]) == (day, basis)


def test_a_row_keeps_the_articles_own_characters() -> None:
    """Plain spelling is for the rules only: offsets, trigger, sentence and title are the article's."""
    from syria_events.plaintext import plain_text

    text = "\u200fالتقىٰ كـيـري لافروف\u200f."
    plain = plain_text(text)
    tagged = read_conllu(MEETING)
    shifted = replace(tagged, article=Article("a", text, outlet="سانا", url="https://example.org/1"), plain=plain)
    assert plain.text == TEXT
    (event,) = find_events(shifted, load())
    assert text[event.start : event.end] == event.trigger == "التقىٰ" and event.start == 1
    assert event.sentence == event.title == "التقىٰ كـيـري لافروف\u200f."
    assert (event.actor_text, event.action, event.outlet, event.url) == (
        "كيري",
        "التقى",
        "سانا",
        "https://example.org/1",
    )


def test_entities_of_odd_spelling_are_where_they_say() -> None:
    from syria_events.plaintext import plain_text
    from syria_events.rules.entities import find_entities

    text = "التقى كـيري لافـروف."
    tagged = replace(read_conllu(MEETING), article=Article("a", text), plain=plain_text(text),
                     entities=(Entity("PER", 6, 10, "كيري"),))  # fmt: skip
    found = find_entities(tagged, load())
    assert [named.text for named in found] == ["كـيري", "لافـروف"]
    assert all(text[named.start : named.end] == named.text for named in found)
