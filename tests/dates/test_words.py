"""The tables of words: their index, the numbers that are composed, what is known and what may come first."""

from dataclasses import replace

from syria_events.dates.words import indexed, with_composed_cardinals, with_composed_ordinals
from syria_events.lexicon import load
from syria_events.normalize import fold

WORDS = load().dates


def test_spellings_are_folded_word_by_word() -> None:
    assert indexed([("تشرين الأوّل", 10), ("أيار", 5)]) == {("تشرين", "الاول"): 10, ("ايار",): 5}
    assert all(word == fold(word) for word in WORDS.known)


def test_cardinals_are_composed() -> None:
    listed = indexed([("اثنين", 2), ("ثلاثة", 3), ("تسع", 9), ("عشرة", 10), ("عشرين", 20), ("ثلاثين", 30)])
    composed = with_composed_cardinals(listed)
    assert listed.items() <= composed.items()
    assert {words: number for words, number in composed.items() if words not in listed} == {
        ("ثلاثه", "عشر"): 13,
        ("ثلاثه", "عشره"): 13,
        ("تسع", "عشر"): 19,
        ("تسع", "عشره"): 19,
        ("اثنين", "و", "عشرين"): 22,
        ("ثلاثه", "و", "عشرين"): 23,
        ("تسع", "و", "عشرين"): 29,
        ("اثنين", "و", "ثلاثين"): 32,
        ("ثلاثه", "و", "ثلاثين"): 33,
        ("تسع", "و", "ثلاثين"): 39,
    }


def test_ordinals_are_composed() -> None:
    listed = indexed([("الحادي", 1), ("الثاني", 2), ("العاشر", 10), ("العشرين", 20), ("الثلاثين", 30)])
    composed = with_composed_ordinals(listed)
    assert listed.items() <= composed.items()
    assert {words: number for words, number in composed.items() if words not in listed} == {
        ("الحادي", "عشر"): 11,
        ("الثاني", "عشر"): 12,
        ("الحادي", "و", "العشرين"): 21,
        ("الثاني", "و", "العشرين"): 22,
        ("الحادي", "و", "الثلاثين"): 31,
    }


def test_what_is_known_and_what_comes_first() -> None:
    names = "months weekdays days units parts ordinals decades shifts cardinals seasons feminine_ordinals thousands"
    none = {name: {} for name in [*names.split(), "hundreds"]}
    empty = replace(WORDS, **none, lists={}, guards={})
    assert empty.known == empty.first == {"ال"}
    for name in ("months", "days", "units", "parts", "decades"):
        words = replace(empty, **{name: {("a", "b"): 1}})
        assert (words.known, words.first) == ({"a", "b", "ال"}, {"a", "ال"}), name
    for name in ("shifts", "feminine_ordinals", "thousands", "hundreds"):
        words = replace(empty, **{name: {("a", "b"): 1}})
        assert (words.known, words.first) == ({"a", "b", "ال"}, {"ال"}), name
    for name in ("weekdays", "ordinals"):  # `ثاني أحد` is said without the article
        words = replace(empty, **{name: {("الa", "b"): 1}})
        assert (words.known, words.first) == ({"الa", "a", "b", "ال"}, {"الa", "a", "ال"}), name
    words = replace(empty, cardinals={("a", "b"): 1})  # `الثلاثة` may be said of what is counted
    assert (words.known, words.first) == ({"a", "b", "الa", "الb", "ال"}, {"الa", "الb", "ال"})
    words = replace(empty, seasons={("a",): 1})
    assert (words.known, words.first) == ({"a", "الa", "ال"}, {"a", "الa", "ال"})
    words = replace(empty, lists={"since": {("a", "b"): True}, "few": {("c",): True}}, guards={"x": {("d",): True}})
    assert (words.known, words.first) == ({"a", "b", "c", "d", "ال"}, {"a", "ال"})
