"""What is only asked for, wished or possible: which triggers are no events of their own."""

import pytest

from syria_events.rules.attributes.irrealis import asking, is_modal, is_subjunctive
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.triggers.content import Content
from syria_events.rules.values import Trigger
from tests.rules.making import clause, does, lexicon, says

DEMAND, DEED, SPEECH = does("طالب"), does("زار"), says()
HOPE = says("أمل")


def told(made: Clause, at: int, *, light: int = 0, action: object = DEED, speech: object = None) -> Trigger:
    light_word = made.word(light) if light else None
    return Trigger(0, made.word(at), action, speech, light_word)  # type: ignore[arg-type]


def test_the_entries_are_what_the_cases_want() -> None:
    assert (DEMAND.content, DEED.content) == (True, False)
    assert (HOPE.cameo in lexicon().codes.prospects, SPEECH.cameo in lexicon().codes.prospects) == (True, False)


IMP, PERF = "Aspect=Imp", "Aspect=Perf"


@pytest.mark.parametrize(("text", "first", "second", "refused"), [
    # near, without the tree: six words between, no punctuation and no `و`
    ("طالب/VERB///root/0 ب/ADP *فرض////dep/0", 1, 3, True),
    ("طالب/VERB///root/0 ب/ADP ج د ه ز *فرض////dep/0", 1, 7, True),
    ("طالب/VERB///root/0 ب/ADP ج د ه ز ح *فرض////dep/0", 1, 8, True),
    ("طالب/VERB///root/0 ب/ADP ج د ه ز ح ط *فرض////dep/0", 1, 9, False),
    ("طالب/VERB///root/0 ،/PUNCT *فرض////dep/0", 1, 3, False),
    ("طالب/VERB///root/0 و/CCONJ *فرض////dep/0", 1, 3, False),
    ("طالب/VERB///root/0 *فرض////dep/0", 1, 2, True),
    ("*فرض////dep/0 طالب/VERB///root/0", 2, 1, False),
    # far, by the tree
    ("طالب/VERB///root/0 ب/ADP ،/PUNCT *فرض////obl/1", 1, 4, True),
    ("طالب/VERB///root/0 ب/ADP ،/PUNCT فعل////obl/1 *فرض////nmod/4", 1, 5, True),
    ("طالب/VERB///root/0 ب/ADP ،/PUNCT فعل////obl/0 *فرض////nmod/4", 1, 5, False),
    # a finite verb behind `و` starts a clause of its own
    (f"طالب/VERB///root/0 ،/PUNCT يفرض/VERB//{IMP}/conj/1", 1, 3, False),
    (f"طالب/VERB///root/0 ،/PUNCT يفرض/VERB//{IMP}/parataxis/1", 1, 3, False),
    (f"طالب/VERB///root/0 ،/PUNCT يفرض/VERB//{IMP}/ccomp/1", 1, 3, True),
    (f"طالب/VERB///root/0 ،/PUNCT فعل////obj/1 يفرض/VERB//{IMP}/conj/3", 1, 4, True),
    ("طالب/VERB///root/0 ،/PUNCT فرض/NOUN///conj/1", 1, 3, True),
    # what is asked for stands in no perfect
    (f"طالب/VERB///root/0 فرض/VERB//{PERF}/ccomp/1", 1, 2, False),
    (f"طالب/VERB///root/0 يفرض/VERB//{IMP}/ccomp/1", 1, 2, True),
    (f"طالب/VERB///root/0 فرض/NOUN//{PERF}/obl/1", 1, 2, True),
])  # fmt: skip
def test_what_a_demand_asks_for(text: str, first: int, second: int, refused: bool) -> None:
    made = clause(text)
    demand, deed = told(made, first, action=DEMAND), told(made, second)
    assert (asking(deed, (demand, deed), made) is demand) is refused


def test_only_what_asks_makes_no_event() -> None:
    made = clause("طالب/VERB///root/0 ب/ADP فرض////obl/1")
    deed = told(made, 3)
    for action, speech, refused in (
        (DEMAND, None, True),
        (DEED, None, False),
        (None, HOPE, True),
        (None, SPEECH, False),
    ):
        other = told(made, 1, action=action, speech=speech)
        assert (asking(deed, (other, deed), made) is other) is refused
    assert not asking(deed, (deed,), made)


def test_behind_an_event_a_demand_may_follow() -> None:
    made = clause("زار/VERB///root/0 طالب/VERB///conj/1 ب/ADP فرض////obl/2")
    first, demand, deed = told(made, 1), told(made, 2, action=DEMAND), told(made, 4)
    assert asking(deed, (first, demand, deed), made)


@pytest.mark.parametrize(("text", "at", "asked"), [
    # told as fact: a relative clause, a clause that opens anew, the occasion of a meeting
    ("طالب/VERB///root/0 ب/ADP وقف الهجوم الذي يزور/VERB//Aspect=Imp/acl/1", 6, False),
    ("طالب/VERB///root/0 ب/ADP وقف الهجوم أن يزور/VERB//Aspect=Imp/acl/1", 6, True),
    ("طالب/VERB///root/0 ب/ADP وقف إذ يزور/VERB//Aspect=Imp/acl/1", 5, False),
    ("طالب/VERB///root/0 ب/ADP وقف حتى يزور/VERB//Aspect=Imp/acl/1", 5, True),
    ("طالب/VERB///root/0 ب/ADP وقف خلال زيارة////nmod/1", 5, False),
    ("طالب/VERB///root/0 ب/ADP وقف في/ADP زيارة////nmod/1", 5, False),
    ("طالب/VERB///root/0 ب/ADP وقف ب/ADP زيارة////nmod/1", 5, True),
])  # fmt: skip
def test_what_is_told_is_not_asked_for(text: str, at: int, asked: bool) -> None:
    made = clause(text)
    demand, deed = told(made, 1, action=DEMAND), told(made, at)
    assert (asking(deed, (demand, deed), made) is demand) is asked


def test_the_occasion_of_a_deed_is_none_behind_in() -> None:
    made = clause("طالب/VERB///root/0 في/ADP قصف////nmod/1")
    demand, deed = told(made, 1, action=DEMAND), told(made, 3, action=does("قصف"))
    assert asking(deed, (demand, deed), made) is demand


def test_a_noun_of_demand_with_its_light_verb_governs_by_either() -> None:
    made = clause("وجه/VERB///root/0 طلبا////obj/1 ،/PUNCT فرض////obl/1")
    assert asking(told(made, 4), (told(made, 2, light=1, action=DEMAND), told(made, 4)), made)
    apart = clause("وجه/VERB///root/0 طلبا////obj/1 ،/PUNCT فرض////obl/0")
    assert not asking(told(apart, 4), (told(apart, 2, light=1, action=DEMAND), told(apart, 4)), apart)


def test_a_light_verb_before_the_demand_is_not_what_it_asks_for() -> None:
    made = clause("وجه/VERB///root/0 طلبا////obj/1 فرضا////obj/2")
    demand = told(made, 2, action=DEMAND)
    assert not asking(told(made, 3, light=1), (demand, told(made, 3)), made)
    assert not asking(told(made, 3, light=2), (demand, told(made, 3)), made)
    assert asking(told(made, 3), (demand, told(made, 3)), made)
    behind = clause("طالب/VERB///root/0 يوجه/VERB///ccomp/1 فرضا////obj/2")
    assert asking(told(behind, 3, light=2), (told(behind, 1, action=DEMAND), told(behind, 3, light=2)), behind)


def test_the_aspect_is_that_of_the_light_verb() -> None:
    made = clause(f"طالب/VERB///root/0 وجه/VERB//{PERF}/ccomp/1 فرضا////obj/2")
    assert not asking(told(made, 3, light=2), (told(made, 1, action=DEMAND), told(made, 3, light=2)), made)


@pytest.mark.parametrize(("text", "at", "light", "subjunctive"), [
    (f"أن/SCONJ يزور/VERB//{IMP}", 2, 0, True),
    ("أن/SCONJ يزور/VERB", 2, 0, True),
    (f"أن/SCONJ زار/VERB//{PERF}", 2, 0, False),
    (f"أن/SCONJ زيارة/NOUN//{IMP}", 2, 0, False),
    (f"هو يزور/VERB//{IMP}", 2, 0, False),
    (f"يزور/VERB//{IMP}", 1, 0, False),
    (f"أن/SCONJ لا/PART يزور/VERB//{IMP}", 3, 0, True),
    (f"أن/SCONJ قد/PART يزور/VERB//{IMP}", 3, 0, False),
    (f"هو لا/PART يزور/VERB//{IMP}", 3, 0, False),
    (f"لا/PART يزور/VERB//{IMP}", 2, 0, False),
    (f"أن/SCONJ هو لا/PART يزور/VERB//{IMP}", 4, 0, False),
    (f"أن/SCONJ يجري/VERB//{IMP} لقاء", 3, 2, True),
    (f"أن/SCONJ أجرى/VERB//{PERF} لقاء", 3, 2, False),
])  # fmt: skip
def test_behind_that(text: str, at: int, light: int, subjunctive: bool) -> None:
    made = clause(text)
    assert is_subjunctive(told(made, at, light=light), made) is subjunctive


def test_a_participle_is_no_verb_behind_that() -> None:
    made = clause("أن/SCONJ زائرا/ADJ")
    assert not is_subjunctive(Trigger(0, made.word(2), DEED, None, participle=True), made)


@pytest.mark.parametrize(("at", "speech", "content", "modal"), [
    (2, None, 1, True), (2, None, 2, False), (2, None, 3, False), (2, SPEECH, 1, False), (2, None, None, False),
])  # fmt: skip
def test_behind_a_construction_no_deed_is_told(at: int, speech: object, content: int | None, modal: bool) -> None:
    made = clause("يجب زيارة هذه")
    found = None if content is None else Content("100", (), lexicon().cues[0], content)
    assert is_modal(told(made, at, action=None if speech else DEED, speech=speech), found) is modal
