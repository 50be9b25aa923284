"""Pairs are proposed by keys, so that the work grows with the rows and not with their square."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from syria_events.model import Event, Period
from syria_events.output.table import row
from syria_events.stories.blocking import WINDOW, pairs
from syria_events.stories.corpus import Corpus
from syria_events.stories.grouping import groups
from syria_events.stories.tellings import telling


@pytest.fixture
def corpus(make_event: Callable[..., Event]) -> Callable[[int], Corpus]:
    """Makes a corpus of so many articles that all tell of one pair on one day: the worst case."""

    def make(articles: int) -> Corpus:
        day = date(2016, 9, 9)
        events = (make_event(doc_id=f"{n:06}", when=Period(day), published=day) for n in range(articles))
        return Corpus(telling(row(event)) for event in events)

    return make


def test_two_articles_are_compared(corpus: Callable[[int], Corpus]) -> None:
    assert list(pairs(corpus(2))) == [(0, 1)]


def test_each_pair_comes_once(corpus: Callable[[int], Corpus]) -> None:
    found = list(pairs(corpus(30)))
    assert len(found) == len(set(found)) and all(one < other for one, other in found)


def test_the_work_grows_with_the_rows(corpus: Callable[[int], Corpus]) -> None:
    assert len(list(pairs(corpus(1000)))) <= 1000 * WINDOW


def test_rows_of_one_article_are_not_compared(make_event: Callable[..., Event]) -> None:
    assert list(pairs(Corpus(telling(row(make_event(start=n))) for n in range(3)))) == []


def test_years_do_not_part_a_rare_pair(make_event: Callable[..., Event]) -> None:
    days = [date(2016, 9, 9) + timedelta(days=400 * n) for n in range(3)]
    events = [make_event(doc_id=str(n), published=day, when=None) for n, day in enumerate(days)]
    assert set(pairs(Corpus(telling(row(event)) for event in events))) == {(0, 1), (0, 2), (1, 2)}


# grouping


def grouped(odds: dict[tuple[int, int], float], number: int = 4) -> list[list[int]]:
    def score(one: int, other: int) -> float:
        return odds.get((min(one, other), max(one, other)), -9.0)

    return groups(number, [(value, *pair) for pair, value in odds.items()], score, threshold=0.0)


def test_pairs_below_the_threshold_stay_apart() -> None:
    assert grouped({(0, 1): -0.1}) == [[0], [1], [2], [3]]


def test_the_surest_pair_goes_first() -> None:
    assert grouped({(0, 1): 1.0, (1, 2): 2.0, (0, 2): -5.0}, 3) == [[0], [1, 2]]


def test_a_chain_is_not_enough() -> None:
    assert grouped({(0, 1): 3.0, (2, 3): 3.0, (1, 2): 1.0}) == [[0, 1], [2, 3]]


def test_groups_join_where_their_members_agree() -> None:
    every = {(one, other): 1.0 for one in range(4) for other in range(one + 1, 4)}
    assert grouped(every) == [[0, 1, 2, 3]]
