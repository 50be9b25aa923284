import gzip

import pytest

from syria_events.lexicon.spelling import ARABIC, FOREIGN, UNITS, WEIGHTS, WORST, load_speller, plain, read_tables


def test_the_weights_are_small_and_tell_their_licence() -> None:
    assert WEIGHTS.stat().st_size < 400_000
    text = gzip.decompress(WEIGHTS.read_bytes()).decode("utf-8")
    assert "CC BY-NC-SA" in text.partition("\n[")[0]
    assert list(read_tables(text)) == [UNITS, ARABIC, FOREIGN]


def test_tables_are_read() -> None:
    assert read_tables("# a remark\n[one]\nب\tبb 1\n\tبb 2\n[two]\n") == {"one": {"ب": "بb 1", "": "بb 2"}, "two": {}}


def test_neighbours_tell_what_language_a_word_is_of() -> None:
    speller = load_speller()
    assert speller.spell(["جاك"]) == ["jack"]
    assert speller.spell([]) == []


@pytest.mark.parametrize(
    ("word", "english"), [("ظريف", "Zarif"), ("جون", "John"), ("تشيليك", "Çelik"), ("الأسد", "al-Assad")]
)
def test_a_spelling_is_likely(word: str, english: str) -> None:
    assert load_speller().likeness(word, english) > WORST


@pytest.mark.parametrize(
    ("word", "english"), [("عبد", "King"), ("الله", "Abdullah"), ("مصر", "Egypt"), ("", "a"), ("ب", ""), ("א", "a")]
)
def test_a_translation_is_not(word: str, english: str) -> None:
    assert load_speller().likeness(word, english) < WORST


def test_plain_letters() -> None:
    assert [plain(name) for name in ("Łukasz", "Öğüt", "Sa'd", "Jr.", "ʻAlī")] == ["lukasz", "ogut", "sad", "jr", "ali"]
