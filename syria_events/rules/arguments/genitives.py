"""Parties of a masdar that stand right behind it: genitives, `من`, `ل`, adjectives, pronouns."""

from syria_events.normalize import fold
from syria_events.provenance import rule
from syria_events.rules.arguments.grounds import ground_holder
from syria_events.rules.arguments.scene import Found, Scene, Slot, proposals
from syria_events.rules.coreference.antecedents import arguments_of, mention_before, recent_mention, recent_subject
from syria_events.rules.mentions.readings import state_of
from syria_events.rules.sentence.index import DASHES
from syria_events.rules.values import Argument, Arguments, Proposal, Trigger

_ADJECTIVES = 7  # words behind a masdar within which its adjectives stand
_SECOND = 2  # words behind the genitive within which the object opens


@rule("argument.genitive", "زيارة كيري")
def genitive(scene: Scene, trigger: Trigger) -> Found:
    """The mention in construct with a noun: right behind it, adjectives aside; an article bars it."""
    clause, word = scene.clause, trigger.word
    if fold(word.text).startswith("ال") and not fold(word.lemma).startswith("ال"):
        return
    for mention in clause.mentions:
        if word.id in clause.standing(mention).nouns and mention.first > word.id:
            nouns = sum(clause.tag(k) == "NOUN" for k in range(word.id + 1, mention.first))
            if nouns <= 1:
                yield Proposal(arguments_of(clause.with_coordinated(mention)))
                return


def right_behind(scene: Scene, trigger: Trigger, preposition: str) -> Arguments:
    """`طلب من بريطانيا`, `هجوم عنيف لقوات النظام`: the party right behind a noun, its adjectives, a preposition.

    Adjectives may be coordinated: `القصف الجوي والمدفعي للنظام`.
    """
    clause = scene.clause
    at = trigger.word.id + 1
    while clause.tag(at) == "ADJ" or (clause.form(at) == "و" and clause.tag(at + 1) == "ADJ"):
        at += 1
    mention = clause.mention_at(at + 1)
    if mention is None or clause.form(at) != preposition:
        return ()
    return arguments_of(clause.with_coordinated(mention))


@rule("actor.behind-from", "دعوة من دمشق")
def behind_from(scene: Scene, trigger: Trigger) -> Found:
    """Of nouns of asking and saying `من` marks the doer."""
    if trigger.light is not None or not scene.root(trigger).doer_behind_from:
        return
    if found := right_behind(scene, trigger, "من"):
        yield Proposal(found)


@rule("argument.behind-to", "بيان للخارجية")
def behind_to(scene: Scene, trigger: Trigger) -> Found:
    """Of nouns of saying without a genitive `ل` marks the speaker."""
    if trigger.speech is not None and (found := right_behind(scene, trigger, "ل")):
        yield Proposal(found)


@rule("actor.nationality", "المشاورات الروسية الأمريكية")
def nationalities(scene: Scene, trigger: Trigger) -> Found:
    """The states of the nationality adjectives of a masdar."""
    found: list[Argument] = []
    for word in scene.clause.sentence.words[trigger.word.id : trigger.word.id + _ADJECTIVES]:
        if (word.upos == "PUNCT" and word.text in DASHES) or fold(word.text) == "و":
            continue
        nisba = scene.lexicon.nisba.get(fold(word.text))
        if nisba is None and word.upos == "ADJ":
            continue
        if nisba is None:
            break
        if nisba.number == "sing":
            found.append(Argument(state_of(nisba.country), word.text))
    if found:
        yield Proposal(tuple(found))


@rule("actor.possessive", "لقائه، محادثاتهما")
def possessor(scene: Scene, trigger: Trigger) -> Found:
    """The antecedent of the pronoun on a masdar: the subject of its sentence, a mention before, an earlier subject."""
    pronoun = scene.clause.clitic_pronoun(trigger.word.id)
    if pronoun is None:
        return
    subjects = recent_subject(scene.discourse, pronoun, scene.lexicon)
    if subjects and subjects[0].mention is not None and subjects[0].mention.sentence == scene.clause.sentence.index:
        yield Proposal(subjects, elided=True)
    elif (
        found := mention_before(scene.clause, pronoun)
        or subjects
        or recent_mention(scene.discourse, pronoun, set(), scene.lexicon)
    ):
        yield Proposal(found, elided=True)


@rule("target.second-object", "اعتقال قوات النظام المفاوضين")
def second_object(scene: Scene, asked: tuple[Trigger, Arguments]) -> Found:
    """Behind a genitive that is the doer, the object of the masdar, or who holds the ground that is it."""
    trigger, doer = asked
    clause = scene.clause
    last = max(argument.mention.last for argument in doer if argument.mention is not None)
    if clause.is_in(last + 1, "territory"):
        yield from proposals((ground_holder,), scene, Slot(trigger, "", ()))
        return
    for mention in clause.mentions_in(range(last + 1, last + 1 + _SECOND)):
        closed = clause.tag(mention.first - 1) in ("CCONJ", "PUNCT", "VERB")
        if not clause.standing(mention).preposition and not closed:
            yield Proposal(arguments_of(clause.with_coordinated(mention)))
            return


@rule("actor.genitive-before-object", "إدخال الأمم المتحدة مساعدات، فرض واشنطن عقوبات")
def before_object(scene: Scene, trigger: Trigger) -> Found:
    """Right behind a masdar whose object is a thing that its entry names, a party is the doer: the thing follows."""
    if trigger.action is None or not (trigger.action.of or trigger.action.needs):
        return
    mention = scene.clause.mention_at(trigger.word.id + 1)
    if mention is not None and mention.first == trigger.word.id + 1:
        yield Proposal(arguments_of(scene.clause.with_coordinated(mention)))


@rule("actor.of-light-masdar", "قيام روسيا بقصف، نجاح اللجنة في إرسال، إجراء كيري محادثات")
def of_light_masdar(scene: Scene, trigger: Trigger) -> Found:
    """The genitive of the light masdar, or the pronoun on it, that stands right before a masdar and its preposition."""
    clause = scene.clause
    at = trigger.word.id - 1
    if clause.tag(at) == "ADP":
        at -= 1
    group = clause.ending_at(at)
    nouns = clause.standing(group[0]).nouns if group else ()
    if nouns and clause.is_in(nouns[0], "lending_masdar"):
        yield Proposal(arguments_of(group))
    elif clause.tag(at) == "PRON" and clause.is_in(at - 1, "lending_masdar"):
        pronoun = clause.word(at)
        yield Proposal(recent_subject(scene.discourse, pronoun, scene.lexicon), elided=True)


@rule("target.object-of-masdar", "بعد لقائه لافروف، استقباله نظيره، لقائه ونظيره العماني")
def object_of_masdar(scene: Scene, trigger: Trigger) -> Found:
    """Behind the pronoun on a masdar that takes an object the bare mention is it; `و` introduces the partner."""
    clause, pronoun = scene.clause, scene.clause.clitic_pronoun(trigger.word.id)
    if pronoun is None or "obj" not in scene.slots(trigger):
        return
    at = pronoun.id + 1
    if clause.form(at) == "و" and scene.root(trigger).symmetric:
        at += 1
    mention = clause.mention_at(at)
    if mention is not None and mention.first == at:
        yield Proposal(arguments_of(clause.with_coordinated(mention)))
