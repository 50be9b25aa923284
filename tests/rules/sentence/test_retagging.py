"""What the tagger misreads: the tags and features of words of prepared lines."""

import pytest

from syria_events.lexicon import load
from syria_events.rules.prepare import prepare
from tests.rules.tagged import tagged


def retagged(line: str) -> list[tuple[str, str]]:
    """The words whose tag or features are not those of the line."""
    doc = tagged(line)
    (clause,) = prepare(doc, load()).clauses
    pairs = zip(doc.sentences[0].words, clause.sentence.words, strict=True)
    return [(new.text, f"{new.upos} {new.feats}") for old, new in pairs if old != new]


FEMININE = "VERB Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
PERFECT = "VERB Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("نواصل/V:Aspect=Imp,Person=3 ذلك/R", [("نواصل", "VERB Aspect=Imp|Number=Plur|Person=1")]),
        ("أعتقد/V:Aspect=Imp,Person=3 ذلك/R", [("أعتقد", "VERB Aspect=Imp|Number=Sing|Person=1")]),
        ("نواصل/V:Aspect=Perf,Person=3 ذلك/R", []),
        ("نواصل/V:Aspect=Imp,Person=1 ذلك/R", []),
        ("نواصل/N:Aspect=Imp,Person=3 ذلك/R", []),
        ("يواصل/V:Aspect=Imp,Person=3 ذلك/R", []),
    ],
)
def test_first_persons(line: str, words: list[tuple[str, str]]) -> None:
    assert retagged(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        # no noun in `ة` has this shape
        ("هدنة/N أعلنة+ها/N+R روسيا/X", [("أعلنت", FEMININE)]),
        ("قرار/N اعتبرة+ه/X+R روسيا/X", [("اعتبرت", FEMININE)]),
        # a noun may have it: behind `التي`, `ما` or `قد` it is a verb
        ("التي/D نفذة+ها/N+R روسيا/X", [("نفذت", FEMININE)]),
        ("ما/R وصفة+ه/N+R روسيا/X", [("وصفت", FEMININE)]),
        ("عملية/N نفذة+ها/N+R روسيا/X", []),
        ("في/P حملة+ها/N+R", []),
        # a masdar, no verb, no pronoun
        ("بعد/P استعادة+ها/N+R", []),
        ("التي/D زيارة+ها/N+R", []),
        ("هدنة/N أشجرة+ها/N+R روسيا/X", []),
        ("هدنة/N أعلنة/N روسيا/X", []),
        ("هدنة/N أعلنة+ها/V+R روسيا/X", []),
    ],
)
def test_verbs_before_pronouns(line: str, words: list[tuple[str, str]]) -> None:
    assert retagged(line) == words


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        # at the head of a clause with a masculine subject behind it
        ("بحث/N لافروف/X الأزمة/N", True),
        ("رفض/N الجيش/N السوري/A ذلك/R", True),
        ("قال/N لافروف/X ذلك/R", True),
        ("أجرى/N لافروف/X ذلك/R", True),
        ("و+بحث/C+N لافروف/X الأزمة/N", True),
        ("أمس/N . بحث/N لافروف/X الأزمة/N", True),
        ("أمس/N : بحث/N لافروف/X الأزمة/N", True),
        ("أمس/N : و+بحث/C+N لافروف/X الأزمة/N", True),
        ("جدار/N لافروف/X الأزمة/N", False),
        ("بحث/A لافروف/X الأزمة/N", False),
        ("بحث/N روسيا/X الأزمة/N", False),
        ("بحث/N ميركل/X الأزمة/N", False),
        ("بحث/N مع/P لافروف/X الأزمة/N", False),
        ("بحث/N الأزمة/N", False),
        ("أمس/N بحث/N لافروف/X الأزمة/N", False),
        ("رفض/V : بحث/N لافروف/X الأزمة/N", False),  # its head is a verb
        # behind its subject
        ("أن/S الجيش/N السوري/A قصف/N مواقع/N", True),
        ("الجيش/N السوري/A قصف/N مواقع/N", True),
        ("، الجيش/N السوري/A قصف/N على/P مواقع/N", True),
        ("الجيش/N السوري/A قصف/N حمص/X", True),
        ("الجيش/N السوري/A قصف/N", False),
        ("الجيش/N السوري/A قصف/N عنيف/A", False),
        ("الجيش/N السوري/A جدار/N مواقع/N", False),
        ("روسيا/X قصف/N مواقع/N", False),
        ("قال/V الجيش/N السوري/A قصف/N مواقع/N", False),
        ("مع/P الجيش/N السوري/A قصف/N مواقع/N", False),
        ("، موقف/N الجيش/N السوري/A قصف/N مواقع/N", False),
        ("أن/S الجيش/N السوري/A عنيف/A قصف/N مواقع/N", False),
    ],
)
def test_perfect_verbs(line: str, verb: bool) -> None:
    found = retagged(line)
    assert [tag for _, tag in found] == ([PERFECT] if verb else [])


@pytest.mark.parametrize(("line", "mended"), [
    ("بحث/N لافروف/X الملف/N", (("بحث", "retagging.perfect-verb"),)),
    ("بحث/V لافروف/X الملف/N", ()),
])  # fmt: skip
def test_the_trace_tells_what_was_retagged(line: str, mended: tuple[object, ...]) -> None:
    prepared = prepare(tagged(line), load())
    assert prepared.trace.mended(prepared.clauses[0].sentence.index) == mended
