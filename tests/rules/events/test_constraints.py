"""What a trigger with its parties cannot tell: every guard of whole events, and its near misses."""

from dataclasses import replace

import pytest

from syria_events.model import Actor
from syria_events.rules.arguments.roles import Roles
from syria_events.rules.arguments.scene import Scene
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.events import constraints
from syria_events.rules.values import Argument, Decision, Kind, Proposal, Status, Trigger
from tests.rules.making import argument, clause, does, lexicon, mention, says

KERRY = argument(mention("كيري", 2, code="USAGOV"))
MEETING, SHELLING, KILLING = does("التقى"), does("قصف"), does("قتل")


def roles(*actors: Argument, targets: tuple[Argument, ...] = (), elided: bool = False, unnamed: bool = False) -> Roles:
    return Roles(Decision(Proposal(actors, elided=elided, unnamed=unnamed)), Decision(Proposal(targets)))


def told(
    text: str, at: int = 1, *, action: object = None, speech: object = None, light: int = 0, **about: bool
) -> Trigger:
    made = clause(text)
    light_word = made.word(light) if light else None
    return Trigger(0, made.word(at), action, speech, light_word, **about)  # type: ignore[arg-type]


def scene(text: str) -> Scene:
    return Scene(clause(text), (), Discourse())


def person(kind: Kind, code: str = "", first: int = 2) -> Argument:
    return argument(mention("فلان", first, kind=kind, code=code))


ADJECTIVE = Argument(Actor("russia", "روسيا", "Russia", "RUSGOV"), "الروسي")


def test_a_source_that_names_nobody() -> None:
    assert constraints.is_unnamed(roles(unnamed=True))
    assert not constraints.is_unnamed(roles())


def test_without_an_actor_that_is_no_outlet() -> None:
    outlet = person(Kind.OUTLET)
    assert constraints.without_outlets((outlet, KERRY, ADJECTIVE)) == (KERRY, ADJECTIVE)
    assert constraints.has_no_actor(constraints.without_outlets((outlet,)))
    assert not constraints.has_no_actor((KERRY,))


PRONOUN = "+ه/PRON//Number=Sing"


@pytest.mark.parametrize(("text", "verb", "cited"), [
    (f"التي تحدث/VERB عن+/ADP {PRONOUN}", "قال", True),
    (f"هي تحدث/VERB عن+/ADP {PRONOUN}", "قال", False),  # no relative clause
    ("التي تحدث/VERB عن/ADP كيري", "قال", False),  # no pronoun
    (f"التي تحدث/VERB {PRONOUN}", "قال", True),
    (f"هي تحدث/VERB {PRONOUN}", "قال", True),  # its object
    (f"هي أبلغ/VERB {PRONOUN}", "أبلغ", False),  # whom it is said to
    (f"التي أبلغ/VERB {PRONOUN}", "أبلغ", True),
    (f"التي تحدث/NOUN {PRONOUN}", "قال", False),
])  # fmt: skip
def test_what_is_cited(text: str, verb: str, cited: bool) -> None:
    assert constraints.is_cited(told(text, 2, speech=says(verb)), clause(text)) is cited


def test_who_is_told_is_an_object_of_some_verbs_of_saying() -> None:
    assert "obj" in says("أبلغ").addressee and "obj" not in says("قال").addressee
    assert not constraints.is_cited(
        told(f"التي زار/VERB {PRONOUN}", 2, action=MEETING), clause(f"التي زار/VERB {PRONOUN}")
    )


def noun(alone: bool) -> object:
    return next(s for entries in lexicon().speech_nouns.values() for s in entries if s.alone is alone)


@pytest.mark.parametrize(("first", "alone", "unowned"), [
    (2, True, False), (4, True, False), (5, True, True), (1, True, True), (2, False, True),
])  # fmt: skip
def test_a_noun_of_saying_needs_its_speaker(first: int, alone: bool, unowned: bool) -> None:
    speaker = person(Kind.PERSON, first=first)
    assert constraints.is_unowned(told("تصريح", speech=noun(alone)), (speaker,)) is unowned


def test_only_a_noun_of_saying_alone_needs_it() -> None:
    far = (person(Kind.PERSON, first=9),)
    assert not constraints.is_unowned(told("صرح/VERB", speech=says()), far)
    assert not constraints.is_unowned(told("لقاء", action=MEETING), far)
    assert not constraints.is_unowned(told("أدلى/VERB تصريح", 2, light=1, speech=noun(True)), far)
    assert constraints.is_unowned(told("تصريح", speech=noun(True)), (ADJECTIVE,))


@pytest.mark.parametrize(("text", "at", "elided", "impersonal"), [
    ("يذكر/VERB//Aspect=Imp", 1, True, True),
    ("و يذكر/VERB//Aspect=Imp", 2, True, True),
    ("و قد يذكر/VERB//Aspect=Imp", 3, True, False),
    ("ذكر/VERB//Aspect=Perf", 1, True, False),
    ("يذكر/VERB//Aspect=Imp", 1, False, False),
])  # fmt: skip
def test_what_nobody_in_particular_says(text: str, at: int, elided: bool, impersonal: bool) -> None:
    assert constraints.is_impersonal(told(text, at, speech=says()), roles(KERRY, elided=elided)) is impersonal


def test_what_was_not_said() -> None:
    comment = next(s for entries in lexicon().speech_verbs.values() for s in entries if s.news_if_negated)
    assert constraints.is_not_said(told("قال/VERB", speech=says()), Status.NEGATED)
    assert not constraints.is_not_said(told("قال/VERB", speech=says()), Status.HYPOTHETICAL)
    assert not constraints.is_not_said(told("علق/VERB", speech=comment), Status.NEGATED)
    assert not constraints.is_not_said(told("التقى/VERB", action=MEETING), Status.NEGATED)


@pytest.mark.parametrize(("actor", "civil"), [
    (person(Kind.PERSON), True), (person(Kind.UNKNOWN_PERSON), True), (person(Kind.OFFICE), True),
    (person(Kind.MONITOR), True), (person(Kind.GROUP), False), (person(Kind.STATE, "SYRGOV"), False),
    (person(Kind.BODY, "IGOUNO"), True), (person(Kind.BODY, "NGO"), True), (person(Kind.BODY, "IMGISI"), False),
    (ADJECTIVE, False),
])  # fmt: skip
def test_an_official_spoke_and_somebody_else_fights(actor: Argument, civil: bool) -> None:
    assert constraints.is_civil_null_subject(roles(actor, elided=True), (actor,), armed=True) is civil
    assert not constraints.is_civil_null_subject(roles(actor), (actor,), armed=True)
    assert not constraints.is_civil_null_subject(roles(actor, elided=True), (actor,), armed=False)


def test_one_civil_among_several_is_enough() -> None:
    group, officer = person(Kind.GROUP), person(Kind.PERSON)
    assert constraints.is_civil_null_subject(roles(elided=True), (group, officer), armed=True)


ARMY, CIVILIANS = person(Kind.BODY, "SYRMIL"), person(Kind.GROUP, "SYRCVL")


@pytest.mark.parametrize(("verb", "entry", "actors", "targets", "passive"), [
    ("قتل", KILLING, (ARMY,), (), True),
    ("قتل", KILLING, (ARMY,), (CIVILIANS,), False),
    ("قصف", SHELLING, (ARMY,), (), False),
    ("قصف", SHELLING, (CIVILIANS,), (), True),
    ("قصف", SHELLING, (CIVILIANS,), (ARMY,), False),
    ("قصف", SHELLING, (CIVILIANS, ARMY), (), False),
    ("التقى", MEETING, (CIVILIANS,), (), False),
])  # fmt: skip
def test_a_passive_that_its_spelling_does_not_show(
    verb: str, entry: object, actors: tuple[Argument, ...], targets: tuple[Argument, ...], passive: bool
) -> None:
    made = scene(f"{verb}/VERB")
    trigger = told(f"{verb}/VERB", action=entry)
    assert constraints.is_hidden_passive(made, trigger, roles(*actors, targets=targets), actors) is passive


@pytest.mark.parametrize(("actor", "armed", "refused"), [
    (person(Kind.UNKNOWN_PERSON), True, True), (person(Kind.UNKNOWN_PERSON), False, False),
    (person(Kind.UNKNOWN_PERSON, "SYR"), True, False), (person(Kind.GROUP), True, False), (ADJECTIVE, True, False),
    (Argument(Actor("", "فلان"), "فلان"), True, False),
])  # fmt: skip
def test_whom_the_lexicon_does_not_know_leads_no_attack(actor: Argument, armed: bool, refused: bool) -> None:
    assert constraints.is_unknown_fighter(actor, armed=armed) is refused


def test_the_roots_are_what_the_cases_want() -> None:
    flags = [
        (root.target_optional, root.target_optional_of_noun, root.doer_behind_from)
        for root in map(lexicon().root, ("040", "190", "100", "030"))
    ]
    assert flags == [(False, False, False), (True, True, False), (True, True, True), (True, False, False)]


@pytest.mark.parametrize(("cameo", "text", "at", "light", "participle", "lacks"), [
    ("040", "التقى/VERB", 1, 0, False, True),
    ("190", "قصف/NOUN", 1, 0, False, False),
    ("030", "وافق/VERB", 1, 0, False, False),
    ("030", "موافقة/NOUN", 1, 0, False, True),
    ("030", "موافقا/ADJ", 1, 0, True, False),
    ("030", "أعلن/VERB موافقة/NOUN", 2, 1, False, False),
    ("030", "موافقة/NOUN من/ADP", 1, 0, False, True),
    ("100", "مطالب/NOUN من/ADP", 1, 0, False, False),
    ("100", "مطالب/NOUN في/ADP", 1, 0, False, False),
    ("160", "أجل/VERB", 1, 0, False, True),
    ("040", "أجرى/VERB لقاء/NOUN", 2, 1, False, True),
])  # fmt: skip
def test_roots_that_want_a_target(cameo: str, text: str, at: int, light: int, participle: bool, lacks: bool) -> None:
    trigger = told(text, at, action=MEETING, light=light, participle=participle)
    assert constraints.lacks_target(scene(text), trigger, cameo, KERRY, None) is lacks
    assert not constraints.lacks_target(scene(text), trigger, cameo, KERRY, KERRY)


TEHRAN = person(Kind.STATE, "IRNGOV")


@pytest.mark.parametrize(("speaker", "target", "own"), [
    (person(Kind.PERSON, "IRNGOV"), TEHRAN, True),
    (person(Kind.PERSON, "IRNMIL"), TEHRAN, True),
    (person(Kind.PERSON, "IRNOPP"), TEHRAN, False),
    (person(Kind.PERSON, "TURGOV"), TEHRAN, False),
    (person(Kind.PERSON, "IRNGOV"), person(Kind.PERSON, "IRNGOV"), False),
    (person(Kind.PERSON, "IRNGOV"), Argument(TEHRAN.actor, "الإيراني"), False),
])  # fmt: skip
def test_the_own_state(speaker: Argument, target: Argument, own: bool) -> None:
    assert constraints.is_own_state(speaker, target) is own


@pytest.mark.parametrize(("cameo", "code", "lacks"), [
    ("160", "IGOUNO", False), ("164", "IGOEEC", False), ("163", "IGOUNO", True), ("160", "RUSGOV", True),
])  # fmt: skip
def test_a_body_postpones_its_own_session_alone(cameo: str, code: str, lacks: bool) -> None:
    alone = replace(MEETING, slots=("مع", "بين"))
    trigger = told("أجل/VERB", 1, action=alone)
    body = person(Kind.BODY, code)
    assert constraints.lacks_target(scene("أجل/VERB"), trigger, cameo, body, None) is lacks
