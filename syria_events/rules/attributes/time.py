"""When it happened: the date of a sentence that belongs to a trigger, and to no other word of it."""

from dataclasses import dataclass, replace
from datetime import date

from syria_events.dates import Kind, resolve
from syria_events.model import Entity, Period, Word
from syria_events.normalize import fold
from syria_events.provenance import guard, named
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import CONTENT_MARKS, PAUSES, SENTENCE_ENDS
from syria_events.rules.sentence.relative import has_resumptive
from syria_events.rules.values import Refusal, Trigger

NEAREST = named("time.nearest", "The nearest date that no guard refuses.", "التقى كيري لافروف أمس")
INHERITED = named(
    "time.inherited",
    "The date of the verb that the trigger's is coordinated with.",
    "يلتقي كيري لافروف اليوم ويعقد مباحثات",
)
NONE = named("time.none", "No date of the sentence belongs to the trigger, or resolves.", "التقى كيري لافروف")
_FAR = 130  # characters between a trigger and its date
_JOINED = frozenset({"conj", "parataxis"})  # relations of a verb to one before it
_OWN_VERB = 6  # words behind a noun in which its own verb stands
_OPENERS = 3  # words before a trigger in which its clause opens


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event, None where they are not known, the words that gave them, and the rules that read those."""

    period: Period | None = None
    text: str = ""
    rules: tuple[str, ...] = ()


class DateFinder:
    """Finds the dates of triggers in a document published on a day, if that is known."""

    def __init__(self, published: date | None) -> None:
        self._published = published

    def when(self, trigger: Trigger, clause: Clause, *, planned: bool) -> Finding[When]:
        """The nearest date of the trigger's own clause, or that of the verb it is coordinated with."""
        found = self._nearest(trigger, clause, planned=planned)
        verb = _coordinated(clause, trigger.verb)
        if found.value.period is not None or verb is None:
            return found
        told = self._nearest(replace(trigger, word=verb, light=None), clause, planned=planned)
        if told.value.period is None:
            return found
        return replace(told, rule=INHERITED, refused=found.refused)

    def _nearest(self, trigger: Trigger, clause: Clause, *, planned: bool) -> Finding[When]:
        """The nearest date that no guard refuses."""
        at = trigger.verb.start
        refused: list[Refusal] = []
        for entity in sorted(clause.dates, key=lambda entity: abs(entity.start - at)):
            text = " ".join(entity.text.split())
            if (guard := _refused(clause, trigger, entity)) is not None:
                refused.append(Refusal(text, guard))
                continue
            if entity.phrase is None:
                continue
            if entity.phrase.kind == Kind.SINCE and is_open_ended(trigger):
                refused.append(Refusal(text, "time.since"))
                continue
            future = planned and not is_told_in_past(clause, trigger, entity)
            period = resolve(entity.phrase, self._published, future=future)
            if period is not None:
                found = When(period, text, entity.phrase.rules)
                return Finding(found, NEAREST, text, tuple(refused))
        return Finding(When(), NONE, "", tuple(refused))


def _coordinated(clause: Clause, verb: Word) -> Word | None:
    """The verb before that a verb of the same aspect is joined to."""
    if verb.upos != "VERB" or verb.deprel not in _JOINED or not verb.head:
        return None
    head = clause.word(verb.head)
    joined = head.upos == "VERB" and head.id < verb.id and head.feat("Aspect") == verb.feat("Aspect")
    return head if joined else None


def is_told_in_past(clause: Clause, trigger: Trigger, entity: Entity) -> bool:
    """Whether a date before what is planned belongs to a verb of the past: `حاولوا فجر الأحد التقدم`."""
    verbs = [word for word in clause.sentence.words if word.upos == "VERB" and word.start < entity.start]
    return entity.start < trigger.word.start and bool(verbs) and verbs[-1].feat("Aspect") == "Perf"


def _refused(clause: Clause, trigger: Trigger, entity: Entity) -> str | None:
    if is_far(trigger, entity):
        return "time.far"
    if trigger.speech is not None and is_of_content(clause, trigger, entity):
        return "time.of-content"
    if is_of_since(clause, trigger, entity):
        return "time.of-since"
    if is_of_another_verb(clause, trigger, entity):
        return "time.another-verb"
    return "time.outside-clause" if is_outside(clause, trigger, entity) else None


@guard("time.far", "التقى … (بعيدا) أمس")
def is_far(trigger: Trigger, entity: Entity) -> bool:
    """A date many characters away is another's."""
    return abs(entity.start - trigger.verb.start) > _FAR


@guard("time.of-content", "قال إن الهدنة تبدأ غدا")
def is_of_content(clause: Clause, trigger: Trigger, entity: Entity) -> bool:
    """Behind `أن`, a colon or a quotation mark a date belongs to what is said."""
    at = trigger.verb.start
    between = (word for word in clause.sentence.words if at < word.start < entity.start)
    return any(clause.is_in(word.id, "that") or word.text in CONTENT_MARKS for word in between)


@guard("time.of-since", "صوت ضده منذ بدء الصراع عام 2011")
def is_of_since(clause: Clause, trigger: Trigger, entity: Entity) -> bool:
    """Behind `منذ` and a noun a date tells since when, not when."""
    at = trigger.verb.start
    between = (word for word in clause.sentence.words if at < word.start < entity.start)
    return any(clause.is_in(word.id, "since") and not clause.dated(word.id) for word in between)


@guard("time.another-verb", "التقى كيري لافروف وغادر أمس")
def is_of_another_verb(clause: Clause, trigger: Trigger, entity: Entity) -> bool:
    """A verb stands between, or before the date in its own stretch between commas: the date is that verb's."""
    words, word = clause.sentence.words, trigger.verb
    if entity.start > word.start:
        verbs = (w for w in words[word.id : word.id + _OWN_VERB] if w.upos == "VERB")
        own = next((w for w in verbs if has_resumptive(clause, w)), None)  # `زيارة قام بها عام 2010`
        at = next((w.id for w in words if w.start >= entity.start), 0)
        others = (w for w in words if word.start < w.start < entity.start and w.upos == "VERB" and w is not own)
        return not all(_is_passed(clause, trigger, w, at) for w in others)
    between = [w for w in words if entity.end <= w.start < word.start]
    if _is_opened_by_when(clause, between):
        return False
    between = [w for w in between if w.upos != "VERB" or not _is_aside(clause, w, word.id)]
    if any(w.upos == "VERB" or w.text in SENTENCE_ENDS for w in between):
        return True
    if not any(w.text in PAUSES for w in between):
        return False
    stretch: list[Word] = []
    for w in (w for w in words if w.start < entity.start):
        stretch = [] if w.text in PAUSES else [*stretch, w]
    return any(w.upos == "VERB" for w in stretch)


def _is_passed(clause: Clause, trigger: Trigger, verb: Word, id: int) -> bool:
    """Whether a date behind a verb may still be that of a trigger before it.

    The verb of an aside takes none from outside it; how a statement was made public tells when it was made.
    """
    if _is_aside(clause, verb, id):
        return True
    indefinite = clause.tag(clause.left(verb.id)) in ("NOUN", "ADJ")  # `في مقابلة نشرت السبت`
    return trigger.speech is not None and indefinite and fold(verb.lemma) in clause.lexicon.words("publication")


def _is_aside(clause: Clause, verb: Word, id: int) -> bool:
    """Whether a verb is that of a relative clause that a word is not in."""
    return verb.deprel.startswith("acl") and id not in (0, verb.id) and verb.id not in clause.ancestors(id)


def _is_opened_by_when(clause: Clause, between: list[Word]) -> bool:
    """Whether a date is told over again by the clause of a trigger: `في مايو 2014، حين توصلت`."""
    rest = [w for w in between if w.text not in PAUSES]
    return bool(rest) and clause.is_in(rest[0].id, "when") and not any(w.upos == "VERB" for w in rest)


@guard("time.outside-clause", "أعلن أمس أن الطيران قصف")
def is_outside(clause: Clause, trigger: Trigger, entity: Entity) -> bool:
    """A date before the `أن`, `الذي` or `منذ` that opens the clause of a trigger is not the trigger's."""
    first = min(trigger.word.id, trigger.verb.id)
    openers = clause.lexicon.words("that") | clause.lexicon.words("relative")
    for at in range(max(first - _OPENERS, 1), first):
        if clause.form(at) in openers and entity.end <= clause.word(at).start:
            return True
    return clause.is_in(first - 1, "since") and clause.tag(first) == "VERB"


@guard("time.since", "منذ 2011 (زار)")
def is_open_ended(trigger: Trigger) -> bool:
    """What has lasted since a day is no single act: a masdar, or a verb in the perfect."""
    return trigger.is_noun or trigger.word.feat("Aspect") == "Perf"
