"""Antecedents of pronouns and null subjects: how far back each may stand, and who agrees."""

import pytest

from syria_events.model import Actor, Word
from syria_events.rules.coreference.antecedents import (
    arguments_of,
    mention_before,
    others,
    recent_mention,
    recent_speaker,
    recent_subject,
    speaker_or_subject,
)
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.values import Argument, Kind, Mention
from tests.rules.making import argument, clause, lexicon, mention

SING, DUAL, PLUR = "Number=Sing", "Number=Dual", "Number=Plur"
M, F = "Gender=Masc", "Gender=Fem"
HE, SHE, IT, THEY = f"{SING}|{M}", f"{SING}|{F}", SING, f"{PLUR}|{M}"
KERRY, LAVROV = mention("كيري", 1, gender="m"), mention("لافروف", 2, gender="m")
MERKEL = mention("ميركل", 3, gender="f")
TURKEY, RUSSIA = mention("تركيا", 4, kind=Kind.STATE), mention("روسيا", 5, kind=Kind.STATE)
REBELS = mention("الفصائل", 6, kind=Kind.GROUP, number="plur")
SANA, MONITOR = mention("سانا", 7, kind=Kind.OUTLET), mention("المرصد", 8, kind=Kind.MONITOR)
PARTY = mention("الحزب", 9, kind=Kind.BODY)


def word(feats: str, upos: str = "PRON") -> Word:
    return Word(20, "ه", "ه", upos, "", feats, 0, "dep", 0, 1)


def said(*mentions: Mention) -> tuple[tuple[Argument, ...], ...]:
    return tuple((argument(one),) for one in mentions)


def names(found: tuple[Argument, ...]) -> str:
    return " ".join(one.actor.name for one in found)


def test_arguments_of_mentions() -> None:
    both = mention("الوزيران", 2, actors=(Actor("a", "كيري"), Actor("b", "لافروف")))
    nobody = mention("الوزير", 2, actors=())
    assert arguments_of((both, nobody, TURKEY)) == (
        Argument(Actor("a", "كيري"), "الوزيران", both),
        Argument(Actor("b", "لافروف"), "الوزيران", both),
        Argument(TURKEY.actors[0], "تركيا", TURKEY),
    )
    assert arguments_of(()) == ()


def test_others_than_these_names() -> None:
    found = arguments_of((KERRY, LAVROV, TURKEY))
    assert names(others(found, {"لافروف", "تركيا"})) == "كيري"
    assert others(found, set()) == found


@pytest.mark.parametrize(("subjects", "feats", "found"), [
    ((), HE, ""),
    ((KERRY,), HE, "كيري"),
    ((KERRY, LAVROV), HE, "لافروف"),
    ((KERRY, TURKEY), HE, "كيري"),
    ((TURKEY, KERRY), SHE, "تركيا"),
    ((KERRY,), SHE, ""),
    ((KERRY, TURKEY, TURKEY, TURKEY), HE, "كيري"),
    ((KERRY, TURKEY, TURKEY, TURKEY, TURKEY), HE, ""),
])  # fmt: skip
def test_the_last_four_subjects(subjects: tuple[Mention, ...], feats: str, found: str) -> None:
    state = Discourse(subjects=said(*subjects), speakers=said(MERKEL))
    assert names(recent_subject(state, word(feats), lexicon())) == found


@pytest.mark.parametrize(("speakers", "feats", "found"), [
    ((), HE, ""),
    ((KERRY, LAVROV), HE, "لافروف"),
    ((KERRY, TURKEY, TURKEY), HE, "كيري"),
    ((KERRY, TURKEY, TURKEY, TURKEY), HE, ""),
])  # fmt: skip
def test_the_last_three_speakers(speakers: tuple[Mention, ...], feats: str, found: str) -> None:
    state = Discourse(speakers=said(*speakers), subjects=said(MERKEL))
    assert names(recent_speaker(state, word(feats), lexicon())) == found


@pytest.mark.parametrize(("speakers", "subjects", "feats", "found"), [
    ((KERRY,), (LAVROV,), HE, "كيري"),
    ((TURKEY,), (LAVROV,), HE, "لافروف"),
    ((), (LAVROV,), HE, "لافروف"),
    ((KERRY, TURKEY), (LAVROV,), "Person=1|Number=Plur", "تركيا"),
    ((), (LAVROV,), "Person=1|Number=Sing", ""),
    ((), (), HE, ""),
])  # fmt: skip
def test_the_last_speaker_else_the_last_subject(
    speakers: tuple[Mention, ...], subjects: tuple[Mention, ...], feats: str, found: str
) -> None:
    state = Discourse(speakers=said(*speakers), subjects=said(*subjects))
    assert names(speaker_or_subject(state, word(feats), lexicon())) == found


@pytest.mark.parametrize(("named", "feats", "without", "found"), [
    ((), HE, (), ""),
    ((KERRY, LAVROV), HE, (), "لافروف"),
    ((KERRY, LAVROV), HE, ("لافروف",), "كيري"),
    ((KERRY, TURKEY), HE, (), "كيري"),
    ((KERRY, TURKEY), SHE, (), "تركيا"),
    ((KERRY, SANA), SHE, (), ""),
    ((KERRY, MONITOR), HE, (), "كيري"),
    ((KERRY, mention("الوزير", 9, kind=Kind.OFFICE, actors=())), HE, (), "كيري"),
    ((KERRY, *[TURKEY] * 11), HE, (), "كيري"),
    ((KERRY, *[TURKEY] * 12), HE, (), ""),
    # one of several in the plural only
    ((KERRY, REBELS), HE, (), "كيري"),
    ((KERRY, REBELS), THEY, (), "الفصائل"),
    ((REBELS, KERRY), THEY, (), "الفصائل"),
    ((KERRY, TURKEY), THEY, (), ""),
    ((mention("الشعب", 9, kind=Kind.PEOPLE),), THEY, (), "الشعب"),
    ((mention("الحزبان", 9, kind=Kind.BODY, number="dual"),), THEY, (), ""),
    ((mention("القوات", 9, kind=Kind.BODY, number="plur"),), THEY, (), "القوات"),
    ((mention("القوات", 9, kind=Kind.BODY, number="plur"),), SHE, (), ""),
    # in the masculine men and bodies, no states
    ((PARTY,), HE, (), "الحزب"),
    ((mention("لبنان", 9, kind=Kind.STATE),), HE, (), ""),
    ((mention("لبنان", 9, kind=Kind.STATE),), IT, (), "لبنان"),
    ((mention("الوزير", 9, kind=Kind.OFFICE),), HE, (), "الوزير"),
    ((mention("فلان", 9, kind=Kind.UNKNOWN_PERSON),), HE, (), "فلان"),
    ((mention("الجيش", 9, kind=Kind.INSTITUTION),), HE, (), ""),
    ((MERKEL,), SHE, (), "ميركل"),
    ((KERRY,), SHE, (), ""),
    # in the dual two
    ((mention("الوزيران", 9, kind=Kind.PAIR, number="dual", actors=(KERRY.actors[0], LAVROV.actors[0])),), DUAL, (),
     "كيري لافروف"),
    ((mention("الوزيران", 9, kind=Kind.PAIR, number="dual", actors=(KERRY.actors[0], LAVROV.actors[0])),), DUAL,
     ("لافروف",), ""),
    ((KERRY,), DUAL, (), ""),
    ((KERRY,), "", (), "كيري"),
    ((REBELS,), "", (), "الفصائل"),
])  # fmt: skip
def test_the_last_twelve_mentions(named: tuple[Mention, ...], feats: str, without: tuple[str, ...], found: str) -> None:
    assert names(recent_mention(Discourse(named=named), word(feats), set(without), lexicon())) == found


def before(feats: str, *mentions: Mention, at: int = 20) -> str:
    made = clause(" ".join(["كلمة"] * 25), *mentions)
    return names(mention_before(made, Word(at, "ه", "ه", "PRON", "", feats, 0, "dep", 0, 1)))


def test_the_nearest_mention_before_in_the_sentence() -> None:
    assert before(HE, KERRY, LAVROV) == "لافروف"
    assert before(SHE, KERRY, LAVROV, TURKEY, RUSSIA) == "روسيا"
    assert before(HE, LAVROV, TURKEY) == "لافروف"
    assert before(SHE, TURKEY, SANA) == "تركيا"
    assert before(HE, KERRY, MONITOR) == "كيري"
    assert before(HE) == ""


def test_it_stands_before_the_pronoun() -> None:
    assert before(HE, KERRY, LAVROV, at=2) == "كيري"
    assert before(HE, KERRY, LAVROV, at=3) == "لافروف"
    assert before(HE, mention("جون كيري", 3, 4), at=4) == ""


def test_it_is_one_and_so_is_the_pronoun() -> None:
    two = mention("الوزيران", 6, kind=Kind.PAIR, actors=(KERRY.actors[0], LAVROV.actors[0]))
    assert before(HE, KERRY, two) == "كيري"
    assert before(HE, KERRY, mention("الوزير", 6, kind=Kind.OFFICE, actors=())) == "كيري"
    assert before(THEY, REBELS) == before(DUAL, two) == before("", KERRY) == ""
    assert before(HE, REBELS) == "الفصائل"


def test_it_agrees_in_gender() -> None:
    assert before(SHE, KERRY) == before(HE, MERKEL) == before(HE, TURKEY) == before(IT, KERRY) == ""
    assert before(SHE, mention("فلان", 2, kind=Kind.UNKNOWN_PERSON)) == ""  # a person of whom nothing tells it
    assert before(HE, mention("فلان", 2, kind=Kind.UNKNOWN_PERSON)) == "فلان"
    assert before(SHE, mention("السلطات", 2, kind=Kind.BODY)) == "السلطات"
    assert before(HE, mention("السلطات", 2, kind=Kind.BODY)) == ""
