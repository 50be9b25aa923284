"""Candidates, what the model looks at, and which links become rows, with weights made for each case."""

from collections.abc import Mapping
from datetime import date

import pytest

from syria_events.rules.events.analysis import Analysis
from syria_events.rules.events.reader import DocumentReader, SentenceAnalysis
from syria_events.rules.linking.candidates import candidates, slot_options
from syria_events.rules.linking.choosing import codes, features_of, links, parts_of, weighed
from syria_events.rules.linking.features import View, bucket
from syria_events.rules.linking.linker import UNLIKELY, is_open
from syria_events.rules.linking.model import Model
from syria_events.rules.values import Mention
from tests.rules.making import lexicon, mention, prepared, read

PERFECT = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3"
Sentence = tuple[str, tuple[Mention, ...]]
MET: Sentence = (
    f"التقى/VERB//{PERFECT} كيري/X لافروف/X",
    (mention("كيري", 2), mention("لافروف", 3)),
)
MEETING: Sentence = ("جرى/VERB لقاء/NOUN أمس/NOUN", ())


def model(weights: Mapping[str, float], bias: float = -2.0, least: float = 0.5, doubt: float = 0.2) -> Model:
    return Model(weights, bias, least, doubt)


def linked(weights: Model, *sentences: Sentence, published: date | None = None) -> list[SentenceAnalysis]:
    return list(DocumentReader(prepared(*sentences, published=published), lexicon(), weights).read())


def rows(analyses: list[SentenceAnalysis]) -> list[str]:
    return [
        f"{frame.actor.actor.name} {frame.cameo} {frame.target.actor.name if frame.target else '-'}"
        for sentence in analyses
        for analysis in sentence.triggers
        for frame in analysis.frames
    ]


def view_of(*sentences: Sentence) -> View:
    made = prepared(*sentences)
    last = list(DocumentReader(made, lexicon()).read())[-1]
    return View(last.triggers[-1])


def analysis_of(*sentences: Sentence) -> Analysis:
    return read(*sentences)[-1].triggers[-1]


# candidates


def test_everybody_named_near_the_trigger_is_a_candidate_once() -> None:
    analysis = analysis_of(MET, (f"زار/VERB//{PERFECT} كيري/X جنيف/X", (mention("كيري", 2), mention("بوتين", 3))))
    _, _, proposed = slot_options(analysis)
    found = {candidate.key: candidate for candidate in candidates(analysis, proposed)}
    assert set(found) == {"كيري", "بوتين", "لافروف"}
    assert found["كيري"].origins == ("here", "subject-1", "sentence-1")
    assert found["لافروف"].origins == ("sentence-1",)
    assert found["لافروف"].argument.rule == "link.named-before"


def test_somebody_whom_no_rule_proposes_is_named_here() -> None:
    sentence = (f"قال/VERB//{PERFECT} كيري/X ذلك/PRON بوتين/X", (mention("كيري", 2), mention("بوتين", 4)))
    analysis = analysis_of(sentence)
    _, _, proposed = slot_options(analysis)
    by = {candidate.key: candidate.argument.rule for candidate in candidates(analysis, proposed)}
    assert by["كيري"] == "subject.postverbal"
    assert by["بوتين"] == "link.named-here"


def test_options_name_the_rules_that_propose() -> None:
    for_actor, for_target, _ = slot_options(analysis_of(MET))
    assert "subject.postverbal" in for_actor.rules["كيري"]
    assert for_actor.first == for_actor.taken == frozenset(("كيري",))
    assert for_target.taken == frozenset(("لافروف",))


# features


@pytest.mark.parametrize(("number", "end"), [(0, "0"), (1, "1"), (4, "5"), (20, "20"), (21, "more")])
def test_numbers_fall_into_ranges(number: int, end: str) -> None:
    assert bucket(number) == end


def test_what_the_model_looks_at() -> None:
    view = view_of(MET)
    everybody, parts = parts_of(view)
    assert {candidate.key for candidate in everybody} == {"كيري", "لافروف"}
    assert "trigger deed-verb" in parts.trigger and "trigger root=04" in parts.trigger
    assert {"actor chosen", "actor proposed first", "actor side=after deed-verb"} <= set(parts.actor["كيري"])
    assert "actor not chosen" in parts.actor["لافروف"] and "target chosen" in parts.target["لافروف"]
    by_pair = {(link.actor.key, link.target.key if link.target else ""): link for link in links(view, everybody)}
    assert set(by_pair) == {("كيري", "لافروف"), ("لافروف", "كيري")}
    assert {"row", "row deed-verb", "row root=04"} <= set(by_pair["كيري", "لافروف"].features)
    assert set(parts.trigger) <= set(features_of(parts, by_pair["كيري", "لافروف"]))


def test_of_a_trigger_without_rows_the_guard_is_known() -> None:
    view = view_of(MET, MEETING)
    everybody, parts = parts_of(view)
    assert "actor elsewhere" in parts.actor["كيري"]
    link = next(iter(links(view, everybody)))
    assert {"no row", "no row refused by event.no-actor"} <= set(link.features)


def test_codes_are_those_of_rows_and_entry() -> None:
    assert codes(analysis_of(MET)) == ("040",)


# choosing


def test_rows_of_rules_stay_unless_they_are_unlikely() -> None:
    assert rows(linked(model({}, bias=-1.0), MET)) == ["كيري 040 لافروف"]
    (sentence,) = linked(model({}, bias=-3.0), MET)
    assert rows([sentence]) == []
    assert UNLIKELY in {refusal.guard for refusal in sentence.triggers[0].refused}


def test_the_chance_is_the_confidence() -> None:
    (sentence,) = linked(model({"row": 2.0}, bias=-1.0), MET)
    assert [frame.confidence for frame in sentence.triggers[0].frames] == [0.73]


def test_a_row_that_no_rule_makes_needs_more() -> None:
    wanted = {"actor origin=subject-1": 2.0}
    assert rows(linked(model(wanted, bias=-1.0), MET, MEETING)) == ["كيري 040 لافروف", "كيري 040 لافروف"]
    assert rows(linked(model(wanted, bias=-1.0, least=0.95), MET, MEETING)) == ["كيري 040 لافروف"]


def test_new_parties_name_their_rule() -> None:
    found = linked(model({"no row": 6.0}), (MET[0], (*MET[1], mention("بوتين", 3))), MEETING)
    frames = found[1].triggers[-1].frames
    assert {frame.rules.target[0] for frame in frames} == {"link.named-before"}
    here = ("عن/ADP بوتين/X ذلك/PRON جرى/VERB لقاء/NOUN", (mention("بوتين", 2),))
    frames = linked(model({"no row": 6.0}), MET, here)[1].triggers[-1].frames
    assert "link.named-here" in {rule for frame in frames for rule in (frame.rules.actor[0], frame.rules.target[0])}


def test_those_that_share_a_party_come_along_each_pair_once() -> None:
    three = (MET[0], (*MET[1], mention("بوتين", 3)))
    found = linked(model({"no row": 6.0}), three, MEETING)
    new = [sorted((f.actor.actor.name, f.target.actor.name)) for f in found[1].triggers[-1].frames if f.target]
    assert len(new) == 3 == len({tuple(pair) for pair in new})


def test_weighed_links_come_likeliest_first() -> None:
    found = weighed(view_of(MET), model({"row": 1.0, "actor chosen": 1.0}))
    assert [link.actor.key for link in found] == ["كيري", "لافروف"]
    assert found[0].chance > found[1].chance


def test_grammar_has_the_last_word() -> None:
    asked = (f"دعا/VERB//{PERFECT} كيري/X إلى/ADP لقاء/NOUN لافروف/X", (mention("كيري", 2), mention("لافروف", 5)))
    (sentence,) = linked(model({}, bias=5.0), asked)
    meeting = next(analysis for analysis in sentence.triggers if analysis.trigger.word.text == "لقاء")
    assert not is_open(meeting) and meeting.frames == ()
    assert {refusal.guard for refusal in meeting.refused} == {"irrealis.content"}


def test_without_a_model_rows_are_those_of_rules() -> None:
    (sentence,) = read(MET)
    assert sentence.triggers[0].links == ()
    assert rows([sentence]) == ["كيري 040 لافروف"]
