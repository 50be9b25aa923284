"""The direct object of a verb."""

from collections.abc import Iterator

from syria_events.model import Word
from syria_events.provenance import guard, rule
from syria_events.rules.arguments.scene import Found, Scene, Slot
from syria_events.rules.coreference.antecedents import arguments_of, others, recent_mention
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import COMMAS, QUOTES
from syria_events.rules.sentence.relative import before_verb, in_relative
from syria_events.rules.values import Arguments, Kind, Mention, Proposal, Refusal

_REACH = 12  # words behind a verb and its subject in which its object opens
_RELATIVE = 20  # words of a relative clause between commas
_BESIDE = 2  # words before a verb in which its subject ends
_BARRIERS = ("CCONJ", "SCONJ", "VERB", "PUNCT")


@rule("target.object-adjacent", "التقى كيري لافروف")
def adjacent_object(scene: Scene, slot: Slot) -> Found:
    """The bare mention right behind the verb and its subject."""
    verb = slot.trigger.word
    first = next(bare_behind(scene.clause, verb, slot.subject), None)
    if first is not None and first.first == _end_of(scene.clause, verb, slot.subject) + 1:
        found = arguments_of(scene.clause.with_coordinated(first))
        if found and found[0].actor.name not in slot.names:
            yield Proposal(found)


@rule("target.object-tree", "انتقد لافروف بشدة واشنطن")
def tree_object(scene: Scene, slot: Slot) -> Found:
    """What the tree calls the object."""
    for word in scene.clause.dependents(slot.trigger.word.id, "obj", "iobj"):
        if word.upos != "PRON" and (found := others(arguments_of(scene.clause.phrase_of(word.id)), slot.names)):
            yield Proposal(found)


@rule("target.object-relative", "الفصائل التي تدعمها تركيا")
def relative_object(scene: Scene, slot: Slot) -> Found:
    """The pronoun on the verb of a relative clause is the antecedent, or nobody that is named."""
    clause, verb = scene.clause, slot.trigger.word
    if clause.clitic_pronoun(verb.id) is not None and in_relative(clause, verb):
        yield Proposal(arguments_of(clause.ending_at(clause.left(before_verb(clause, verb)))))


@rule("target.object-pronoun", "واتهمها بالتصعيد")
def pronoun_object(scene: Scene, slot: Slot) -> Found:
    """The pronoun on a verb is the last mention of the sentences before that agrees, or nobody."""
    clause, verb = scene.clause, slot.trigger.word
    if (pronoun := clause.clitic_pronoun(verb.id)) is None:
        return
    if is_of_unnamed(clause, verb, pronoun):
        yield Refusal(pronoun.text, "target.pronoun-of-thing")
        yield Proposal(())
        return
    found = recent_mention(scene.discourse, pronoun, slot.names, scene.lexicon)
    place = scene.root(slot.trigger).ground_is_target and any(_is_no_fighter(a.mention) for a in found)
    yield Proposal(() if place else found)


@guard("target.pronoun-of-thing", "قذائف أطلقتها المعارضة، أخبركم")
def is_of_unnamed(clause: Clause, verb: Word, pronoun: Word) -> bool:
    """A pronoun that takes up the indefinite noun right before the verb, or who is spoken to, names nobody."""
    before = before_verb(clause, verb)
    taken_up = clause.tag(before) in ("NOUN", "ADJ") and not clause.form(before).startswith("ال")
    return taken_up or pronoun.feat("Person") in ("1", "2")


def _is_no_fighter(mention: Mention | None) -> bool:
    """`حاصرتها`, `قصفتها`: behind a verb of force the pronoun is a place, unless people were named."""
    return mention is None or mention.kind not in (Kind.GROUP, Kind.PEOPLE)


@rule("target.object-bare", "استقبل الرئيس في دمشق وفد الجامعة")
def bare_object(scene: Scene, slot: Slot) -> Found:
    """The next bare mention behind the verb and its subject, within the clause."""
    for mention in bare_behind(scene.clause, slot.trigger.word, slot.subject):
        if found := others(arguments_of(scene.clause.with_coordinated(mention)), slot.names):
            yield Proposal(found)


@rule("target.object-counted", "قتل الجيش سبعة من عناصر التنظيم، اعتقلت الشرطة عددا من المعارضين")
def counted_object(scene: Scene, slot: Slot) -> Found:
    """The group behind a number, or a noun of quantity, and `من` right behind the verb and its subject.

    Without a subject beside it the verb may be a passive that spelling does not show: `قتل سبعة من عناصر الجيش`.
    """
    clause, verb = scene.clause, slot.trigger.word
    here = (m for m in (argument.mention for argument in slot.subject) if m is not None)
    if not any(m.sentence == clause.sentence.index and m.last >= verb.id - _BESIDE for m in here):
        return
    at = _end_of(clause, slot.trigger.word, slot.subject) + 1
    while clause.tag(at) == "NUM" or clause.is_in(at, "quantity"):
        at += 1
        if clause.form(at) == "من" and (mention := clause.mention_at(at + 1)) is not None:
            if found := others(arguments_of(clause.with_coordinated(mention)), slot.names):
                yield Proposal(found)
            return


OBJECTS = (adjacent_object, counted_object, tree_object, relative_object, pronoun_object, bare_object)


def _end_of(clause: Clause, verb: Word, subject: Arguments) -> int:
    """The last word of a subject behind its verb, with a relative clause between commas; else the verb's."""
    mentions = (argument.mention for argument in subject)
    here = (m for m in mentions if m is not None and m.sentence == clause.sentence.index)
    last = max((m.last for m in here if m.first > verb.id), default=verb.id)
    if clause.form(last + 1) in COMMAS and clause.is_in(last + 2, "relative"):
        closing = (at for at in range(last + 3, last + 3 + _RELATIVE) if clause.form(at) in COMMAS)
        return next(closing, last)
    return last


def bare_behind(clause: Clause, verb: Word, subject: Arguments) -> Iterator[Mention]:
    """The mentions without preposition behind a verb and its subject, up to the end of the clause."""
    after = _end_of(clause, verb, subject)
    commas = COMMAS if len(subject) > 1 else frozenset()
    for mention in clause.mentions_in(range(after + 1, after + _REACH)):
        barred = (
            clause.tag(k) in _BARRIERS and clause.form(k) not in commas and clause.word(k).text not in QUOTES
            for k in range(after + 1, mention.first)
        )  # fmt: skip
        if not clause.standing(mention).preposition and not any(barred):
            yield mention
