"""When it happened: the date of a sentence that belongs to a trigger, and to no other word of it."""

from datetime import date

from syria_events.dates import Kind, resolve
from syria_events.lexicon.words import words
from syria_events.model import Entity, Period, Word
from syria_events.normalize import fold
from syria_events.rules.actions import Trigger
from syria_events.rules.clause import Clause


class DateFinder:
    """Finds the dates of triggers in a document published on a day, if that is known."""

    def __init__(self, published: date | None) -> None:
        self.published = published

    def when(self, trigger: Trigger, clause: Clause, *, planned: bool) -> tuple[Period | None, str]:
        """The nearest date of the trigger's own clause and its words; for a speech only one close to its verb."""
        at = (trigger.light or trigger.word).start
        near = sorted(clause.dates, key=lambda e: abs(e.start - at))
        for entity in near:
            if abs(entity.start - at) > (70 if trigger.speech is not None else 130):
                continue
            if trigger.speech is not None and entity.start > at and self._subordinate(clause, at, entity):
                continue
            if self._of_another_verb(clause, trigger.light or trigger.word, entity):
                continue
            if self._outside(clause, trigger, entity):
                continue
            phrase = entity.phrase
            if phrase is None:
                continue
            if phrase.kind == Kind.SINCE and (trigger.is_noun or trigger.word.feat("Aspect") == "Perf"):
                continue  # what goes on since then is not this act
            period = resolve(phrase, self.published, future=planned)
            if period is not None:
                return period, " ".join(entity.text.split())
        return None, ""

    def _of_another_verb(self, clause: Clause, word: Word, entity: Entity) -> bool:
        """Whether a date belongs to another verb: one stands between, or before it in its own comma's stretch."""
        words = clause.sentence.words
        if entity.start > word.start:
            verbs = (w for w in words[word.id : word.id + 6] if w.upos == "VERB")
            own = [w for w in verbs if clause.resumes(w)][:1]  # `زيارة قام بها عام 2010`: the noun's own verb
            return any(w.upos == "VERB" and w not in own for w in words if word.start < w.start < entity.start)
        between = [w for w in words if entity.end <= w.start < word.start]
        if any(w.upos == "VERB" or w.text in ".!؟" for w in between):
            return True
        if not any(w.text in "،,؛:" for w in between):
            return False
        stretch: list[Word] = []
        for w in (w for w in words if w.start < entity.start):
            stretch = [] if w.text in "،,؛:" else [*stretch, w]
        return any(w.upos == "VERB" for w in stretch)

    def _outside(self, clause: Clause, trigger: Trigger, entity: Entity) -> bool:
        """Whether a date stands before the `أن`, `الذي` or `منذ` that opens the clause a trigger belongs to."""
        first = min(trigger.word.id, trigger.light.id if trigger.light is not None else trigger.word.id)
        for word in clause.sentence.words[first - 4 if first > 4 else 0 : first - 1]:
            if fold(word.text) in words("that") | words("relative") and entity.end <= word.start:
                return True
        return clause.form(first - 1) == "منذ" and clause.upos(first) == "VERB"

    def _subordinate(self, clause: Clause, at: int, entity: Entity) -> bool:
        """Whether `أن` stands between a verb of saying and a date: the date is the content's."""
        between = [w for w in clause.sentence.words if at < w.start < entity.start]
        return any(fold(w.text) in ("ان", "انه", "انها") or w.text in ':"“”«' for w in between)
