"""Guards of whole events: what a trigger with its parties cannot mean."""

from collections.abc import Sequence

from syria_events.normalize import fold
from syria_events.provenance import guard
from syria_events.rules.arguments.roles import Roles
from syria_events.rules.arguments.scene import Scene
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.relative import has_resumptive, in_relative
from syria_events.rules.values import PERSONS, Argument, Arguments, Kind, Status, Trigger

_OWNER_REACH = 3  # words behind a noun of saying in which its speaker opens
_OPENING = 2  # words of a sentence in which an impersonal verb opens it
_CIVIL = PERSONS | {Kind.OFFICE, Kind.MONITOR}
_BODIES = ("IGO", "NGO")
_OFFICIAL = ("GOV", "MIL")


@guard("event.unnamed-source", "قال مصدر إن")
def is_unnamed(roles: Roles) -> bool:
    """A source that names nobody makes no row."""
    return roles.actor.taken.unnamed


@guard("event.no-actor", "جرى القصف")
def has_no_actor(actors: Arguments) -> bool:
    """Without an actor that is no outlet there is no row."""
    return not actors


@guard("event.one-party", "اجتماع كيري، ناقش كيري مع نفسه")
def has_one_party(pairs: Sequence[tuple[Argument, Argument | None]]) -> bool:
    """An act between two parties needs two: of one alone, or the same on both sides, it makes no row."""
    return not pairs


def without_outlets(arguments: Arguments) -> Arguments:
    """The arguments that are no outlets."""
    return tuple(a for a in arguments if a.mention is None or a.mention.kind != Kind.OUTLET)


@guard("statement.cited", "حصيلة أوردها المرصد، القصف الذي تحدثت عنه روسيا")
def is_cited(trigger: Trigger, clause: Clause) -> bool:
    """Cited content: a pronoun takes up what was said, so that the verb makes no new statement."""
    if trigger.word.upos != "VERB" or trigger.speech is None:
        return False
    if in_relative(clause, trigger.word) and has_resumptive(clause, trigger.word):
        return True
    return clause.clitic_pronoun(trigger.word.id) is not None and "obj" not in trigger.speech.addressee


@guard("statement.unowned-noun", "التصريحات الأخيرة في موسكو")
def is_unowned(trigger: Trigger, actors: Arguments) -> bool:
    """A noun of saying needs its speaker right behind it: `تصريح كيري`, `بيان للخارجية`."""
    if not trigger.is_noun or trigger.light is not None or trigger.speech is None:
        return False
    mention = actors[0].mention
    owned = mention is not None and 0 < mention.first - trigger.word.id <= _OWNER_REACH
    return not (trigger.speech.alone and owned)


@guard("statement.impersonal", "يذكر أن، ويشار إلى أن")
def is_impersonal(trigger: Trigger, roles: Roles) -> bool:
    """An imperfect verb of saying without a subject at the head of a sentence: nobody in particular says it."""
    return roles.actor.taken.elided and trigger.word.id <= _OPENING and trigger.word.feat("Aspect") == "Imp"


@guard("statement.negated", "لم تذكر اسمه")
def is_not_said(trigger: Trigger, status: Status) -> bool:
    """What was not said is no news; that somebody did not comment is."""
    return status == Status.NEGATED and trigger.speech is not None and not trigger.speech.news_if_negated


@guard("deed.civil-null-subject", "قال لافروف … وقصف المدينة")
def is_civil_null_subject(roles: Roles, actors: Arguments, *, armed: bool) -> bool:
    """An official or an international body that is a null subject spoke; somebody else fights."""
    return roles.actor.taken.elided and armed and any(map(_is_civil, actors))


def _is_civil(argument: Argument) -> bool:
    """Persons in office and international bodies: what they say is news, what they shoot at hardly ever."""
    person = argument.mention is not None and argument.mention.kind in _CIVIL
    return person or argument.actor.code[:3] in _BODIES


@guard("deed.hidden-passive", "قتل سبعة من عناصر الجيش، قتل مدنيون")
def is_hidden_passive(scene: Scene, trigger: Trigger, roles: Roles, actors: Arguments) -> bool:
    """A passive that its spelling does not show: verbs of killing without an object, force by civilians alone.

    Of `قتل ثمانية أشخاص بينهم أطفال` the children are no object: civilians are killed, they do not kill.
    """
    civil = bool(actors) and all(_is_civilian(scene, argument) for argument in actors)
    if fold(trigger.word.lemma) in scene.lexicon.words("kill"):
        return civil or not roles.targets
    return civil and not roles.targets and scene.root(trigger).armed


def _is_civilian(scene: Scene, argument: Argument) -> bool:
    """A civilian group, but for those who use force themselves: `متظاهرون` storm buildings."""
    mention = argument.mention
    if mention is not None and scene.lexicon.words("unruly").intersection(mention.form.split()[:1]):
        return False
    return argument.actor.code.endswith("CVL") or (mention is not None and mention.key == "CVL")


@guard("deed.unknown-fighter", "هاجم أندرسون المرمى")
def is_unknown_fighter(actor: Argument, *, armed: bool) -> bool:
    """Whoever the lexicon does not know leads no attack: sportsmen do, in print."""
    person = actor.mention is not None and actor.mention.kind == Kind.UNKNOWN_PERSON
    return armed and not actor.actor.code and person


@guard("event.no-target", "زار كيري")
def lacks_target(scene: Scene, trigger: Trigger, cameo: str, actor: Argument, target: Argument | None) -> bool:
    """A root that wants a target makes no row without one."""
    root = scene.lexicon.root(cameo)
    if target is not None or root.target_optional_of_noun or _is_own_session(scene, trigger, cameo, actor):
        return False
    asks_from = root.doer_behind_from and scene.clause.form(trigger.word.id + 1) == "من"
    alone = trigger.is_noun and trigger.light is None and not asks_from and not _is_intransitive(scene, trigger)
    return not root.target_optional or alone


def _is_intransitive(scene: Scene, trigger: Trigger) -> bool:
    """`خروج المقاتلين`: a masdar of leaving that wants no target."""
    return scene.root(trigger).leaves_place and trigger.action is not None and not trigger.action.slots


def _is_own_session(scene: Scene, trigger: Trigger, cameo: str, actor: Argument) -> bool:
    """`أجل مجلس الأمن التصويت`: a body that postpones what it does with nobody else."""
    joint = all(slot in ("مع", "بين") for slot in scene.slots(trigger))
    return cameo in scene.lexicon.codes.own_session and joint and actor.actor.code.startswith(_BODIES)


@guard("content.own-state", "وزير الخارجية الإيراني: بلادنا مستعدة للحوار في طهران")
def is_own_state(speaker: Argument, target: Argument) -> bool:
    """What officials say is not addressed to their own state."""
    state = target.mention is not None and target.mention.kind == Kind.STATE
    same = speaker.actor.code[:3] == target.actor.code[:3]
    return state and same and speaker.actor.code.endswith(_OFFICIAL)
