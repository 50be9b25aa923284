"""Who reports: names behind attribution phrases, and outlets beside a verb of reporting."""

import pytest

from syria_events.model import Actor
from syria_events.rules.attributes.attribution import SourceReader, source_of, still_told
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.values import Kind, Mention
from tests.rules.making import clause, lexicon, mention

READER = SourceReader(lexicon())


def agency(at: int, kind: Kind = Kind.OUTLET) -> Mention:
    return mention("سانا", at, kind=kind)


def nobody(at: int, kind: Kind = Kind.OUTLET) -> Mention:
    return mention("وكالة محلية", at, kind=kind, actors=())


BY_PHRASE = Finding("سانا", "source.phrase", "بحسب")
BY_VERB = Finding("سانا", "source.outlet", "ذكرت")
NONE = Finding("")


def source(text: str, *mentions: Mention) -> Finding[str]:
    """The first source of a sentence."""
    return next((attribution.source for attribution in READER.attributed(clause(text, *mentions))), NONE)


@pytest.mark.parametrize(("text", "mentions", "found"), [
    ("قصف/VERB بحسب/ADP سانا", (agency(3),), BY_PHRASE),
    ("قصف/VERB بحسب/ADP سانا", (), NONE),
    ("قصف/VERB حسب/ADP سانا", (agency(3),), Finding("سانا", "source.phrase", "حسب")),
    ("قصف/VERB مع/ADP سانا", (agency(3),), NONE),
    ("بحسب/ADP جهة قالت هي سانا", (agency(5),), BY_PHRASE),  # the name opens among four words
    ("بحسب/ADP جهة قالت هي هنا سانا", (agency(6),), NONE),
    ("سانا بحسب/ADP هنا", (agency(1),), NONE),
    ("بحسب/ADP سانا", (mention("كيري", 2),), Finding("كيري", "source.phrase", "بحسب")),
    ("بحسب/ADP وكالة محلية", (nobody(2),), Finding("وكالة محلية", "source.phrase", "بحسب")),
    ("بحسب/ADP وكالة سانا ثم رويترز", (mention("سانا", 3), mention("رويترز", 5)), BY_PHRASE),
    ("بحسب/ADP", (), NONE),
    ("نقلا عن/ADP سانا", (agency(3),), Finding("سانا", "source.phrase", "نقلا عن")),
    ("نقلا إلى/ADP سانا", (agency(3),), NONE),
    ("نقلا عن/ADP ما قالت هي سانا", (agency(6),), Finding("سانا", "source.phrase", "نقلا عن")),
    ("نقلا عن/ADP ما قالت هي هنا سانا", (agency(7),), NONE),
    # of two phrases the one with a name
    ("بحسب/ADP ما هو كان ثم هنا نقلا عن/ADP سانا", (agency(9),), Finding("سانا", "source.phrase", "نقلا عن")),
    # outlets and monitors up to four words behind or before a verb of reporting
    ("ذكرت/VERB/ذكر سانا", (agency(2),), BY_VERB),
    ("ذكرت/VERB/ذكر هنا الآن اليوم سانا", (agency(5),), BY_VERB),
    ("ذكرت/VERB/ذكر هنا الآن اليوم أمس سانا", (agency(6),), NONE),
    ("سانا ذكرت/VERB/ذكر", (agency(1),), BY_VERB),
    ("سانا هنا الآن اليوم ذكرت/VERB/ذكر", (agency(1),), BY_VERB),
    ("سانا هنا الآن اليوم أمس ذكرت/VERB/ذكر", (agency(1),), NONE),
    ("ذكرت/NOUN/ذكر سانا", (agency(2),), NONE),
    ("زارت/VERB/زار سانا", (agency(2),), NONE),
    ("ذكرت/VERB/ذكر المرصد", (agency(2, Kind.MONITOR),), BY_VERB),
    ("ذكرت/VERB/ذكر المرصد", (agency(2, Kind.BODY),), NONE),
    ("ذكرت/VERB/ذكر وكالة محلية", (nobody(2),), NONE),
    ("ذكرت/VERB/ذكر كيري سانا", (mention("كيري", 2), agency(3)), BY_VERB),
    ("زارت/VERB/زار ذكرت/VERB/ذكر سانا", (agency(3),), BY_VERB),
    ("أفادت/VERB/أفاد قالت/VERB/قال سانا", (agency(3),), Finding("سانا", "source.outlet", "أفادت")),
    # but not one that is told
    ("قال/VERB كيري ل/ADP سانا", (mention("كيري", 2), agency(4)), NONE),
    ("قال/VERB كيري من/ADP سانا", (mention("كيري", 2), agency(4)), Finding("سانا", "source.outlet", "قال")),
    # a phrase comes first
    ("ذكرت/VERB/ذكر رويترز بحسب/ADP سانا", (mention("رويترز", 2, kind=Kind.OUTLET), agency(4)), BY_PHRASE),
])  # fmt: skip
def test_who_reports(text: str, mentions: tuple[Mention, ...], found: Finding[str]) -> None:
    assert source(text, *mentions) == found


def test_the_first_actor_of_a_name_gives_it() -> None:
    two = mention("وكالتا سانا ورويترز", 2, kind=Kind.OUTLET, actors=(Actor("a", "سانا"), Actor("b", "رويترز")))
    assert source("بحسب/ADP وكالتا", two).value == "سانا"
    assert source("ذكرت/VERB/ذكر وكالتا", two).value == "سانا"


def test_a_name_without_words_gives_none() -> None:
    empty = mention("", 2, actors=())
    assert source("بحسب/ADP هنا ثم ذكرت/VERB/ذكر سانا", empty, agency(5)) == BY_VERB


@pytest.mark.parametrize(("text", "mentions", "scope"), [
    # a phrase reports the clause before it and what goes on behind
    ("قصف/VERB الجيش بحسب/ADP سانا حلب", (agency(4),), (1, 6)),
    ("قصف/VERB بينما زار/VERB بحسب/ADP سانا حلب", (agency(5),), (3, 7)),
    ("قصف/VERB بحسب/ADP سانا فيما زار/VERB", (agency(3),), (1, 4)),
    ("قصف/VERB بحسب/ADP سانا في/ADP حين زار/VERB", (agency(3),), (1, 5)),
    ("قصف/VERB ./PUNCT زار/VERB بحسب/ADP سانا", (agency(5),), (3, 6)),
    # an outlet what stands behind it or its verb
    ("قصف/VERB ثم ذكرت/VERB/ذكر سانا أن/SCONJ", (agency(4),), (3, 6)),
    ("قصف/VERB ثم سانا ذكرت/VERB/ذكر أن/SCONJ", (agency(3),), (3, 6)),
    ("ذكرت/VERB/ذكر سانا أن/SCONJ ./PUNCT زار/VERB", (agency(2),), (1, 4)),
])  # fmt: skip
def test_what_a_source_reports(text: str, mentions: tuple[Mention, ...], scope: tuple[int, int]) -> None:
    assert [attribution.scope for attribution in READER.attributed(clause(text, *mentions))] == [range(*scope)]


def test_of_two_phrases_each_reports_its_own() -> None:
    two = mention("سانا", 3), mention("رويترز", 6)
    attributions = READER.attributed(clause("قصف/VERB بحسب/ADP سانا زار/VERB بحسب/ADP رويترز", *two))
    assert [attribution.scope for attribution in attributions] == [range(1, 7), range(4, 7)]
    assert [source_of(attributions, at).value for at in (1, 4)] == ["سانا", "سانا"]


@pytest.mark.parametrize(("text", "at", "told"), [
    ("قال/VERB كيري إن/SCONJ الجيش قصف/VERB", 5, True),
    ("قال/VERB كيري إن/SCONJ الجيش انسحب/VERB بينما قصف/VERB", 7, False),
    ("قال/VERB كيري ./PUNCT قصف/VERB", 4, False),
    ("قال/VERB كيري بعد لقاء إن/SCONJ", 4, False),
    ("قال/VERB كيري إن/SCONJ بعد لقاء", 5, True),
    ("قال/VERB كيري قبول لقاء", 4, True),
])  # fmt: skip
def test_what_a_statement_still_tells(text: str, at: int, told: bool) -> None:
    assert still_told(clause(text), 1, at) is told
