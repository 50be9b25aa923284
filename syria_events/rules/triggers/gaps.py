"""Words that have an entry in the lexicon and are no triggers, and what stopped each."""

from collections.abc import Iterable, Iterator

from syria_events.model import Word
from syria_events.provenance import named
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.triggers.announced import stopped_headline
from syria_events.rules.triggers.company import is_state, lacks_company, lacks_speech_company
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.triggers.light_verbs import NOUNS
from syria_events.rules.triggers.words import stopped_participle
from syria_events.rules.values import Refusal, Trigger

INSIDE_NAME = named("trigger.inside-name", "A word inside a name expresses no event.", "مجلس الأمن", guard=True)
NO_NOUN = named(
    "trigger.light-without-noun", "A light verb expresses no event without a masdar that has an entry.", "أجرى عملية",
    guard=True,
)  # fmt: skip


def passed_over(clause: Clause, triggers: Iterable[Trigger]) -> Iterator[Refusal]:
    """The name before a colon that does not speak, and the words with an entry that are no triggers, in order."""
    if (stopped := stopped_headline(clause)) is not None:
        yield stopped
    used = {at for trigger in triggers for at in (trigger.word.id, trigger.verb.id)}
    for word in clause.sentence.words:
        if word.id not in used and (guard := _guard(clause, word)):
            yield Refusal(word.text, guard)


def _guard(clause: Clause, word: Word) -> str:
    """The guard that stopped a word; empty for a word without entry."""
    lexicon = clause.lexicon
    verb = word.upos == "VERB"
    if not verb and word.upos not in NOUNS:
        return ""
    if not verb and (guard := stopped_participle(clause, word)):
        return guard
    for lemma in lemmas(word):
        actions = (lexicon.verbs if verb else lexicon.masdars).get(lemma, ())
        speeches = (lexicon.speech_verbs if verb else lexicon.speech_nouns).get(lemma, ())
        if word.id in clause.named_words and (actions or speeches):
            return INSIDE_NAME
        if any(is_state(action, word) for action in actions) and verb:
            return "trigger.imperfect-state"
        if any(lacks_company(action, clause, word) for action in actions):
            return "trigger.company"
        if any(lacks_speech_company(speech, clause, word) for speech in speeches):
            return "trigger.speech-company"
        if verb and lemma in lexicon.light_verbs:
            return NO_NOUN
    return ""
