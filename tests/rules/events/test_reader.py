"""Sentences read in order: statements, deeds, sources, confidence, and what the discourse state passes on."""

from datetime import date

import pytest

from syria_events.rules.events.analysis import Analysis
from syria_events.rules.values import Kind, Mention
from tests.rules.making import mention, read, shown

PERF, IMP = (f"Aspect={a}|Gender=Masc|Number=Sing|Person=3" for a in ("Perf", "Imp"))
FEM = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3"
HE = "Gender=Masc|Number=Sing|Person=3"


def kerry(at: int) -> Mention:
    return mention("كيري", at, gender="m", code="USAGOV")


def lavrov(at: int) -> Mention:
    return mention("لافروف", at, gender="m", code="RUSGOV")


def army(at: int) -> Mention:
    return mention("الجيش", at, kind=Kind.BODY, code="SYRMIL")


def turkey(at: int) -> Mention:
    return mention("تركيا", at, kind=Kind.STATE, code="TURGOV")


def america(at: int) -> Mention:
    return mention("واشنطن", at, kind=Kind.STATE, code="USAGOV")


def agency(at: int) -> Mention:
    return mention("سانا", at, kind=Kind.OUTLET)


SAID = f"قال/VERB//{PERF} كيري/X إن/SCONJ"
MET = f"التقى/VERB//{PERF} كيري/X لافروف/X"


@pytest.mark.parametrize(("text", "mentions", "lines"), [
    # deeds
    (MET, (kerry(2), lavrov(3)), ["كيري 040 لافروف actual"]),
    (f"لم/PART {MET}", (kerry(3), lavrov(4)), ["كيري 040 لافروف negated"]),
    (f"التقى/VERB//{PERF} كيري/X", (kerry(2),), ["كيري event.no-target"]),
    (f"التقى/VERB//{PERF} سانا/X لافروف/X", (agency(2), lavrov(3)), ["التقى event.unnamed-source"]),
    (f"التقى/VERB//{PERF} مصدر لافروف/X", (lavrov(3),), ["التقى event.unnamed-source"]),
    (f"قتل/VERB//{PERF} الجيش", (army(2),), ["قتل deed.hidden-passive"]),
    (f"قصف/VERB//{PERF} الجيش حلب", (army(2),), ["الجيش 190 - actual"]),
    # statements
    (SAID, (kerry(2),), ["كيري 010 - actual"]),
    (f"لم/PART {SAID}", (kerry(3),), ["قال statement.negated"]),
    (f"قد/PART يقول/VERB/قال/{IMP} كيري/X إن/SCONJ", (kerry(3),), ["كيري 010 - hypothetical"]),
    (f"قال/VERB//{PERF} سانا/X إن/SCONJ", (agency(2),), ["قال event.unnamed-source"]),
    (f"قال/VERB//{PERF} مصدر إن/SCONJ", (), ["قال event.unnamed-source"]),
    (f"قال/VERB//{PERF} الرجل إن/SCONJ", (), ["قال event.no-actor"]),
    (f"يقول/VERB/قال/{IMP} كيري/X إن/SCONJ", (kerry(2),), ["كيري 010 - actual"]),
    ("تصريح كيري/X", (kerry(2),), ["كيري 010 - actual"]),
    ("تصريح هنا ثم الآن كيري/X", (kerry(5),), ["تصريح event.no-actor"]),
    (f"التي قال/VERB//{PERF} ب+/ADP +ها/PRON//{HE} كيري/X", (kerry(5),), ["قال statement.cited"]),
    # what is said decides the code; behind it no deed is told
    (f"{SAID} يجب/VERB على/ADP تركيا وقف القصف", (kerry(2), turkey(6)),
     ["كيري 100 تركيا actual", "القصف irrealis.modal"]),
    (f"{SAID} يجب/VERB على/ADP واشنطن وقف القصف", (kerry(2), america(6)),
     ["كيري 100 - actual", "واشنطن content.own-state", "القصف irrealis.modal"]),
    (f"{SAID} يجب/VERB على/ADP كيري/X", (kerry(2), kerry(6)), ["كيري 100 - actual"]),
    (f"{SAID} الجيش قصف/VERB//{PERF} حلب", (kerry(2), army(4)), ["كيري 010 - actual", "الجيش 190 - actual"]),
    (f"قال/VERB//{PERF} الرجل إن/SCONJ+ يجب/VERB على/ADP تركيا وقف القصف", (turkey(6),),
     ["قال event.no-actor", "القصف event.no-actor"]),
    # the next verb of saying ends what is said
    (f"{SAID} الهدنة و/CCONJ قال/VERB//{PERF} لافروف/X إن/SCONJ يجب/VERB على/ADP تركيا",
     (kerry(2), lavrov(7), turkey(11)), ["كيري 010 - actual", "الهدنة event.no-actor", "لافروف 100 تركيا actual"]),
    # what is asked for is no event
    (f"دعا/VERB//{PERF} كيري/X إلى/ADP لقاء لافروف/X", (kerry(2), lavrov(5)),
     ["كيري 020 لافروف actual", "لقاء irrealis.content"]),
    (f"يفضل/VERB//{IMP} كيري/X أن/SCONJ يلتقي/VERB/التقى/{IMP} لافروف/X تركيا", (kerry(2), lavrov(5), turkey(6)),
     ["يلتقي irrealis.subjunctive"]),
    (f"من/ADP المقرر أن/SCONJ يلتقي/VERB/التقى/{IMP} لافروف/X تركيا", (lavrov(5), turkey(6)),
     ["لافروف 040 تركيا planned"]),
    # headlines, and statements that are passed on
    ("كيري/X :/PUNCT الهدنة صامدة/ADJ", (kerry(1),), ["كيري 010 - actual", "الهدنة event.no-actor"]),
    ("كيري/X :/PUNCT يجب/VERB على/ADP تركيا", (kerry(1), turkey(5)), ["كيري 100 تركيا actual"]),
])  # fmt: skip
def test_sentences(text: str, mentions: tuple[Mention, ...], lines: list[str]) -> None:
    assert shown(read((text, mentions))) == lines


def analyses(*sentences: tuple[str, tuple[Mention, ...]], published: date | None = None) -> list[Analysis]:
    return [analysis for one in read(*sentences, published=published) for analysis in one.triggers]


THEN = f"و/CCONJ زار/VERB//{PERF} تركيا"


@pytest.mark.parametrize(("sentences", "confidence"), [
    ([(MET, (kerry(2), lavrov(3)))], 0.85),
    ([("زيارة كيري/X إلى/ADP تركيا", (kerry(2), turkey(4)))], 0.75),
    ([(MET, (kerry(2), lavrov(3))), (THEN, (turkey(3),))], 0.6),
    ([(SAID, (kerry(2),))], 0.8),
    ([(SAID, (kerry(2),)), (f"و/CCONJ أضاف/VERB//{PERF} أن/SCONJ", ())], 0.55),
    ([("تصريح كيري/X", (kerry(2),))], 0.65),
    ([("كيري/X :/PUNCT الهدنة صامدة/ADJ", (kerry(1),))], 0.7),
])  # fmt: skip
def test_confidence(sentences: list[tuple[str, tuple[Mention, ...]]], confidence: float) -> None:
    frames = [frame for analysis in analyses(*sentences) for frame in analysis.frames]
    assert frames[-1].confidence == confidence


def test_events_name_the_rules_and_entries_that_decided_the_code() -> None:
    (plain,) = analyses((SAID, (kerry(2),)))[0].frames
    assert plain.events == ("trigger.verb", "say")
    (demand, *_) = analyses((f"{SAID} يجب/VERB على/ADP تركيا", (kerry(2), turkey(6))))
    assert demand.frames[0].events == ("content.cue", "must-ala", "trigger.verb", "say")
    assert demand.frames[0].target is not None and demand.frames[0].target.rule == "target.of-statement"
    assert demand.content is not None and demand.content.cue.id == "must-ala"
    (deed,) = analyses((MET, (kerry(2), lavrov(3))))[0].frames
    assert (deed.events, deed.cameo) == (("trigger.verb", "meet"), "040")


def sources(*sentences: tuple[str, tuple[Mention, ...]]) -> list[tuple[str, str]]:
    return [(f.source.value, f.source.rule) for analysis in analyses(*sentences) for f in analysis.frames]


DEED = f"الجيش قصف/VERB//{PERF} حلب"
RELATIVE = f"الجيش الذي قصف/VERB//{PERF} حلب"
BY_SPEAKER, BY_NOBODY = ("كيري", "source.speaker"), ("", "")


@pytest.mark.parametrize(("text", "mentions", "found"), [
    (f"{SAID} {DEED}", (kerry(2), army(4)), [BY_NOBODY, BY_SPEAKER]),
    (f"{DEED} بحسب/ADP سانا", (army(1), agency(5)), [("سانا", "source.phrase")]),
    (f"{SAID} {DEED} بحسب/ADP سانا", (kerry(2), army(4), agency(8)), [("سانا", "source.phrase"), BY_SPEAKER]),
    (f"{DEED} و/CCONJ {SAID}", (army(1), kerry(6)), [BY_NOBODY, BY_NOBODY]),
    (f"قال/VERB//{PERF} سانا إن/SCONJ {DEED}", (agency(2), army(4)), [("سانا", "source.unnamed")]),
    (f"قال/VERB//{PERF} الرجل إن/SCONJ {DEED}", (army(4),), [BY_NOBODY]),
    (f"تصريح كيري/X أن/SCONJ {DEED}", (kerry(2), army(4)), [BY_NOBODY, BY_NOBODY]),
    # a speaker that is refused, or nobody, changes nothing for what follows
    (f"{SAID} {DEED} و/CCONJ قال/VERB//{PERF} الرجل////nsubj/8 إن/SCONJ {DEED}", (kerry(2), army(4), army(11)),
     [BY_NOBODY, BY_SPEAKER, BY_SPEAKER]),
    (f"{SAID} {DEED} و/CCONJ قال/VERB//{PERF} لافروف/X إن/SCONJ {DEED}", (kerry(2), army(4), lavrov(9), army(11)),
     [BY_NOBODY, BY_SPEAKER, BY_NOBODY, ("لافروف", "source.speaker")]),
])  # fmt: skip
def test_sources(text: str, mentions: tuple[Mention, ...], found: list[tuple[str, str]]) -> None:
    assert sources((text, mentions)) == found


def test_a_source_holds_for_its_sentence() -> None:
    assert sources((SAID, (kerry(2),)), (DEED, (army(1),))) == [BY_NOBODY, BY_NOBODY]


def test_a_source_that_names_nobody_gives_its_name() -> None:
    text = f"قال/VERB//{PERF} مصدر في/ADP الوزارة إن/SCONJ {DEED}"
    named = mention("الوزارة", 4, kind=Kind.INSTITUTION, code="RUSGOV")
    assert sources((text, (named, army(6)))) == [("الوزارة", "source.unnamed")]


def test_what_is_told_beside_a_statement_is_the_papers_own() -> None:
    assert sources((f"{SAID} {DEED}", (kerry(2), army(4)))) == [BY_NOBODY, BY_SPEAKER]
    assert sources((f"{SAID} شيئا بينما/CCONJ {DEED}", (kerry(2), army(6)))) == [BY_NOBODY, BY_NOBODY]
    assert sources((f"{SAID} {RELATIVE}", (kerry(2), army(4)))) == [BY_NOBODY, BY_NOBODY]


def test_who_goes_on_behind_a_source_that_names_nobody_is_nobody() -> None:
    anonymous = f"قال/VERB//{PERF} مصدر إن/SCONJ"
    added = f"و/CCONJ أضاف/VERB//{PERF} أن/SCONJ"
    made = read((SAID, (kerry(2),)), (anonymous, ()), (added, ()))
    assert [line for line in shown(made) if " 010 " in line] == ["كيري 010 - actual"]


def test_an_agency_that_passes_a_statement_on_is_its_source() -> None:
    text = f"نقلت/VERB/نقل/{FEM} سانا عن/ADP كيري/X قول +ه/PRON//{HE} إن/SCONJ"
    made = analyses((text, (agency(2), kerry(4))))
    assert [(f.actor.actor.name, f.source.value, f.source.rule) for a in made for f in a.frames] == [
        ("كيري", "سانا", "source.passed-on")
    ]
    headline, _ = analyses(("كيري/X :/PUNCT الهدنة صامدة/ADJ", (kerry(1),)))
    assert (headline.frames[0].source.value, headline.frames[0].source.rule) == ("", "")
    assert (headline.subject, headline.speakers) == ((headline.frames[0].actor,), (headline.frames[0].actor,))


def parties(*sentences: tuple[str, tuple[Mention, ...]]) -> list[tuple[str, str]]:
    """Of every trigger whom null subjects and pronouns behind it may stand for."""
    return [
        (" ".join(one.actor.name for one in a.subject), " ".join(one.actor.name for one in a.speakers))
        for a in analyses(*sentences)
    ]


@pytest.mark.parametrize(("text", "mentions", "subject", "speaker"), [
    (MET, (kerry(2), lavrov(3)), "كيري", ""),
    (SAID, (kerry(2),), "كيري", "كيري"),
    (f"لم/PART {SAID}", (kerry(3),), "كيري", "كيري"),  # refused, and yet its subject
    ("زيارة كيري/X إلى/ADP تركيا", (kerry(2), turkey(4)), "", ""),
    ("تصريح كيري/X", (kerry(2),), "", ""),
    (f"أجرى/VERB//{PERF} كيري/X محادثات مع/ADP لافروف/X", (kerry(2), lavrov(5)), "كيري", ""),
    (f"كيري/X الذي زار/VERB//{PERF} تركيا", (kerry(1), turkey(4)), "", ""),
    (f"كيري/X الذي قال/VERB//{PERF} إن/SCONJ", (kerry(1),), "", "كيري"),
    (f"التقى/VERB//{PERF} الرجل", (), "", ""),
])  # fmt: skip
def test_whom_later_words_may_stand_for(text: str, mentions: tuple[Mention, ...], subject: str, speaker: str) -> None:
    assert parties((text, mentions)) == [(subject, speaker)]


def test_a_null_subject_speaks_on_and_is_no_new_subject() -> None:
    added = f"و/CCONJ أضاف/VERB//{PERF} أن/SCONJ"
    assert parties((SAID, (kerry(2),)), (added, ())) == [("كيري", "كيري"), ("", "كيري")]
    assert shown(read((SAID, (kerry(2),)), (added, ()), (added, ()))) == ["كيري 010 - actual"] * 3


def test_a_subject_goes_on_in_the_next_sentence() -> None:
    assert shown(read((MET, (kerry(2), lavrov(3))), (THEN, (turkey(3),)))) == [
        "كيري 040 لافروف actual", "كيري 042 تركيا actual",
    ]  # fmt: skip


def test_an_official_that_is_a_null_subject_fights_nobody() -> None:
    strikes = f"و/CCONJ قصف/VERB//{PERF} تركيا"
    assert shown(read((SAID, (kerry(2),)), (strikes, (turkey(3),)))) == [
        "كيري 010 - actual",
        "قصف deed.civil-null-subject",
    ]
    assert shown(read((f"زار/VERB//{PERF} الجيش تركيا", (army(2), turkey(3))), (strikes, (turkey(3),)))) == [
        "الجيش 042 تركيا actual", "الجيش 190 تركيا actual",
    ]  # fmt: skip


def test_nobody_in_particular_says_it() -> None:
    says = f"يذكر/VERB/ذكر/{IMP} أن/SCONJ"
    assert shown(read((SAID, (kerry(2),)), (says, ()))) == ["كيري 010 - actual", "يذكر statement.impersonal"]
    assert shown(read((SAID, (kerry(2),)), (f"هنا و/CCONJ {says}", ()))) == ["كيري 010 - actual", "كيري 010 - actual"]


def test_a_statement_keeps_no_later_day() -> None:
    day = date(2016, 9, 10)
    (frame,) = analyses((f"{SAID.replace(' إن/SCONJ', '')} غدا", (kerry(2),)), published=day)[0].frames
    assert (frame.when.rule, frame.period) == ("time.later-content", None)
    (deed,) = analyses((f"{MET} غدا", (kerry(2), lavrov(3))), published=day)[0].frames
    assert (deed.status.rule, deed.when.rule) == ("status.future-date", "time.nearest")


def test_mentions_of_sentences_before_are_remembered() -> None:
    """A pronoun finds a party of the sentence before, resolved mentions only."""
    meets = f"التقى/VERB//{PERF} +ه/PRON//{HE} لافروف/X"
    first = ("كيري/X و/CCONJ الوزير", (kerry(1), mention("الوزير", 3, kind=Kind.OFFICE, actors=())))
    assert shown(read(first, (meets, (lavrov(3),)))) == ["لافروف 040 كيري actual"]
