"""The parties of verbs and participles."""

from dataclasses import replace

from syria_events.provenance import guard, named, rule
from syria_events.rules.arguments.agents import agent
from syria_events.rules.arguments.content_targets import OF_CONTENT
from syria_events.rules.arguments.objects import OBJECTS
from syria_events.rules.arguments.roles import Roles, decided, or_else, party_here
from syria_events.rules.arguments.scene import Found, Predicate, Scene, Slot, decide, sign
from syria_events.rules.arguments.subjects import subject_of
from syria_events.rules.arguments.targets import NONE, target_of
from syria_events.rules.coreference.antecedents import arguments_of, recent_subject
from syria_events.rules.sentence.agreement import agrees, disagree
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.values import Arguments, Decision, Proposal, Refusal, Trigger

CONTINUED = named(
    "subject.continued", "The subject of the verb before is shared: an object follows.", "وطالبت مجلس الأمن"
)
PASSIVE = named("target.passive-subject", "The subject of a passive verb is its target.", "اعتُقل المفاوضون")
JOINT = named(
    "target.joint-act", "All who take part in an agreement agree with each other.", "اتفقت روسيا مع تركيا وإيران"
)
_NO_AGENT = named("actor.none", "Nobody is named who does it.", "قُتل مدنيون")


def verb_roles(scene: Scene, trigger: Trigger) -> Roles:
    """The actor and target of a verb or participle."""
    actor = _actor(scene, trigger)
    by = decide((agent,), scene, trigger, _NO_AGENT)
    if trigger.passive or by.taken.arguments:
        return _passive(scene, trigger, actor, by)
    subject = actor.taken.arguments
    slots = scene.slots(trigger)
    target = target_of(scene, trigger, slots, subject)
    root = scene.root(trigger)
    symmetric = root.symmetric or (root.joint_with_partner and "مع" in slots)
    if symmetric:
        target = or_else(target, (comitative,), scene, trigger)
    if trigger.action is not None and trigger.action.content:
        target = or_else(target, OF_CONTENT, scene, Slot(trigger, "", subject))
    targets = target.taken.arguments
    if len(targets) > 1 and subject and any(lemma in scene.lexicon.words("agree") for lemma in lemmas(trigger.word)):
        both = replace(actor, taken=replace(actor.taken, arguments=(*subject, *sign(targets, JOINT))))
        return Roles(both, decided((), JOINT, target.refused), symmetric=True)
    among_themselves = symmetric and trigger.cameo != scene.lexicon.codes.visit  # `زار كيري ولافروف جنيف`
    return Roles(actor, target, symmetric=among_themselves and not targets and len(subject) > 1)


def _passive(scene: Scene, trigger: Trigger, subject: Decision, by: Decision) -> Roles:
    """The subject of a passive verb is the target, a null subject is not; who does it stands behind `من قبل`."""
    source = subject.taken
    if by.taken.arguments:  # `اعتُقل مسؤولون من قبل الشرطة`: who would be a source of what is told suffers here
        done_to = source.arguments or _behind(scene, trigger) if source.unnamed else source.arguments
        return Roles(by, decided(() if source.elided else done_to, PASSIVE, subject.refused))
    actor = replace(by, taken=replace(by.taken, unnamed=source.unnamed, source=source.source))
    return Roles(actor, decided(() if source.elided else source.arguments, PASSIVE, subject.refused))


def _behind(scene: Scene, trigger: Trigger) -> Arguments:
    mention = scene.clause.mention_at(trigger.word.id + 1)
    return arguments_of(scene.clause.with_coordinated(mention)) if mention is not None else ()


def _actor(scene: Scene, trigger: Trigger) -> Decision:
    predicate = Predicate(trigger.word, speech=trigger.speech is not None, participle=trigger.participle)
    subject = subject_of(scene, predicate)
    if not is_object(scene, trigger, subject.taken):
        return subject
    refused = (Refusal(argument.text, "subject.object-instead") for argument in subject.taken.arguments)
    found = decided(recent_subject(scene.discourse, trigger.word, scene.lexicon), CONTINUED)
    return Decision(replace(found.taken, elided=True), (*subject.refused, *refused))


@guard("subject.object-instead", "وطالبت مجلس الأمن بموقف")
def is_object(scene: Scene, trigger: Trigger, subject: Proposal) -> bool:
    """Behind `و` the noun after a transitive verb may be its object, and the subject that of the verb before.

    It cannot be the subject where the verb's gender differs, and need not be where nothing else fills the object's
    place.
    """
    clause, verb = scene.clause, trigger.word
    if subject.elided or not subject.arguments or clause.tag(verb.id - 1) != "CCONJ":
        return False
    mention = subject.arguments[0].mention
    if mention is None or not verb.id < mention.first <= verb.id + 2 or "obj" not in scene.slots(trigger)[:1]:
        return False
    before = scene.discourse.subjects[-1] if scene.discourse.subjects else ()
    if not party_here(scene, before) or not agrees(verb, before, scene.lexicon):
        return False
    if disagree(mention, verb, scene.lexicon):
        return True
    wants_party = scene.root(trigger).object_is_party and trigger.speech is None
    return wants_party and not _object(scene, trigger, subject.arguments)


def _object(scene: Scene, trigger: Trigger, subject: Arguments) -> Arguments:
    return decide(OBJECTS, scene, Slot(trigger, "obj", subject), NONE).taken.arguments


@rule("target.comitative", "بحث والرئيس الروسي")
def comitative(scene: Scene, trigger: Trigger) -> Found:
    """Right behind the verb `و` introduces the partner in the act."""
    clause, verb = scene.clause, trigger.word
    mention = clause.mention_at(verb.id + 2)
    if clause.form(verb.id + 1) == "و" and mention is not None:
        yield Proposal(arguments_of((mention,)))
