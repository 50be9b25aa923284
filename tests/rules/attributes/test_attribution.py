"""Who reports: names behind attribution phrases, and outlets beside a verb of reporting."""

import pytest

from syria_events.model import Actor
from syria_events.rules.attributes.attribution import SourceReader
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
    # a phrase comes first
    ("ذكرت/VERB/ذكر رويترز بحسب/ADP سانا", (mention("رويترز", 2, kind=Kind.OUTLET), agency(4)), BY_PHRASE),
])  # fmt: skip
def test_who_reports(text: str, mentions: tuple[Mention, ...], found: Finding[str]) -> None:
    assert READER.attributed(clause(text, *mentions)) == found


def test_the_first_actor_of_a_name_gives_it() -> None:
    two = mention("وكالتا سانا ورويترز", 2, kind=Kind.OUTLET, actors=(Actor("a", "سانا"), Actor("b", "رويترز")))
    assert READER.attributed(clause("بحسب/ADP وكالتا", two)).value == "سانا"
    assert READER.attributed(clause("ذكرت/VERB/ذكر وكالتا", two)).value == "سانا"


def test_a_name_without_words_gives_none() -> None:
    empty = mention("", 2, actors=())
    assert READER.attributed(clause("بحسب/ADP هنا ثم ذكرت/VERB/ذكر سانا", empty, agency(5))) == BY_VERB
