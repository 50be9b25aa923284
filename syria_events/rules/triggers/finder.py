"""The triggers of a sentence, in order."""

from collections.abc import Iterator

from syria_events.rules.sentence.clause import Clause
from syria_events.rules.triggers.light_verbs import NOUNS, light_participle, light_verb
from syria_events.rules.triggers.words import masdar, participle, passive_verb, verb
from syria_events.rules.values import Trigger


def find_triggers(clause: Clause) -> Iterator[Trigger]:
    """The words that express an event, left to right; names aside; a light verb and its noun are one."""
    taken: set[int] = set()
    for word in clause.sentence.words:
        if word.id in clause.named_words:
            continue
        if word.upos == "VERB":
            found = light_verb(clause, word, clause.named_words)
            if found is not None:
                taken.add(found.word.id)
            else:
                found = passive_verb(clause, word) or verb(clause, word)
        else:
            found = participle(clause, word) or light_participle(clause, word, clause.named_words)
            if found is not None and found.light is not None:
                taken.add(found.word.id)
            if found is None and word.upos in NOUNS and word.id not in taken:
                found = masdar(clause, word)
        if found is not None:
            yield found
