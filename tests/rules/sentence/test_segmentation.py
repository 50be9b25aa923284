"""Names whole and clitics apart: tagged lines before and after, as words with tags and heads."""

from dataclasses import replace

import pytest

from syria_events.lexicon import load
from syria_events.model import Sentence
from syria_events.rules.sentence.segmentation import is_known, resegmented
from syria_events.rules.trace import Trace
from tests.rules.tagged import tagged

LEXICON = load()


def shown(sentence: Sentence) -> str:
    return " ".join(f"{w.text}/{w.upos}/{w.head}{'+' if w.clitic else ''}" for w in sentence.words)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        # names that the tokenizer split
        ("قال/V ل+افروف/P+X ذلك/R", "قال/VERB/0 لافروف/X/1 ذلك/PRON/1"),
        ("ل+افروف/P+X قال/V", "لافروف/X/0 قال/VERB/1"),
        ("قال/V سيرغي/X ل+افروف/P+X", "قال/VERB/0 سيرغي/X/1 لافروف/X/1"),
        ("قال/V ل+افروفا/P+X ذلك/R", "قال/VERB/0 ل/ADP/1+ افروفا/X/1+ ذلك/PRON/1"),
        ("قال/V ل+روسيا/P+X ذلك/R", "قال/VERB/0 ل/ADP/1+ روسيا/X/1+ ذلك/PRON/1"),
        ("قال/V ب+وتين/P+X ذلك/R", "قال/VERB/0 بوتين/X/1 ذلك/PRON/1"),
        ("قال/V ك+ير/P+X ستارمر/X", "قال/VERB/0 كير/X/1 ستارمر/X/1"),
        ("قال/V ب+ان/P+X كي/X مون/X", "قال/VERB/0 بان/X/1 كي/X/1 مون/X/1"),
        # other names and nationalities that it split, the lexicon knowing the whole
        ("رفضت/V و+أشنطن/C+X ذلك/R", "رفضت/VERB/0 وأشنطن/X/1 ذلك/PRON/1"),
        ("قال/V ل+بنانيين/P+N ذلك/R", "قال/VERB/0 لبنانيين/X/1 ذلك/PRON/1"),
        ("قال/V و+فا/C+X ذلك/R", "قال/VERB/0 و/CCONJ/1+ فا/X/1+ ذلك/PRON/1"),
        # clitics left on names
        ("قال/V وكيري/X ذلك/R", "قال/VERB/0 و/CCONJ/3+ كيري/X/1+ ذلك/PRON/1"),
        ("وكيري/X قال/V", "و/CCONJ/2+ كيري/X/0+ قال/VERB/2"),
        ("قال/V فكيري/X", "قال/VERB/0 ف/CCONJ/3+ كيري/X/1+"),
        ("قال/V لروسيا/X ذلك/R", "قال/VERB/0 ل/ADP/3+ روسيا/X/1+ ذلك/PRON/1"),
        ("قال/V بموسكو/X ذلك/R", "قال/VERB/0 ب/ADP/3+ موسكو/X/1+ ذلك/PRON/1"),
        ("قال/V كروسيا/X ذلك/R", "قال/VERB/0 ك/ADP/3+ روسيا/X/1+ ذلك/PRON/1"),
        ("قال/V ولروسيا/X ذلك/R", "قال/VERB/0 و/CCONJ/4+ ل/ADP/4+ روسيا/X/1+ ذلك/PRON/1"),
        ("قال/V وولروسيا/X ذلك/R", "قال/VERB/0 و/CCONJ/5+ و/CCONJ/5+ ل/ADP/5+ روسيا/X/1+ ذلك/PRON/1"),
        ("قال/V ووولروسيا/X ذلك/R", "قال/VERB/0 ووولروسيا/X/1 ذلك/PRON/1"),
        ("قال/V فلروسيا/X ذلك/R", "قال/VERB/0 فلروسيا/X/1 ذلك/PRON/1"),
        ("قال/V للأمريكي/A ذلك/R", "قال/VERB/0 ل/ADP/3+ الأمريكي/ADJ/1+ ذلك/PRON/1"),
        ("قال/V وللأمريكي/A ذلك/R", "قال/VERB/0 و/CCONJ/4+ ل/ADP/4+ الأمريكي/ADJ/1+ ذلك/PRON/1"),
        ("قال/V للبنان/X ذلك/R", "قال/VERB/0 ل/ADP/3+ لبنان/X/1+ ذلك/PRON/1"),
        ("قال/V والأمريكي/A ذلك/R", "قال/VERB/0 و/CCONJ/3+ الأمريكي/ADJ/1+ ذلك/PRON/1"),
        ('قال/V "وكيري"/X ذلك/R', "قال/VERB/0 و/CCONJ/3+ كيري/X/1+ ذلك/PRON/1"),
        ("قال/V وكِيري/X ذلك/R", "قال/VERB/0 و/CCONJ/3+ كيري/X/1+ ذلك/PRON/1"),
        # what is known as it stands, or not at all
        ("رفضت/V واشنطن/X ذلك/R", "رفضت/VERB/0 واشنطن/X/1 ذلك/PRON/1"),
        ("قال/V وجدار/N ذلك/R", "قال/VERB/0 وجدار/NOUN/1 ذلك/PRON/1"),
        ("قال/V لقطر/X ذلك/R", "قال/VERB/0 ل/ADP/3+ قطر/X/1+ ذلك/PRON/1"),
        ("قال/V كيري/X ذلك/R", "قال/VERB/0 كيري/X/1 ذلك/PRON/1"),
        ("قال/V و+كيري/C+X ذلك/R", "قال/VERB/0 و/CCONJ/1+ كيري/X/1+ ذلك/PRON/1"),
    ],
)
def test_words(line: str, words: str) -> None:
    doc = tagged(line)
    before = doc.sentences[0]
    after = resegmented(before, doc.text, LEXICON, Trace())
    assert shown(after) == words
    assert [word.id for word in after.words] == list(range(1, len(after.words) + 1))
    assert (after is before) == (shown(before) == words)


def test_a_name_made_whole_keeps_the_head_outside() -> None:
    doc = tagged("قال/V ل+افروف/P+X ذلك/R")
    word = resegmented(doc.sentences[0], doc.text, LEXICON, Trace()).word(2)
    assert (word.text, word.lemma, word.upos, word.xpos, word.feats, word.clitic) == (
        "لافروف", "لافروف", "X", "", "", False,
    )  # fmt: skip
    assert doc.text[word.start : word.end] == "لافروف"


def test_clitics_have_their_own_tags() -> None:
    doc = tagged("قال/V وكيري/X:Case=Nom ذلك/R")
    mark, name = resegmented(doc.sentences[0], doc.text, LEXICON, Trace()).words[1:3]
    assert (mark.lemma, mark.feats, mark.deprel, mark.start, mark.end) == ("و", "", "cc", name.start, name.end)
    assert (name.lemma, name.feats) == ("كيري", "Case=Nom")


def test_the_head_of_a_name_is_that_of_its_outermost_word() -> None:
    doc = tagged("قال/V ذلك/R ل+افروف/P+X")
    first, second, clitic, rest = doc.sentences[0].words
    words = (first, second, replace(clitic, head=4), replace(rest, head=2, deprel="nsubj"))
    word = resegmented(replace(doc.sentences[0], words=words), doc.text, LEXICON, Trace()).word(3)
    assert (word.text, word.head, word.deprel) == ("لافروف", 2, "nsubj")
    inside = (first, second, replace(clitic, head=4), replace(rest, head=3))
    assert resegmented(replace(doc.sentences[0], words=inside), doc.text, LEXICON, Trace()).word(3).head == 0


def test_a_sentence_may_have_no_words() -> None:
    empty = Sentence(0, 0, 0, ())
    assert resegmented(empty, "", LEXICON, Trace()) is empty


@pytest.mark.parametrize("form", ["روسي", "كيري", "روسيا", "موسكو"])
def test_names_and_nationalities_are_known(form: str) -> None:
    assert is_known(form, LEXICON)


def test_other_words_are_not() -> None:
    assert not is_known("جدار", LEXICON)


@pytest.mark.parametrize(("line", "mended", "refused"), [
    ("قال/V ل+افروف/P+X ذلك/R", [("لافروف", "segmentation.name-whole")], []),
    ("قال/V وكيري/X ذلك/R", [("و كيري", "segmentation.clitic-apart")], []),
    ("قال/V لافروف/X ذلك/R", [], []),
    ("قالت/V واشنطن/X ذلك/R", [], [("واشنطن", "segmentation.known-form")]),
])  # fmt: skip
def test_the_trace_tells_what_was_changed(line: str, mended: list[object], refused: list[object]) -> None:
    doc, trace = tagged(line), Trace()
    resegmented(doc.sentences[0], doc.text, LEXICON, trace)
    assert list(trace.mended(0)) == mended
    assert [(refusal.text, refusal.guard) for refusal in trace.refused(0)] == refused
    assert trace.mended(1) == trace.refused(1) == ()
