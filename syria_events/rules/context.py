"""Whether it happened, and who says so: status, source, and what is only asked for."""

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import StatusWords
from syria_events.lexicon.words import words
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.rules.actions import Trigger, lemmas
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import QUOTES

ACTUAL, PLANNED, NEGATED, HYPOTHETICAL = "actual", "planned", "negated", "hypothetical"
_BEFORE = 3  # words before a verb in which its particles stand
_PHRASE_BEFORE = 7  # words before a verb in which `من المقرر أن` and its like stand


class StatusReader:
    """Reads the status of a trigger from the particles, verbs and adjectives around it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.tables = (
            (NEGATED, _Folded(lexicon.negation)),
            (HYPOTHETICAL, _Folded(lexicon.hypothetical)),
            (PLANNED, _Folded(lexicon.planned)),
        )

    def status(self, trigger: Trigger, clause: Clause) -> str:
        """actual, planned, negated or hypothetical."""
        verb = trigger.light or trigger.word
        if trigger.light is not None:
            for status, table in self.tables:
                if set(lemmas(trigger.light)) & table.verbs:
                    return status  # `فشل في التوصل إلى اتفاق`, `يعتزم عقد لقاء`
        found = self._verb(verb, clause) if verb.upos == "VERB" else self._noun(trigger.word, clause)
        if found == ACTUAL and trigger.light is not None:
            found = self._noun(trigger.word, clause)
        return found

    def subjunctive(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a verb follows `أن` directly: wished, feared or possible, unless a plan governs it."""
        verb = trigger.light or trigger.word
        if verb.upos != "VERB" or verb.feat("Aspect") == "Perf":
            return False
        return clause.form(verb.id - 1) in ("ان", "لا") and "ان" in (clause.form(verb.id - 1), clause.form(verb.id - 2))

    def _verb(self, verb: Word, clause: Clause) -> str:
        before = [clause.form(k) for k in range(max(1, verb.id - _BEFORE), verb.id)]
        for status, table in self.tables:
            near = before[-2:] if status != HYPOTHETICAL else before
            if any(form in table.particles for form in near) and not self._perfect_qad(near, verb, status):
                return status
        if verb.clitic and verb.id > 1 and clause.form(verb.id - 1) in ("س", "سوف"):
            return PLANNED
        if _glued_future(verb):
            return PLANNED
        earlier = clause.sentence.words[max(0, verb.id - 1 - _PHRASE_BEFORE) : verb.id - 1]
        directly = " ".join(fold(w.text) for w in earlier[-3:])
        if any(f" {directly}".endswith(f" {p}") for p in self.tables[1][1].phrases):
            return HYPOTHETICAL  # `في حال سيطر الجيش`
        if earlier and any(fold(w.text) in words("that") for w in earlier[-3:]):
            text = " ".join(fold(w.text) for w in earlier)
            for status, table in self.tables:
                if any(f" {p} " in f" {text} " for p in table.phrases):
                    return status
                if any(set(lemmas(w)) & table.verbs for w in earlier if w.upos in ("VERB", "NOUN", "ADJ")):
                    return status
        return ACTUAL

    def _perfect_qad(self, near: list[str], verb: Word, status: str) -> bool:
        """`قد` before a perfect affirms; before an imperfect it doubts."""
        return status == HYPOTHETICAL and near[-1:] == ["قد"] and verb.feat("Aspect") != "Imp"

    def _noun(self, noun: Word, clause: Clause) -> str:
        forms = [clause.form(w.id) for w in clause.sentence.words[: noun.id - 1] if not _between(w)][-2:]
        after = [clause.form(k) for k in range(noun.id + 1, min(len(clause.sentence.words), noun.id + 6) + 1)]
        for status, table in self.tables:
            if any(form in table.nouns for form in forms):
                return status
            if status == PLANNED and any(_adjective(form) in table.adjectives for form in after[:3]):
                return status
        earlier = clause.sentence.words[max(0, noun.id - 4) : noun.id - 1]
        for status, table in self.tables:
            if any(set(lemmas(w)) & table.verbs for w in earlier if w.upos == "VERB"):
                return status
            text = " ".join(fold(w.text) for w in earlier)
            if any(f" {p} " in f" {text} " for p in table.phrases):
                return status
        for head in clause.ancestors(noun.id):
            word = clause.sentence.word(head)
            if word.upos == "VERB":
                return self._verb(word, clause) if word.deprel in ("root", "parataxis", "conj", "ccomp") else ACTUAL
            if word.upos not in ("NOUN", "ADJ"):
                break
        return ACTUAL


class _Folded:
    def __init__(self, words: StatusWords) -> None:
        self.particles = frozenset(fold(w) for w in words.particles)
        self.nouns = frozenset(fold(w) for w in words.nouns)
        self.verbs = frozenset(fold(w) for w in words.verbs)
        self.phrases = tuple(fold(w) for w in words.phrases)
        self.adjectives = frozenset(fold(w) for w in words.adjectives)


def _adjective(form: str) -> str:
    """An adjective's form without article and feminine ending."""
    return form.removeprefix("ال").removesuffix("ه")


def _between(word: Word) -> bool:
    """What may stand between a noun of intent and what is intended: `عزمه "دعوة …"`."""
    return word.upos == "PRON" or word.text in QUOTES


def _glued_future(verb: Word) -> bool:
    form = fold(verb.text)
    return not verb.clitic and form[:2] in ("سي", "ست", "سن") and len(form) > 4 and verb.feat("Aspect") != "Perf"


class SourceReader:
    """Reads who reports: attribution phrases, reporting verbs of outlets and unnamed sources."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.phrases = tuple(fold(p).split() for a in lexicon.attributions for p in a.phrases)
        self.verbs = frozenset(fold(v) for a in lexicon.attributions for v in a.verbs)

    def attributed(self, clause: Clause) -> str:
        """The name behind `بحسب`, `نقلا عن`, or of an outlet that reports; empty for none."""
        forms = [fold(word.text) for word in clause.sentence.words]
        for i, form in enumerate(forms):
            for phrase in self.phrases:
                found = form == phrase[0] and forms[i : i + len(phrase)] == phrase
                if found and (name := self._named(clause, i + len(phrase) + 1)):
                    return name
        for mention in clause.mentions:
            if mention.kind in ("outlet", "monitor") and mention.actors and self._reports(clause, mention.first):
                return mention.actors[0].name
        return ""

    def _named(self, clause: Clause, id: int) -> str:
        for mention in clause.mentions_in(range(id, id + 4)):
            return mention.actors[0].name if mention.actors else mention.text
        return ""

    def _reports(self, clause: Clause, id: int) -> bool:
        near = clause.sentence.words[max(0, id - 5) : id - 1] + clause.sentence.words[id : id + 4]
        return any(set(lemmas(w)) & self.verbs for w in near if w.upos == "VERB")


def asked_for(trigger: Trigger, others: tuple[Trigger, ...], clause: Clause) -> bool:
    """Whether a deed stands in what a call, demand, offer or refusal asks for: no event itself."""
    verb = trigger.light or trigger.word
    if verb.upos == "VERB" and verb.feat("Aspect") == "Perf":
        return False  # what is asked for stands in the imperfect or as a masdar
    above = set(clause.ancestors(trigger.word.id))
    for other in others:
        if other.word.id >= trigger.word.id or not _asks(other):
            continue
        if trigger.light is not None and other.word.id >= trigger.light.id:
            continue
        governs = other.word.id in above or (other.light is not None and other.light.id in above)
        if governs and not _new_clause(other, trigger):
            return True
        gap = range(other.word.id + 1, trigger.word.id)
        if len(gap) <= 6 and not any(clause.tag(k) in ("PUNCT", "CCONJ") for k in gap):
            return True
    return False


def _asks(trigger: Trigger) -> bool:
    """Whether the content of a trigger is wished for only: calls, demands, hopes and fears."""
    if trigger.action is not None:
        return trigger.action.content
    return trigger.speech is not None and trigger.speech.cameo in ("012", "013")


def _new_clause(first: Trigger, second: Trigger) -> bool:
    """A finite verb behind `و` at the level of the first trigger starts a clause of its own."""
    verb = second.light or second.word
    return verb.upos == "VERB" and verb.deprel in ("conj", "parataxis") and verb.head == first.word.id
