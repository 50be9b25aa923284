"""Neighbours, names and phrases of a sentence by word id."""

from syria_events.lexicon import load
from syria_events.lexicon.phrases import Phrases
from syria_events.rules.sentence.index import Index
from tests.rules.tagged import tagged


def index(line: str) -> Index:
    return Index(tagged(line).sentences[0], load())


def test_quotation_marks_are_passed_over() -> None:
    found = index('" قال/V " كيري/X " ذلك/R "')
    assert (found.after(0), found.after(2), found.after(4), found.after(6), found.after(8)) == (2, 4, 6, 8, 8)
    assert found.end == 8
    assert (found.before(8), found.before(6), found.before(4), found.before(2)) == (6, 4, 2, 0)
    assert (found.after(2, 2), found.after(2, 3), found.after(2, 9)) == (6, 8, 8)
    assert found.named_ids == (2, 4, 6) and found.all_names == ("قال", "كيري", "ذلك")
    assert [found.name(at) for at in range(-1, 10)] == ["", "", "", "قال", "", "كيري", "", "ذلك", "", "", ""]
    assert found.names(2, 6) == ("قال", "كيري") and found.names(4, 8) == ("كيري", "ذلك")


def test_names_lose_the_marks_around_them() -> None:
    found = index('"كيري"/X «إبراهيم»/X')
    assert found.all_names == ("كيري", "ابراهيم") and found.form(1) == '"كيري"'


def test_phrases_skip_quotation_marks() -> None:
    table = Phrases([("جون كيري", 1), ("جون", 2), ("كيري", 3)])
    found = index('جون/X " كيري/X "')
    assert found.phrases(table, 1) == ((5, 1), (3, 2))
    assert found.phrase(table, 1) == found.phrases(table, 1)[0]
    assert found.phrases(table, 3) == ((5, 3),)
    assert found.phrases(table, 2) == found.phrases(table, 0) == found.phrases(table, 5) == ()
    assert found.phrase(table, 2) is None


def test_two_tables_are_kept_apart() -> None:
    found = index("كيري/X")
    first, second = Phrases([("كيري", 1)]), Phrases([("كيري", 2)])
    assert [found.phrase(table, 1) for table in (first, second, first)] == [(2, 1), (2, 2), (2, 1)]
