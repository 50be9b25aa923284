"""Targets behind prepositions: nouns, pronouns, and the thing of a state that only an adjective names."""

from syria_events.normalize import fold
from syria_events.provenance import guard, rule
from syria_events.rules.arguments.scene import Found, Scene, Slot, refusal
from syria_events.rules.coreference.antecedents import arguments_of, mention_before, others, recent_mention
from syria_events.rules.mentions.readings import state_of
from syria_events.rules.sentence.index import REACH
from syria_events.rules.sentence.relative import in_relative
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.values import Argument, Kind, Mention, Proposal, Refusal, Trigger

BETWEEN = "بين"  # before the parties of what is spoken of
_IN = fold("في")  # before the state in which it is

_REACH_OF_SPEECH = 9  # words within which an addressee stands
_REACH_OF_THING = 8  # words within which the thing of a state stands
_ADJECTIVAL = ("", "ه", "ون", "ين", "ات")  # folded endings
_NESTED = 2  # nouns that may govern the target: `مواقع قوات النظام`


@rule("target.behind-preposition", "هجوم على مواقع المعارضة، قال للصحفيين")
def behind_preposition(scene: Scene, slot: Slot) -> Found:
    """The mention behind a preposition that the entry names."""
    clause, trigger = scene.clause, slot.trigger
    start = min(trigger.word.id, trigger.verb.id)
    reach = _REACH_OF_SPEECH if trigger.speech is not None else REACH
    for mention in clause.mentions_in(clause.window(start, reach=reach)):
        if clause.standing(mention).preposition != slot.slot or mention.covers(trigger.word.id):
            continue
        if (refused := refusal(mention, GUARDS, scene, trigger, mention)) is not None:
            yield refused
            continue
        if is_elsewhere(scene, trigger, mention):
            yield Refusal(mention.text, "target.second-destination")
            return
        if found := others(arguments_of(clause.with_coordinated(mention)), slot.names):
            yield Proposal(found)


@guard("target.nested", "قصف على مقر قيادة أركان الجيش")
def is_nested(scene: Scene, _trigger: Trigger, mention: Mention) -> bool:
    """A name deep inside a chain of nouns is not what the preposition is about."""
    return len(scene.clause.standing(mention).nouns) > _NESTED


@guard("target.nearer-trigger", "دعا إلى الضغط على دمشق")
def has_nearer_trigger(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """A trigger between the two takes that preposition, or is a verb."""
    return takes_nearer(scene, trigger, mention, scene.clause.standing(mention).preposition)


def takes_nearer(scene: Scene, trigger: Trigger, mention: Mention, preposition: str) -> bool:
    """Whether a trigger between another and a mention takes this preposition, or is a verb."""
    own = {trigger.word.id, trigger.verb.id}
    return any(
        preposition in scene.slots(other) or not other.is_noun
        for other in scene.triggers
        if other.word.id not in own and trigger.word.id < other.word.id < mention.first
        if not _is_company(trigger, other)
    )


def _is_company(trigger: Trigger, other: Trigger) -> bool:
    """`فرض عقوبات على`, `التوصل إلى اتفاق مع`: what is imposed or reached is the same act."""
    if trigger.action is None:
        return False
    same = trigger.cameo[:2] == other.cameo[:2]
    company = {
        *map(fold, trigger.action.of if same or other.is_noun else ()),
        *map(fold, trigger.action.needs if same else ()),
    }
    return not company.isdisjoint(lemmas(other.word))


@guard("target.convened", "دعا إلى عقد اللجنة")
def is_convened(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """What shall come together is not whom one calls on; with whom (`لقاء مع الوفد`) is another matter."""
    if scene.clause.standing(mention).preposition == "مع":
        return False
    return any(scene.clause.is_in(k, "convening") for k in range(trigger.word.id + 1, mention.first))


@guard("target.behind-relative", "القرار، الذي قدمته الكويت، أن")
def is_behind_relative(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """Behind `أن` the relative clause of a verb is over."""
    clause, verb = scene.clause, trigger.verb
    opened = any(clause.tag(k) == "SCONJ" for k in range(verb.id + 1, mention.first))
    return opened and verb.upos == "VERB" and in_relative(clause, verb)


@guard("target.owner", "المفوضية التابعة للأمم المتحدة")
def is_owner(scene: Scene, _trigger: Trigger, mention: Mention) -> bool:
    """Whose body somebody is, is not whom it speaks to."""
    return scene.clause.is_in(mention.first - 2, "belonging")


@guard("target.second-destination", "توجه إلى نيويورك ليقدم تقريرا إلى المجلس")
def is_elsewhere(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """Of a visit the first `إلى` says where one goes."""
    if trigger.cameo != scene.lexicon.codes.visit:
        return False
    standing = scene.clause.standing(mention)
    first = min((*standing.nouns, mention.first))
    earlier = range(trigger.word.id + 1, first - 1)
    return standing.preposition == "الي" and any(scene.clause.form(k) == standing.preposition for k in earlier)


@guard("target.in-content", "أضاف أن تحالفا لقوات المعارضة، حذر من أن المدينة القريبة من دمشق")
def is_in_content(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """Behind `أن` a preposition belongs to what is said or asked for."""
    return any(scene.clause.tag(at) == "SCONJ" for at in range(trigger.word.id + 1, mention.first))


@guard("target.of-adjective", "قاتل ميليشيات متحالفة مع واشنطن")
def is_of_adjective(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """A preposition right behind an adjective that takes one is the adjective's."""
    clause = scene.clause
    at = min((*clause.standing(mention).nouns, mention.first)) - 2
    if at <= trigger.word.id or clause.mention_at(at) is not None:
        return False
    stem = clause.form(at).removeprefix("ال")
    return any(stem.removesuffix(ending) in scene.lexicon.words("relating") for ending in _ADJECTIVAL)


GUARDS = (is_nested, has_nearer_trigger, is_convened, is_behind_relative, is_in_content, is_of_adjective, is_owner)


@rule("target.pronoun-behind-preposition", "وجه له الدعوة، شدد لهما على")
def pronoun_behind_preposition(scene: Scene, slot: Slot) -> Found:
    """A pronoun behind the preposition, right after the verb: whom the sentence, or one before, named last."""
    verb, clause = slot.trigger.verb, scene.clause
    if verb.upos != "VERB" or clause.form(verb.id + 1) != slot.slot or clause.tag(verb.id + 2) != "PRON":
        return
    if in_relative(clause, verb):
        return  # `الذي وجه له`: it takes up the antecedent
    pronoun = clause.word(verb.id + 2)
    found = others(mention_before(clause, pronoun), slot.names)
    if found := found or recent_mention(scene.discourse, pronoun, slot.names, scene.lexicon):
        yield Proposal(found)


@rule("target.owner-of-ground", "غارات على مواقع للحوثيين")
def owner_of_ground(scene: Scene, slot: Slot) -> Found:
    """Who owns, behind `ل`, the indefinite ground that stands behind the preposition."""
    clause, trigger = scene.clause, slot.trigger
    for mention in clause.mentions_in(clause.window(min(trigger.word.id, trigger.verb.id), reach=REACH)):
        ground = mention.first - 2
        while clause.tag(ground) == "ADJ":
            ground -= 1
        if clause.form(mention.first - 1) != "ل" or not clause.is_in(ground, "territory"):
            continue
        if clause.form(ground - 1) == slot.slot and ground > trigger.word.id:
            yield Proposal(others(arguments_of(clause.with_coordinated(mention)), slot.names))
            return


@rule("target.parties-of-thing", "رحب باتفاق السلام بين الحكومة والمتمردين، بالهدنة في اليمن")
def parties_of_thing(scene: Scene, slot: Slot) -> Found:
    """Of what is welcomed the parties, behind `بين`, else the state in which it is."""
    clause, trigger = scene.clause, slot.trigger
    if not scene.root(trigger).parties_of_thing or trigger.is_noun:
        return
    opened = False
    for at in clause.window(trigger.word.id, reach=REACH):
        mention = clause.mention_at(at)
        opened = opened or (clause.form(at) == slot.slot and clause.tag(at + 1) == "NOUN")
        if not opened or mention is None or mention.first != at:
            continue
        preposition = clause.standing(mention).preposition
        in_state = mention.kind == Kind.STATE and preposition == _IN
        if preposition == BETWEEN or in_state:
            yield Proposal(others(arguments_of(clause.with_coordinated(mention)), slot.names))
            return


OBLIQUE = (behind_preposition, owner_of_ground, pronoun_behind_preposition, parties_of_thing)


@rule("target.nationality", "وافقت على العرض الروسي، انتقد القرار الروسي")
def nationality(scene: Scene, slot: Slot) -> Found:
    """The state whose thing it is, where only an adjective says so."""
    clause = scene.clause
    if slot.slot == BETWEEN or not scene.root(slot.trigger).target_from_adjective:
        return
    for at in clause.window(slot.trigger.word.id, reach=_REACH_OF_THING):
        if clause.tag(at) == "VERB":
            break
        head = at - 1 if clause.is_in(at - 1, "ending_masdar") else at  # `وقف الانتهاكات الإسرائيلية`
        before = clause.form(head - 1) if clause.tag(head - 1) == "ADP" else ""
        behind = before == slot.slot if slot.slot != "obj" else not before
        if clause.tag(at) != "NOUN" or not behind or clause.mention_at(at) is not None:
            continue
        nisba = scene.lexicon.nisba.get(clause.form(at + 1))
        if nisba is not None and nisba.number == "sing":
            text = f"{clause.word(at).text} {clause.word(at + 1).text}"
            yield Proposal((Argument(state_of(nisba.country), text),))
            return
