"""Forms derived from one: adjectives, nationalities, accusatives."""

import pytest

from syria_events.lexicon import load
from syria_events.lexicon.entries import Adjective, Country
from syria_events.lexicon.inflection import Nisba, adjective_forms, cases, nisba_forms

ENDINGS = load().mapping("endings")
RUSSIA = Country("RUS", "russia", "روسيا", "Russia", nisba=("روسي", "روسي اتحادي"), people=("الروس",))


@pytest.mark.parametrize(
    ("head", "forms"),
    [
        ("وفد", ("وفد", "وفدا")),
        ("الوفد", ("الوفد",)),
        ("فريق التفاوض", ("فريق التفاوض",)),
        ("حكومة", ("حكومة",)),
        ("مقاتلون", ("مقاتلون",)),
        ("قوى", ("قوى",)),
    ],
)
def test_the_accusative_of_one_indefinite_word(head: str, forms: tuple[str, ...]) -> None:
    assert cases(head) == forms


@pytest.mark.parametrize(
    ("form", "definite", "number"),
    [
        ("روسي", False, "sing"),
        ("الروسيه", True, "sing"),
        ("روسيان", False, "dual"),
        ("الروسيتين", True, "dual"),
        ("روسيون", False, "plur"),
        ("الروسيات", True, "plur"),
        ("الروس", True, "plur"),
    ],
)
def test_nationalities(form: str, definite: bool, number: str) -> None:
    assert dict(nisba_forms(RUSSIA, ENDINGS))[form] == Nisba(RUSSIA, definite, number)


def test_a_nationality_of_two_words_is_none() -> None:
    assert not any("اتحادي" in form for form, _ in nisba_forms(RUSSIA, ENDINGS))


def test_adjectives_with_their_broken_plurals() -> None:
    forms = set(adjective_forms(Adjective("new", 1, ("جديد",), ("جدد",)), ENDINGS))
    assert {"جديد", "الجديده", "جديدا", "الجديدون", "جدد", "الجدد"} <= forms
    assert not any(form.startswith("جددا") for form in forms)
