"""Which mentions are coordinated, and how a mention stands in its sentence."""

import pytest

from syria_events.rules.sentence.standing import Standing
from syria_events.rules.values import Mention
from tests.rules.making import clause, dates, mention


def marked(text: str) -> tuple[Mention, ...]:
    """The words of a sentence that are called أ, ب, ج, د or ه."""
    return tuple(
        mention(form[0], at) for at, form in enumerate(text.split(), 1) if form[0] in "أبجده" and len(form) == 1
    )


def groups(text: str) -> list[str]:
    """Each mention with those coordinated to its right, by their names."""
    mentions = marked(text)
    made = clause(text, *mentions)
    return ["".join(one.text for one in made.with_coordinated(first)) for first in mentions]


@pytest.mark.parametrize(("text", "linked"), [
    ("أ و/CCONJ ب", True),
    ("أ أو/CCONJ ب", True),
    ("أ ثم/CCONJ ب", False),
    ("أ ب", False),
    ("أ مع/ADP ب", False),
    ("أ ، و/CCONJ ب", True),
    ("أ , و/CCONJ ب", True),
    ("أ ، ، و/CCONJ ب", True),
    ("أ هنا و/CCONJ ب", False),
    ("أ و/CCONJ هنا و/CCONJ ب", False),
    ("أ « و/CCONJ » ب", True),
    ("أ و/CCONJ كذلك ب", True),
    ("أ و/CCONJ كل ب", True),
    ("أ و/CCONJ أيضا ب", True),
    ("أ و/CCONJ هنا ب", False),
    ("أ ثم كذلك ب", False),
    ("أ و/CCONJ كل من/ADP ب", False),
    # what the second is to the first, with its pronoun
    ("أ و/CCONJ حليفت/NOUN +ها/PRON ب", True),
    ("أ و/CCONJ حليفة/NOUN تركيا/X ب", False),
    ("أ و/CCONJ مدينت/NOUN +ها/PRON ب", False),
    ("أ ، حليفت/NOUN +ها/PRON ب", False),
    # words that work like `و`
    ("أ إلى/ADP جانب ب", True),
    ("أ ، إلى/ADP جانب ب", True),
    ("أ , ، إلى/ADP جانب ب", True),
    ("أ فضلا عن/ADP ب", True),
    ("أ إلى/ADP ب", False),
    # a comma only in a list that ends with `و`
    ("أ ، ب", False),
])  # fmt: skip
def test_two_mentions(text: str, linked: bool) -> None:
    assert groups(text) == (["أب", "ب"] if linked else ["أ", "ب"])


@pytest.mark.parametrize(("text", "made"), [
    ("أ ، ب و/CCONJ ج", ["أبج", "بج", "ج"]),
    ("أ , ب و/CCONJ ج", ["أبج", "بج", "ج"]),
    ("أ ، ب ، و/CCONJ ج", ["أبج", "بج", "ج"]),
    ("أ ، ب ، ج و/CCONJ د", ["أبجد", "بجد", "جد", "د"]),
    ("أ ، ب ، ج ، د و/CCONJ ه", ["أبجده", "بجده", "جده", "ده", "ه"]),
    ("أ ، ب ، ج", ["أ", "ب", "ج"]),
    ("أ ، ب أو/CCONJ ج", ["أ", "بج", "ج"]),
    ("أ ، ب هنا ج", ["أ", "ب", "ج"]),
    ("أ ، ب هنا ج و/CCONJ د", ["أ", "ب", "جد", "د"]),
    ("أ ، هنا ب و/CCONJ ج", ["أ", "بج", "ج"]),
    ("أ هنا ب و/CCONJ ج", ["أ", "بج", "ج"]),
    ("أ ، ب ثم و/CCONJ ج", ["أ", "ب", "ج"]),
    ("أ و/CCONJ ب و/CCONJ ج", ["أبج", "بج", "ج"]),
])  # fmt: skip
def test_lists(text: str, made: list[str]) -> None:
    assert groups(text) == made


SINGULAR, PLURAL = "Number=Sing", "Number=Plur"


@pytest.mark.parametrize(("text", "linked"), [
    (f"رحبت/VERB أ و/CCONJ ب ترحب/VERB//{SINGULAR}", False),
    (f"رحبت/VERB أ و/CCONJ ب » ترحب/VERB//{SINGULAR}", False),
    (f"أ و/CCONJ ب ترحب/VERB//{SINGULAR}", True),
    (f"رحبت/VERB أ و/CCONJ ب ترحب/VERB//{PLURAL}", True),
    (f"رحبت/VERB أ و/CCONJ ب ترحيب/NOUN//{SINGULAR}", True),
    (f"رحبت/VERB أ و/CCONJ ب هنا ترحب/VERB//{SINGULAR}", True),
    ("رحبت/VERB أ و/CCONJ ب", True),
    (f"رحيب أ و/CCONJ ب ترحب/VERB//{SINGULAR}", True),
])  # fmt: skip
def test_a_clause_of_its_own(text: str, linked: bool) -> None:
    assert groups(text) == (["أب", "ب"] if linked else ["أ", "ب"])


def standing(text: str, taken: tuple[int, int] | None = None) -> tuple[str, tuple[int, ...]]:
    """How the last marked mention stands."""
    mentions = marked(text)
    found = clause(text, *mentions, dates=dates(text, taken) if taken else ()).standing(mentions[-1])
    return found.preposition, found.nouns


@pytest.mark.parametrize(("text", "preposition", "nouns"), [
    ("أ", "", ()),
    ("قال/VERB أ", "", ()),
    ("مع/ADP أ", "مع", ()),
    ("إلى/ADP أ", "الي", ()),
    ("مع/ADP وفد أ", "مع", (2,)),
    ("مع/ADP « وفد » أ", "مع", (3,)),
    ("مع/ADP وفد كبير/ADJ أ", "مع", (3, 2)),
    ("مع/ADP وفد/X أ", "مع", (2,)),
    ("مع/ADP ثلاثة/NUM أ", "مع", (2,)),
    ("مع/ADP كل/DET أ", "مع", (2,)),
    ("مع/ADP وفد/PROPN أ", "", ()),
    ("مع/ADP أول ثاني ثالث رابع أ", "مع", (5, 4, 3, 2)),
    ("مع/ADP أول ثاني ثالث رابع خامس أ", "", (6, 5, 4, 3)),
    ("قال/VERB وفد أ", "", (2,)),
    ("وفد أ", "", (1,)),
    # nouns that work like prepositions
    ("بعد أ", "بعد", ()),
    ("بعد لقاء أ", "بعد", (2,)),
    ("بعد/ADJ أ", "", (1,)),
    ("بعد لقاء كبير/ADJ أ", "", (3, 2, 1)),
    ("بعد كبير/ADJ لقاء أ", "بعد", (3, 2)),
    ("بعد ثاني ثالث رابع أ", "بعد", (4, 3, 2)),
    ("كبير بعد أ", "", (2, 1)),
    ("في/ADP بعد أ", "في", (2,)),
    # coordinated ones stand like the first
    ("مع/ADP وفد أ و/CCONJ ب", "مع", (2,)),
    ("مع/ADP أ ثم في/ADP ب", "في", ()),
    ("مع/ADP أ ب", "", ()),
])  # fmt: skip
def test_standing(text: str, preposition: str, nouns: tuple[int, ...]) -> None:
    assert standing(text) == (preposition, nouns)


def test_dates_govern_nothing() -> None:
    assert standing("منذ/ADP أمس أ", (2, 2)) == ("", ())
    assert standing("منذ/ADP أمس أ") == ("منذ", (2,))


def test_names_govern_nothing() -> None:
    text = "مع/ADP وفد أ ب"
    first, last = mention("وفد", 2, 3), mention("ب", 4)
    assert clause(text, first, last).standing(last) == Standing("", ())
    assert clause(text, last).standing(last) == Standing("مع", (3, 2))


def test_a_mention_of_another_sentence_stands_behind_nothing() -> None:
    assert clause("مع/ADP أ").standing(mention("ب", 2)) == Standing("", ())
