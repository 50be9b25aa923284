import pytest

from syria_events.lexicon.spelling import NameSpeller
from syria_events.training.namepairs import NamePair, romanize
from syria_events.training.spelling import aligned, learned_aligner, measure, tables, write


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("مُحَمَّد", "muhammad"),
        ("عَلِيّ", "ali"),
        ("شُجَاعِيَّة", "shujaiya"),
        ("قَيرَوَان", "qayrawan"),
        ("غَزَّة", "ghazza"),
        ("ٱِبْتِسام", "ibtisam"),
        ("قُوَّة", "quwwa"),
        ("بَشَّار", "bashar"),
        ("رَؤوف", "rauf"),
        ("مُؤَيَّد", "muayyad"),
        ("لَيْلَى", "layla"),
        ("أُسَامة", "usama"),
        ("آمِنة", "amina"),
        ("رَحمٰن", "rahman"),
        ("حَيّ", "hay"),
        ("", ""),
    ],
)
def test_vocalised_words_are_romanised(word: str, english: str) -> None:
    assert romanize(word) == english


def pair(arabic: str, *spellings: str, foreign: bool = False) -> NamePair:
    return NamePair(arabic, spellings, 1.0, "name", foreign)


PAIRS = [
    pair("سالم", "salim"), pair("سمير", "samir"), pair("سليم", "salim"), pair("كريم", "karim"), pair("مراد", "murad"),
    pair("كلارك", "clark", foreign=True), pair("ماركس", "marks", "marx", foreign=True),
    pair("ليكود", "lykud", foreign=True), pair("سامر", "samir"), pair("كمال", "kamal"),
]  # fmt: skip


def test_a_pair_has_a_unit_for_every_letter() -> None:
    found = {a.pair.arabic: a for a in aligned(PAIRS, learned_aligner(PAIRS))}
    assert found["سمير"].units == ("سsa", "مm", "يi", "رr")
    assert found["ماركس"].weight == 0.5, "two spellings share the weight"


def test_a_translation_is_no_pair() -> None:
    odd = [pair("مراكمي", "x")]
    assert aligned(odd, learned_aligner(PAIRS)) == []


def test_what_was_learned_spells(tmp_path) -> None:  # type: ignore[no-untyped-def]
    aligner = learned_aligner(PAIRS)
    made = tables(aligned(PAIRS, aligner), aligner)
    speller = NameSpeller(made)
    assert speller.spell(["كلارك"]) == ["clark"] and speller.spell(["سمير"]) == ["samir"]
    first, second = tmp_path / "first", tmp_path / "second"
    write(made, first)
    write(made, second)
    assert first.read_bytes() == second.read_bytes()


def test_scores() -> None:
    found = aligned(PAIRS, learned_aligner(PAIRS))
    score = measure(lambda word: "marx" if word == "ماركس" else "clar", found)["other foreign names"]
    assert (score.words, round(score.exact, 2)) == (3, 0.33)
    assert round(score.distance, 2) == round((0 + 1 / 5 + 5 / 5) / 3, 2)


def test_a_word_is_kept_aside_in_all_its_spellings() -> None:
    kept = {word: pair(word, "x").is_held_out for word in ("أحمد", "احمد", "الأحمد", "إحمد")}
    assert len(set(kept.values())) == 1
