"""The subject of a verb: word order first where it is plain, then the tree, then the discourse."""

from syria_events.model import Word
from syria_events.provenance import guard, named, rule
from syria_events.rules.arguments.postverbal import follows_plural, postverbal
from syria_events.rules.arguments.scene import Found, Predicate, Scene, decide
from syria_events.rules.coreference.antecedents import arguments_of, recent_speaker, recent_subject, speaker_or_subject
from syria_events.rules.sentence.agreement import agrees, disagree
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import COMMAS
from syria_events.rules.sentence.relative import before_verb, has_resumptive, in_relative, is_auxiliary
from syria_events.rules.values import PERSONS, Arguments, Decision, Kind, Mention, Proposal, Refusal

NOBODY = named("subject.none", "Nothing in the sentence or before it can be the subject of the verb.", "يجري العمل")
_OPENING = ("", "PUNCT", "CCONJ", "SCONJ", "AUX", "PART")
_NOMINAL = ("NOUN", "X", "NUM", "ADJ")
_NEAR = 2  # words behind a verb within which its subject opens for sure
_REPORTERS = (Kind.MONITOR, Kind.OUTLET, Kind.GROUP)  # tell what happened, and do nothing else
_OFFICIALS = PERSONS | {Kind.OFFICE}


def subject_of(scene: Scene, predicate: Predicate) -> Decision:
    """Who is the subject of a verb."""
    return decide(SUBJECTS, scene, predicate, NOBODY)


@rule("subject.circumstantial", "قال لافروف مضيفا أن")
def circumstantial(scene: Scene, predicate: Predicate) -> Found:
    """The antecedent of a circumstantial participle: who speaks in its sentence, else acts in it, else spoke last."""
    if not predicate.participle:
        return
    speaker = recent_speaker(scene.discourse, predicate.verb, scene.lexicon)
    subject = recent_subject(scene.discourse, predicate.verb, scene.lexicon)
    here = scene.clause.sentence.index
    for found in (speaker, subject):
        if found and found[0].mention is not None and found[0].mention.sentence == here:
            yield Proposal(found)
            return
    yield Proposal(_of_governing_verb(scene.clause, predicate.verb) or speaker or subject)


def _of_governing_verb(clause: Clause, participle: Word) -> Arguments:
    """The subject named with the verb that governs a participle: `ويسعى لافروف إلى التسوية، قائلا`."""
    for at in clause.ancestors(participle.id):
        if at < participle.id and clause.tag(at) == "VERB" and not in_relative(clause, clause.word(at)):
            found = arguments_of(_named_with(clause, clause.word(at), participle.id))
            return found if found and agrees(participle, found, clause.lexicon) else ()
    return ()


def _named_with(clause: Clause, verb: Word, until: int) -> tuple[Mention, ...]:
    """The bare mention right behind a verb, else right before it."""
    for mention in clause.mentions_in(range(verb.id + 1, verb.id + 1 + _NEAR)):
        opens_clause = any(clause.tag(at) == "SCONJ" for at in range(verb.id + 1, mention.first))
        if _is_bare(clause, mention) and mention.last < until and not opens_clause:
            return clause.with_coordinated(mention)
    group = _preverbal_group(clause, verb)
    return group if group and not disagrees_preverbally(verb, group[0]) else ()


@rule("subject.pronoun", "قال إنه سيزور موسكو")
def pronoun_before(scene: Scene, predicate: Predicate) -> Found:
    """A pronoun on `أن` or its like before a verb is its subject, not the noun behind it."""
    clause = scene.clause
    at = before_verb(clause, predicate.verb)
    if clause.tag(at) == "PRON" and clause.is_in(at - 1, "that_of_pronoun"):
        yield Proposal(speaker_or_subject(scene.discourse, clause.word(at), scene.lexicon), elided=True)


@rule("subject.relative", "دي ميستورا الذي حذر من")
def antecedent(scene: Scene, predicate: Predicate) -> Found:
    """In a relative clause without a resumptive pronoun the antecedent is the subject."""
    clause, verb = scene.clause, predicate.verb
    if in_relative(clause, verb) and not has_resumptive(clause, verb):
        yield Proposal(arguments_of(_antecedent(clause, verb)))


def _antecedent(clause: Clause, verb: Word) -> tuple[Mention, ...]:
    """The mention right before `الذي`; behind a comma it must agree and, unless a person, stand by itself.

    `قلق دي ميستورا، الذي حذر`; but in `اتفاق موسكو وأنقرة، الذي أقر` it is the agreement.
    """
    at = clause.left(before_verb(clause, verb))
    if clause.form(at) not in COMMAS:
        return clause.ending_at(at)
    group = clause.ending_at(clause.left(at))
    if len(group) != 1 or disagree(group[0], verb, clause.lexicon):
        return ()
    standing = clause.standing(group[0])
    return group if group[0].kind in _OFFICIALS or not (standing.preposition or standing.nouns) else ()


@rule("subject.resumptive", "التي تدعمها تركيا، التي طالب بها المجلس")
def resumptive(scene: Scene, predicate: Predicate) -> Found:
    """In a relative clause with a resumptive pronoun the subject follows the verb, or is that of the verb before."""
    clause, verb = scene.clause, predicate.verb
    if not in_relative(clause, verb):
        return
    for found in postverbal(scene, predicate):
        yield found
        if isinstance(found, Proposal):
            return
    yield Proposal(_continued(scene, verb), elided=True)


def _continued(scene: Scene, verb: Word) -> Arguments:
    return _of_verb_before(scene.clause, verb) or recent_subject(scene.discourse, verb, scene.lexicon)


@rule("subject.consequence", "مما يسمح بإيصال المساعدات")
def consequence(scene: Scene, predicate: Predicate) -> Found:
    """Behind `مما` the clause before is the subject: nobody."""
    if scene.clause.is_in(before_verb(scene.clause, predicate.verb), "whereby"):
        yield Proposal(())


@rule("subject.of-auxiliary", "كان كيري في زيارته لموسكو قد دعا")
def of_auxiliary(scene: Scene, predicate: Predicate) -> Found:
    """The subject of `كان`, `أما` is that of the main verb, whatever phrases or relative clauses stand between."""
    clause, verb = scene.clause, predicate.verb
    if clause.form(clause.left(verb.id)) not in ("قد", "ف") and clause.tag(clause.left(verb.id)) not in _NOMINAL:
        return
    for at in range(clause.left(verb.id) - 1, 0, -1):
        if is_auxiliary(clause, at) or clause.form(at) == "اما":
            mention = next(clause.mentions_in(range(at + 1, at + 1 + _NEAR)), None)
            if mention is not None and _is_bare(clause, mention):
                found = arguments_of(clause.with_coordinated(mention))
                if found and agrees(verb, found[:1], clause.lexicon):
                    yield Proposal(found)
            return
        if clause.tag(at) == "SCONJ" or (clause.tag(at) == "VERB" and not in_relative(clause, clause.word(at))):
            return


def _is_bare(clause: Clause, mention: Mention) -> bool:
    standing = clause.standing(mention)
    return not standing.preposition and not standing.nouns


@rule("subject.preverbal", "روسيا رفضت المقترح")
def preverbal(scene: Scene, predicate: Predicate) -> Found:
    """A bare mention right before the verb that opens the clause or follows `كان`, `إن`, `و`."""
    group = _preverbal_group(scene.clause, predicate.verb)
    if group and disagrees_preverbally(predicate.verb, group[0]):
        yield Refusal(group[0].text, "subject.feminine-verb")
    elif found := arguments_of(group):
        yield Proposal(found)


@guard("subject.feminine-verb", "كيري قالت")
def disagrees_preverbally(verb: Word, mention: Mention) -> bool:
    """A man before a feminine verb is not its subject."""
    return verb.feat("Gender") == "Fem" and mention.kind == Kind.PERSON and mention.gender == "m"


def _preverbal_group(clause: Clause, verb: Word) -> tuple[Mention, ...]:
    before = before_verb(clause, verb)
    at = clause.left(before) if clause.form(before) in COMMAS or clause.form(before) == "ف" else before
    group = clause.ending_at(at)
    if not group or not _is_bare(clause, group[0]):
        return ()
    opener = clause.left(group[0].first)
    opens = clause.tag(opener) in _OPENING or clause.is_in(opener, "clause_opener") or is_auxiliary(clause, opener)
    return group if opens else ()


def _of_verb_before(clause: Clause, verb: Word) -> Arguments:
    """The subject of the nearest verb before in the sentence that names one: `يقيم مشعل في الدوحة وزار موسكو`."""
    for earlier in reversed(clause.words(range(1, verb.id))):
        if earlier.upos != "VERB":
            continue
        if found := arguments_of(_named_with(clause, earlier, verb.id)):
            return found if agrees(verb, found, clause.lexicon) else ()
    return ()


@rule("subject.tree", "بحث مع نظيره الأزمة لافروف")
def dependent(scene: Scene, predicate: Predicate) -> Found:
    """What the tree calls the subject, unless its case or its gender shows that it is not."""
    clause, verb = scene.clause, predicate.verb
    if clause.tag(verb.id + 1) == "SCONJ":
        return
    for word in clause.dependents(verb.id, "nsubj"):
        if word.id == predicate.noun:
            continue
        if is_accusative(verb, word):
            yield Refusal(word.text, "subject.accusative")
            continue
        phrase = clause.phrase_of(word.id)
        if word.id > verb.id and follows_plural(verb):
            yield Refusal(word.text, "subject.plural-verb")
            continue
        if phrase and not phrase[0].covers(word.id):
            if not phrase[0].is_human and not _acts_for(clause, word):
                yield Proposal((), THING)
                continue
        elif phrase and word.id > verb.id and disagree(phrase[0], verb, clause.lexicon):
            yield Refusal(phrase[0].text, "subject.disagrees")
            continue
        if found := arguments_of(phrase):
            yield Proposal(found)
        elif word.upos in _NOMINAL and clause.tag(word.id - 1) != "ADP":
            yield Proposal((), THING)


def _acts_for(clause: Clause, word: Word) -> bool:
    """Whether who governs a name acts for it: `دبلوماسيو المنظمة`, `عناصر التنظيم`; not `أسعار النفط`."""
    form = clause.form(word.id).removeprefix("ال")
    sets = ("member", "office_of", "ally", "broken_plural")
    return form.endswith(("و", "ون")) or any(form in clause.lexicon.words(name) for name in sets)


THING = named("subject.thing", "The subject is a thing, or somebody whom nothing names.", "ارتفعت الأسعار")


@guard("subject.accusative", "سيعقد اجتماعا")
def is_accusative(verb: Word, word: Word) -> bool:
    """A noun behind the verb with the ending of an object is no subject, whatever the tree says."""
    return word.id > verb.id and word.feat("Case") == "Acc" and word.text.endswith(("ا", "اً"))


@rule("subject.null-of-speech", "وأضاف أن، نؤكد أن")
def null_speaker(scene: Scene, predicate: Predicate) -> Found:
    """The null subject of a verb of saying, or of one in the first person, is who spoke last."""
    verb = predicate.verb
    if verb.feat("Person") == "1" or predicate.speech:
        yield Proposal(speaker_or_subject(scene.discourse, verb, scene.lexicon), elided=True)


@rule("subject.attributive", "مشروع قرار، يطالب بهدنة")
def attributive(scene: Scene, predicate: Predicate) -> Found:
    """An imperfect behind a comma describes the noun before it: nobody's act."""
    clause, verb = scene.clause, predicate.verb
    if clause.form(before_verb(clause, verb)) in COMMAS and verb.feat("Aspect") == "Imp":
        yield Proposal(())


@rule("subject.null", "وزار موسكو، زيارة قام بها لموسكو")
def null_subject(scene: Scene, predicate: Predicate) -> Found:
    """The null subject at the head of a clause, or behind the noun it takes up, is that of the verb before."""
    clause, verb = scene.clause, predicate.verb
    before = before_verb(clause, verb)
    takes_up = has_resumptive(clause, verb) and clause.tag(before) in ("NOUN", "ADJ")
    if takes_up or clause.tag(before) in ("CCONJ", "") or clause.form(before) in (".", "،"):
        found = _speaker_here(scene, verb) if _is_communicative(scene, verb) else ()
        yield Proposal(found or _continued(scene, verb), elided=True)


def _is_communicative(scene: Scene, verb: Word) -> bool:
    """Whether a verb does what statements do, of saying or not: `دعا`, `طالب`, `حذر`, `أصر`."""
    trigger = next((t for t in scene.triggers if t.word.id == verb.id), None)
    return trigger is not None and scene.root(trigger).strength > 0


def _speaker_here(scene: Scene, verb: Word) -> Arguments:
    """Who spoke in this sentence; where nobody acts in it, who spoke last: `وقال: "...". ودعا إلى`."""
    speaker = recent_speaker(scene.discourse, verb, scene.lexicon)
    mention = speaker[0].mention if speaker else None
    if mention is None or mention.kind in _REPORTERS:
        return ()
    here = mention.sentence == scene.clause.sentence.index
    return speaker if here or not _of_verb_before(scene.clause, verb) else ()


SUBJECTS = (
    circumstantial,
    pronoun_before,
    antecedent,
    resumptive,
    consequence,
    preverbal,
    of_auxiliary,
    postverbal,
    dependent,
    null_speaker,
    attributive,
    null_subject,
)
