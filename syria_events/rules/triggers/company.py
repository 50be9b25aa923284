"""The company that an entry asks for: lemmas that must, or must not, stand near a trigger."""

from syria_events.lexicon.entries import Action, Speech
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.provenance import guard
from syria_events.rules.sentence.index import STOPS, Index
from syria_events.rules.triggers.lemmas import lemmas

_WINDOW = 6  # words to the right in which the company may stand where the parse does not show it
_ENDS = STOPS - {"؛"}


def company(index: Index, word: Word) -> set[str]:
    """The look-up forms of a word's dependents, theirs, the next few words up to a verb, and an antecedent."""
    found: set[str] = set()
    if word.deprel.startswith("acl") and word.head:
        found.update(lemmas(index.word(word.head)))  # `القرار الذي قدمته الكويت`: the antecedent is its object
    for child in index.sentence.children[word.id]:
        for near in (child, *index.sentence.children[child]):
            if near > word.id or index.word(near).deprel.startswith(("obj", "nsubj")):
                found.update(lemmas(index.word(near)))
    for right in index.sentence.words[word.id : word.id + _WINDOW]:
        if right.upos == "VERB" or right.text in _ENDS:
            break
        found.update(lemmas(right))
    return found


def ordered(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Entries that ask for company before those that take any."""
    return tuple(sorted(actions, key=lambda action: not (action.needs or action.of)))


@guard("trigger.company", "رفض (ليس `رفض التعليق`)")
def lacks_company(action: Action, index: Index, word: Word) -> bool:
    """An entry does not hold where a lemma that it asks for is not near, or one that it bars is."""
    if not (action.needs or action.of or action.without):
        return False
    found = company(index, word)
    if action.needs and found.isdisjoint(map(fold, action.needs)):
        return True
    if action.of and found.isdisjoint(map(fold, action.of)):
        return True
    return not found.isdisjoint(map(fold, action.without))


@guard("trigger.speech-company", "بين (ليس `بين أن`)")
def lacks_speech_company(speech: Speech, index: Index, word: Word) -> bool:
    """A word of saying that has other meanings needs one of the lemmas of its entry near it."""
    return bool(speech.needs) and company(index, word).isdisjoint(map(fold, speech.needs))


@guard("trigger.imperfect-state", "تسيطر القوات على المدينة")
def is_state(action: Action, word: Word) -> bool:
    """Some verbs express an event in the perfect only; their imperfect expresses a state."""
    return action.perfect and word.feat("Aspect") == "Imp"
