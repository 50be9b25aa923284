"""What the tagger is known to misread, put right before the rules look.

A perfect verb at the head of a clause and its masdar are often one spelling (`بحث`, `فرض`, `رفض`, `دعم`); without
vowels the tagger takes many of them for nouns. A masculine noun phrase behind it shows the verb: the genitive of a
masdar needs no agreement, the subject of a verb does.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from syria_events.model import Sentence, Word
from syria_events.normalize import fold
from syria_events.provenance import id_of, rule
from syria_events.rules.sentence.agreement import gender
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import BEFORE_CLAUSE
from syria_events.rules.trace import Trace

_FIRST_PERSON = {"أ": "Sing", "ن": "Plur"}  # the prefixes of the imperfect (morphology) that no third person has
_PERFECT = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
_PERFECT_FEMININE = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
_RADICALS = 3
_BEFORE_SUBJECT = ("", "SCONJ", "PUNCT")
_BEHIND_VERB = ("NOUN", "ADP", "X")


def retagged(clause: Clause, trace: Trace) -> Clause:
    """The clause with the words retagged that the tagger is known to misread, each kept in `trace`."""
    old = clause.sentence
    words = tuple(_retagged(word, clause, trace) for word in old.words)
    if words == old.words:
        return clause
    sentence = Sentence(old.index, old.start, old.end, words, old.paragraph)
    return Clause(sentence, clause.lexicon, clause.mentions, clause.dates)


def _retagged(word: Word, clause: Clause, trace: Trace) -> Word:
    for retag in RETAGGINGS:
        if (new := retag(word, clause)) is not None:
            trace.mend(clause.sentence.index, word.text, id_of(retag))
            return new
    return word


@rule("retagging.first-person", "نواصل")
def first_person(word: Word, _clause: Clause) -> Word | None:
    """`أعتقد`, `نواصل`: an imperfect that only `أنا` and `نحن` have."""
    number = _FIRST_PERSON.get(word.text[:1])
    if number is None or word.upos != "VERB" or word.feat("Aspect") != "Imp" or word.feat("Person") != "3":
        return None
    return replace(word, feats=f"Aspect=Imp|Number={number}|Person=1")


@rule("retagging.perfect-verb", "بحث لافروف")
def perfect_verb(word: Word, clause: Clause) -> Word | None:
    """A noun spelled like a verb at the head of a clause, with a masculine subject right behind it."""
    each = clause.is_in(word.id + 1, "each") and clause.is_in(word.id + 2, "each")  # `بحث كل من الوزيرين`
    at = word.id + 3 if each else word.id + 1
    subject = clause.mention_at(at)
    if subject is None or subject.first != at or not _is_spelled_like_verb(word, clause):
        return None
    if gender(subject, clause.lexicon) != "m" or not _opens_clause(word, clause):
        return None
    return replace(word, upos="VERB", feats=_PERFECT)


@rule("retagging.perfect-behind-subject", "أن الجيش السوري قصف مواقع")
def perfect_behind_subject(word: Word, clause: Clause) -> Word | None:
    """A noun spelled like a verb right behind a masculine subject: an indefinite noun cannot follow it, a verb can."""
    subject = clause.mention_at(word.id - 1)
    if subject is None or not _is_spelled_like_verb(word, clause) or gender(subject, clause.lexicon) != "m":
        return None
    stands = clause.standing(subject)
    if stands.preposition or stands.nouns or clause.tag(subject.first - 1) not in _BEFORE_SUBJECT:
        return None
    return replace(word, upos="VERB", feats=_PERFECT) if clause.tag(word.id + 1) in _BEHIND_VERB else None


@rule("retagging.verb-before-pronoun", "هدنة أعلنتها روسيا")
def verb_before_pronoun(word: Word, clause: Clause) -> Word | None:
    """A feminine perfect before a pronoun, whose `ت` the expander of tokens wrote as the `ة` of a noun."""
    form, lexicon = fold(word.text), clause.lexicon
    if word.upos not in ("NOUN", "ADJ", "X") or not word.text.endswith("ة") or clause.clitic_pronoun(word.id) is None:
        return None
    stem = form[:-1]
    if form in lexicon.masdars or form in lexicon.speech_nouns or not _is_verb(stem, clause):
        return None
    if not _has_verbal_shape(stem) and not _stands_for_verb(word, clause):
        return None
    return replace(word, text=f"{word.text[:-1]}ت", upos="VERB", lemma=stem, feats=_PERFECT_FEMININE)


def _has_verbal_shape(stem: str) -> bool:
    """`أعلن`, `انتزع`, `اعتبر`: no noun in `ة` is made like these; `استعادة`, `إقامة` have a long vowel."""
    return stem.startswith("ا") and len(stem) > _RADICALS and stem[-2] not in "اوي"


def _stands_for_verb(word: Word, clause: Clause) -> bool:
    """Behind `التي`, `ما` or `قد` stands a verb."""
    return any(clause.is_in(word.id - 1, name) for name in ("relative", "whereby", "verb_particle"))


Retagging: TypeAlias = Callable[[Word, Clause], Word | None]
RETAGGINGS: tuple[Retagging, ...] = (first_person, perfect_verb, perfect_behind_subject, verb_before_pronoun)


def _opens_clause(word: Word, clause: Clause) -> bool:
    """At the head of the sentence, `و` allowed before it, with no verb of its own governing it."""
    before = word.id - 1
    if clause.tag(before) == "CCONJ":
        before -= 1
    starts = before <= 0 or clause.word(before).text in BEFORE_CLAUSE
    return starts and (not word.head or clause.tag(word.head) != "VERB")


def _is_spelled_like_verb(word: Word, clause: Clause) -> bool:
    return word.upos == "NOUN" and _is_verb(fold(word.text), clause)


def _is_verb(form: str, clause: Clause) -> bool:
    lexicon = clause.lexicon
    return any(form in table for table in (lexicon.verbs, lexicon.speech_verbs, lexicon.light_verbs))
