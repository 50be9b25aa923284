"""What is only asked for, wished or possible is no event of its own: complements of calls, plans and conditions."""

from syria_events.provenance import guard
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.relative import before_verb
from syria_events.rules.triggers.content import Content
from syria_events.rules.values import Trigger

_AT = "في"  # before a meeting: its occasion
_GAP = 6  # words between a demand and what is demanded where the tree does not show it


@guard("irrealis.content", "دعا إلى وقف القصف، طالب بفرض عقوبات")
def asking(trigger: Trigger, others: tuple[Trigger, ...], clause: Clause) -> Trigger | None:
    """A deed in what a call, demand, offer or refusal asks for is no event itself: what asks for it, else None."""
    if _is_told(trigger, clause):
        return None
    above = set(clause.ancestors(trigger.word.id))
    for other in others:
        if other.word.id >= trigger.word.id or not _asks(other, clause):
            continue
        if trigger.light is not None and other.word.id >= trigger.light.id:
            continue
        governs = other.word.id in above or other.verb.id in above
        if governs and not _opens_clause(other, trigger):
            return other
        gap = range(other.word.id + 1, trigger.word.id)
        if len(gap) <= _GAP and not any(clause.tag(k) in ("PUNCT", "CCONJ") for k in gap):
            return other
    return None


def _is_told(trigger: Trigger, clause: Clause) -> bool:
    """Whether a deed is told as fact, whatever governs the words around it: what is asked for stands otherwise.

    By its perfect, by a relative clause right around it, by a clause that opens anew (`لكن`, `إذ`), or as a masdar by
    the preposition of an occasion (`خلال لقائه`), which for a meeting `في` is too.
    """
    verb = trigger.verb
    if verb.upos == "VERB":
        perfect = verb.feat("Aspect") == "Perf"
        relative = clause.is_in(clause.left(verb.id), "relative")
        return perfect or relative or clause.is_in(before_verb(clause, verb), "anew")
    if not trigger.is_noun or trigger.light is not None:
        return False
    before = clause.left(trigger.word.id)
    meeting = clause.lexicon.root(trigger.cameo).symmetric
    return clause.is_in(before, "occasion_of") or (meeting and clause.form(before) == _AT)


def _asks(trigger: Trigger, clause: Clause) -> bool:
    """Whether the content of a trigger is only wished for: calls, demands, hopes and fears."""
    if trigger.action is not None:
        return trigger.action.content
    return trigger.cameo in clause.lexicon.codes.prospects


def _opens_clause(first: Trigger, second: Trigger) -> bool:
    """Whether a finite verb behind `و`, at the level of the first trigger, starts a clause of its own."""
    verb = second.verb
    return verb.upos == "VERB" and verb.deprel in ("conj", "parataxis") and verb.head == first.word.id


@guard("irrealis.subjunctive", "يريد أن يزور")
def is_subjunctive(trigger: Trigger, clause: Clause) -> bool:
    """A verb right behind `أن` or `أن لا` is wished, feared or possible, unless a plan governs it."""
    verb = trigger.verb
    if verb.upos != "VERB" or verb.feat("Aspect") == "Perf":
        return False
    before = clause.form(verb.id - 1)
    return before == "ان" or (before == "لا" and clause.form(verb.id - 2) == "ان")


@guard("irrealis.modal", "قال إنه يجب وقف القصف")
def is_modal(trigger: Trigger, content: Content | None) -> bool:
    """Behind a construction such as `يجب أن` in a statement no deed is an event of its own."""
    return trigger.speech is None and content is not None and trigger.word.id > content.at
