"""The agent of a passive verb or a masdar, behind `من قبل` and its like."""

from syria_events.provenance import rule
from syria_events.rules.arguments.scene import Found, Scene
from syria_events.rules.coreference.antecedents import arguments_of
from syria_events.rules.values import Proposal, Trigger

_REACH = 4  # words behind `من قبل` and its like within which the agent opens


@rule("actor.agent", "اعتقل من قبل الشرطة، على يد المسلحين")
def agent(scene: Scene, trigger: Trigger) -> Found:
    """The mention behind `من قبل` or its like, before any other verb or trigger."""
    clause = scene.clause
    others = {other.word.id for other in scene.triggers if other.word.id > trigger.word.id}
    for at in clause.window(trigger.word.id):
        if clause.tag(at) in ("VERB", "SCONJ") or at in others:
            return  # what follows belongs to another clause or trigger
        if f"{clause.form(at)} {clause.form(at + 1)}" in scene.lexicon.words("agent"):
            mention = next(clause.mentions_in(range(at + 2, at + 2 + _REACH)), None)
            if mention is not None:
                yield Proposal(arguments_of(clause.with_coordinated(mention)))
                return
