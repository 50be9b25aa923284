"""What the tagger is known to misread, put right before the rules look.

A perfect verb at the head of a clause and its masdar are often one spelling (`بحث`, `فرض`, `رفض`,
`دعم`); without vowels the tagger takes many of them for nouns. A masculine noun phrase behind it
shows the verb: the genitive of a masdar needs no agreement, the subject of a verb does.
"""

from dataclasses import replace

from syria_events.lexicon import Lexicon
from syria_events.lexicon.words import words
from syria_events.model import Sentence, Word
from syria_events.normalize import fold
from syria_events.rules.clause import Clause
from syria_events.rules.mentions import Mention

_FIRST_PERSON = {"أ": "Sing", "ن": "Plur"}  # the prefixes of the imperfect that no third person has
_PERFECT = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"


def repaired(clause: Clause, lexicon: Lexicon) -> Clause:
    """The clause with such nouns retagged as perfect verbs, and `أعتقد`, `نواصل` as what only `أنا` and `نحن` do."""
    words = tuple(_retagged(word, clause, lexicon) for word in clause.sentence.words)
    if words == clause.sentence.words:
        return clause
    old = clause.sentence
    sentence = Sentence(old.index, old.start, old.end, words, old.paragraph)
    return Clause(sentence, clause.mentions, clause.dates)


def _retagged(word: Word, clause: Clause, lexicon: Lexicon) -> Word:
    number = _FIRST_PERSON.get(word.text[:1])
    if number is not None and word.upos == "VERB" and word.feat("Aspect") == "Imp" and word.feat("Person") == "3":
        return replace(word, feats=f"Aspect=Imp|Number={number}|Person=1")
    if word.upos != "NOUN" or not _is_verb_form(word, lexicon):
        return word
    subject = clause.mention_at(word.id + 1)
    follows = subject is not None and subject.first == word.id + 1 and gender(subject) == "m"
    if not (follows and _opens_clause(word, clause)) and not _after_subject(word, clause):
        return word
    return replace(word, upos="VERB", feats=_PERFECT)


def _opens_clause(word: Word, clause: Clause) -> bool:
    """At the head of the sentence, `و` allowed before it, with no verb of its own governing it."""
    before = word.id - 1
    if clause.upos(before) == "CCONJ":
        before -= 1
    head = clause.sentence.word(word.head) if word.head else None
    return (before <= 0 or clause.sentence.word(before).text in '.:؛"') and (head is None or head.upos != "VERB")


def _after_subject(word: Word, clause: Clause) -> bool:
    """`أن الجيش السوري قصف مواقع`: an indefinite noun cannot follow a definite subject, a verb can."""
    subject = clause.mention_at(word.id - 1)
    if subject is None or gender(subject) != "m" or clause.places[subject].preposition or clause.places[subject].nouns:
        return False
    opens = clause.upos(subject.first - 1) in ("", "SCONJ", "PUNCT")
    return opens and clause.upos(word.id + 1) in ("NOUN", "ADP", "X")


def _is_verb_form(word: Word, lexicon: Lexicon) -> bool:
    form = fold(word.text)
    return form in lexicon.verbs or form in lexicon.speech_verbs or form in lexicon.light_verbs


def gender(mention: Mention) -> str:
    """`m` or `f` as far as a mention shows it; empty for plurals and where it does not."""
    head = mention.form.split()[0] if mention.form else ""
    if mention.is_human or mention.kind == "pair":
        if mention.reason.startswith("holder of"):
            return "f" if head.endswith("ه") else "m"  # the title agrees, whoever holds it: `مندوب قطر`
        told = mention.gender or ("f" if head.endswith("ه") and mention.kind in ("office", "unknown-person") else "")
        return told or ("" if mention.kind == "unknown-person" else "m")
    if mention.kind == "state":
        return "m" if head in words("masculine") else "f"
    plural = mention.number != "sing" or head.endswith("ات") or head in words("broken_plural")
    if plural or mention.kind in ("group", "people"):
        return ""
    return "f" if head.endswith(("ه", "ا")) else "m"


def gender_of(word: Word) -> str:
    """The gender a verb or pronoun shows: `m`, `f` or empty.

    Before a pronoun the expander of multi-word tokens may write its `ت` as `ة`: `رفضة` + `ه`.
    """
    if word.upos == "VERB" and word.text.endswith("ة"):
        return "f"
    return {"Fem": "f", "Masc": "m"}.get(word.feat("Gender"), "")


def disagree(mention: Mention, word: Word) -> bool:
    """Whether a mention and a verb or pronoun both show a gender, and not the same."""
    return {gender(mention), gender_of(word)} == {"m", "f"}
