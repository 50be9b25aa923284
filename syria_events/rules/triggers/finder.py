"""The triggers of a sentence, in order."""

from collections.abc import Iterator

from syria_events.rules.sentence.clause import Clause
from syria_events.rules.triggers.light_verbs import NOUNS, light_verb
from syria_events.rules.triggers.words import masdar, participle, passive_verb, verb
from syria_events.rules.values import Trigger


def find_triggers(clause: Clause) -> Iterator[Trigger]:
    """The words that tell an event, left to right; words inside names tell none, and the noun of a light verb one."""
    taken = set(clause.named_words)
    for word in clause.sentence.words:
        if word.id in clause.named_words:
            continue
        if word.upos == "VERB":
            light = light_verb(clause, word, clause.named_words)
            if light is not None and light.word.id not in taken:
                taken.add(light.word.id)
                yield light
            elif (found := passive_verb(clause, word) or verb(clause, word)) is not None:
                yield found
        elif (found := participle(clause, word)) is not None:
            yield found
        elif word.upos in NOUNS and word.id not in taken and (found := masdar(clause, word)) is not None:
            yield found
