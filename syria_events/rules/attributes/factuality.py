"""Whether it took place: actual, planned, negated or hypothetical, by particles, verbs and adjectives around a trigger.

The tables are `context.toml`'s; of several statuses that hold in one place the first of negated, hypothetical and
planned counts.
"""

from collections.abc import Iterable

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import StatusWords
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.provenance import named
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import QUOTES
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.values import Status, Trigger

LIGHT = named("status.light-verb", "The light verb itself says so.", "فشل في التوصل إلى اتفاق، يعتزم عقد لقاء")
PARTICLE = named("status.particle", "A particle before the verb says so.", "لن يلتقي، قد يلتقي")
FUTURE = named("status.future", "The future prefix as one word with the verb.", "سيلتقي")
CONDITION = named("status.condition", "A conditional phrase stands right before the verb.", "في حال سيطر الجيش")
PHRASE = named("status.phrase", "A phrase before `أن` and the verb says so.", "من المقرر أن يلتقي")
GOVERNED = named("status.governing-word", "A verb or noun before `أن` and the verb says so.", "استبعد أن يلتقي")
NOUN = named("status.noun-before", "The noun whose genitive the masdar is says so.", "عدم عقد لقاء، احتمال لقاء")
ADJECTIVE = named("status.adjective", "An adjective behind the masdar announces it.", "اللقاء المرتقب")
VERB_NEAR = named("status.verb-before", "A verb shortly before the masdar says so.", "تعتزم روسيا عقد مؤتمر")
PHRASE_NEAR = named("status.phrase-before", "A phrase shortly before the masdar says so.", "تمهيدا لعقد مؤتمر")
ABOVE = named("status.verb-above", "The verb that governs the masdar has that status.", "لم يجر أي لقاء")
DEFAULT = named("status.default", "Nothing says otherwise: it took place.", "التقى")

_BEFORE = 3  # words before a verb in which its particles stand; those of two statuses in the last two of them
_PHRASE_BEFORE = 7  # words before a verb in which `من المقرر أن` and its like stand
_DIRECTLY = 3  # of them the last, in which `أن` and conditional phrases stand
_NOUNS_BEFORE = 2  # words before a masdar of which it may be the genitive, pronouns and quotation marks left out
_ADJECTIVES_BEHIND = 3  # words behind a masdar in which its adjective stands
_NEAR = 3  # words before a masdar in which a verb or phrase governs it
_GOVERNING = ("VERB", "NOUN", "ADJ")
_CLAUSES = ("root", "parataxis", "conj", "ccomp")  # relations of a verb whose status its masdars share
_SHORTEST = 4  # letters, of which a verb with the prefix has more


class StatusReader:
    """Reads the status of a trigger."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._tables = (
            (Status.NEGATED, _Folded(lexicon.negation)),
            (Status.HYPOTHETICAL, _Folded(lexicon.hypothetical)),
            (Status.PLANNED, _Folded(lexicon.planned)),
        )
        self._glued_future = lexicon.prefixes("glued_future")
        self._maybe = lexicon.words("maybe")

    def status(self, trigger: Trigger, clause: Clause) -> Finding[Status]:
        """The status of a trigger and the words that say so."""
        if trigger.light is not None:
            for status, table in self._tables:
                if said := table.verb_in([trigger.light]):
                    return Finding(status, LIGHT, said)
        verb = trigger.verb
        found = self._of_verb(verb, clause) if verb.upos == "VERB" else self._of_noun(trigger.word, clause)
        if found.value == Status.ACTUAL and trigger.light is not None:
            found = self._of_noun(trigger.word, clause)
        return found

    def _of_verb(self, verb: Word, clause: Clause) -> Finding[Status]:
        return (
            self._particle(verb, clause)
            or _future_prefix(verb, self._glued_future)
            or self._before_that(verb, clause)
            or Finding(Status.ACTUAL, DEFAULT)
        )

    def _particle(self, verb: Word, clause: Clause) -> Finding[Status] | None:
        before = clause.forms(range(max(1, verb.id - _BEFORE), verb.id))
        for status, table in self._tables:
            near = before if status == Status.HYPOTHETICAL else before[-2:]
            said = next((form for form in near if form in table.particles), "")
            if said and not self._affirms(near, verb, status):
                return Finding(status, PARTICLE, said)
        return None

    def _affirms(self, near: tuple[str, ...], verb: Word, status: Status) -> bool:
        """`قد` before a perfect affirms; before an imperfect it doubts."""
        doubts = status == Status.HYPOTHETICAL and not self._maybe.isdisjoint(near[-1:])
        return doubts and verb.feat("Aspect") != "Imp"

    def _before_that(self, verb: Word, clause: Clause) -> Finding[Status] | None:
        earlier = clause.words(range(verb.id - _PHRASE_BEFORE, verb.id))
        directly = [fold(word.text) for word in earlier[-_DIRECTLY:]]
        conditions = self._tables[1][1].phrases
        if said := next((p for p in conditions if f" {' '.join(directly)}".endswith(f" {p}")), ""):
            return Finding(Status.HYPOTHETICAL, CONDITION, said)
        if clause.lexicon.words("that").isdisjoint(directly):
            return None
        for status, table in self._tables:
            if said := table.phrase_in(earlier):
                return Finding(status, PHRASE, said)
            if said := table.verb_in(word for word in earlier if word.upos in _GOVERNING):
                return Finding(status, GOVERNED, said)
        return None

    def _of_noun(self, noun: Word, clause: Clause) -> Finding[Status]:
        return (
            self._noun_or_adjective(noun, clause)
            or self._shortly_before(noun, clause)
            or self._above(noun, clause)
            or Finding(Status.ACTUAL, DEFAULT)
        )

    def _noun_or_adjective(self, noun: Word, clause: Clause) -> Finding[Status] | None:
        words = (word for word in clause.words(range(1, noun.id)) if not _stands_between(word))
        before = [fold(word.text) for word in words][-_NOUNS_BEFORE:]
        behind = clause.forms(range(noun.id + 1, noun.id + 1 + _ADJECTIVES_BEHIND))
        for status, table in self._tables:
            if said := next((form for form in before if form in table.nouns), ""):
                return Finding(status, NOUN, said)
            said = next((form for form in behind if _masculine(form) in table.adjectives), "")
            if status == Status.PLANNED and said:
                return Finding(status, ADJECTIVE, said)
        return None

    def _shortly_before(self, noun: Word, clause: Clause) -> Finding[Status] | None:
        earlier = clause.words(range(noun.id - _NEAR, noun.id))
        for status, table in self._tables:
            if said := table.verb_in(word for word in earlier if word.upos == "VERB"):
                return Finding(status, VERB_NEAR, said)
            if said := table.phrase_in(earlier):
                return Finding(status, PHRASE_NEAR, said)
        return None

    def _above(self, noun: Word, clause: Clause) -> Finding[Status] | None:
        for head in clause.ancestors(noun.id):
            word = clause.word(head)
            if word.upos == "VERB":
                found = self._of_verb(word, clause) if word.deprel in _CLAUSES else None
                return Finding(found.value, ABOVE, found.words) if found and found.value != Status.ACTUAL else None
            if word.upos not in ("NOUN", "ADJ"):
                return None
        return None


class _Folded:
    """The words of a status, folded."""

    def __init__(self, words: StatusWords) -> None:
        self.particles = frozenset(map(fold, words.particles))
        self.nouns = frozenset(map(fold, words.nouns))
        self.verbs = frozenset(map(fold, words.verbs))
        self.phrases = tuple(map(fold, words.phrases))
        self.adjectives = frozenset(map(fold, words.adjectives))

    def verb_in(self, words: Iterable[Word]) -> str:
        """The first word whose lemma gives its complement the status; empty for none."""
        return next((word.text for word in words if not self.verbs.isdisjoint(lemmas(word))), "")

    def phrase_in(self, words: Iterable[Word]) -> str:
        """The first phrase that stands among words; empty for none."""
        text = f" {' '.join(fold(word.text) for word in words)} "
        return next((phrase for phrase in self.phrases if f" {phrase} " in text), "")


def _masculine(form: str) -> str:
    """An adjective's form without article and feminine ending."""
    return form.removeprefix("ال").removesuffix("ه")


def _stands_between(word: Word) -> bool:
    """What may stand between a noun of intent and what is intended: `عزمه "دعوة …"`."""
    return word.upos == "PRON" or word.text in QUOTES


def _future_prefix(verb: Word, prefixes: tuple[str, ...]) -> Finding[Status] | None:
    """The future prefix as one word with a verb that is no perfect; written apart it is a particle."""
    form = fold(verb.text)
    glued = not verb.clitic and form.startswith(prefixes) and len(form) > _SHORTEST and verb.feat("Aspect") != "Perf"
    return Finding(Status.PLANNED, FUTURE, verb.text) if glued else None
