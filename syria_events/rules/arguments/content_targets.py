"""Targets within what is asked, promised or refused: the participants of the requested act."""

from syria_events.provenance import rule
from syria_events.rules.arguments.oblique import is_behind_relative, is_convened
from syria_events.rules.arguments.scene import Found, Scene, Slot, refusal
from syria_events.rules.coreference.antecedents import arguments_of, mention_before, others, recent_mention
from syria_events.rules.values import Proposal

_REACH = 14  # words behind a trigger within which a participant stands
_PRONOUN_REACH = 3  # words within which a masdar with its pronoun stands
GUARDS = (is_convened, is_behind_relative)


@rule("target.of-content", "رفضت أي لقاء مع الوفد")
def participant(scene: Scene, slot: Slot) -> Found:
    """The participant of a requested, promised or refused act: its genitive, or who stands behind `ضد`, `مع`, `على`."""
    clause = scene.clause
    for mention in clause.mentions_in(clause.window(slot.trigger.word.id, reach=_REACH)):
        if (refused := refusal(mention, GUARDS, scene, slot.trigger, mention)) is not None:
            yield refused
            continue
        standing = clause.standing(mention)
        genitive = not standing.preposition and any(t.word.id in standing.nouns[:1] for t in scene.triggers)
        falls_upon = standing.preposition in scene.lexicon.words("falls_upon") and len(standing.nouns) <= 1
        if genitive or falls_upon:
            yield Proposal(others(arguments_of(clause.with_coordinated(mention)), slot.names))
            return


@rule("target.of-content-pronoun", "تعهد بدعمها")
def participant_pronoun(scene: Scene, slot: Slot) -> Found:
    """The pronoun on the masdar of a requested or promised act."""
    clause = scene.clause
    for at in clause.window(slot.trigger.word.id, reach=_PRONOUN_REACH):
        if clause.tag(at) == "VERB":
            return
        deed = any(t.word.id == at and t.action is not None and t.is_noun for t in scene.triggers)
        if deed and (pronoun := clause.clitic_pronoun(at)) is not None:
            yield Proposal(
                mention_before(clause, pronoun) or recent_mention(scene.discourse, pronoun, slot.names, scene.lexicon)
            )
            return


OF_CONTENT = (participant, participant_pronoun)
