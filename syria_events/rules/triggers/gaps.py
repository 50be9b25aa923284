"""Words that have an entry in the lexicon and are no triggers, and what stopped each."""

from collections.abc import Iterable, Iterator

from syria_events.lexicon.entries import Action
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
        if word.id not in used and (refusal := _refusal(clause, word)) is not None:
            yield refusal


def _refusal(clause: Clause, word: Word) -> Refusal | None:
    """What stopped a word; None for one without entry."""
    verb = word.upos == "VERB"
    if not verb and word.upos not in NOUNS:
        return None
    if not verb and (guard := stopped_participle(clause, word)):
        return Refusal(word.text, guard)
    for lemma in lemmas(word):
        if (found := _stopped(clause, word, lemma)) is not None:
            return Refusal(word.text, *found)
    return None


def _stopped(clause: Clause, word: Word, lemma: str) -> tuple[str, str] | None:
    """The guard that stopped the entries of a lemma, and what it rests on."""
    lexicon, verb = clause.lexicon, word.upos == "VERB"
    actions = (lexicon.verbs if verb else lexicon.masdars).get(lemma, ())
    speeches = (lexicon.speech_verbs if verb else lexicon.speech_nouns).get(lemma, ())
    if word.id in clause.named_words and (actions or speeches):
        return INSIDE_NAME, ""
    if verb and (state := next((action for action in actions if is_state(action, word)), None)) is not None:
        return "trigger.imperfect-state", state.id
    if (alone := next((action for action in actions if lacks_company(action, clause, word)), None)) is not None:
        return "trigger.company", f"{alone.id}: {_asked(alone)}"
    lone = next((speech for speech in speeches if lacks_speech_company(speech, clause, word)), None)
    if lone is not None:
        return "trigger.speech-company", f"{lone.id} needs {'|'.join(lone.needs)}"
    return (NO_NOUN, "") if verb and lemma in lexicon.light_verbs else None


def _asked(action: Action) -> str:
    """The company that an entry asks for."""
    told = ((name, getattr(action, name)) for name in ("needs", "of", "without"))
    return ", ".join(f"{name} {'|'.join(words)}" for name, words in told if words)
