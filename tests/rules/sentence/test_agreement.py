"""Agreement in gender and number: every kind of mention, every form of verb and pronoun."""

import pytest

from syria_events.model import Actor, Word
from syria_events.rules.sentence.agreement import agrees, disagree, gender, gender_of
from syria_events.rules.values import Argument, Kind, Mention
from tests.rules.making import argument, lexicon, mention

LEXICON = lexicon()
M, F = "Gender=Masc", "Gender=Fem"


def verb(feats: str = "", text: str = "قال") -> Word:
    return Word(1, text, text, "VERB", "", feats, 0, "root", 0, len(text))


def pronoun(feats: str, text: str = "ه") -> Word:
    return Word(1, text, text, "PRON", "", feats, 0, "root", 0, len(text))


@pytest.mark.parametrize(("text", "kind", "about", "shown"), [
    # persons by what the lexicon tells; an office by its title
    ("كيري", Kind.PERSON, {"gender": "m"}, "m"),
    ("ميركل", Kind.PERSON, {"gender": "f"}, "f"),
    ("كيري", Kind.PERSON, {}, "m"),
    ("موغيرينة", Kind.PERSON, {}, "m"),
    ("وزير الدفاع", Kind.OFFICE, {}, "m"),
    ("وزيرة الدفاع", Kind.OFFICE, {}, "f"),
    ("وزيرة الدفاع", Kind.OFFICE, {"gender": "m"}, "m"),
    ("وزيرة الدفاع", Kind.OFFICE, {"gender": "m", "titled": True}, "f"),
    ("وزير الدفاع", Kind.OFFICE, {"gender": "f", "titled": True}, "m"),
    ("مندوب قطر", Kind.OFFICE, {"titled": True}, "m"),
    ("فلانة", Kind.UNKNOWN_PERSON, {}, "f"),
    ("فلان", Kind.UNKNOWN_PERSON, {}, ""),
    ("فلان", Kind.UNKNOWN_PERSON, {"gender": "m"}, "m"),
    ("الوزيران", Kind.PAIR, {}, "m"),
    ("", Kind.PERSON, {}, "m"),
    # states
    ("تركيا", Kind.STATE, {}, "f"),
    ("لبنان", Kind.STATE, {}, "m"),
    ("النظام السوري", Kind.STATE, {}, "m"),
    # bodies by the ending of their first word; plurals and groups tell nothing
    ("الجيش", Kind.INSTITUTION, {}, "m"),
    ("وزارة الدفاع", Kind.INSTITUTION, {}, "f"),
    ("حركة فتح", Kind.BODY, {}, "f"),
    ("هيومانا", Kind.BODY, {}, "f"),
    ("حزب الله", Kind.BODY, {}, "m"),
    ("السلطات", Kind.BODY, {}, ""),
    ("القوى", Kind.BODY, {}, ""),
    ("حزب الله", Kind.BODY, {"number": "plur"}, ""),
    ("حزب الله", Kind.BODY, {"number": "dual"}, ""),
    ("الحركة", Kind.GROUP, {}, ""),
    ("الشعب", Kind.PEOPLE, {}, ""),
    ("وكالة سانا", Kind.OUTLET, {}, "f"),
    ("", Kind.BODY, {}, "m"),
])  # fmt: skip
def test_gender_of_a_mention(text: str, kind: Kind, about: dict[str, object], shown: str) -> None:
    assert gender(mention(text, 2, kind=kind, **about), LEXICON) == shown


@pytest.mark.parametrize(("word", "shown"), [
    (verb(M), "m"), (verb(F), "f"), (verb(), ""), (verb("Gender=Neut"), ""),
    (verb(M, "رفضة"), "f"), (verb("", "رفضة"), "f"), (pronoun(M, "رفضة"), "m"), (pronoun(F), "f"),
])  # fmt: skip
def test_gender_of_a_word(word: Word, shown: str) -> None:
    assert gender_of(word) == shown


TURKEY, LEBANON = mention("تركيا", 2, kind=Kind.STATE), mention("لبنان", 2, kind=Kind.STATE)


@pytest.mark.parametrize(("found", "word", "against"), [
    (TURKEY, verb(M), True), (TURKEY, verb(F), False), (TURKEY, verb(), False),
    (LEBANON, verb(F), True), (LEBANON, verb(M), False),
    (mention("السلطات", 2, kind=Kind.BODY), verb(M), False),
])  # fmt: skip
def test_both_show_a_gender_and_not_the_same(found: Mention, word: Word, against: bool) -> None:
    assert disagree(found, word, LEXICON) is against


ONE, TWO = argument(mention("كيري", 2)), argument(mention("لافروف", 3))
SING, DUAL, PLUR = "Number=Sing", "Number=Dual", "Number=Plur"


@pytest.mark.parametrize(("arguments", "feats", "agree"), [
    ((ONE,), SING, True), ((ONE, TWO), SING, False), ((ONE, TWO), DUAL, True), ((ONE,), DUAL, False),
    ((ONE, TWO, ONE), DUAL, False), ((ONE, TWO), PLUR, True), ((ONE,), PLUR, False), ((ONE,), "", True),
    ((ONE, TWO), f"{DUAL}|{F}", True), ((ONE, TWO), f"{PLUR}|{F}", True), ((ONE, TWO), "", True),
])  # fmt: skip
def test_number(arguments: tuple[Argument, ...], feats: str, agree: bool) -> None:
    assert agrees(verb(feats), arguments, LEXICON) is agree


@pytest.mark.parametrize(("text", "kind", "about", "feats", "agree"), [
    ("كيري", Kind.PERSON, {}, f"{SING}|{M}", True),
    ("كيري", Kind.PERSON, {}, f"{SING}|{F}", False),
    ("كيري", Kind.PERSON, {"gender": "m"}, f"{SING}|{F}", False),
    ("ميركل", Kind.PERSON, {"gender": "f"}, f"{SING}|{F}", True),
    ("ميركل", Kind.PERSON, {"gender": "f"}, f"{SING}|{M}", True),
    ("ميركل", Kind.PERSON, {"gender": "f"}, f"{PLUR}|{F}", False),
    ("وزيرة الدفاع", Kind.OFFICE, {}, f"{SING}|{F}", False),
    ("تركيا", Kind.STATE, {}, f"{SING}|{F}", True),
    ("تركيا", Kind.STATE, {}, f"{SING}|{M}", False),
    ("تركيا", Kind.STATE, {}, SING, True),
    ("تركيا", Kind.STATE, {}, f"{PLUR}|{M}", True),
    ("لبنان", Kind.STATE, {}, f"{SING}|{M}", True),
    ("لبنان", Kind.STATE, {}, f"{SING}|{F}", False),
    ("السلطات", Kind.BODY, {}, f"{SING}|{F}", True),
    ("السلطات", Kind.BODY, {}, f"{SING}|{M}", False),
    ("الحزب", Kind.BODY, {}, f"{SING}|{M}", True),
    ("الجيش", Kind.INSTITUTION, {}, f"{SING}|{F}", False),
    ("الفصائل", Kind.GROUP, {}, f"{SING}|{M}", True),
    ("الفصائل", Kind.GROUP, {}, f"{SING}|{F}", True),
    ("وكالة سانا", Kind.OUTLET, {}, f"{SING}|{M}", True),
])  # fmt: skip
def test_antecedents(text: str, kind: Kind, about: dict[str, object], feats: str, agree: bool) -> None:
    assert agrees(verb(feats), (argument(mention(text, 2, kind=kind, **about)),), LEXICON) is agree


def test_whom_only_an_adjective_names_agrees_with_anything() -> None:
    russia = Argument(Actor("russia", "روسيا"), "الروسي")
    for feats in (f"{SING}|{M}", f"{SING}|{F}", PLUR):
        assert agrees(verb(feats), (russia,), LEXICON)
    assert not agrees(verb(DUAL), (russia,), LEXICON)
