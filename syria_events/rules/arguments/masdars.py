"""The parties of masdars, alone or with a light verb."""

from dataclasses import dataclass, replace

from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.provenance import named, rule
from syria_events.rules.arguments.agents import agent
from syria_events.rules.arguments.between import between
from syria_events.rules.arguments.content_targets import OF_CONTENT
from syria_events.rules.arguments.genitives import (
    before_object,
    behind_from,
    behind_to,
    genitive,
    nationalities,
    object_of_masdar,
    of_light_masdar,
    possessor,
    right_behind,
    second_object,
)
from syria_events.rules.arguments.objects import bare_behind
from syria_events.rules.arguments.oblique import BETWEEN, behind_preposition, pronoun_behind_preposition
from syria_events.rules.arguments.roles import Roles, decided, or_else, with_arguments
from syria_events.rules.arguments.scene import Found, Predicate, Scene, Slot, decide, sign
from syria_events.rules.arguments.subjects import subject_of
from syria_events.rules.arguments.targets import NONE, target_of
from syria_events.rules.coreference.antecedents import arguments_of, others
from syria_events.rules.sentence.index import QUOTES
from syria_events.rules.sentence.relative import has_resumptive, in_relative
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.values import Arguments, Decision, Proposal, Trigger

UNNAMED = named("actor.unnamed", "Neither the noun nor its clause names who does it.", "دعوات إلى الحوار")
GENITIVE_TARGET = named("target.genitive", "The genitive of a masdar that is done to somebody.", "اعتقال المفاوضين")
GENITIVE_ACTOR = named("actor.genitive", "The genitive of a masdar that somebody does.", "زيارة كيري")
DOER_BEHIND_TO = named(
    "actor.behind-to", "Of force without a genitive or target `ل` marks the doer.", "هجوم لقوات النظام"
)
PATIENT = named("target.pronoun-of-masdar", "The pronoun on a masdar that is done to somebody.", "أعلن اعتقالهم")
RECEIVED = named("target.receiver", "The subject of a verb of receiving is the target.", "تلقى لافروف دعوة من كيري")
_RELATIVE_REACH = 6  # words behind a masdar in which the verb of its clause stands


@dataclass(frozen=True, slots=True)
class _Near:
    """Who stands right behind a masdar."""

    genitive: Arguments
    speaker: Arguments
    states: Arguments
    possessor: Arguments
    agent: Arguments


def masdar_roles(scene: Scene, trigger: Trigger) -> Roles:
    """The actor and target of a masdar."""
    light = _light_subject(scene, trigger)
    symmetric = scene.root(trigger).symmetric or BETWEEN in scene.slots(trigger)
    pair = decide((between,), scene, Slot(trigger, BETWEEN, ()), NONE)
    if pair.taken.arguments:
        return _brought_together(scene, trigger, light, pair)
    near = _near(scene, trigger)
    actor, target = _of_near(scene, trigger, light, near)
    if len(near.states) > 1 and symmetric and not near.genitive:
        return Roles(decided(near.states, near.states[0].rule, actor.refused), target_none(), symmetric=True)
    if near.states and not actor.taken.arguments:
        actor = with_arguments(actor, near.states[:1])
    if trigger.light_entry is not None and trigger.light_entry.actor == "from":
        return _received(scene, trigger, light, near)
    target = _target(scene, trigger, actor.taken.arguments, target)
    actors, targets = actor.taken.arguments, target.taken.arguments
    if not actors and not near.genitive and not targets and not scene.root(trigger).doer_behind_to:
        return Roles(replace(actor, taken=Proposal((), UNNAMED, unnamed=actor.taken.unnamed)), target)
    if symmetric and not targets and len(actors) > 1:
        return Roles(decided(actors, actors[0].rule, actor.refused), target, symmetric=True)
    return _completed(scene, trigger, actor, target, symmetric=symmetric)


def target_none() -> Decision:
    """No target."""
    return Decision(Proposal((), NONE))


def _brought_together(scene: Scene, trigger: Trigger, light: Decision, pair: Decision) -> Roles:
    """The parties behind `بين` act together; whoever makes them do so, by a light verb, mediates between them."""
    light_entry = trigger.light_entry
    lends = light_entry is not None and light_entry.actor == "subj" and light_entry.with_ != "ل"  # `يخطط لمحادثات بين`
    if lends and not _says(scene, trigger) and light.taken.arguments:
        sponsor = decided(light.taken.arguments, light.taken.rule, light.refused)
        return Roles(sponsor, pair, cameo=scene.lexicon.codes.mediate)
    return Roles(pair, target_none(), symmetric=True)


def _says(scene: Scene, trigger: Trigger) -> bool:
    """Whether the light verb is one of saying: `أعلنت موسكو عقد لقاء بين الوفدين` makes nobody a mediator."""
    return trigger.light is not None and any(lemma in scene.lexicon.speech_verbs for lemma in lemmas(trigger.light))


def _near(scene: Scene, trigger: Trigger) -> _Near:
    in_construct = decide((genitive,), scene, trigger, NONE).taken.arguments
    speaker = () if in_construct else decide((behind_to,), scene, trigger, NONE).taken.arguments
    return _Near(
        in_construct,
        speaker,
        decide((nationalities,), scene, trigger, NONE).taken.arguments,
        decide((possessor,), scene, trigger, NONE).taken.arguments,
        decide((agent,), scene, trigger, NONE).taken.arguments,
    )


def _of_near(scene: Scene, trigger: Trigger, light: Decision, near: _Near) -> tuple[Decision, Decision]:
    """Actor and target, as far as they stand right behind the masdar; `idafa` of its entry says who the genitive is."""
    asker = decide((behind_from,), scene, trigger, NONE).taken.arguments
    actor = with_arguments(light, asker) if asker else light
    role = trigger.action.idafa if trigger.action is not None else "actor"
    target = decided(near.genitive, GENITIVE_TARGET)
    if near.agent:
        return with_arguments(actor, near.agent), target
    if actor.taken.arguments and near.possessor:
        return actor, _of_pronoun(scene, trigger, near.possessor, actor.taken.arguments)
    if actor.taken.arguments or actor.taken.unnamed:
        return actor, target if role in ("target", "both") else target_none()
    if near.genitive and role == "target":
        second = decide((second_object,), scene, (trigger, near.genitive), NONE)
        if second.taken.arguments:
            return with_arguments(actor, sign(near.genitive, GENITIVE_ACTOR)), second
        if _hits_a_thing(scene, trigger, near.genitive):
            return with_arguments(actor, sign(near.genitive, GENITIVE_ACTOR)), target_none()
        return actor, target
    if near.genitive and role != "none":
        return with_arguments(actor, sign(near.genitive, GENITIVE_ACTOR)), target_none()
    if near.speaker:
        return with_arguments(actor, near.speaker), target_none()
    if near.possessor:
        thing = _of_pronoun(scene, trigger, near.possessor, ())
        if thing.taken.rule == PATIENT:
            return actor, thing
        return replace(actor, taken=replace(actor.taken, arguments=near.possessor, elided=True)), thing
    return or_else(actor, (before_object, of_light_masdar), scene, trigger), target_none()


def _of_pronoun(scene: Scene, trigger: Trigger, meant: Arguments, doer: Arguments) -> Decision:
    """The target of a masdar with a pronoun: what stands bare behind it, else whom the pronoun stands for.

    `أعلنت الشرطة اعتقالها مسلحين`, `أعلنت الشرطة اعتقالهم`.
    """
    thing = decide((object_of_masdar,), scene, trigger, NONE)
    done_to = trigger.action is not None and trigger.action.idafa == "target"
    others_meant = others(meant, {argument.actor.name for argument in doer})
    if thing.taken.arguments or not done_to or not others_meant or _has_object(scene, trigger, meant):
        return thing
    return decided(others_meant, PATIENT)


def _hits_a_thing(scene: Scene, trigger: Trigger, doer: Arguments) -> bool:
    """`قصف الطيران المدينة`: behind the genitive of a masdar of force a bare noun that names nobody is what is hit."""
    clause = scene.clause
    at = max(argument.mention.last for argument in doer if argument.mention is not None) + 1
    bare = clause.tag(at) == "NOUN" and not clause.is_in(at, "preposition_noun")
    return bare and scene.root(trigger).ground_is_target and not clause.dated(at) and not clause.is_adverb(at)


def _has_object(scene: Scene, trigger: Trigger, doer: Arguments) -> bool:
    """Whether something else than the pronoun on a masdar is done to: `انتقاده لدمشق`, not `اعتقاله`."""
    oblique = tuple(slot for slot in scene.slots(trigger) if slot != "obj")
    if target_of(scene, trigger, oblique, doer).taken.arguments:
        return True
    at = trigger.word.id + 2
    return scene.clause.tag(at) in ("NOUN", "PROPN", "X", "NUM") or scene.clause.form(at) in oblique


def _received(scene: Scene, trigger: Trigger, light: Decision, near: _Near) -> Roles:
    """`تلقى دعوة من كيري`: of verbs of receiving the subject is the target, and the doer stands at the noun.

    It stands behind `من قبل` or `من`, is its genitive (`تعرضت لقصف قوات النظام`), or the state of its adjective.
    """
    target = decided(light.taken.arguments or _undergoing(scene, trigger), RECEIVED)
    if not target.taken.arguments:  # `أثارت زيارة كيري لموسكو جدلا`: the noun is the subject
        target = _target(scene, trigger, near.genitive, target_none())
    if at_noun := near.agent or near.genitive:
        return Roles(decided(at_noun, at_noun[0].rule), target)
    doer = decide((behind_preposition,), scene, Slot(trigger, "من", ()), UNNAMED)
    if near.states and not doer.taken.arguments:
        return Roles(decided(near.states[:1], near.states[0].rule), target)
    return Roles(doer, target)


def _undergoing(scene: Scene, trigger: Trigger) -> Arguments:
    """`تعرضت مواقع التنظيم لقصف`: whose thing undergoes it."""
    if trigger.light is None or in_relative(scene.clause, trigger.light):
        return ()
    first = next(scene.clause.mentions_in(range(trigger.light.id + 1, trigger.word.id)), None)
    bare = first is not None and not scene.clause.standing(first).preposition
    return arguments_of(scene.clause.with_coordinated(first)) if bare and first is not None else ()


def _target(scene: Scene, trigger: Trigger, actors: Arguments, target: Decision) -> Decision:
    """The target, else what stands in the slots of the entry, who follows a call, or a pronoun behind `ل`."""
    if target.taken.arguments:
        return target
    target = target_of(scene, trigger, tuple(slot for slot in scene.slots(trigger) if slot != "obj"), actors)
    if not target.taken.arguments and trigger.light is None and scene.root(trigger).addressee_follows:
        target = or_else(target, (follower,), scene, trigger)
    if not target.taken.arguments and trigger.light is not None:
        target = or_else(target, (pronoun_behind_preposition,), scene, Slot(trigger, "ل", actors))
    return target


def _completed(scene: Scene, trigger: Trigger, actor: Decision, target: Decision, *, symmetric: bool) -> Roles:
    root = scene.root(trigger)
    actors = actor.taken.arguments
    if actors and trigger.action is not None and trigger.action.content:
        target = or_else(target, OF_CONTENT, scene, Slot(trigger, "", actors))
    targets = target.taken.arguments
    if not actors and targets and root.attended and not _governed(scene, targets):
        actor = with_arguments(actor, decide((attending,), scene, trigger, UNNAMED).taken.arguments)
        actors = actor.taken.arguments
    if symmetric and targets and scene.clause.is_in(trigger.word.id + 1, "gathering"):
        everybody = replace(actor.taken, arguments=(*actors, *targets), unnamed=False, source="")
        return Roles(replace(actor, taken=everybody), target_none(), symmetric=True)
    if not actors and root.doer_behind_to and (doer := right_behind(scene, trigger, "ل")):
        object_ = target_none() if targets == doer else target
        return Roles(with_arguments(actor, sign(doer, DOER_BEHIND_TO)), object_, symmetric=symmetric and not targets)
    together = symmetric and not targets and (root.symmetric or len(actors) > 1 or trigger.light is None)
    return Roles(actor, target, symmetric=together)


def _light_subject(scene: Scene, trigger: Trigger) -> Decision:
    """The subject of the light verb, if the masdar has one that lends it; else by the verb of its relative clause."""
    if trigger.light is None or trigger.light_entry is None or trigger.light_entry.actor == "none":
        return decide((taken_up, brought_together), scene, trigger, UNNAMED)
    if trigger.passive:
        return decide((agent,), scene, trigger, UNNAMED)
    clause = scene.clause
    if _says(scene, trigger) and clause.tag(trigger.word.id + 1) == "VERB":  # `أكد هجوما نفذه الجيش`
        taken = decide((taken_up,), scene, trigger, UNNAMED)
        if taken.taken.arguments:
            return taken
    participle = trigger.light.upos != "VERB"
    found = subject_of(scene, Predicate(trigger.light, noun=trigger.word.id, participle=participle))
    apart = (a for a in found.taken.arguments if a.mention is None or not a.mention.covers(trigger.word.id))
    return with_arguments(found, tuple(apart))


def _relative_verb(scene: Scene, trigger: Trigger) -> Word | None:
    """The verb of the clause that a masdar opens: `زيارة يقوم بها الوزير`."""
    for word in scene.clause.sentence.words[trigger.word.id : trigger.word.id + _RELATIVE_REACH]:
        if word.upos == "VERB":
            return word
        if word.upos == "PUNCT" and word.text not in QUOTES:
            return None
    return None


@rule("actor.resumptive", "زيارة يقوم بها الوزير، محادثات أجراها لافروف")
def taken_up(scene: Scene, trigger: Trigger) -> Found:
    """The subject of the light verb behind a masdar that takes it up by a pronoun."""
    verb = _relative_verb(scene, trigger)
    if verb is None or not has_resumptive(scene.clause, verb):
        return
    entries = (entry for lemma in lemmas(verb) for entry in scene.lexicon.light_verbs.get(lemma, ()))
    if any(entry.actor == "subj" for entry in entries):
        yield replace(subject_of(scene, Predicate(verb)).taken, rule="")


@rule("actor.brought-together", "الاجتماع الذي جمع كيري ولافروف")
def brought_together(scene: Scene, trigger: Trigger) -> Found:
    """The objects of a verb whose subject is a meeting meet in it."""
    verb = _relative_verb(scene, trigger)
    if verb is not None and fold(verb.lemma) in scene.lexicon.words("brings_together"):
        together = next(bare_behind(scene.clause, verb, ()), None)
        if together is not None:
            yield Proposal(arguments_of(scene.clause.with_coordinated(together)))


@rule("actor.attending", "سافر للتفاوض مع أهله، قال بعد لقاء مع لافروف")
def attending(scene: Scene, trigger: Trigger) -> Found:
    """Who meets is the subject of the verb that the meeting is a circumstance of.

    A light masdar may stand between: `زار قطر لإجراء محادثات مع نظيره`.
    """
    at = trigger.word.id - 1
    while scene.clause.is_in(at, "light_masdar"):
        at -= 1
    if scene.clause.is_in(at, "circumstance"):
        yield Proposal(_subject_around(scene, at))


@rule("target.follower", "زار دمشق بناء على دعوة من الحكومة")
def follower(scene: Scene, trigger: Trigger) -> Found:
    """Who follows a call is whom it was addressed to."""
    at = trigger.word.id - 1
    if f"{scene.clause.form(at - 1)} {scene.clause.form(at)}" in scene.lexicon.words("following"):
        yield Proposal(_subject_around(scene, at - 1))


def _subject_around(scene: Scene, at: int) -> Arguments:
    """The one subject of the verb before a word, else of the verb behind it."""
    words = scene.clause.sentence.words
    before = [word for word in words[: max(at - 1, 0)] if word.upos == "VERB"]
    behind = [word for word in words[at:] if word.upos == "VERB"]
    for verb in (*before[-1:], *behind[:1]):
        found = subject_of(scene, Predicate(verb)).taken
        single = len(found.arguments) == 1 and not found.unnamed
        if single and not (found.elided and verb.id > at):
            return found.arguments
    return ()


def _governed(scene: Scene, arguments: Arguments) -> bool:
    """`مع منصتي موسكو والقاهرة`: a noun governs the names, and not one of those that stand for who follows."""
    standings = (scene.clause.standing(a.mention) for a in arguments if a.mention is not None)
    nouns = {noun for standing in standings for noun in standing.nouns}
    stand_for = scene.lexicon.words("member") | scene.lexicon.words("office_of")
    return any(scene.clause.form(noun) not in stand_for for noun in nouns)
