"""Spellings of several words in a sequence: the longest first, in the order they were given."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_events.lexicon.phrases import Phrases, _segmentations

PAIRS = [
    ("وزير", "minister"),
    ("وزير الخارجية", "foreign minister"),
    ("وزير الخارجية الروسي", "of Russia"),
    ("وزير الخارجية", "another"),
    ("الأمين العام للأمم المتحدة", "secretary-general"),
]
FOUND = Phrases(PAIRS)
WORDS = "قال وزير الخارجيه الروسي".split()


def test_the_longest_is_found() -> None:
    assert FOUND.at(WORDS, 1) == (4, "of Russia")
    assert FOUND.at(WORDS[:3], 1) == (3, "foreign minister")
    assert FOUND.at(["وزير", "الخارج"], 0) == (1, "minister")


def test_all_are_found_longest_first_and_in_order() -> None:
    expected = [(4, "of Russia"), (3, "foreign minister"), (3, "another"), (2, "minister")]
    assert list(FOUND.all_at(WORDS, 1)) == expected


@pytest.mark.parametrize("i", [0, 2, 3, 4, 9])
def test_nothing_is_found_elsewhere_nor_past_the_end(i: int) -> None:
    assert FOUND.at(WORDS, i) is None and list(FOUND.all_at(WORDS, i)) == []


def test_a_beginning_is_not_the_spelling() -> None:
    assert FOUND.at("الامين العام".split(), 0) is None


@pytest.mark.parametrize("text", ["الامين العام للامم المتحده", "الامين العام ل الامم المتحده"])
def test_clitics_inside_may_stand_apart(text: str) -> None:
    words = text.split()
    assert FOUND.at(words, 0) == (len(words), "secretary-general")


def test_iteration_gives_every_spelling_with_its_values() -> None:
    assert (("وزير", "الخارجيه"), "another") in list(FOUND)
    assert len(list(FOUND)) == 6  # the clitic apart and not


def as_a_list(pairs: Sequence[tuple[str, int]], words: Sequence[str], i: int) -> list[tuple[int, int]]:
    """The definition: every spelling compared with the words."""
    spelt = [(form, value) for spelling, value in pairs for form in _segmentations(spelling)]
    hits = [(i + len(form), value) for form, value in spelt if tuple(words[i : i + len(form)]) == form]
    return sorted(hits, key=lambda hit: -hit[0])


LETTERS = st.sampled_from(["ا", "ب", "وب", "وبات", "لل", "للباب", "بابا"])
SPELLINGS = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)


@given(st.lists(SPELLINGS, max_size=12), st.lists(LETTERS, max_size=6), st.integers(0, 7))
def test_the_walk_finds_what_a_comparison_finds(spellings: list[str], words: list[str], i: int) -> None:
    pairs = [(spelling, number) for number, spelling in enumerate(spellings)]
    found = Phrases(pairs)
    assert list(found.all_at(words, i)) == as_a_list(pairs, words, i)
    assert found.at(words, i) == next(iter(as_a_list(pairs, words, i)), None)
