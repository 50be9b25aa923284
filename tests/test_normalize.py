import unicodedata

import pytest

from syria_events.normalize import fold, strip_marks


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أميركا", "اميركا"),
        ("إيران", "ايران"),
        ("آذار", "اذار"),
        ("ٱلله", "الله"),
        ("موسى", "موسي"),
        ("سورية", "سوريه"),
        ("مسؤول", "مسوول"),
        ("رئيس", "رييس"),
        ("روسیا", "روسيا"),
        ("کيري", "كيري"),
        ("ڢ", "ڢ"),
        ("وقّعَ", "وقع"),
        ("مُحَمَّدٌ", "محمد"),
        ("هٰذا", "هذا"),
        ("أمريكـــا", "امريكا"),
        ("\u200fروسيا\u200e", "روسيا"),
        ("\u202bروسيا\u202c", "روسيا"),
        ("\u2067روسيا\u2069", "روسيا"),
        ("لا\u200cيزال", "لايزال"),
        ("\ufeffروسيا", "روسيا"),
        ("٢٠١٦", "2016"),
        ("۲۰۱۶", "2016"),
        ("  وزير\u00a0\u202fالخارجية\t\n", "وزير الخارجيه"),
        ("John Kerry", "John Kerry"),
        ("ماء", "ماء"),
        ("", ""),
        (" \u0640\u064b ", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_letters_written_as_two_code_points_fold_as_one() -> None:
    for composed in ("أ", "إ", "آ", "ؤ", "ئ"):
        taken_apart = unicodedata.normalize("NFD", composed)
        assert len(taken_apart) == 2 and fold(taken_apart) == fold(composed)


def test_spellings_of_the_press_meet() -> None:
    assert {fold(name) for name in ("أمريكا", "امريكا", "أمريكـا", "أَمريكا", "إمريكا")} == {"امريكا"}


def test_what_differs_stays_apart() -> None:
    assert fold("سوري") != fold("سورية") and fold("كلب") != fold("قلب") and fold("وفد") != fold("الوفد")


@pytest.mark.parametrize("text", ["مُستشارة الأمن القوميّ ٢٠١٦", "  أَإآٱىةؤئ  ", "\u200fأ\u0640\u064b", "a\u0301"])
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_strip_marks_leaves_letters_and_spaces() -> None:
    assert strip_marks("\u200fأَمريكـا ،\u00a0سوريةُ  ") == "أمريكا ،\u00a0سورية  "
