"""The noun phrase right behind a verb: its subject, a source that names nobody, or no subject at all."""

from syria_events.model import Word
from syria_events.provenance import guard, named, rule
from syria_events.rules.arguments.scene import Found, Predicate, Scene
from syria_events.rules.coreference.antecedents import arguments_of
from syria_events.rules.sentence.agreement import disagree
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.values import Kind, Mention, Proposal, Refusal

_WINDOW = 7  # words behind a verb in which its subject opens
_INSIDE = 7  # words behind a noun in which the name it governs stands
_PLURAL, _DUAL = ("وا", "ون"), ("ا", "ان")  # endings of verbs that come behind their subject
OUTLET = named("subject.outlet", "An outlet or monitor that reports is a source, not who acts.", "ذكرت رويترز أن")
SOURCE = named("subject.source-noun", "`مصدر`, `تقرير` and their like report without being named.", "قال مصدر إن")
WITNESSES = named("subject.witnesses", "Residents and civilians report what they saw: no statement.", "قال سكان إن")
COUNTED = named("subject.counted", "The group behind a number is the subject.", "غادر 51 من الدبلوماسيين الأميركيين")
BULLETIN = named("subject.bulletin", "A statement `بيان` speaks for the body that issued it.", "قال بيان لوزارة الدفاع")
OFFICE_OF = named("subject.part-of-body", "An office or the members of a body act for it.", "أعلن مكتب المبعوث")


@rule("subject.postverbal", "التقى كيري لافروف")
def postverbal(scene: Scene, predicate: Predicate) -> Found:
    """The bare noun phrase right behind the verb."""
    clause = scene.clause
    for at in clause.window(predicate.verb.id, reach=_WINDOW):
        if (mention := clause.mention_at(at)) is not None:
            yield _of_mention(scene, predicate, mention)
            return
        if _passed_over(clause, at):
            continue
        if clause.tag(at) == "NUM" and (group := _counted(clause, at)) is not None:
            if follows_plural(predicate.verb):
                yield Refusal(group.text, "subject.plural-verb")
            else:
                yield Proposal(arguments_of((group,)), COUNTED)
            return
        if not _may_precede(clause, at):
            if clause.tag(at) == "NOUN":
                yield from _of_noun(clause, at, speech=predicate.speech)
            return


def _passed_over(clause: Clause, at: int) -> bool:
    """Adverbs, particles, dates, and `كل من` before the subject."""
    if clause.is_adverb(at) or clause.tag(at) == "PART" or clause.dated(at):
        return True
    return clause.form(at) == "كل" or (clause.form(at) == "من" and clause.form(at - 1) == "كل")


def _may_precede(clause: Clause, at: int) -> bool:
    """A pronoun (`شنها النظام`, `طالب بها المجلس`), or the preposition of a date (`تنفذه منذ عشرة أيام القوات`)."""
    if clause.tag(at) == "PRON":
        return True
    return clause.tag(at) == "ADP" and (clause.tag(at + 1) == "PRON" or clause.dated(at + 1))


def _of_mention(scene: Scene, predicate: Predicate, mention: Mention) -> Proposal | Refusal:
    clause, speech = scene.clause, predicate.speech
    if mention.kind == Kind.OUTLET or (mention.kind == Kind.MONITOR and speech):
        return Proposal((), OUTLET, unnamed=True, source=name_of(mention))
    if mention.form.split()[0].removeprefix("ال") in clause.lexicon.words("source"):
        return Proposal((), SOURCE, unnamed=True, source=name_of(mention))
    if speech and _are_witnesses(mention):
        return Proposal((), WITNESSES, unnamed=True)
    if is_oblique(mention):
        return Refusal(mention.text, "subject.oblique")
    if follows_plural(predicate.verb):
        return Refusal(mention.text, "subject.plural-verb")
    if len(mention.actors) == 1 and disagrees(mention, scene, predicate) and not _must_say(scene, predicate, mention):
        return Refusal(mention.text, "subject.disagrees")
    return Proposal(arguments_of(clause.with_coordinated(mention)))


@guard("subject.oblique", "قتل المدنيين (ليس `المدنيون`)")
def is_oblique(mention: Mention) -> bool:
    """A sound plural in `ين` is no subject."""
    return mention.kind in (Kind.GROUP, Kind.PEOPLE) and mention.form.split()[0].endswith("ين")


@guard("subject.disagrees", "وانتقدت الرئيس")
def disagrees(mention: Mention, scene: Scene, predicate: Predicate) -> bool:
    """A mention of the other gender behind a verb is its object: the subject is null."""
    return disagree(mention, predicate.verb, scene.lexicon)


@guard("subject.plural-verb", "ولم يحاربوا الأسد")
def follows_plural(verb: Word) -> bool:
    """A verb before its subject is singular: what follows one in the plural or dual is no subject."""
    return verb.feat("Person") == "3" and (
        (verb.feat("Number") == "Plur" and verb.text.endswith(_PLURAL))
        or (verb.feat("Number") == "Dual" and verb.text.endswith(_DUAL))
    )


def _must_say(scene: Scene, predicate: Predicate, mention: Mention) -> bool:
    """A person right behind a verb that says something to nobody is who says it, whatever the gender shown.

    `قالت الناطقة`, where the tagger takes the verb for masculine; `أبلغ` has an object, and is not meant.
    """
    trigger = next((t for t in scene.triggers if t.word.id == predicate.verb.id), None)
    if not predicate.speech or not mention.is_human or trigger is None or "obj" in scene.slots(trigger):
        return False
    return mention.first == scene.clause.right(predicate.verb.id)


def _counted(clause: Clause, number: int) -> Mention | None:
    """`51 من الدبلوماسيين الأميركيين`, `مئات المقاتلين`: the group behind a number."""
    at = number + 1
    while clause.tag(at) == "NUM" or clause.form(at) == "من":
        at += 1
    mention = clause.mention_at(at)
    return mention if mention is not None and mention.actors and mention.kind in (Kind.GROUP, Kind.PEOPLE) else None


def _of_noun(clause: Clause, at: int, *, speech: bool) -> Found:
    """A subject that names no actor itself: a source, an office of an institution, members of a body."""
    form = clause.form(at).removeprefix("ال")
    inside = next(clause.mentions_in(range(at + 1, at + _INSIDE)), None)
    words = clause.lexicon.words
    if form in words("source"):
        before = clause.form(inside.first - 1) if inside is not None else ""
        of = before == form or before in words("official_of")
        yield Proposal((), SOURCE, unnamed=True, source=name_of(inside) if inside is not None and of else "")
    elif form in words("bulletin"):
        if inside is not None and _is_issuer(clause, at, inside):
            yield Proposal(arguments_of((inside,)), BULLETIN)
    elif form in words("office_of") and inside is not None:
        yield Proposal(arguments_of((inside,)), OFFICE_OF)
    elif found := clause.phrase_of(at):
        if speech and _are_witnesses(found[0]):
            yield Proposal((), WITNESSES, unnamed=True)
        elif form in words("office_of") | words("member"):
            yield Proposal(arguments_of(found), OFFICE_OF)


def _is_issuer(clause: Clause, at: int, mention: Mention) -> bool:
    """`بيان مقتضب لوزارة الدفاع`, `بيان من مكتب المبعوث`; not `أكد البيان الختامي دعم التحالف`."""
    between = range(at + 1, mention.first)
    return all(clause.tag(k) in ("ADJ", "ADP") or clause.is_in(k, "office_of") for k in between)


def _are_witnesses(mention: Mention) -> bool:
    """Residents and passers-by who report what they saw make no statement."""
    civil = all(actor.code.endswith("CVL") for actor in mention.actors)
    return mention.kind in (Kind.GROUP, Kind.INSTITUTION) and civil


def name_of(mention: Mention) -> str:
    """The name of a source: its actor's, else its words."""
    return mention.actors[0].name if mention.actors else mention.text
