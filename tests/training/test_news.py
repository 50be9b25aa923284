"""Paragraphs of news and their topics."""

import lzma
from pathlib import Path

from syria_events.training.news import LONGEST, Paragraph, read_news, topic
from syria_events.training.workspace import Workspace


def test_two_telling_words_tell_a_topic_and_one_does_not() -> None:
    assert topic("سجل لاعب الفريق في المباراة".split()) == "sport"
    assert topic("قال لاعب الفريق".split()) == ""


def test_the_topic_most_words_tell() -> None:
    assert topic("أرباح الشركة ترعى البطولة".split()) == "business"


def test_sentences_end_at_full_stops() -> None:
    paragraph = Paragraph("", tuple("فاز الفريق . وخسر الآخر".split()))
    assert list(paragraph.sentences()) == [["فاز", "الفريق", "."], ["وخسر", "الآخر"]]


def test_all_the_news_is_read_but_for_what_is_too_long(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    text = "فاز الفريق في المباراة، وسجل لاعب.\n" + "كلمة " * (LONGEST + 1) + "\n"
    (news / "news.00.txt.xz").write_bytes(lzma.compress(text.encode()))
    (paragraph,) = read_news(Workspace(tmp_path, tmp_path / "build"))
    assert paragraph == Paragraph("sport", ("فاز", "الفريق", "في", "المباراة", "،", "وسجل", "لاعب", "."))
