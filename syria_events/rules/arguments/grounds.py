"""Who holds the ground that force is used on."""

from syria_events.normalize import fold
from syria_events.provenance import rule
from syria_events.rules.arguments.scene import Found, Predicate, Scene, Slot
from syria_events.rules.arguments.subjects import subject_of
from syria_events.rules.coreference.antecedents import arguments_of
from syria_events.rules.sentence.relative import has_resumptive
from syria_events.rules.values import Proposal

_REACH = 14  # words behind a trigger in which ground and holder stand


@rule("target.ground", "غارات على مناطق تسيطر عليها الفصائل")
def ground_holder(scene: Scene, slot: Slot) -> Found:
    """Force on ground is used on whoever holds it, as a relative clause or `في يد` says."""
    clause = scene.clause
    ground = False
    for at in clause.window(slot.trigger.word.id, reach=_REACH):
        word = clause.word(at)
        ground = ground or clause.is_in(at, "territory")
        if not ground:
            if word.upos == "VERB":
                return
            continue
        holds = word.upos == "VERB" and fold(word.lemma) in scene.lexicon.words("hold_verb")
        if holds and has_resumptive(clause, word):
            found = subject_of(scene, Predicate(word)).taken
            if found.arguments and not found.elided:
                yield Proposal(found.arguments)
            return
        if clause.is_in(at, "hold_noun") and (mention := clause.mention_at(at + 1)) is not None:
            yield Proposal(arguments_of(clause.with_coordinated(mention)))
            return
