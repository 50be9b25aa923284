"""Verbs, masdars and circumstantial participles that have an entry."""

from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.provenance import guard, rule
from syria_events.rules.sentence.index import Index
from syria_events.rules.triggers.company import is_state, lacks_company, lacks_speech_company, ordered
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.values import Trigger

_PLURAL = "ين"  # `خرج المحتجون مطالبين باستقالته`
_PARTICIPLES = ("ADJ", "NOUN", "X")
_GOVERNING = ("NOUN", "ADJ", "ADP", "NUM")


@rule("trigger.passive", "اعتُقل المفاوضون")
def passive_verb(index: Index, word: Word) -> Trigger | None:
    """A passive verb with an entry: its subject is the target."""
    return _verb(index, word, "trigger.passive") if word.feat("Voice") == "Pass" else None


@rule("trigger.verb", "التقى كيري لافروف")
def verb(index: Index, word: Word) -> Trigger | None:
    """An active verb with an entry."""
    return _verb(index, word, "trigger.verb") if word.feat("Voice") != "Pass" else None


def _verb(index: Index, word: Word, rule: str) -> Trigger | None:
    lexicon = index.lexicon
    passive = word.feat("Voice") == "Pass"
    for lemma in lemmas(word):
        for action in ordered(lexicon.verbs.get(lemma, ())):
            if not lacks_company(action, index, word) and not is_state(action, word):
                name = lexicon.spelled(action.verbs, lemma)
                return Trigger(index.sentence.index, word, action, None, passive=passive, rule=rule, name=name)
        for speech in lexicon.speech_verbs.get(lemma, ()):
            if not lacks_speech_company(speech, index, word):
                name = lexicon.spelled(speech.verbs, lemma)
                return Trigger(index.sentence.index, word, None, speech, passive=passive, rule=rule, name=name)
    return None


@rule("trigger.participle", "مضيفا أن، متهما دمشق")
def participle(index: Index, word: Word) -> Trigger | None:
    """A circumstantial participle, accusative and indefinite: a further act of the subject or speaker."""
    return None if _no_participle(index, word) else _participle(index, word)


def stopped_participle(index: Index, word: Word) -> str:
    """The guard by which a word that looks like a participle with an entry is none; empty for every other word."""
    guard = _no_participle(index, word)
    return guard if guard and _participle(index, word) is not None else ""


def is_circumstantial(index: Index, word: Word) -> bool:
    """Whether a word looks like a participle that stands as a circumstance: indefinite, accusative, no attribute."""
    form = fold(word.text)
    begins = form.startswith(index.lexicon.prefixes("participle"))
    return begins and _looks_circumstantial(word, form) and not _no_participle(index, word)


def _participle(index: Index, word: Word) -> Trigger | None:
    form, lexicon = fold(word.text), index.lexicon
    if not _looks_circumstantial(word, form) or index.is_in(word.id, "place_head"):
        return None  # `مدينة` is no participle of `أدان`
    for lemma in (fold(word.lemma), form[:-1], form.removesuffix(_PLURAL), form):
        if not lemma.startswith(lexicon.prefixes("participle")):
            continue
        for action in ordered(lexicon.verbs.get(lemma, ())):
            if not lacks_company(action, index, word):
                name = lexicon.spelled(action.verbs, lemma)
                return Trigger(
                    index.sentence.index, word, action, None, participle=True, rule="trigger.participle", name=name
                )
        for speech in lexicon.speech_verbs.get(lemma, ()):
            name = lexicon.spelled(speech.verbs, lemma)
            return Trigger(
                index.sentence.index, word, None, speech, participle=True, rule="trigger.participle", name=name
            )
    return None


def _looks_circumstantial(word: Word, form: str) -> bool:
    accusative = form.endswith(("ا", "ه", _PLURAL)) and not form.startswith("ال")
    return word.upos in _PARTICIPLES and accusative and not word.clitic


def _no_participle(index: Index, word: Word) -> str:
    """The guard by which the word before shows that a word is no circumstantial participle; empty for none."""
    before = index.word(word.id - 1) if word.id > 1 else None
    if before is None:
        return ""
    if is_attribute(before):
        return "trigger.attribute"
    return "trigger.predicate" if is_predicate(before, fold(word.text)) else ""


@guard("trigger.attribute", "قيود مشددة")
def is_attribute(before: Word) -> bool:
    """What looks like a participle is the attribute of the indefinite noun before it."""
    return before.upos in _GOVERNING and not before.text.startswith("ال")


@guard("trigger.predicate", "نواصل متابعة التقارير، بلاده مستعدة")
def is_predicate(before: Word, form: str) -> bool:
    """What looks like a feminine participle is the object of a verb, or the predicate of a noun with a pronoun."""
    return before.upos in ("VERB", "PRON") and form.endswith("ه")


@rule("trigger.masdar", "زيارة كيري لموسكو")
def masdar(index: Index, word: Word) -> Trigger | None:
    """A masdar with an entry, or a noun of saying."""
    lexicon = index.lexicon
    for lemma in lemmas(word):
        for action in ordered(lexicon.masdars.get(lemma, ())):
            if not lacks_company(action, index, word):
                name = lexicon.spelled(action.masdars, lemma)
                return Trigger(index.sentence.index, word, action, None, rule="trigger.masdar", name=name)
        for speech in lexicon.speech_nouns.get(lemma, ()):
            if not lacks_speech_company(speech, index, word):
                name = lexicon.spelled(speech.masdars, lemma)
                return Trigger(index.sentence.index, word, None, speech, rule="trigger.masdar", name=name)
    return None
